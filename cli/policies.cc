// Policies from files, packs and the embedded pack.
#include "cli/policies.h"

#include <algorithm>
#include <filesystem>

#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "oracle/constants.h"
#include "pack/compile.h"
#include "stdlib-policies/embedded_pack.h"
#include "vm/bytecode/codec.h"
#include "vm/bytecode/link.h"

namespace writ::cli {

namespace {

struct PolicyFile {
  std::string path, name, root;   // root: what data files must stay below
};

// What the paths of a request are.
struct Found {
  std::vector<PolicyFile> loose;           // in no pack; sorted by name
  std::vector<pack::PackSource> packs;     // to be compiled
  std::vector<std::string> archives;       // to be decoded
};

Found Find(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  Found result;
  std::vector<PolicyFile>& files = result.loose;
  for (const std::string& path : request.paths) {
    const std::string root = IsDirectory(path) ? path : FolderOf(path);
    // Several folders may hold files of one name: then the folder's own name tells them apart.
    const std::string base = !request.base.empty() ? request.base : request.paths.size() > 1 ? FolderOf(NormalisePath(root)) : root;
    const auto name_of = [&](const std::string& file) { return RelativeTo(file, base); };
    if (pack::IsPackArchive(path)) {
      if (!request.with_cases) {
        result.archives.push_back(path);
      } else if (auto pack = pack::ReadPackArchive(path, name_of(path), sources, limits, sink)) {
        result.packs.push_back(std::move(*pack));
      }
      continue;
    }
    if (!IsDirectory(path)) {
      files.push_back({path, name_of(path), root});
      continue;
    }
    const bool is_again = std::any_of(result.packs.begin(), result.packs.end(), [&](const pack::PackSource& pack) { return NormalisePath(pack.place) == NormalisePath(path); });
    if (is_again) continue;
    if (pack::IsPackFolder(path)) {
      if (auto pack = pack::ReadPackFolder(path, name_of(path), sources, limits, sink)) result.packs.push_back(std::move(*pack));
      continue;
    }
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
  return result;
}

// What a policy without pack names: below the folder that was given, and not out of it by a link either.
Result<std::string> LoadBeside(const std::vector<PolicyFile>& files, const std::string& policy_file, const std::string& path, const Limits& limits) {
  const auto file = std::find_if(files.begin(), files.end(), [&](const PolicyFile& f) { return f.name == policy_file; });
  if (file == files.end()) return Error{"unknown policy file"};
  if (!path.empty() && path.front() == '/') return Error{"the path is absolute"};
  const std::string full = NormalisePath(JoinPath(FolderOf(file->path), path));
  const std::string relative = RelativeTo(full, file->root);
  if (relative == ".." || relative.substr(0, 3) == "../") return Error{"the path leads out of the pack"};
  std::error_code failed;
  const std::string real = std::filesystem::weakly_canonical(full, failed).string();
  const std::string real_root = std::filesystem::weakly_canonical(file->root, failed).string();
  if (failed || real.compare(0, real_root.size() + 1, real_root + "/") != 0) return Error{"the path leads out of the pack by a link"};
  return ReadFile(full, limits.config_bytes);
}

std::optional<bytecode::Module> Shipped(DiagnosticSink& sink) {
  Result<bytecode::Module> module = bytecode::Decode(EmbeddedPack());
  if (module.ok()) return std::move(*module);
  sink.ReportInput(DiagnosticCode::kLinkFailed, "the shipped pack", module.error());
  return std::nullopt;
}

// The bytecode of a `.wpk`, verified: linking expects well-formed modules, and the file may come from anybody.
std::optional<bytecode::VerifiedModule> LoadArchive(const std::string& path, const Limits& limits, DiagnosticSink& sink) {
  const Result<std::string> bytes = ReadFile(path, limits.pack_bytes);
  if (!bytes.ok()) {
    sink.ReportInput(DiagnosticCode::kCannotRead, path, bytes.error());
    return std::nullopt;
  }
  Result<bytecode::VerifiedModule> module = pack::LoadPack(*bytes, limits);
  if (module.ok()) return std::move(*module);
  sink.ReportInput(DiagnosticCode::kPackUnreadable, path, module.error());
  return std::nullopt;
}

}  // namespace

void AddPoliciesOf(const Project& project, PolicyRequest& request) {
  request.base = project.folder;
  request.with_shipped = project.stdlib;
  for (const std::string& path : project.policies) request.paths.push_back(JoinPath(project.folder, path));
  for (const std::string& path : project.packs) request.packs.push_back(JoinPath(project.folder, path));
}

std::optional<PolicyTexts> ReadPolicies(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  const std::size_t errors = sink.error_count();
  PolicyTexts texts;
  if (request.with_shipped) {
    texts.shipped = Shipped(sink);
    if (!texts.shipped) return std::nullopt;
  }
  if (request.paths.empty()) return texts;

  Found found = Find(request, sources, limits, sink);
  for (const std::string& path : found.archives) {
    if (auto module = LoadArchive(path, limits, sink)) texts.archives.push_back(std::move(*module));
  }
  pack::CompileRequest& compile = texts.request = Checked(limits);
  compile.with_tests = request.with_cases;
  compile.passes = request.passes;
  for (const PolicyFile& file : found.loose) {
    const FileId id = LoadSource(file.path, file.name, limits.policy_bytes, sources, sink);
    if (id != kNoFile) compile.loose.push_back(id);
    texts.paths.push_back({file.name, file.path});
  }
  // A `.wpk` that is used may be required as well.
  std::vector<std::string> places = request.packs;
  places.insert(places.end(), found.archives.begin(), found.archives.end());
  if (sink.error_count() != errors) return std::nullopt;
  std::optional<pack::PackSet> set = pack::ResolvePacks(std::move(found.packs), places, request.base, sources, limits, sink);
  if (!set) return std::nullopt;
  texts.set = std::move(*set);
  pack::CheckLocks(texts.set, sources, limits, sink);
  if (sink.error_count() != errors) return std::nullopt;
  for (std::size_t i = 0; i < texts.set.active; ++i) {
    const pack::PackSource& pack = texts.set.packs[i];
    for (const pack::PackFile& file : pack.files) {
      if (!pack.is_archive && file.kind == pack::PackFileKind::kPolicy) texts.paths.push_back({JoinPath(pack.shown, file.path), JoinPath(pack.place, file.path)});
    }
  }

  const auto add_rules = [&](const bytecode::Module& module) {
    for (const bytecode::Rule& rule : module.rules) compile.linked_rules.push_back(rule.id);
  };
  if (texts.shipped) add_rules(*texts.shipped);
  for (const bytecode::VerifiedModule& module : texts.archives) add_rules(module.module());
  compile.load_loose = [files = std::move(found.loose), limits](const std::string& policy, const std::string& path) { return LoadBeside(files, policy, path, limits); };
  return texts;
}

pack::CompileRequest Checked(const Limits& limits) {
  pack::CompileRequest request;
  request.look = [limits](const compiler::ir::Program& program, DiagnosticSink& sink) { oracle::CheckConstants(program, limits, sink); };
  return request;
}

std::optional<bytecode::Module> LoadPolicies(const PolicyRequest& request, SourceMap& sources, const Limits& limits, DiagnosticSink& sink,
                                             std::optional<compiler::ir::Program>* program_out) {
  std::optional<PolicyTexts> texts = ReadPolicies(request, sources, limits, sink);
  if (!texts) return std::nullopt;
  std::optional<bytecode::Module>& shipped = texts->shipped;
  if (request.paths.empty()) return std::move(shipped);
  std::optional<bytecode::Module> module;
  if (texts->has_policies()) {
    module = pack::CompilePacks(texts->set, texts->request, sources, limits, sink, program_out);
    if (!module) return std::nullopt;
  }
  const auto refuse = [&](const std::string& why, const std::string& help) {
    sink.ReportInput(DiagnosticCode::kLinkFailed, request.paths.front(), why, help);
    return std::nullopt;
  };
  for (const bytecode::VerifiedModule& archive : texts->archives) {
    if (!module) {
      module = archive.module();
      continue;
    }
    Result<bytecode::Module> linked = bytecode::Link(std::move(*module), archive.module());
    if (!linked.ok()) return refuse(linked.error(), "use one of them only, or build the packs against one version");
    module = std::move(*linked);
  }
  if (!shipped) return module;
  Result<bytecode::Module> linked = bytecode::Link(std::move(*shipped), *module);
  if (linked.ok()) return std::move(*linked);
  if (request.shipped_may_clash) return module;
  return refuse(linked.error(), "rename the rule, or set `stdlib: false`");
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
