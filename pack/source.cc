// Folder or `.wpk` → PackSource.
#include "pack/source.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "base/glob.h"
#include "pack/archive.h"

namespace writ::pack {

namespace {

bool EndsWith(std::string_view text, std::string_view end) { return text.size() >= end.size() && text.substr(text.size() - end.size()) == end; }

bool Matches(const std::string& pattern, const std::string& path) {
  if (GlobMatches(pattern, path)) return true;
  return path.size() > pattern.size() && path[pattern.size()] == '/' && path.compare(0, pattern.size(), pattern) == 0;
}

// What a path is by the manifest; nothing for what is no file of the pack.
std::optional<PackFileKind> KindOf(const Manifest& manifest, const std::string& path) {
  if (path == kManifestName) return PackFileKind::kManifest;
  if (path == kLockName) return PackFileKind::kLock;
  const auto any = [&](const std::vector<FilePattern>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const FilePattern& pattern) { return Matches(pattern.text, path); });
  };
  if (EndsWith(path, ".writ") && (manifest.policies.empty() || any(manifest.policies))) return PackFileKind::kPolicy;
  if (EndsWith(path, ".case") && (manifest.tests.empty() || any(manifest.tests))) return PackFileKind::kTest;
  if (any(manifest.data)) return PackFileKind::kData;
  return std::nullopt;
}

// A pattern that no file matches is a misspelt one.
void CheckPatterns(const PackSource& pack, DiagnosticSink& sink) {
  const auto check = [&](const std::vector<FilePattern>& patterns, PackFileKind kind, const char* what) {
    for (const FilePattern& pattern : patterns) {
      const bool found = std::any_of(pack.files.begin(), pack.files.end(),
                                     [&](const PackFile& file) { return file.kind == kind && Matches(pattern.text, file.path); });
      if (!found) sink.Report(DiagnosticCode::kBadPack, pattern.span, "no " + std::string(what) + " of this pack matches `" + pattern.text + "`", "");
    }
  };
  check(pack.manifest.policies, PackFileKind::kPolicy, "`.writ` file");
  check(pack.manifest.tests, PackFileKind::kTest, "`.case` file");
  check(pack.manifest.data, PackFileKind::kData, "data file");
}

}  // namespace

const PackFile* PackSource::Find(const std::string& path) const {
  const auto at = std::lower_bound(files.begin(), files.end(), path, [](const PackFile& file, const std::string& name) { return file.path < name; });
  return at != files.end() && at->path == path ? &*at : nullptr;
}

std::vector<PackedFile> PackSource::Files() const {
  std::vector<PackedFile> out;
  for (const PackFile& file : files) out.push_back({file.path, file.text});
  return out;
}

bool IsPackFolder(const std::string& path) { return IsDirectory(path) && FileExists(JoinPath(path, kManifestName)); }
bool IsPackArchive(const std::string& path) { return EndsWith(path, ".wpk"); }

