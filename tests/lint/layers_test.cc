// Holds every #include of ours to the layers of docs/architecture.md: an include points down the list, siblings do not see each other,
// and a supplier's headers are included only in the files that are named for it. A new folder, supplier or system header needs a row here.
#include <doctest/doctest.h>

#include <array>
#include <regex>

#include "tests/lint/repo_files.h"

namespace {

using writ::test::RepoFile;
using writ::test::StartsWith;

// A file belongs to the first row whose folder is a prefix of its path, and may include files of the folders that the row lists.
struct Layer {
  const char* folder;
  std::vector<const char*> sees;
};

const std::vector<Layer>& Layers() {
  static const std::vector<Layer> layers = {
      {"base/", {"base/"}},
      {"grammar/", {"grammar/"}},
      {"vm/bytecode/", {"base/", "vm/bytecode/"}},
      {"model/", {"base/", "model/"}},
      {"vm/", {"base/", "vm/bytecode/", "model/", "vm/"}},
      {"compiler/parse/", {"base/", "grammar/", "vm/bytecode/", "compiler/"}},
      {"compiler/", {"base/", "vm/bytecode/", "compiler/"}},
      {"engine/", {"base/", "vm/bytecode/", "model/", "vm/", "engine/"}},
      {"oracle/", {"base/", "vm/bytecode/", "model/", "vm/", "compiler/", "oracle/"}},
      {"report/", {"base/", "vm/bytecode/", "model/", "vm/", "engine/", "report/"}},
      {"stdlib-policies/", {"base/", "vm/bytecode/", "compiler/", "stdlib-policies/"}},
      {"cli/",
       {"base/", "vm/bytecode/", "model/", "vm/", "compiler/", "engine/", "oracle/", "report/", "stdlib-policies/", "cli/"}},
      // Tools that print or check pages: beside the program, above everything.
      {"docs/", {"base/", "vm/bytecode/", "compiler/", "stdlib-policies/", "cli/", "docs/"}},
      {"bench/", {"base/", "bench/"}},
      // Tests see everything; their own layers are no business of this test.
      {"tests/", {""}},
  };
  return layers;
}

// What an include names when it is a supplier's, and the files that may.
struct Supplier {
  const char* header;  // as in the directive, by expression
  const char* files;   // paths, by expression
};

constexpr std::array kSuppliers = {
    Supplier{"antlr4-runtime[.]h|Writ(Lexer|Parser)[.]h", "grammar/[^/]*|compiler/parse/[^/]*[.]cc"},
    Supplier{"simdjson[.]h", "model/readers/[^/]*[.]cc"},
    Supplier{"yaml[.]h", "model/readers/[^/]*[.]cc"},
    Supplier{"yaml-cpp/.*", "base/config[.]cc|tests/.*"},
    Supplier{"re2/.*", "base/regex[.]cc"},
    Supplier{"openssl/.*", "base/digest[.]cc|report/integrity/[^/]*[.]cc"},
    Supplier{"CLI/.*", "cli/options[.]cc"},
    Supplier{"doctest/doctest[.]h", "tests/.*"},
};

// Headers of C++, of C by their C++ names, and of the system: everybody may.
bool IsSystem(const std::string& header) {
  static const std::regex plain("[a-z_0-9]+");
  static const std::regex posix("sys/[a-z]+[.]h|unistd[.]h|fcntl[.]h|dirent[.]h|emmintrin[.]h|immintrin[.]h|signal[.]h|spawn[.]h|pthread[.]h");
  return std::regex_match(header, plain) || std::regex_match(header, posix);
}

// What is wrong with the includes of one file, a line each.
std::vector<std::string> Wrong(const std::string& path, std::string_view text) {
  static const std::regex include("\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
  std::vector<std::string> out;
  const Layer* layer = nullptr;
  for (const Layer& row : Layers()) {
    if (StartsWith(path, row.folder)) {
      layer = &row;
      break;
    }
  }
  if (layer == nullptr) return {path + ": its folder is no layer"};
  for (const std::string_view line : writ::test::LinesOf(text)) {
    std::cmatch match;
    if (!std::regex_match(line.begin(), line.end(), match, include)) continue;
    const std::string header = match[2];
    const Supplier* supplier = nullptr;
    for (const Supplier& row : kSuppliers) {
      if (std::regex_match(header, std::regex(row.header))) supplier = &row;
    }
    if (supplier != nullptr) {
      if (!std::regex_match(path, std::regex(supplier->files))) out.push_back(path + ": " + header + " is confined to " + supplier->files);
    } else if (match[1] == "<") {
      if (!IsSystem(header)) out.push_back(path + ": no layer knows the supplier of <" + header + ">");
    } else {
      bool is_seen = false;
      for (const char* folder : layer->sees) is_seen = is_seen || StartsWith(header, folder);
      if (!is_seen) out.push_back(path + ": " + layer->folder + " does not see " + header);
    }
  }
  return out;
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

TEST_CASE("includes point down the layers and suppliers stay in their files") {
  std::string all;
  std::size_t count = 0;
  for (const RepoFile& file : writ::test::RepoFiles()) {
    if (file.extension() != ".cc" && file.extension() != ".h") continue;
    all += Joined(Wrong(file.path, file.text));
    ++count;
  }
  CHECK(all == "");
  CHECK(count > 200);  // the tree was found
}

TEST_CASE("an include that points up or aside is seen") {
  CHECK(Joined(Wrong("base/a.cc", "#include \"model/spec/api.h\"\n")) == "base/a.cc: base/ does not see model/spec/api.h\n");
  CHECK(Joined(Wrong("oracle/a.cc", "  #  include \"engine/plan.h\"  // why\n")) == "oracle/a.cc: oracle/ does not see engine/plan.h\n");
  CHECK(Joined(Wrong("engine/a.h", "#include \"oracle/oracle.h\"\n")) == "engine/a.h: engine/ does not see oracle/oracle.h\n");
  CHECK(Joined(Wrong("compiler/check/a.cc", "#include \"grammar/item_tokens.h\"\n")) ==
        "compiler/check/a.cc: compiler/ does not see grammar/item_tokens.h\n");
  CHECK(Joined(Wrong("vm/bytecode/a.cc", "#include \"vm/value.h\"\n")) == "vm/bytecode/a.cc: vm/bytecode/ does not see vm/value.h\n");
  CHECK(Joined(Wrong("base/a.cc", "#include \"source.h\"\n")) == "base/a.cc: base/ does not see source.h\n");
  CHECK(Joined(Wrong("other/a.cc", "")) == "other/a.cc: its folder is no layer\n");
}

TEST_CASE("a supplier outside its files is seen") {
  CHECK(Joined(Wrong("model/spec/a.cc", "#include <simdjson.h>\n")) ==
        "model/spec/a.cc: simdjson.h is confined to model/readers/[^/]*[.]cc\n");
  CHECK(Joined(Wrong("model/readers/a.h", "#include <simdjson.h>\n")) != "");
  CHECK(Joined(Wrong("compiler/parse/a.h", "#include \"WritParser.h\"\n")) != "");
  CHECK(Joined(Wrong("base/a.cc", "#include <curl/curl.h>\n")) == "base/a.cc: no layer knows the supplier of <curl/curl.h>\n");
  CHECK(Joined(Wrong("model/readers/a.cc", "#include <simdjson.h>\n#include <vector>\n#include <sys/stat.h>\n#include \"base/file.h\"\n")) == "");
}

}  // namespace
