// From a test block to inputs of a run.
#include "cli/testing/fixture.h"

#include <algorithm>

#include "base/time.h"
#include "model/spec/read_api.h"

namespace writ::cli {

using bytecode::TestInputKind;

namespace {

constexpr std::string_view kDefaultNow = "2026-01-01T00:00:00Z";

void Prepare(const bytecode::Test& test, Fixture& fixture) {
  fixture.options.now = {ParseTime(kDefaultNow)->nanos, 1};
  fixture.options.only_rules = {test.rule};
  int specs = 0, recordings = 0;
  for (const bytecode::TestInput& input : test.inputs) {
    switch (input.kind) {
      case TestInputKind::kSpec: {
        const std::string name = "spec" + (++specs > 1 ? std::to_string(specs) : std::string());
        model::ApiMetadata metadata;
        metadata.name = name;
        const FileId file = fixture.sources.Add(name, input.text);
        if (auto api = model::ReadApi(file, metadata, fixture.sources, fixture.options.limits, fixture.sink)) fixture.apis.push_back(std::move(api));
        break;
      }
      case TestInputKind::kExchanges:
        fixture.recordings.push_back({"", "exchanges" + (++recordings > 1 ? std::to_string(recordings) : std::string()), input.text});
        break;
      case TestInputKind::kNow: fixture.options.now = {ParseTime(input.text)->nanos, 1}; break;
      case TestInputKind::kInput:
      case TestInputKind::kParam: fixture.options.overrides.push_back({input.name, input.text}); break;
    }
  }
}

void FillInputs(const bytecode::Module& module, engine::RunOptions& options) {
  for (const bytecode::Global& global : module.globals) {
    if (global.kind != bytecode::GlobalKind::kInput || global.name == "now") continue;
    const auto same = [&](const vm::Program::Override& o) { return o.name == global.name; };
    if (std::any_of(options.overrides.begin(), options.overrides.end(), same)) continue;
    const bytecode::Type& type = module.types.Get(module.types.Unwrap(global.type));
    std::string text;
    switch (type.kind) {
      case bytecode::TypeKind::kEnum: text = module.types.enums()[type.index].members.front(); break;
      case bytecode::TypeKind::kBool: text = "false"; break;
      case bytecode::TypeKind::kInt:
      case bytecode::TypeKind::kDecimal: text = "0"; break;
      case bytecode::TypeKind::kDuration: text = "1s"; break;
      case bytecode::TypeKind::kIp: text = "192.0.2.1"; break;
      case bytecode::TypeKind::kCidr: text = "192.0.2.0/24"; break;
      case bytecode::TypeKind::kTime: text = std::string(kDefaultNow); break;
      default: break;
    }
    options.overrides.push_back({global.name, text});
  }
}

}  // namespace

std::vector<const model::Api*> Fixture::Apis() const {
  std::vector<const model::Api*> out;
  for (const auto& api : apis) out.push_back(api.get());
  return out;
}

std::unique_ptr<Fixture> MakeFixture(const bytecode::Module& module, const bytecode::Test& test, RegexCache& regexes) {
  auto fixture = std::make_unique<Fixture>();
  Prepare(test, *fixture);
  FillInputs(module, fixture->options);
  fixture->options.regexes = &regexes;
  return fixture;
}

}  // namespace writ::cli
