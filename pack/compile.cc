// Names and scopes for the compiler, and what a module says of its packs.
#include "pack/compile.h"

#include <algorithm>
#include <map>

#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "base/version.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/verifier.h"

namespace writ::pack {

namespace {

// What people are shown: where the file lies, if that is near the project; else its pack.
std::string NameOf(const PackSet& set, std::size_t pack, const CompileRequest& request, const std::string& path) {
  const PackSource& source = set.packs[pack];
  const bool by_pack = request.names_by_pack || pack >= set.active || source.is_archive;
  return JoinPath(by_pack ? source.manifest.name : source.shown, path);
}

struct Place {
  std::size_t pack;
  std::string path;
};

}  // namespace

std::optional<CompileInput> GatherPolicies(const PackSet& set, const CompileRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  // Scope 0 is that of policies without pack; pack i has scope i + 1.
  CompileInput input;
  compiler::CompileOptions& options = input.options;
  options.limits = limits;
  options.linked_rules = request.linked_rules;
  options.look = request.look;
  options.packs.emplace_back();
  std::vector<compiler::PolicySource>& policies = input.policies;
  for (const FileId file : request.loose) policies.push_back({file, false, 0});
  std::map<std::string, Place> places;   // by name of the file
  for (std::uint32_t i = 0; i < set.packs.size(); ++i) {
    const PackSource& pack = set.packs[i];
    compiler::PackScope scope;
    scope.name = pack.manifest.name;
    for (const std::uint32_t required : set.required[i]) scope.sees.push_back(required + 1);
    scope.is_required_only = i >= set.active;
    options.packs.push_back(std::move(scope));
    if (i < set.active) options.packs[0].sees.push_back(i + 1);
    for (const PackFile& file : pack.files) {
      const bool wanted = file.kind == PackFileKind::kPolicy || (file.kind == PackFileKind::kTest && request.with_tests && i < set.active);
      if (!wanted) continue;
      const std::string name = NameOf(set, i, request, file.path);
      policies.push_back({sources.Add(name, file.text), false, i + 1});
      places.emplace(name, Place{i, file.path});
    }
    const bool has_policies = std::any_of(pack.files.begin(), pack.files.end(), [](const PackFile& file) { return file.kind == PackFileKind::kPolicy; });
    if (!has_policies && i < set.active) {
      sink.ReportInput(DiagnosticCode::kNoPolicies, pack.shown, "no `.writ` file is in this pack", "add one, or look at `policies` in pack.yaml");
      return std::nullopt;
    }
  }
  std::stable_sort(policies.begin(), policies.end(), [&](const compiler::PolicySource& a, const compiler::PolicySource& b) {
    return sources.file(a.file).name() < sources.file(b.file).name();
  });
  for (std::size_t i = 1; i < policies.size(); ++i) {
    const std::string& name = sources.file(policies[i].file).name();
    if (name != sources.file(policies[i - 1].file).name()) continue;
    sink.ReportInput(DiagnosticCode::kNoPolicies, name, "two policy files would both be called `" + name + "` in the report", "name one folder that holds both");
    return std::nullopt;
  }
  options.load = [&set, &request, places = std::move(places)](const std::string& policy_file, const std::string& path) -> Result<std::string> {
    const auto place = places.find(policy_file);
    if (place != places.end()) return LoadFrom(set.packs[place->second.pack], place->second.path, path);
    return request.load_loose ? request.load_loose(policy_file, path) : Result<std::string>(Error{"unknown policy file"});
  };
  return input;
}

std::optional<bytecode::Module> CompilePacks(const PackSet& set, const CompileRequest& request, SourceMap& sources, const Limits& limits,
                                             DiagnosticSink& sink, std::optional<compiler::ir::Program>* program_out) {
  const std::optional<CompileInput> input = GatherPolicies(set, request, sources, limits, sink);
  if (!input) return std::nullopt;
  std::optional<compiler::ir::Program> program = compiler::Analyse(input->policies, sources, input->options, sink);
  if (!program) return std::nullopt;
  compiler::Optimise(*program, request.passes);
  std::optional<bytecode::Module> module = compiler::Emit(*program, sources, sink);
  if (program_out != nullptr) *program_out = std::move(program);
  if (!module) return std::nullopt;
  for (const PackSource& pack : set.packs) module->packs.push_back({pack.manifest.name, pack.manifest.version.ToString(), pack.digest, false});
  std::sort(module->packs.begin(), module->packs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return module;
}

std::optional<std::string> BuildPack(const PackSet& set, CompileRequest request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  request.names_by_pack = true;
  const PackSource& pack = set.packs.front();
  std::optional<bytecode::Module> module = CompilePacks(set, request, sources, limits, sink);
  if (!module) return std::nullopt;
  const std::string bytecode = bytecode::Encode(*module);
  const Result<bytecode::VerifiedModule> verified = bytecode::Verify(std::move(*module));
  if (!verified.ok()) {
    sink.ReportInput(DiagnosticCode::kLinkFailed, pack.shown, "the compiled policies do not verify: " + verified.error(), "this is a defect in writ; please report it");
    return std::nullopt;
  }
  PackedPack packed;
  packed.name = pack.manifest.name, packed.version = pack.manifest.version.ToString(), packed.language = pack.manifest.language;
  packed.built_by = kToolVersion;
  packed.bytecode = bytecode;
  packed.files = pack.Files();
  std::string bytes = EncodePack(packed);
  // What cannot be read again is not written.
  const Result<PackedPack> decoded = DecodePack(bytes, limits);
  if (decoded.ok()) return bytes;
  sink.ReportInput(DiagnosticCode::kPackUnreadable, pack.shown, decoded.error());
  return std::nullopt;
}

}  // namespace writ::pack
