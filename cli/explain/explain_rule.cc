// Metadata, reads, sources, tests → text.
#include "cli/explain/explain_rule.h"

#include <algorithm>
#include <optional>

#include "base/time.h"
#include "base/utf8.h"
#include "cli/line_diff.h"
#include "model/traffic/reader.h"

namespace writ::cli {

namespace {

std::string Line(const std::string& name, const std::string& value) {
  constexpr std::size_t kColumn = 13;
  return value.empty() ? "" : name + ":" + std::string(kColumn - name.size() - 1, ' ') + SanitizeForTerminal(value) + "\n";
}

std::string FieldsText(const bytecode::Rule& rule) {
  std::string out;
  for (const bytecode::FieldId field : rule.fields) {
    const auto& info = bytecode::InfoOf(field);
    out += (out.empty() ? "" : ", ") + std::string(bytecode::InfoOf(info.owner).name) + "." + std::string(info.name);
  }
  return out;
}

// A recording decides a rule only when its format can hold all that the rule needs.
std::string SourcesText(const bytecode::Rule& rule) {
  if (bytecode::InfoOf(rule.subject).source == bytecode::SubjectSource::kDescription) return "  API descriptions\n";
  std::string out;
  for (const model::TrafficFormatInfo& format : model::AllTrafficFormats()) {
    const std::uint32_t missing = rule.needed_captures & ~format.captures;
    out += "  " + std::string(format.title) + ": ";
    std::string lacks;
    for (const bytecode::FieldId field : rule.fields) {
      if ((bytecode::InfoOf(field).capture & missing) != 0) lacks += (lacks.empty() ? "" : ", ") + std::string(bytecode::InfoOf(field).name);
    }
    out += missing == 0 ? "yes, as far as it was recorded\n" : "no, it does not record " + (lacks.empty() ? "what the rule needs" : lacks) + "\n";
  }
  const bool needs_description = (rule.needed_captures & model::kCaptureMatch) != 0;
  if (rule.joined || needs_description) out += "  with a description whose operations the exchanges match\n";
  return out;
}

// The description or recording of a test that has one only.
const std::string* InputOf(const bytecode::Test& test) {
  const std::string* text = nullptr;
  for (const bytecode::TestInput& input : test.inputs) {
    if (input.kind != bytecode::TestInputKind::kSpec && input.kind != bytecode::TestInputKind::kExchanges) continue;
    if (text != nullptr) return nullptr;
    text = &input.text;
  }
  return text;
}

bool ExpectsOnly(const bytecode::Test& test, std::string_view verdict) {
  return !test.expectations.empty() && std::all_of(test.expectations.begin(), test.expectations.end(), [&](const auto& expected) { return expected.verdict == verdict; });
}

// Of all pairs of a test that fails and one that passes, the one with the smallest difference: what must change, and nothing else.
std::string BeforeAndAfter(const bytecode::Rule& rule, const std::vector<bytecode::Test>& tests) {
  constexpr std::size_t kMostTests = 20, kMostBytes = 4096;
  std::vector<const std::string*> bad, good;
  for (const bytecode::Test& test : tests) {
    const std::string* input = test.rule == rule.id ? InputOf(test) : nullptr;
    if (input == nullptr || input->size() > kMostBytes) continue;
    if (ExpectsOnly(test, "fail") && bad.size() < kMostTests) bad.push_back(input);
    if (ExpectsOnly(test, "pass") && good.size() < kMostTests) good.push_back(input);
  }
  std::optional<std::string> least;
  for (const std::string* before : bad) {
    for (const std::string* after : good) {
      std::string difference = UnifiedDiff("example", *before, *after);
      if (!difference.empty() && (!least || difference.size() < least->size())) least = std::move(difference);
    }
  }
  if (!least) return {};
  std::string out = "\nbefore (-) it fails, after (+) it passes, by its own tests:\n";
  std::size_t begin = 0;
  for (int line = 0; begin < least->size(); ++line) {
    const std::size_t end = std::min(least->find('\n', begin), least->size());
    // The names of files stand in the first two lines, places in those that begin with @@.
    const std::string text = SanitizeForTerminal(least->substr(begin, end - begin));
    if (line > 1 && text.rfind("@@", 0) != 0 && text.rfind("\\", 0) != 0) out += "  " + text + "\n";
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::string Wrap(std::string_view text, std::size_t indent) {
  constexpr std::size_t kWidth = 92;
  std::string out;
  std::size_t column = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == ' ' || text[at] == '\n') {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    const std::size_t length = end - at;
    if (column == 0 || column + 1 + length > kWidth) {
      if (column != 0) out += '\n';
      out += std::string(indent, ' ');
      column = indent;
    } else {
      out += ' ';
      ++column;
    }
    out += SanitizeForTerminal(text.substr(at, length));
    column += length;
    at = end;
  }
  return out.empty() ? "" : out + "\n";
}

std::string RuleText(const bytecode::Module& module, const bytecode::Rule& rule, const std::vector<bytecode::Test>& tests) {
  const bytecode::RuleMetadata& meta = rule.metadata;
  const bytecode::PolicyInfo& policy = module.policies[rule.policy];
  std::string out = rule.id + (rule.is_detect ? " (detector)" : " (rule)") + "\n" + Wrap(meta.title, 2) + "\n";
  const std::string& about = meta.description.empty() ? policy.description : meta.description;
  if (!about.empty()) out += Wrap(about, 2) + "\n";
  std::string controls;
  for (const bytecode::Control& control : meta.controls) controls += (controls.empty() ? "" : ", ") + control.framework + " " + control.id;
  out += Line("severity", std::string(bytecode::NameOf(meta.severity)));
  out += Line("impact", meta.impact);
  if (meta.confidence) out += Line("confidence", std::string(bytecode::NameOf(*meta.confidence)));
  out += Line("fix within", FormatDuration(meta.fix_within));
  out += Line("controls", controls);
  out += Line("ranges over", std::string(bytecode::InfoOf(rule.subject).meaning) + (rule.joined ? ", joined with its operation" : ""));
  out += Line("cost", rule.cost);
  out += Line("defined in", policy.file + ":" + std::to_string(rule.range.line) + " (policy " + policy.name + " " + policy.version + ")");
  out += "reads:\n" + Wrap(FieldsText(rule), 2);
  out += "decided on:\n" + SourcesText(rule);
  out += "reasons:\n";
  for (const bytecode::Clause& clause : rule.clauses) {
    if (clause.reason != "where") out += Wrap((clause.reason.empty() ? "" : clause.reason + ": ") + clause.text, 2);
  }
  if (!meta.rationale.empty()) out += "\nwhy:\n" + Wrap(meta.rationale, 2);
  if (!meta.remediation.empty()) out += "\nwhat to do:\n" + Wrap(meta.remediation, 2);
  return out + BeforeAndAfter(rule, tests);
}

}  // namespace writ::cli
