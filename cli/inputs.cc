// Reading inputs. Names in reports are relative to the folder of writ.yaml, or of the file itself, never absolute.
#include "cli/inputs.h"

#include <algorithm>
#include <map>

#include "base/diagnostic_codes.h"
#include "base/file.h"
#include "base/suggest.h"
#include "model/spec/read_api.h"

namespace writ::cli {

namespace {

std::string BaseName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string Stem(const std::string& path) {
  const std::string name = BaseName(path);
  const std::size_t dot = name.find('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

// The shortest trailing part of each path that tells it from the others, so that two `openapi.yaml` stay apart.
std::vector<std::string> ShortNames(const std::vector<std::string>& paths) {
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    const std::string normal = NormalisePath(path);
    std::size_t at = normal.rfind('/');
    std::string name = at == std::string::npos ? normal : normal.substr(at + 1);
    const auto clashes = [&](const std::string& candidate) {
      return std::count_if(paths.begin(), paths.end(), [&](const std::string& other) {
               const std::string o = NormalisePath(other);
               return o != normal && o.size() >= candidate.size() && o.substr(o.size() - candidate.size()) == candidate;
             }) > 0;
    };
    while (at != std::string::npos && at > 0 && clashes("/" + name)) {
      at = normal.rfind('/', at - 1);
      name = at == std::string::npos ? normal : normal.substr(at + 1);
    }
    names.push_back(std::move(name));
  }
  return names;
}

struct Wanted {
  std::string path, name;
  model::ApiMetadata metadata;
  std::vector<std::string> hosts;
};

}  // namespace

std::vector<std::unique_ptr<model::Api>> ReadApis(const Project& project, const std::vector<std::string>& specs, bool has_config, SourceMap& sources,
                                                  const Limits& limits, DiagnosticSink& sink) {
  std::vector<Wanted> wanted;
  for (const ApiConfig& api : project.apis) {
    for (const std::string& path : api.descriptions) {
      Wanted w{JoinPath(project.folder, path), NormalisePath(path), api.metadata, api.hosts};
      // Several descriptions of one API are parts of it, told apart by file.
      if (api.descriptions.size() > 1) w.metadata.name += "/" + Stem(path);
      wanted.push_back(std::move(w));
    }
  }
  const std::vector<std::string> short_names = ShortNames(specs);
  for (std::size_t i = 0; i < specs.size(); ++i) {
    model::ApiMetadata metadata;
    metadata.name = Stem(specs[i]);
    wanted.push_back({specs[i], has_config ? RelativeTo(specs[i], project.folder) : short_names[i], metadata, {}});
  }
  // The order of the command line does not show.
  std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) { return std::tie(a.metadata.name, a.name) < std::tie(b.metadata.name, b.name); });
  wanted.erase(std::unique(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) { return a.metadata.name == b.metadata.name && a.path == b.path; }), wanted.end());
  std::map<std::string, int> used;
  std::vector<std::unique_ptr<model::Api>> apis;
  for (Wanted& w : wanted) {
    const int n = ++used[w.metadata.name];
    if (n > 1) w.metadata.name += "-" + std::to_string(n);
    const FileId file = LoadSource(w.path, w.name, limits.description_bytes, sources, sink);
    if (file == kNoFile) continue;
    std::unique_ptr<model::Api> api = model::ReadApi(file, w.metadata, sources, limits, sink);
    if (api == nullptr) continue;
    api->hosts = w.hosts;
    for (std::string& host : api->hosts) {
      std::transform(host.begin(), host.end(), host.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    }
    apis.push_back(std::move(api));
  }
  std::sort(apis.begin(), apis.end(), [](const auto& a, const auto& b) { return a->name < b->name; });
  return apis;
}

std::vector<engine::RecordingInput> NameRecordings(const Project& project, const std::vector<std::string>& traffic, bool has_config) {
  std::vector<engine::RecordingInput> recordings;
  for (const RecordingConfig& recording : project.traffic) {
    recordings.push_back({JoinPath(project.folder, recording.path), NormalisePath(recording.path), {}, recording.sampled});
  }
  const std::vector<std::string> short_names = ShortNames(traffic);
  for (std::size_t i = 0; i < traffic.size(); ++i) {
    recordings.push_back({traffic[i], has_config ? RelativeTo(traffic[i], project.folder) : short_names[i], {}});
  }
  std::sort(recordings.begin(), recordings.end(), [](const auto& a, const auto& b) { return std::tie(a.name, a.path) < std::tie(b.name, b.path); });
  recordings.erase(std::unique(recordings.begin(), recordings.end(), [](const auto& a, const auto& b) { return a.path == b.path; }), recordings.end());
  return recordings;
}

bool BindValues(const bytecode::Module& module, const Project& project, const std::vector<std::string>& inputs, engine::RunOptions& run, DiagnosticSink& sink) {
  const std::size_t errors = sink.error_count();
  std::map<std::string, std::pair<std::string, std::string>> bound;   // full name → value, source
  const auto bind = [&](const std::string& name, const std::string& value, bytecode::GlobalKind kind, const std::string& source) {
    bool found = false;
    std::vector<std::string> names;
    for (const bytecode::Global& global : module.globals) {
      if (global.kind != kind || global.name == "now") continue;
      const std::string last = global.name.substr(global.name.rfind('.') + 1);
      names.push_back(last);
      names.push_back(global.name);
      if (global.name != name && last != name) continue;
      found = true;
      bound[global.name] = {value, source};
    }
    if (found) return;
    const char* word = kind == bytecode::GlobalKind::kInput ? "input" : "param";
    sink.ReportInput(DiagnosticCode::kLoadFailed, source, std::string("no policy declares ") + word + " `" + name + "`", DidYouMean(name, names));
  };
  for (const auto& [name, value] : project.params) bind(name, value, bytecode::GlobalKind::kParam, "writ.yaml");
  for (const auto& [name, value] : project.inputs) bind(name, value, bytecode::GlobalKind::kInput, "writ.yaml");
  for (const std::string& text : inputs) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      sink.ReportInput(DiagnosticCode::kLoadFailed, "--input", "`" + text + "` is not of the form name=value", "write `--input stage=production`");
      continue;
    }
    bind(text.substr(0, equals), text.substr(equals + 1), bytecode::GlobalKind::kInput, "--input");
  }
  for (const auto& [name, value] : bound) {
    run.overrides.push_back({name, value.first});
    run.override_sources.push_back(value.second);
  }
  return sink.error_count() == errors;
}

void CheckRequired(const bytecode::Module& module, const std::set<std::string>& required, DiagnosticSink& sink) {
  std::vector<std::string> ids;
  for (const bytecode::Rule& rule : module.rules) ids.push_back(rule.id);
  for (const std::string& id : required) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    sink.ReportInput(DiagnosticCode::kUnknownRequired, "writ.yaml", "required rule `" + id + "` is not among the policies", DidYouMean(id, ids));
  }
}

std::string OneLine(const Diagnostic& diagnostic, const SourceMap& sources) {
  std::string out;
  if (diagnostic.span.valid()) {
    const LineColumn at = sources.Locate(diagnostic.span);
    out = sources.file(diagnostic.span.file).name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
  } else if (!diagnostic.input.empty()) {
    out = diagnostic.input + ": ";
  }
  return out + std::string(InfoOf(diagnostic.code).code) + " " + diagnostic.message;
}

}  // namespace writ::cli
