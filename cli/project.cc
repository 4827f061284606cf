// writ.yaml → Project. Unknown keys are errors: a misspelt gate must not be a silent one.
#include "cli/project.h"

#include <set>

#include <span>

#include "base/config.h"
#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "base/suggest.h"
#include "compiler/lint/lint.h"

namespace writ::cli {

namespace {

class ProjectReader {
 public:
  explicit ProjectReader(DiagnosticSink& sink) : sink_(sink) {}

  Project Read(const ConfigNode& root) {
    Project project;
    if (root.kind != ConfigNode::Kind::kMap) {
      Bad(root, "writ.yaml is a map of settings", "begin with `apis:`");
      return project;
    }
    for (const auto& [key, value] : root.members) {
      if (key.scalar == "project") {
        project.name = Text(value);
      } else if (key.scalar == "apis") {
        ReadApis(value, project);
      } else if (key.scalar == "traffic") {
        ReadTraffic(value, project);
      } else if (key.scalar == "policies") {
        project.policies = Texts(value);
      } else if (key.scalar == "packs") {
        project.packs = Texts(value);
      } else if (key.scalar == "stdlib") {
        project.stdlib = Bool(value);
      } else if (key.scalar == "inputs") {
        project.inputs = Pairs(value);
      } else if (key.scalar == "params") {
        project.params = Pairs(value);
      } else if (key.scalar == "required") {
        for (std::string& rule : Texts(value)) project.gate.required.insert(std::move(rule));
      } else if (key.scalar == "gate") {
        ReadGate(value, project.gate);
      } else if (key.scalar == "lint") {
        ReadLint(value, project.lint);
      } else {
        Unknown(key, {"project", "apis", "traffic", "policies", "packs", "stdlib", "inputs", "params", "required", "gate", "lint"});
      }
    }
    return project;
  }

 private:
  void Bad(const ConfigNode& node, std::string message, std::string help) {
    sink_.Report(DiagnosticCode::kBadConfig, node.span, std::move(message), std::move(help));
  }
  void Unknown(const ConfigNode& key, std::vector<std::string> known) {
    std::string help = DidYouMean(key.scalar, known);
    if (help.empty()) {
      help = "known keys are";
      for (const std::string& name : known) help += " `" + name + "`";
    }
    Bad(key, "`" + key.scalar + "` is no setting here", help);
  }
  std::string Text(const ConfigNode& node) {
    if (!node.is_scalar()) {
      Bad(node, "a single value is expected here", "");
      return {};
    }
    return node.scalar;
  }
  bool Bool(const ConfigNode& node) {
    const std::string text = Text(node);
    if (text != "true" && text != "false") Bad(node, "`" + text + "` is neither true nor false", "write `true` or `false`");
    return text == "true";
  }
  // A list, or one value for a list of one.
  std::vector<std::string> Texts(const ConfigNode& node) {
    std::vector<std::string> out;
    if (node.is_null()) return out;
    if (node.is_scalar()) return {node.scalar};
    if (node.kind != ConfigNode::Kind::kList) {
      Bad(node, "a list is expected here", "write `[a, b]`");
      return out;
    }
    for (const ConfigNode& item : node.items) out.push_back(Text(item));
    return out;
  }
  std::vector<std::pair<std::string, std::string>> Pairs(const ConfigNode& node) {
    std::vector<std::pair<std::string, std::string>> out;
    if (node.is_null()) return out;
    if (node.kind != ConfigNode::Kind::kMap) {
      Bad(node, "a map of names to values is expected here", "write `{name: value}`");
      return out;
    }
    for (const auto& [key, value] : node.members) {
      std::string text;
      if (value.kind == ConfigNode::Kind::kList) {
        for (const std::string& item : Texts(value)) text += (text.empty() ? "" : ",") + item;
      } else {
        text = Text(value);
      }
      out.push_back({key.scalar, text});
    }
    return out;
  }

  // Paths, or maps where more is said than a path.
  void ReadTraffic(const ConfigNode& node, Project& project) {
    if (node.is_null()) return;
    const bool is_list = node.kind == ConfigNode::Kind::kList;
    for (const ConfigNode& item : is_list ? std::span<const ConfigNode>(node.items) : std::span<const ConfigNode>(&node, 1)) {
      RecordingConfig recording;
      if (item.kind == ConfigNode::Kind::kMap) {
        for (const auto& [setting, content] : item.members) {
          if (setting.scalar == "path") {
            recording.path = Text(content);
          } else if (setting.scalar == "sampled") {
            recording.sampled = Bool(content);
          } else {
            Unknown(setting, {"path", "sampled"});
          }
        }
        if (recording.path.empty()) Bad(item, "a recording has a path", "write `{path: traffic/day.ndjson, sampled: true}`");
      } else {
        recording.path = Text(item);
      }
      if (!recording.path.empty()) project.traffic.push_back(std::move(recording));
    }
  }

