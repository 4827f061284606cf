// The text of writ.lock, both ways.
#include "pack/lock.h"

#include <algorithm>

#include "base/config.h"
#include "base/diagnostic_codes.h"
#include "pack/manifest.h"

namespace writ::pack {

namespace {

bool IsDigest(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

std::string WriteLock(std::vector<LockedPack> packs) {
  std::sort(packs.begin(), packs.end(), [](const LockedPack& a, const LockedPack& b) { return a.name < b.name; });
  std::string out =
      "# Written by `writ pack lock`: the packs that this one requires, exactly. Keep it beside pack.yaml.\n"
      "lock: " + std::to_string(kLockFormat) + "\npacks:\n";
  for (const LockedPack& pack : packs) {
    out += "  " + pack.name + ":\n    version: \"" + pack.version + "\"\n    sha256: " + pack.digest + "\n";
  }
  return out;
}

std::optional<std::vector<LockedPack>> ReadLock(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  const auto root = ParseConfig(file, sources, limits, sink);
  if (!root) return std::nullopt;
  bool usable = true;
  const auto bad = [&](const ConfigNode& node, std::string message) {
    sink.Report(DiagnosticCode::kBadLock, node.span, std::move(message), "write it again with `writ pack lock`");
    usable = false;
  };
  const ConfigNode* format = root->Find("lock");
  if (format == nullptr || !format->is_scalar() || format->scalar != std::to_string(kLockFormat)) {
    bad(format != nullptr ? *format : *root, "this is no lock of format " + std::to_string(kLockFormat));
    return std::nullopt;
  }
  std::vector<LockedPack> out;
  for (const auto& [key, value] : root->members) {
    if (key.scalar == "lock") continue;
    if (key.scalar != "packs" || (value.kind != ConfigNode::Kind::kMap && !value.is_null())) {
      bad(key, "a lock has `lock` and a map `packs`");
      continue;
    }
    for (const auto& [name, entry] : value.members) {
      const ConfigNode* version = entry.Find("version");
      const ConfigNode* digest = entry.Find("sha256");
      const bool whole = version != nullptr && digest != nullptr && entry.members.size() == 2 && ParseVersion(version->scalar) && IsDigest(digest->scalar);
      if (!whole || !IsPackName(name.scalar)) {
        bad(name, "a locked pack has a `version` and a `sha256`");
        continue;
      }
      out.push_back({name.scalar, version->scalar, digest->scalar, name.span});
    }
  }
  if (!usable) return std::nullopt;
  return out;
}

}  // namespace writ::pack
