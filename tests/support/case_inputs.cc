// Words of the `options` section, and of the head of a `spec` section.
#include "tests/support/case_inputs.h"

#include <map>
#include <sstream>

#include "model/spec/read_api.h"

namespace writ::test {

namespace {

bool SetLimit(Limits& limits, const std::string& name, std::size_t value) {
  static const std::map<std::string, std::size_t Limits::*> sizes = {
      {"rows_per_group", &Limits::rows_per_group}, {"bytes", &Limits::value_bytes_per_subject}, {"policy_bytes", &Limits::policy_bytes},
      {"depth", &Limits::document_depth},          {"nodes", &Limits::document_nodes},          {"exchange_bytes", &Limits::exchange_bytes},
      {"reported", &Limits::input_diagnostics},
  };
  if (name == "fuel") limits.fuel_per_subject = value;
  const auto size = sizes.find(name);
  if (size != sizes.end()) limits.*size->second = value;
  return name == "fuel" || size != sizes.end();
}

}  // namespace

CaseOptions ReadCaseOptions(const CaseFile& file) {
  CaseOptions options;
  const CaseSection* section = file.Find("options");
  if (section == nullptr) return options;
  std::istringstream lines(section->text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string key, first, rest;
    words >> key;
    std::getline(words >> std::ws, rest);
    first = rest.substr(0, rest.find(' '));
    const std::string second = first.size() < rest.size() ? rest.substr(first.size() + 1) : "";
    bool good = true;
    if (key == "now") {
      const auto time = ParseTime(rest);
      good = time.has_value();
      if (time) options.now = {time->nanos, 1};
    } else if (key == "set") {
      const std::size_t equals = rest.find('=');
      good = equals != std::string::npos;
      if (good) options.overrides.push_back({rest.substr(0, equals), rest.substr(equals + 1)});
    } else if (key == "fail_on") {
      good = false;
      for (int s = 0; s <= static_cast<int>(bytecode::Severity::kInfo); ++s) {
        if (bytecode::NameOf(static_cast<bytecode::Severity>(s)) != rest) continue;
        options.gate.fail_on = static_cast<bytecode::Severity>(s);
        good = true;
      }
    } else if (key == "list" && rest == "indeterminate") {
      options.gate.fail_on_indeterminate = false;
    } else if (key == "list" && rest == "vacuous") {
      options.gate.fail_on_vacuous = false;
    } else if (key == "required") {
      options.gate.required.insert(rest);
    } else if (key == "limit") {
      good = SetLimit(options.limits, first, std::stoul(second));
    } else if (key == "ordered") {
      options.ordered = true;
    } else if (key == "related") {
      options.related = true;
    } else if (key == "fingerprints") {
      options.fingerprints = true;
    } else if (key == "shipped") {
      options.shipped = true;
    } else {
      good = false;
    }
    if (!good) options.problems.push_back("options: `" + line + "` is not understood");
  }
  return options;
}

std::unique_ptr<model::Api> ReadCaseSpec(const CaseSection& section, SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  model::ApiMetadata metadata;
  std::vector<std::string> hosts;
  std::istringstream words(section.argument);
  words >> metadata.name;
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    const std::string key = word.substr(0, equals), value = equals == std::string::npos ? "" : word.substr(equals + 1);
    if (key == "exposure") {
      if (value == "public") metadata.exposure = model::Exposure::kPublic;
      if (value == "partner") metadata.exposure = model::Exposure::kPartner;
      if (value == "internal") metadata.exposure = model::Exposure::kInternal;
    } else if (key == "hosts") {
      std::istringstream list(value);
      for (std::string host; std::getline(list, host, ',');) hosts.push_back(host);
    } else if (key == "owner") {
      metadata.owner = value;
    } else if (key == "sensitivity") {
      metadata.sensitivity = value;
    } else if (key == "impact") {
      metadata.impact = value;
    } else if (key == "lifecycle") {
      metadata.lifecycle = value;
    }
  }
  auto api = model::ReadApi(sources.Add(metadata.name, section.text), metadata, sources, limits, sink);
  if (api != nullptr) api->hosts = hosts;
  return api;
}

}  // namespace writ::test
