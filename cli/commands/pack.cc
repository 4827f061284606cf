// `writ pack build | show | verify | lock`: packs of policies as files, and what they require.
#include <cstdio>

#include "base/diagnostic_codes.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/policies.h"
#include "cli/print_diagnostics.h"
#include "cli/project.h"
#include "cli/verbs.h"
#include "pack/compile.h"
#include "vm/bytecode/codec.h"

namespace writ::cli {

namespace {

// What every one of the four does: one pack and where others are, diagnostics, an exit code.
struct Session {
  const CommandContext& context;
  std::string command;
  Limits limits;
  SourceMap sources;
  DiagnosticSink sink;

  void Print() const {
    PrintDiagnostics(sink, sources, context.colour_err);
  }
  int Refuse() const {
    Print();
    return kBadInput;
  }
  int Usage(const std::string& what) const {
    std::fprintf(stderr, "writ %s: %s\ntry `writ %s --help`\n", command.c_str(), what.c_str(), command.c_str());
    return kBadInput;
  }
  // The pack at `path` as the only active one.
  std::optional<pack::PackSet> Resolve(const std::string& path, const std::vector<std::string>& packs) {
    std::optional<pack::PackSource> source;
    if (pack::IsPackArchive(path)) {
      source = pack::ReadPackArchive(path, path, sources, limits, sink);
    } else if (!IsDirectory(path)) {
      sink.ReportInput(DiagnosticCode::kBadPack, path, "neither a folder nor a `.wpk`", "name the folder that holds pack.yaml");
    } else if (!pack::IsPackFolder(path)) {
      sink.ReportInput(DiagnosticCode::kBadPack, path, "this folder has no pack.yaml", "write one with `name`, `version` and `language`");
    } else {
      source = pack::ReadPackFolder(path, path, sources, limits, sink);
    }
    if (!source) return std::nullopt;
    std::vector<pack::PackSource> active;
    active.push_back(std::move(*source));
    return pack::ResolvePacks(std::move(active), packs, "", sources, limits, sink);
  }
};

std::string Plural(std::size_t count, const std::string& word, const std::string& words) { return std::to_string(count) + " " + (count == 1 ? word : words); }
std::string CountOf(const pack::PackSource& pack, pack::PackFileKind kind, const std::string& word, const std::string& words) {
  std::size_t count = 0;
  for (const pack::PackFile& file : pack.files) count += file.kind == kind;
  return Plural(count, word, words);
}

int Build(const CommandContext& context) {
  std::vector<std::string> paths, packs;
  std::string out;
  Options parser("pack build", "Build a folder with a pack.yaml into one `.wpk` file: sources, bytecode, data, tests, digests. The same folder gives the same bytes.",
                 "  writ pack build policies -o acme.api-1.0.0.wpk\n"
                 "  writ pack build policies -o acme.api-1.0.0.wpk --packs vendor      with the packs that it requires\n");
  parser.Positional("folder", paths, "the folder of the pack");
  parser.Text("-o,--out", out, "the file to write; its name ends in .wpk");
  parser.List("--packs", packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  Session session{context, "pack build", {}, {}, {}};
  if (paths.size() != 1) return session.Usage("name one folder");
  if (!pack::IsPackArchive(out)) return session.Usage("name the file to write, `-o NAME.wpk`");
  if (pack::IsPackArchive(paths[0])) return session.Usage("`" + paths[0] + "` is built already");
  const auto set = session.Resolve(paths[0], packs);
  if (!set) return session.Refuse();
  pack::CheckLocks(*set, session.sources, session.limits, session.sink);
  if (session.sink.has_errors()) return session.Refuse();
  const std::optional<std::string> bytes = pack::BuildPack(*set, Checked(session.limits), session.sources, session.limits, session.sink);
  if (!bytes) return session.Refuse();
  session.Print();
  const Status written = WriteFileAtomically(out, *bytes);
  if (!written.ok()) {
    std::fprintf(stderr, "writ pack build: %s: %s\n", out.c_str(), written.error().c_str());
    return kBadInput;
  }
  const pack::PackSource& pack = set->packs.front();
  std::printf("%s %s, %s, %s, %s, %zu bytes\nsha256 of its files  %s\nsha256 of the file   %s\n", pack.manifest.name.c_str(), pack.manifest.version.ToString().c_str(),
              CountOf(pack, pack::PackFileKind::kPolicy, "policy file", "policy files").c_str(), CountOf(pack, pack::PackFileKind::kTest, "test file", "test files").c_str(),
              CountOf(pack, pack::PackFileKind::kData, "data file", "data files").c_str(), bytes->size(), pack.digest.c_str(), Hex(Sha256Of(*bytes)).c_str());
  return kConforms;
}

int Show(const CommandContext& context) {
  std::vector<std::string> paths;
  bool files = false;
  Options parser("pack show", "Say what a pack is: metadata, requirements, rules, digests. A `.wpk` must decode and verify for that.",
                 "  writ pack show acme.api-1.0.0.wpk\n"
                 "  writ pack show acme.api-1.0.0.wpk --files       and its files with their digests\n\n"
                 "A `.wpk` is a ZIP file: `unzip` takes it apart, `sha256sum -c SHA256SUMS` checks the parts.\n");
  parser.Positional("pack", paths, "a .wpk");
  parser.Flag("--files", files, "list the files");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  Session session{context, "pack show", {}, {}, {}};
  if (paths.size() != 1) return session.Usage("name one `.wpk`");
  const auto pack = pack::ReadPackArchive(paths[0], paths[0], session.sources, session.limits, session.sink);
  if (!pack) return session.Refuse();
  const Result<std::string> bytes = ReadFile(paths[0], session.limits.pack_bytes);
  const Result<bytecode::VerifiedModule> module = bytes.ok() ? pack::LoadPack(*bytes, session.limits) : Result<bytecode::VerifiedModule>(Error{bytes.error()});
  if (!module.ok()) {
    session.sink.ReportInput(DiagnosticCode::kPackUnreadable, paths[0], module.error());
    return session.Refuse();
  }
  const pack::Manifest& manifest = pack->manifest;
  const auto line = [](const char* what, const std::string& value) {
    if (!value.empty()) std::printf("%-14s%s\n", what, SanitizeForTerminal(value).c_str());
  };
  line("pack", manifest.name + " " + manifest.version.ToString());
  line("description", manifest.description);
  line("license", manifest.license);
  line("owner", manifest.owner);
  line("language", std::to_string(manifest.language));
  for (const pack::Requirement& requirement : manifest.required) line("requires", requirement.name + " " + requirement.range.text());
  for (const bytecode::PackInfo& info : module->module().packs) {
    if (info.name != manifest.name) line("compiled with", info.name + " " + info.version + ", sha256 of its files " + info.digest);
  }
  line("files", CountOf(*pack, pack::PackFileKind::kPolicy, "policy", "policies") + ", " + CountOf(*pack, pack::PackFileKind::kTest, "test", "tests") + ", " +
                    CountOf(*pack, pack::PackFileKind::kData, "data file", "data files"));
  line("sha256", pack->digest + " of its files");
  line("", pack->bytecode_digest + " of the bytecode");
  line("", Hex(Sha256Of(*bytes)) + " of this file");
  for (const bytecode::Rule& rule : module->module().rules) line("rule", rule.id + "  " + std::string(bytecode::NameOf(rule.metadata.severity)));
  if (files) {
    for (const pack::PackFile& file : pack->files) line("file", Hex(Sha256Of(file.text)) + "  " + file.path);
  }
  return kConforms;
}

int Verify(const CommandContext& context) {
  std::vector<std::string> paths, packs;
  Options parser("pack verify", "Build a `.wpk` again from the sources inside it and compare the bytes, so that nobody has to trust who built it.",
                 "  writ pack verify acme.api-1.0.0.wpk\n"
                 "  writ pack verify acme.api-1.0.0.wpk --packs vendor      with the packs that it requires\n\n"
                 "exit codes: 0 the same bytes, 1 other bytes, 2 bad input or usage\n");
  parser.Positional("pack", paths, "a .wpk");
  parser.List("--packs", packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  Session session{context, "pack verify", {}, {}, {}};
  if (paths.size() != 1 || !pack::IsPackArchive(paths[0])) return session.Usage("name one `.wpk`");
  const Result<std::string> bytes = ReadFile(paths[0], session.limits.pack_bytes);
  const auto set = session.Resolve(paths[0], packs);
  if (!set || !bytes.ok()) return session.Refuse();
  pack::CheckLocks(*set, session.sources, session.limits, session.sink);
  if (session.sink.has_errors()) return session.Refuse();
  const std::optional<std::string> again = pack::BuildPack(*set, Checked(session.limits), session.sources, session.limits, session.sink);
  if (!again) return session.Refuse();
  session.Print();
  if (*again != *bytes) {
    const Result<pack::PackedPack> theirs = pack::DecodePack(*bytes, session.limits), ours = pack::DecodePack(*again, session.limits);
    const bool same_code = theirs.ok() && ours.ok() && theirs->bytecode == ours->bytecode;
    std::printf("%s: its sources do not give %s\n", paths[0].c_str(), same_code ? "this file" : "its bytecode");
    if (theirs.ok() && ours.ok() && theirs->built_by != ours->built_by) {
      std::printf("it was built by writ %s, and this is writ %s: verify it with that version\n", SanitizeForTerminal(theirs->built_by).c_str(), ours->built_by.c_str());
    }
    return kGateFailed;
  }
  std::printf("%s: the same bytes from its sources\nsha256 of its files  %s\nsha256 of the file   %s\n", paths[0].c_str(), set->packs.front().digest.c_str(),
              Hex(Sha256Of(*bytes)).c_str());
  return kConforms;
}

int Lock(const CommandContext& context) {
  std::vector<std::string> paths, packs;
  std::string config;
  Options parser("pack lock", "Write writ.lock beside pack.yaml: exact versions and digests of the packs that are required. Nothing is fetched.",
                 "  writ pack lock policies --packs vendor      packs among those in the folder vendor\n"
                 "  writ pack lock                              every pack that ./writ.yaml names, with the `packs` that it names\n");
  parser.Positional("folder", paths, "folders of packs");
  parser.List("--packs", packs, "where required packs are: a .wpk, a folder of a pack or of packs; repeatable");
  parser.Text("--config", config, "the project's writ.yaml (default: ./writ.yaml when no folder is named)");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  Session session{context, "pack lock", {}, {}, {}};
  if (!config.empty() || paths.empty()) {
    const auto project = LoadProject(config.empty() ? "writ.yaml" : config, session.sources, session.limits, session.sink);
    if (!project) return session.Refuse();
    for (const std::string& path : project->packs) packs.push_back(JoinPath(project->folder, path));
    for (const std::string& path : project->policies) {
      const std::string full = JoinPath(project->folder, path);
      if (pack::IsPackArchive(full)) packs.push_back(full);
      if (paths.empty() && pack::IsPackFolder(full)) paths.push_back(full);
    }
  }
  if (paths.empty()) return session.Usage("no folder with a pack.yaml is named");
  for (const std::string& path : paths) {
    if (pack::IsPackArchive(path)) return session.Usage("`" + path + "` is built already, with its lock in it");
    const auto set = session.Resolve(path, packs);
    if (!set) return session.Refuse();
    const std::vector<pack::LockedPack> locked = pack::LockOf(*set, 0);
    const std::string file = JoinPath(path, pack::kLockName);
    if (locked.empty()) {
      std::printf("%s requires no other pack\n", set->packs.front().manifest.name.c_str());
      if (!FileExists(file)) continue;
    }
    const Status written = WriteFileAtomically(file, pack::WriteLock(locked));
    if (!written.ok()) {
      std::fprintf(stderr, "writ pack lock: %s: %s\n", file.c_str(), written.error().c_str());
      return kBadInput;
    }
    for (const pack::LockedPack& pack : locked) std::printf("%s %s  %s\n", pack.name.c_str(), pack.version.c_str(), pack.digest.c_str());
    std::printf("%s: %s\n", file.c_str(), Plural(locked.size(), "pack", "packs").c_str());
  }
  session.Print();
  return kConforms;
}

constexpr Verb kVerbs[] = {
    {"build", Build, "a folder with a pack.yaml into one `.wpk` file"},
    {"show", Show, "what a `.wpk` is: metadata, rules, digests"},
    {"verify", Verify, "build a `.wpk` again from its sources and compare the bytes"},
    {"lock", Lock, "write the exact packs that a pack requires into writ.lock"},
};

}  // namespace

int PackCommand(const CommandContext& context) {
  return RunVerb(context, "pack", kVerbs, "Build, show, verify and lock packs of policies.", "docs/packs.md has the whole story.");
}

}  // namespace writ::cli
