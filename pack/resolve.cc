// Requirements → packs, by name and version; then locks against digests.
#include "pack/resolve.h"

#include <algorithm>
#include <set>

#include "base/diagnostic_codes.h"
#include "base/file.h"

namespace writ::pack {

namespace {

class Resolver {
 public:
  Resolver(std::vector<PackSource> active, const std::vector<std::string>& places, const std::string& base, SourceMap& sources, const Limits& limits,
           DiagnosticSink& sink)
      : places_(places), base_(base), sources_(sources), limits_(limits), sink_(sink), errors_(sink.error_count()) {
    set_.active = active.size();
    set_.packs = std::move(active);
  }

  std::optional<PackSet> Run() {
    for (std::size_t i = 0; i < set_.packs.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (set_.packs[i].manifest.name != set_.packs[k].manifest.name) continue;
        sink_.ReportInput(DiagnosticCode::kPackConflict, set_.packs[i].shown, "pack `" + set_.packs[i].manifest.name + "` is there twice: also as " + set_.packs[k].shown,
                          "name one of them");
      }
    }
    for (std::size_t i = 0; i < set_.packs.size() && sink_.error_count() == errors_; ++i) {
      set_.required.emplace_back();
      // By index: meeting a requirement adds packs.
      for (std::size_t r = 0; r < set_.packs[i].manifest.required.size(); ++r) {
        const Requirement requirement = set_.packs[i].manifest.required[r];
        if (const auto found = Meet(i, requirement)) set_.required[i].push_back(*found);
      }
    }
    if (sink_.error_count() == errors_) FindCycles();
    if (sink_.error_count() != errors_) return std::nullopt;
    return std::move(set_);
  }

 private:
  // The place of the pack that meets `requirement` of pack `from`.
  std::optional<std::uint32_t> Meet(std::size_t from, const Requirement& requirement) {
    const std::string wanted = "`" + requirement.name + "` " + requirement.range.text();
    for (std::size_t i = 0; i < set_.packs.size(); ++i) {
      const PackSource& pack = set_.packs[i];
      if (pack.manifest.name != requirement.name) continue;
      if (!requirement.range.Contains(pack.manifest.version)) return OutOfRange(requirement, pack), std::nullopt;
      return static_cast<std::uint32_t>(i);
    }
    ReadCandidates();
    const PackSource* best = nullptr;
    const PackSource* other = nullptr;
    for (const PackSource& candidate : candidates_) {
      if (candidate.manifest.name != requirement.name) continue;
      other = &candidate;
      if (!requirement.range.Contains(candidate.manifest.version)) continue;
      if (best == nullptr || Compare(candidate.manifest.version, best->manifest.version) > 0) best = &candidate;
    }
    if (best == nullptr && other != nullptr) return OutOfRange(requirement, *other), std::nullopt;
    if (best == nullptr) {
      sink_.Report(DiagnosticCode::kPackConflict, requirement.span, "no pack " + wanted + " was found, which `" + set_.packs[from].manifest.name + "` requires",
                   "name its folder or `.wpk` under `packs` in writ.yaml, or with `--packs`");
      return std::nullopt;
    }
    set_.packs.push_back(*best);
    return static_cast<std::uint32_t>(set_.packs.size() - 1);
  }

  void OutOfRange(const Requirement& requirement, const PackSource& pack) {
    sink_.Report(DiagnosticCode::kPackConflict, requirement.span,
                 "pack `" + requirement.name + "` is version " + pack.manifest.version.ToString() + ", which `" + requirement.range.text() + "` does not take (" + pack.shown + ")",
                 "name a version in the range, or change the range in pack.yaml");
  }

  // Read only when something is required.
  void ReadCandidates() {
    if (has_read_) return;
    has_read_ = true;
    std::set<std::string> seen;
    const auto add = [&](const std::string& path) {
      if (!seen.insert(NormalisePath(path)).second || candidates_.size() == limits_.packs) return;
      const std::string shown = RelativeTo(path, base_.empty() ? "." : base_);
      auto pack = IsPackArchive(path) ? ReadPackArchive(path, shown, sources_, limits_, sink_) : ReadPackFolder(path, shown, sources_, limits_, sink_);
      if (pack) candidates_.push_back(std::move(*pack));
    };
    for (const std::string& place : places_) {
      if (IsPackArchive(place) || IsPackFolder(place)) {
        add(place);
        continue;
      }
      const std::vector<std::string> archives = FilesBelow(place, ".wpk"), folders = FilesBelow(place, std::string("/") + kManifestName);
      if (archives.empty() && folders.empty()) {
        sink_.ReportInput(DiagnosticCode::kPackConflict, RelativeTo(place, base_.empty() ? "." : base_), "neither a `.wpk` nor a folder of packs", "");
      }
      for (const std::string& path : archives) add(path);
      for (const std::string& path : folders) add(FolderOf(path));
    }
  }

