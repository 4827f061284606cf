// What the fuzz targets begin with, made of the conformance cases: DIRECTORY/TARGET/NAME. scripts/fuzz --merge keeps of these and of what
// the targets found the few that reach something of their own, which is tests/fuzz/corpus.
//
// usage: writ_fuzz_seeds DIRECTORY
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "compiler/compile.h"
#include "pack/lock.h"
#include "pack/wpk.h"
#include "tests/support/case_files.h"
#include "tests/support/expressions.h"
#include "vm/bytecode/codec.h"

namespace {

using namespace writ;
using namespace writ::test;

constexpr const char* kManifest = "name: p\nversion: \"1.0.0\"\nlanguage: 1\n";

class Seeds {
 public:
  explicit Seeds(std::filesystem::path directory) : directory_(std::move(directory)) {}

  // The same bytes once for each target.
  void Add(const std::string& target, const std::string& bytes) {
    if (bytes.empty() || !seen_.insert(target + bytes).second) return;
    std::filesystem::create_directories(directory_ / target);
    std::ofstream(directory_ / target / std::to_string(++count_), std::ios::binary) << bytes;
  }

 private:
  std::filesystem::path directory_;
  std::set<std::string> seen_;
  std::size_t count_ = 0;
};

// A module of the policies of a case, and a pack of it if it is small: what is in the module is for bytecode_fuzz. Nothing where they do not compile.
void AddCompiled(const std::vector<CaseSection>& policies, const CaseFile& file, Seeds& seeds) {
  SourceMap sources;
  DiagnosticSink sink;
  compiler::CompileOptions options;
  options.load = [&](const std::string&, const std::string& path) -> Result<std::string> {
    for (const CaseSection& section : file.sections) {
      if (section.kind == "data" && section.argument == path) return section.text;
    }
    return Error{"no such file"};
  };
  std::vector<compiler::PolicySource> all;
  for (const CaseSection& section : policies) all.push_back({sources.Add(section.argument, section.text)});
  const auto module = compiler::Compile(all, sources, options, sink);
  if (!module) return;
  const std::string bytes = bytecode::Encode(*module);
  seeds.Add("bytecode_fuzz", bytes);
  constexpr std::size_t kSmall = 700;
  if (bytes.size() > kSmall) return;
  pack::PackedPack packed;
  packed.name = "p", packed.version = "1.0.0", packed.built_by = "0.1.0";
  packed.bytecode = bytes;
  packed.files.push_back({"pack.yaml", kManifest});
  for (const CaseSection& section : policies) packed.files.push_back({section.argument, section.text});
  std::sort(packed.files.begin(), packed.files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  seeds.Add("pack_fuzz", pack::EncodePack(packed));
}

// Every `jp"…"` of a text with a document for it.
void AddQueries(const std::string& text, Seeds& seeds) {
  static const std::string kDocument =
      R"({"a":[1,2.5,-3,"x",null,true,{"b":"kilo"},[]],"s":["a","ab","ä€"],"store":{"book":[{"price":8.95,"isbn":"0"},{"price":1e2}]},"pattern":"a.*"})";
  const std::string mark = "jp\"";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    std::string query;
    for (std::size_t i = at + mark.size(); i < text.size() && text[i] != '"' && text[i] != '\n'; ++i) {
      if (text[i] == '\\' && i + 1 < text.size()) ++i;
      query += text[i];
    }
    seeds.Add("json_path_fuzz", query + "\n" + kDocument);
  }
}

void AddCase(const CaseFile& file, Seeds& seeds) {
  std::vector<CaseSection> policies;
  for (const CaseSection& section : file.sections) {
    if (section.kind == "policy") policies.push_back(section);
    if (section.kind == "expressions") policies.push_back({"policy", "expressions.writ", ExpressionsPolicy(section)});
    if (section.kind == "spec") seeds.Add("description_fuzz", section.text);
    if (section.kind == "recording") seeds.Add("recording_fuzz", section.text);
  }
  for (const CaseSection& policy : policies) {
    seeds.Add("policy_fuzz", policy.text);
    AddQueries(policy.text, seeds);
  }
  AddCompiled(policies, file, seeds);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: writ_fuzz_seeds DIRECTORY\n");
    return 2;
  }
  std::vector<std::string> problems;
  Seeds seeds(argv[1]);
  for (const NamedCase& entry : LoadCases("", problems)) AddCase(entry.file, seeds);
  // What no case holds: manifests and locks.
  seeds.Add("pack_fuzz", std::string(kManifest) + "owner: o\ndescription: d\nlicense: l\npolicies: [a.writ, \"b/**\"]\ntests: [t]\ndata: [lists]\nrequires:\n  o.p: \"^1.2\"\n");
  seeds.Add("pack_fuzz", pack::WriteLock({{"a.y", "1.0.0-rc.1", std::string(64, 'a'), {}}, {"b.x", "2.0.0", std::string(64, 'b'), {}}}));
  for (const std::string& problem : problems) std::fprintf(stderr, "%s\n", problem.c_str());
  return problems.empty() ? 0 : 1;
}
