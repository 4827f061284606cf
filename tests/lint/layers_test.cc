// Holds every #include of ours to the layers of docs/architecture.md: an include points down the list, siblings do not see each other,
// and a supplier's headers are included only in the files that are named for it. A new folder, supplier or system header needs a row here.
#include <doctest/doctest.h>

#include "base/glob.h"
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
      {"pack/", {"base/", "vm/bytecode/", "compiler/", "pack/"}},
      {"engine/", {"base/", "vm/bytecode/", "model/", "vm/", "engine/"}},
      {"oracle/", {"base/", "vm/bytecode/", "model/", "vm/", "compiler/", "oracle/"}},
      {"report/", {"base/", "vm/bytecode/", "model/", "vm/", "engine/", "report/"}},
      {"stdlib-policies/", {"base/", "vm/bytecode/", "compiler/", "stdlib-policies/"}},
      {"cli/",
       {"base/", "vm/bytecode/", "model/", "vm/", "compiler/", "engine/", "oracle/", "report/", "pack/", "stdlib-policies/", "cli/"}},
      // Tools that print or check pages: beside the program, above everything.
      {"docs/", {"base/", "vm/bytecode/", "model/", "vm/", "compiler/", "engine/", "report/", "stdlib-policies/", "cli/", "docs/"}},
      {"bench/", {"base/", "vm/bytecode/", "model/", "vm/", "compiler/", "engine/", "pack/", "bench/"}},
      // Tests see everything; their own layers are no business of this test.
      {"tests/", {""}},
  };
  return layers;
}

// A supplier's headers and the files that may include them, both as globs.
struct Supplier {
  std::vector<const char*> headers;
  std::vector<const char*> files;
};

const std::vector<Supplier>& Suppliers() {
  static const std::vector<Supplier> suppliers = {
      {{"antlr4-runtime.h", "WritLexer.h", "WritParser.h"}, {"grammar/*", "compiler/parse/*.cc", "tests/coverage/grammar.cc"}},
      {{"simdjson.h"}, {"model/readers/*.cc"}},
      {{"yaml.h"}, {"model/readers/*.cc"}},
      {{"yaml-cpp/**"}, {"base/config.cc", "tests/**"}},
      {{"re2/**"}, {"base/regex.cc"}},
      {{"openssl/**"}, {"base/digest.cc", "report/integrity/*.cc"}},
      {{"CLI/**"}, {"cli/options.cc"}},
      {{"lua.hpp"}, {"bench/vm/lua_rows.cc"}},
      {{"doctest/doctest.h"}, {"tests/**"}},
  };
  return suppliers;
}

bool MatchesAny(const std::vector<const char*>& globs, std::string_view path) {
  return std::any_of(globs.begin(), globs.end(), [&](const char* glob) { return writ::GlobMatches(glob, path); });
}

// Headers of C++, of C by their C++ names, and of the system: everybody may.
bool IsSystem(std::string_view header) {
  static const std::vector<const char*> posix = {"sys/*.h", "unistd.h", "fcntl.h", "dirent.h", "signal.h", "emmintrin.h", "immintrin.h"};
  return header.find_first_of("./") == std::string_view::npos || MatchesAny(posix, header);
}

// The name in an #include with its opening mark, `<vector` or `"base/file.h`; nothing for any other line.
std::string_view Included(std::string_view line) {
  const auto skip = [&](std::string_view word) {
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!StartsWith(line, word)) return false;
    line.remove_prefix(word.size());
    return true;
  };
  if (!skip("#") || !skip("include")) return {};
  line.remove_prefix(std::min(line.find_first_of("<\""), line.size()));
  if (line.empty()) return {};
  return line.substr(0, line.find(line.front() == '<' ? '>' : '"', 1));
}

// What is wrong with the includes of one file, a line each.
std::vector<std::string> Wrong(const std::string& path, std::string_view text) {
  const auto layer = std::find_if(Layers().begin(), Layers().end(), [&](const Layer& row) { return StartsWith(path, row.folder); });
  if (layer == Layers().end()) return {path + ": its folder is no layer"};
  std::vector<std::string> out;
  for (const std::string_view line : writ::test::LinesOf(text)) {
    const std::string_view included = Included(line);
    if (included.empty()) continue;
    const std::string header(included.substr(1));
    const auto supplier = std::find_if(Suppliers().begin(), Suppliers().end(), [&](const Supplier& row) { return MatchesAny(row.headers, header); });
    if (supplier != Suppliers().end()) {
      if (!MatchesAny(supplier->files, path)) out.push_back(path + ": " + header + " is confined to " + supplier->files.front());
    } else if (included.front() == '<') {
      if (!IsSystem(header)) out.push_back(path + ": no layer knows the supplier of <" + header + ">");
    } else if (std::none_of(layer->sees.begin(), layer->sees.end(), [&](const char* folder) { return StartsWith(header, folder); })) {
      out.push_back(path + ": " + layer->folder + " does not see " + header);
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
        "model/spec/a.cc: simdjson.h is confined to model/readers/*.cc\n");
  CHECK(Joined(Wrong("model/readers/a.h", "#include <simdjson.h>\n")) != "");
  CHECK(Joined(Wrong("compiler/parse/a.h", "#include \"WritParser.h\"\n")) != "");
  CHECK(Joined(Wrong("base/a.cc", "#include <curl/curl.h>\n")) == "base/a.cc: no layer knows the supplier of <curl/curl.h>\n");
  CHECK(Joined(Wrong("model/readers/a.cc", "#include <simdjson.h>\n#include <vector>\n#include <sys/stat.h>\n#include \"base/file.h\"\n")) == "");
}

}  // namespace