  // Depth-first, with a stack of its own: a pack that is met while it is open requires itself.
  void FindCycles() {
    enum class State : std::uint8_t { kNew, kOpen, kDone };
    std::vector<State> states(set_.packs.size(), State::kNew);
    for (std::uint32_t root = 0; root < set_.packs.size(); ++root) {
      std::vector<std::pair<std::uint32_t, std::size_t>> open;   // pack, next of its requirements
      if (states[root] == State::kNew) open.push_back({root, 0}), states[root] = State::kOpen;
      while (!open.empty()) {
        auto& [pack, next] = open.back();
        if (next == set_.required[pack].size()) {
          states[pack] = State::kDone;
          open.pop_back();
          continue;
        }
        const std::size_t place = next++;
        const std::uint32_t to = set_.required[pack][place];
        if (states[to] == State::kOpen) {
          const std::uint32_t from = pack;
          sink_.Report(DiagnosticCode::kPackConflict, set_.packs[from].manifest.required[place].span,
                       "packs `" + set_.packs[from].manifest.name + "` and `" + set_.packs[to].manifest.name + "` require each other",
                       "move what both need into a third pack");
          return;
        }
        if (states[to] == State::kNew) open.push_back({to, 0}), states[to] = State::kOpen;
      }
    }
  }

  PackSet set_;
  std::vector<PackSource> candidates_;
  bool has_read_ = false;
  const std::vector<std::string>& places_;
  const std::string& base_;
  SourceMap& sources_;
  const Limits& limits_;
  DiagnosticSink& sink_;
  std::size_t errors_;
};

}  // namespace

std::optional<PackSet> ResolvePacks(std::vector<PackSource> active, const std::vector<std::string>& places, const std::string& base, SourceMap& sources,
                                    const Limits& limits, DiagnosticSink& sink) {
  return Resolver(std::move(active), places, base, sources, limits, sink).Run();
}

std::vector<LockedPack> LockOf(const PackSet& set, std::size_t pack) {
  std::vector<bool> seen(set.packs.size(), false);
  std::vector<std::uint32_t> open = set.required[pack];
  std::vector<LockedPack> out;
  while (!open.empty()) {
    const std::uint32_t next = open.back();
    open.pop_back();
    if (seen[next]) continue;
    seen[next] = true;
    const PackSource& source = set.packs[next];
    out.push_back({source.manifest.name, source.manifest.version.ToString(), source.digest, {}});
    open.insert(open.end(), set.required[next].begin(), set.required[next].end());
  }
  std::sort(out.begin(), out.end(), [](const LockedPack& a, const LockedPack& b) { return a.name < b.name; });
  return out;
}

void CheckLocks(const PackSet& set, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  for (std::size_t i = 0; i < set.active; ++i) {
    const PackSource& pack = set.packs[i];
    const PackFile* file = pack.Find(kLockName);
    const std::string way_out = "if this is what you want, run `writ pack lock " + pack.place + "` and look at what changed";
    if (file == nullptr) {
      if (pack.manifest.required.empty()) continue;
      sink.Report(DiagnosticCode::kLockDiffers, pack.manifest.required.front().span, "pack `" + pack.manifest.name + "` requires others and has no writ.lock",
                  "write it with `writ pack lock " + pack.place + "`");
      continue;
    }
    const auto locked = ReadLock(sources.Add(JoinPath(pack.is_archive ? pack.manifest.name : pack.shown, kLockName), file->text), sources, limits, sink);
    if (!locked) continue;
    const std::vector<LockedPack> found = LockOf(set, i);
    for (const LockedPack& entry : *locked) {
      const auto at = std::find_if(found.begin(), found.end(), [&](const LockedPack& other) { return other.name == entry.name; });
      if (at == found.end()) {
        sink.Report(DiagnosticCode::kLockDiffers, entry.span, "nothing requires pack `" + entry.name + "`, and writ.lock has it", way_out);
      } else if (at->version != entry.version) {
        sink.Report(DiagnosticCode::kLockDiffers, entry.span, "pack `" + entry.name + "` is version " + at->version + ", and writ.lock says " + entry.version, way_out);
      } else if (at->digest != entry.digest) {
        sink.Report(DiagnosticCode::kLockDiffers, entry.span,
                    "pack `" + entry.name + "` " + entry.version + " is not the one of writ.lock: its digest is " + at->digest, way_out);
      }
    }
    for (const LockedPack& entry : found) {
      if (std::any_of(locked->begin(), locked->end(), [&](const LockedPack& other) { return other.name == entry.name; })) continue;
      sink.ReportInput(DiagnosticCode::kLockDiffers, JoinPath(pack.shown, kLockName), "pack `" + entry.name + "` is required and writ.lock does not have it", way_out);
    }
  }
}

}  // namespace writ::pack