std::optional<PackSource> ReadPackFolder(const std::string& folder, const std::string& shown, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  const std::size_t errors = sink.error_count();
  PackSource pack;
  pack.place = folder, pack.shown = shown;
  const FileId manifest = LoadSource(JoinPath(folder, kManifestName), JoinPath(shown, kManifestName), limits.config_bytes, sources, sink);
  if (manifest == kNoFile) return std::nullopt;
  auto read = ReadManifest(manifest, sources, limits, sink);
  if (!read) return std::nullopt;
  pack.manifest = std::move(*read);
  std::vector<std::string> paths;
  std::set<std::string> others;   // folders of packs below
  for (const std::string& file : FilesBelow(folder, "")) {
    std::string path = RelativeTo(file, folder);
    if (path[0] == '.' || path.find("/.") != std::string::npos) continue;
    if (EndsWith(path, std::string("/") + kManifestName)) others.insert(FolderOf(path) + "/");
    paths.push_back(std::move(path));
  }
  std::size_t bytes = 0;
  for (std::string& path : paths) {
    if (std::any_of(others.begin(), others.end(), [&](const std::string& other) { return path.compare(0, other.size(), other) == 0; })) continue;
    const auto kind = KindOf(pack.manifest, path);
    if (!kind) continue;
    const auto refuse = [&](const std::string& why) { sink.ReportInput(DiagnosticCode::kCannotRead, JoinPath(shown, path), why); };
    if (!IsArchiveName(path)) {
      refuse("a file of a pack cannot have this name");
      continue;
    }
    if (pack.files.size() == limits.pack_files) {
      refuse("the pack has more than " + std::to_string(limits.pack_files) + " files");
      break;
    }
    const std::size_t limit = *kind == PackFileKind::kPolicy || *kind == PackFileKind::kTest ? limits.policy_bytes : limits.config_bytes;
    Result<std::string> text = ReadFile(JoinPath(folder, path), limit);
    if (!text.ok()) {
      refuse(text.error());
      continue;
    }
    bytes += text->size();
    if (bytes > limits.pack_bytes / 2) {
      refuse("the files of the pack are larger than the limit");
      break;
    }
    pack.files.push_back({std::move(path), std::move(*text), *kind});
  }
  std::sort(pack.files.begin(), pack.files.end(), [](const PackFile& a, const PackFile& b) { return a.path < b.path; });
  CheckPatterns(pack, sink);
  if (sink.error_count() != errors) return std::nullopt;
  pack.digest = DigestOfFiles(pack.Files());
  return pack;
}

std::optional<PackSource> ReadPackArchive(const std::string& path, const std::string& shown, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  const auto refuse = [&](const std::string& why) { sink.ReportInput(DiagnosticCode::kPackUnreadable, shown, why); };
  const Result<std::string> bytes = ReadFile(path, limits.pack_bytes);
  if (!bytes.ok()) {
    sink.ReportInput(DiagnosticCode::kCannotRead, shown, bytes.error());
    return std::nullopt;
  }
  const Result<PackedPack> packed = DecodePack(*bytes, limits);
  if (!packed.ok()) {
    refuse(packed.error());
    return std::nullopt;
  }
  PackSource pack;
  pack.place = path, pack.shown = shown, pack.is_archive = true;
  const std::size_t errors = sink.error_count();
  for (const PackedFile& file : packed->files) {
    if (file.path != kManifestName) continue;
    auto manifest = ReadManifest(sources.Add(packed->name + "/" + kManifestName, std::string(file.text)), sources, limits, sink);
    if (manifest) pack.manifest = std::move(*manifest);
  }
  if (sink.error_count() != errors) return std::nullopt;
  if (pack.manifest.name != packed->name || pack.manifest.version.ToString() != packed->version) {
    refuse("damaged pack: it is called `" + packed->name + " " + packed->version + "`, and its pack.yaml says otherwise");
    return std::nullopt;
  }
  for (const PackedFile& file : packed->files) {
    const auto kind = KindOf(pack.manifest, std::string(file.path));
    if (!kind) {
      refuse("damaged pack: `" + std::string(file.path) + "` is no file of the pack by its pack.yaml");
      return std::nullopt;
    }
    pack.files.push_back({std::string(file.path), std::string(file.text), *kind});
  }
  CheckPatterns(pack, sink);
  if (sink.error_count() != errors) return std::nullopt;
  pack.digest = DigestOfFiles(packed->files);
  pack.bytecode = packed->bytecode;
  pack.bytecode_digest = Hex(Sha256Of(packed->bytecode));
  return pack;
}

Result<std::string> LoadFrom(const PackSource& pack, const std::string& policy, const std::string& path) {
  if (!path.empty() && path.front() == '/') return Error{"the path is absolute"};
  const std::string full = NormalisePath(JoinPath(FolderOf(policy), path));
  if (full == ".." || full.substr(0, 3) == "../") return Error{"the path leads out of the pack"};
  const PackFile* file = pack.Find(full);
  if (file == nullptr) return Error{"no file `" + full + "` belongs to pack `" + pack.manifest.name + "`; pack.yaml lists such files under `data`"};
  return file->text;
}

}  // namespace writ::pack