  void ReadApis(const ConfigNode& node, Project& project) {
    if (node.kind != ConfigNode::Kind::kMap) return Bad(node, "`apis` is a map of names to APIs", "write `apis: {billing: {descriptions: [openapi.yaml]}}`");
    for (const auto& [key, value] : node.members) {
      ApiConfig api;
      api.metadata.name = key.scalar;
      if (value.kind != ConfigNode::Kind::kMap) {
        Bad(value, "an API is a map", "write `" + key.scalar + ": {descriptions: [openapi.yaml]}`");
        continue;
      }
      for (const auto& [setting, content] : value.members) {
        if (setting.scalar == "descriptions") {
          api.descriptions = Texts(content);
        } else if (setting.scalar == "hosts") {
          api.hosts = Texts(content);
        } else if (setting.scalar == "exposure") {
          ReadExposure(content, api.metadata);
        } else if (setting.scalar == "sensitivity") {
          api.metadata.sensitivity = Text(content);
        } else if (setting.scalar == "impact") {
          api.metadata.impact = Text(content);
        } else if (setting.scalar == "owner") {
          api.metadata.owner = Text(content);
        } else if (setting.scalar == "lifecycle") {
          api.metadata.lifecycle = Text(content);
        } else {
          Unknown(setting, {"descriptions", "hosts", "exposure", "sensitivity", "impact", "owner", "lifecycle"});
        }
      }
      if (api.descriptions.empty()) Bad(key, "API `" + key.scalar + "` names no description", "add `descriptions: [openapi.yaml]`");
      project.apis.push_back(std::move(api));
    }
  }

  void ReadExposure(const ConfigNode& node, model::ApiMetadata& metadata) {
    const std::string text = Text(node);
    if (text == "public") {
      metadata.exposure = model::Exposure::kPublic;
    } else if (text == "partner") {
      metadata.exposure = model::Exposure::kPartner;
    } else if (text == "internal") {
      metadata.exposure = model::Exposure::kInternal;
    } else if (text != "unspecified") {
      Bad(node, "`" + text + "` is no exposure", "write public, partner, internal or unspecified");
    }
  }

  void ReadGate(const ConfigNode& node, engine::GateOptions& gate) {
    if (node.kind != ConfigNode::Kind::kMap) return Bad(node, "`gate` is a map", "write `gate: {fail_on: high}`");
    for (const auto& [key, value] : node.members) {
      if (key.scalar == "fail_on") {
        const std::string text = Text(value);
        bool known = false;
        for (const auto severity : {bytecode::Severity::kCritical, bytecode::Severity::kHigh, bytecode::Severity::kMedium, bytecode::Severity::kLow,
                                    bytecode::Severity::kInfo}) {
          if (bytecode::NameOf(severity) != text) continue;
          gate.fail_on = severity;
          known = true;
        }
        if (!known) Bad(value, "`" + text + "` is no severity", "write critical, high, medium, low or info");
      } else if (key.scalar == "indeterminate" || key.scalar == "vacuous") {
        const std::string text = Text(value);
        if (text != "fail" && text != "list") Bad(value, "`" + text + "` is neither fail nor list", "write `fail` or `list`");
        (key.scalar == "vacuous" ? gate.fail_on_vacuous : gate.fail_on_indeterminate) = text == "fail";
      } else if (key.scalar == "error") {
        if (Text(value) != "fail") Bad(value, "`error` always fails the gate", "remove this line");
      } else {
        Unknown(key, {"fail_on", "indeterminate", "vacuous", "error"});
      }
    }
  }

  void ReadLint(const ConfigNode& node, LintConfig& lint) {
    if (node.kind != ConfigNode::Kind::kMap) return Bad(node, "`lint` is a map", "write `lint: {strict: true}`");
    for (const auto& [key, value] : node.members) {
      if (key.scalar == "strict") {
        lint.strict = Bool(value);
      } else if (key.scalar == "allow") {
        lint.allow = Texts(value);
        for (const std::string& word : lint.allow) {
          if (compiler::lint::FindLint(word) == nullptr) Bad(value, "no lint is called `" + word + "`", DidYouMean(word, LintNames()));
        }
      } else {
        Unknown(key, {"strict", "allow"});
      }
    }
  }

  DiagnosticSink& sink_;
};

}  // namespace

std::vector<std::string> LintNames() {
  std::vector<std::string> names;
  for (const compiler::lint::LintInfo& row : compiler::lint::AllLints()) {
    names.emplace_back(InfoOf(row.code).code);
    names.emplace_back(row.name);
  }
  return names;
}

std::optional<Project> LoadProject(const std::string& path, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  const std::size_t errors = sink.error_count();
  const std::string name = path.substr(path.rfind('/') + 1);
  const FileId file = LoadSource(path, name, limits.config_bytes, sources, sink);
  if (file == kNoFile) return std::nullopt;
  const auto root = ParseConfig(file, sources, limits, sink);
  if (!root) return std::nullopt;
  Project project = ProjectReader(sink).Read(*root);
  project.folder = FolderOf(path).empty() ? "." : FolderOf(path);
  if (sink.error_count() != errors) return std::nullopt;
  return project;
}

}  // namespace writ::cli
