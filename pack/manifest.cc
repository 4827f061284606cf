// pack.yaml → Manifest.
#include "pack/manifest.h"

#include <algorithm>

#include "base/config.h"
#include "base/diagnostic_codes.h"
#include "base/suggest.h"
#include "base/version.h"
#include "pack/archive.h"

namespace writ::pack {

namespace {

class ManifestReader {
 public:
  explicit ManifestReader(DiagnosticSink& sink) : sink_(sink) {}

  Manifest Read(const ConfigNode& root) {
    Manifest manifest;
    if (root.kind != ConfigNode::Kind::kMap) {
      Bad(root, "pack.yaml is a map of settings", kExample);
      return manifest;
    }
    for (const auto& [key, value] : root.members) {
      if (key.scalar == "name") {
        manifest.name = ReadName(value);
      } else if (key.scalar == "version") {
        ReadVersion(value, manifest);
      } else if (key.scalar == "language") {
        ReadLanguage(value);
      } else if (key.scalar == "description") {
        manifest.description = Text(value);
      } else if (key.scalar == "license") {
        manifest.license = Text(value);
      } else if (key.scalar == "owner") {
        manifest.owner = Text(value);
      } else if (key.scalar == "policies") {
        manifest.policies = Patterns(value);
      } else if (key.scalar == "tests") {
        manifest.tests = Patterns(value);
      } else if (key.scalar == "data") {
        manifest.data = Patterns(value);
      } else if (key.scalar == "requires") {
        ReadRequired(value, manifest);
      } else {
        Unknown(key);
      }
    }
    for (const char* key : {"name", "version", "language"}) {
      if (root.Find(key) == nullptr) Bad(root, std::string("a pack has a `") + key + "`", kExample);
    }
    return manifest;
  }

 private:
  static constexpr const char* kExample = "write, for example, `name: acme.api`, `version: \"1.0.0\"`, `language: 1`";

  void Bad(const ConfigNode& node, std::string message, std::string help) {
    sink_.Report(DiagnosticCode::kBadPack, node.span, std::move(message), std::move(help));
  }
  void Unknown(const ConfigNode& key) {
    const std::vector<std::string> known = {"name", "version", "language", "description", "license", "owner", "policies", "tests", "data", "requires"};
    std::string help = DidYouMean(key.scalar, known);
    if (help.empty()) {
      help = "a pack has";
      for (const std::string& name : known) help += " `" + name + "`";
    }
    Bad(key, "`" + key.scalar + "` is no setting of a pack", help);
  }
  std::string Text(const ConfigNode& node) {
    if (node.is_scalar() && !node.scalar.empty()) return node.scalar;
    Bad(node, "a text is expected here", "");
    return {};
  }

  std::string ReadName(const ConfigNode& node) {
    const std::string name = Text(node);
    if (!name.empty() && !IsPackName(name)) Bad(node, "`" + name + "` is no dotted name", "write `name: acme.api`: letters, digits and `_`, joined by dots");
    return name;
  }
  void ReadVersion(const ConfigNode& node, Manifest& manifest) {
    const std::string text = Text(node);
    if (text.empty()) return;
    if (const auto version = ParseVersion(text)) {
      manifest.version = *version;
    } else {
      Bad(node, "`" + text + "` is no semantic version", "write three numbers, `version: \"1.0.0\"`, as semver.org says");
    }
  }
  void ReadLanguage(const ConfigNode& node) {
    const std::string text = Text(node);
    if (text.empty() || text == std::to_string(kLanguageEdition)) return;
    Bad(node, "language edition " + text + " is not known", "this version reads `language: " + std::to_string(kLanguageEdition) + "`");
  }

  // A list, or one pattern.
  std::vector<FilePattern> Patterns(const ConfigNode& node) {
    std::vector<FilePattern> out;
    const auto add = [&](const ConfigNode& item) {
      std::string text = Text(item);
      if (text.empty()) return;
      while (text.size() > 1 && text.back() == '/') text.pop_back();
      if (!IsArchiveName(text)) {
        Bad(item, "`" + text + "` is no path within the pack", "write a path from the folder of pack.yaml, such as `rules` or `lists/*.txt`");
        return;
      }
      out.push_back({std::move(text), item.span});
    };
    if (node.kind == ConfigNode::Kind::kList) {
      for (const ConfigNode& item : node.items) add(item);
    } else {
      add(node);
    }
    return out;
  }

  void ReadRequired(const ConfigNode& node, Manifest& manifest) {
    if (node.kind != ConfigNode::Kind::kMap) return Bad(node, "`requires` is a map of packs to version ranges", "write `requires: {acme.common: \"^1.2.0\"}`");
    for (const auto& [key, value] : node.members) {
      if (!IsPackName(key.scalar)) {
        Bad(key, "`" + key.scalar + "` is no name of a pack", "write `acme.common: \"^1.2.0\"`");
        continue;
      }
      const std::string text = Text(value);
      if (text.empty()) continue;
      Result<VersionRange> range = VersionRange::Parse(text);
      if (!range.ok()) {
        Bad(value, range.error(), "write `\"^1.2.0\"`, `\"~1.2.0\"` or `\">=1.2.0 <2.0.0\"`");
        continue;
      }
      manifest.required.push_back({key.scalar, std::move(*range), key.span});
    }
    std::sort(manifest.required.begin(), manifest.required.end(), [](const Requirement& a, const Requirement& b) { return a.name < b.name; });
  }

  DiagnosticSink& sink_;
};

}  // namespace

bool IsPackName(std::string_view name) {
  if (name.size() > 200) return false;
  bool start = true;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (c == '.' ? start : !(letter || (!start && c >= '0' && c <= '9'))) return false;
    start = c == '.';
  }
  return !start;
}

std::optional<Manifest> ReadManifest(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  const std::size_t errors = sink.error_count();
  const auto root = ParseConfig(file, sources, limits, sink);
  if (!root) return std::nullopt;
  Manifest manifest = ManifestReader(sink).Read(*root);
  manifest.file = file;
  if (sink.error_count() != errors) return std::nullopt;
  return manifest;
}

}  // namespace writ::pack
