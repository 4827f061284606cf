// Policies from files and from the embedded pack.
#include "cli/policies.h"

#include <algorithm>
#include <filesystem>

#include "base/config.h"
#include "base/digest.h"
#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "stdlib-policies/embedded_pack.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/link.h"

namespace writ::cli {

namespace {

// pack.yaml of a folder, when it has one: name, version, language, and nothing unknown.
std::optional<bytecode::PackInfo> ReadPack(const std::string& folder, const std::string& name, SourceMap& sources, const Limits& limits,
                                           DiagnosticSink& sink) {
  const std::string path = JoinPath(folder, "pack.yaml");
  if (!FileExists(path)) return std::nullopt;
  const FileId file = LoadSource(path, name, limits.config_bytes, sources, sink);
  if (file == kNoFile) return std::nullopt;
  const auto root = ParseConfig(file, sources, limits, sink);
  if (!root) return std::nullopt;
  for (const auto& [key, value] : root->members) {
    if (key.scalar == "name" || key.scalar == "version" || key.scalar == "language") continue;
    sink.Report(DiagnosticCode::kBadPack, key.span, "`" + key.scalar + "` is no setting of a pack", "a pack has `name`, `version` and `language`");
  }
  const auto text = [&](const char* key) -> std::string {
    const ConfigNode* value = root->Find(key);
    if (value != nullptr && value->is_scalar() && !value->scalar.empty()) return value->scalar;
    sink.Report(DiagnosticCode::kBadPack, root->span, std::string("a pack has a `") + key + "`",
                "write, for example, `name: acme.api`, `version: \"1.0.0\"`, `language: 1`");
    return {};
  };
  bytecode::PackInfo pack;
  pack.name = text("name"), pack.version = text("version");
  const std::string language = text("language");
  if (!language.empty() && language != "1") {
    sink.Report(DiagnosticCode::kBadPack, root->Find("language")->span, "language edition " + language + " is not known", "this version reads `language: 1`");
  }
  const auto is_name = [](const std::string& dotted) {
    bool start = true;
    for (const char c : dotted) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (c == '.' ? start : !(letter || (!start && c >= '0' && c <= '9'))) return false;
      start = c == '.';
    }
    return !start;
  };
  if (!pack.name.empty() && !is_name(pack.name)) {
    sink.Report(DiagnosticCode::kBadPack, root->Find("name")->span, "`" + pack.name + "` is no dotted name", "write `name: acme.api`: letters, digits and `_`, joined by dots");
  }
  return pack;
}

struct PolicyFile {
  std::string path, name, root;   // root: what data files must stay below
};

struct Found {
  std::vector<PolicyFile> files;   // sorted by name
  std::vector<std::pair<std::string, bytecode::PackInfo>> packs;   // by folder
};

Found Find(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  Found result;
  std::vector<PolicyFile>& files = result.files;
  for (const std::string& path : request.paths) {
    const std::string root = IsDirectory(path) ? path : FolderOf(path);
    // Several folders may hold files of one name: then the folder's own name tells them apart.
    const std::string base = !request.base.empty() ? request.base : request.paths.size() > 1 ? FolderOf(NormalisePath(root)) : root;
    const auto name_of = [&](const std::string& file) { return RelativeTo(file, base); };
    if (!IsDirectory(path)) {
      files.push_back({path, name_of(path), root});
      continue;
    }
    if (auto pack = ReadPack(path, name_of(JoinPath(path, "pack.yaml")), sources, limits, sink)) result.packs.push_back({path, std::move(*pack)});
    std::vector<std::string> found = FilesBelow(path, ".writ");
    if (request.with_cases) {
      for (std::string& file : FilesBelow(path, ".case")) found.push_back(std::move(file));
    }
    if (found.empty()) sink.ReportInput(DiagnosticCode::kNoPolicies, path, "no `.writ` file is in this folder", "name a folder or file of policies");
    for (const std::string& file : found) files.push_back({file, name_of(file), root});
  }
  std::sort(files.begin(), files.end(), [](const PolicyFile& a, const PolicyFile& b) { return a.name < b.name; });
  files.erase(std::unique(files.begin(), files.end(), [](const PolicyFile& a, const PolicyFile& b) { return NormalisePath(a.path) == NormalisePath(b.path); }),
              files.end());
  for (std::size_t i = 1; i < files.size(); ++i) {
    if (files[i].name != files[i - 1].name) continue;
    sink.ReportInput(DiagnosticCode::kNoPolicies, files[i].path, "two policy files would both be called `" + files[i].name + "` in the report",
                     "name one folder that holds both");
  }
  return result;
}

// A pack's digest covers the names and bytes of its files.
void AddPacks(Found& found, const SourceMap& sources, const std::vector<FileId>& ids, bytecode::Module& module) {
  for (auto& [folder, pack] : found.packs) {
    std::string text;
    for (std::size_t i = 0; i < found.files.size(); ++i) {
      if (found.files[i].root != folder) continue;
      text += RelativeTo(found.files[i].path, folder) + '\0' + Hex(Sha256Of(sources.file(ids[i]).text())) + '\n';
    }
    pack.digest = Hex(Sha256Of(text));
    module.packs.push_back(std::move(pack));
  }
  std::sort(module.packs.begin(), module.packs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

std::optional<bytecode::Module> Shipped(DiagnosticSink& sink) {
  Result<bytecode::Module> module = bytecode::Decode(EmbeddedPack());
  if (module.ok()) return std::move(*module);
  sink.ReportInput(DiagnosticCode::kLinkFailed, "the shipped pack", module.error());
  return std::nullopt;
}

}  // namespace

std::optional<bytecode::Module> LoadPolicies(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink,
                                             std::optional<compiler::ir::Program>* program_out) {
  const std::size_t errors = sink.error_count();
  std::optional<bytecode::Module> shipped;
  if (request.with_shipped) {
    shipped = Shipped(sink);
    if (!shipped) return std::nullopt;
  }
  if (request.paths.empty()) return shipped;
  Found found = Find(request, sources, limits, sink);
  const std::vector<PolicyFile>& files = found.files;
  std::vector<compiler::PolicySource> policies;
  std::vector<FileId> ids;
  for (const PolicyFile& file : files) {
    const FileId id = LoadSource(file.path, file.name, limits.policy_bytes, sources, sink);
    if (id != kNoFile) policies.push_back({id, false});
    ids.push_back(id);
  }
  if (sink.error_count() != errors) return std::nullopt;
  compiler::CompileOptions options;
  options.limits = limits;
  if (shipped) {
    for (const bytecode::Rule& rule : shipped->rules) options.linked_rules.push_back(rule.id);
  }
  options.load = [&](const std::string& policy_file, const std::string& path) -> Result<std::string> {
    const auto file = std::find_if(files.begin(), files.end(), [&](const PolicyFile& f) { return f.name == policy_file; });
    if (file == files.end()) return Error{"unknown policy file"};
    if (!path.empty() && path.front() == '/') return Error{"the path is absolute"};
    const std::string full = NormalisePath(JoinPath(FolderOf(file->path), path));
    const std::string relative = RelativeTo(full, file->root);
    if (relative == ".." || relative.substr(0, 3) == "../") return Error{"the path leads out of the pack"};
    // A link inside an untrusted pack must not lead out of it either.
    std::error_code failed;
    const std::string real = std::filesystem::weakly_canonical(full, failed).string();
    const std::string real_root = std::filesystem::weakly_canonical(file->root, failed).string();
    if (failed || real.compare(0, real_root.size() + 1, real_root + "/") != 0) return Error{"the path leads out of the pack by a link"};
    return ReadFile(full, limits.config_bytes);
  };
  std::optional<compiler::ir::Program> program = compiler::Analyse(policies, sources, options, sink);
  if (!program) return std::nullopt;
  compiler::Optimise(*program, request.passes);
  std::optional<bytecode::Module> module = compiler::Emit(*program, sources, sink);
  if (program_out != nullptr) *program_out = std::move(program);
  if (module) AddPacks(found, sources, ids, *module);
  if (!module || !shipped) return module;
  Result<bytecode::Module> linked = bytecode::Link(std::move(*shipped), *module);
  if (linked.ok()) return std::move(*linked);
  if (request.shipped_may_clash) return module;
  sink.ReportInput(DiagnosticCode::kLinkFailed, request.paths.front(), linked.error(), "rename the rule, or set `stdlib: false`");
  return std::nullopt;
}

std::optional<bytecode::VerifiedModule> LoadVerified(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  std::optional<bytecode::Module> module = LoadPolicies(request, sources, limits, sink);
  if (!module) return std::nullopt;
  Result<bytecode::VerifiedModule> verified = bytecode::Verify(std::move(*module));
  if (verified.ok()) return std::move(*verified);
  sink.ReportInput(DiagnosticCode::kLinkFailed, request.paths.empty() ? "the shipped pack" : request.paths.front(),
                   "the compiled policies do not verify: " + verified.error(), "this is a defect in writ; please report it");
  return std::nullopt;
}

}  // namespace writ::cli
