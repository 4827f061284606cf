// By fingerprint, which is made here as the engine makes it; by name otherwise.
#include "cli/explain/target.h"

#include <algorithm>

#include "base/diagnostic_codes.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "engine/identity.h"
#include "vm/machine.h"

namespace writ::cli {

namespace {

constexpr std::size_t kLeastDigits = 6;
constexpr std::size_t kMostListed = 10;

bool IsFingerprint(const std::string& text) {
  return text.size() >= kLeastDigits && text.size() <= 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string Short(const ReportedFinding& finding) { return finding.fingerprint.substr(0, 12) + " (" + finding.rule + ", " + finding.subject + ")"; }

std::optional<std::uint32_t> IndexOf(const std::string& recording, const std::vector<engine::RecordingInput>& recordings) {
  for (std::uint32_t i = 0; i < recordings.size(); ++i) {
    if (recordings[i].name == recording) return i;
  }
  return std::nullopt;
}

// "web.har, exchange 12", as places are written.
std::optional<std::pair<std::uint32_t, std::uint64_t>> ExchangeNamed(const std::string& subject, const std::vector<engine::RecordingInput>& recordings) {
  const std::string between = ", exchange ";
  const std::size_t at = subject.rfind(between);
  if (at == std::string::npos) return std::nullopt;
  const std::string number = subject.substr(at + between.size());
  if (number.empty() || number.size() > 18 || number.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  const std::uint64_t ordinal = std::strtoull(number.c_str(), nullptr, 10);
  const auto recording = IndexOf(subject.substr(0, at), recordings);
  if (!recording || ordinal == 0) return std::nullopt;
  return std::pair(*recording, ordinal - 1);
}

}  // namespace

bool Target::Is(const bytecode::Rule& rule_shape, const bytecode::TypeTable& types, std::span<const vm::Value> variables, const vm::SubjectOutcome& outcome) const {
  // An exchange that was named is every subject of it.
  if (finding == nullptr && exchange) return true;
  const engine::Identity identity = engine::IdentityOf(rule_shape, variables);
  if (finding == nullptr) return identity.text == subject;
  std::vector<std::string> per;
  for (const vm::Value& value : outcome.per) per.push_back(vm::FormatValue(value, types, types.Never()));
  return std::any_of(outcome.clauses.begin(), outcome.clauses.end(), [&](const vm::ClauseOutcome& clause) {
    return engine::Fingerprint(rule, identity, rule_shape.clauses[clause.clause].reason, per) == finding->fingerprint;
  });
}

bool Target::IsGroupOf(const bytecode::Rule& rule_shape, const std::vector<std::string>& key_texts) const {
  const engine::Identity identity = engine::IdentityOfGroup(rule_shape, key_texts);
  return finding == nullptr ? identity.text == subject : engine::Fingerprint(rule, identity, "", {}) == finding->fingerprint;
}

std::optional<Target> FindTarget(const ReadReport& report, const std::string& what, const std::string& subject, const std::vector<engine::RecordingInput>& recordings,
                                 DiagnosticSink& sink) {
  Target target;
  if (!subject.empty()) {
    target.rule = what;
    target.subject = subject;
    target.exchange = ExchangeNamed(subject, recordings);
    return target;
  }
  std::vector<const ReportedFinding*> found;
  for (const ReportedFinding& finding : report.findings) {
    const bool is_it = IsFingerprint(what) ? finding.fingerprint.compare(0, what.size(), what) == 0 : finding.rule == what;
    if (is_it) found.push_back(&finding);
  }
  if (found.size() != 1) {
    std::string list;
    for (std::size_t i = 0; i < found.size() && i < kMostListed; ++i) list += (i == 0 ? "" : ", ") + Short(*found[i]);
    if (found.size() > kMostListed) list += ", …";
    std::vector<std::string> rules;
    for (const ReportedFinding& finding : report.findings) rules.push_back(finding.rule);
    sink.ReportInput(DiagnosticCode::kNoSuchFinding, "--report",
                     found.empty() ? "the report has no finding `" + SanitizeForTerminal(what) + "`" : std::to_string(found.size()) + " findings are called `" + SanitizeForTerminal(what) + "`",
                     found.empty() ? DidYouMean(what, rules) : "name one by its fingerprint: " + SanitizeForTerminal(list));
    return std::nullopt;
  }
  target.finding = found.front();
  target.rule = target.finding->rule;
  if (target.finding->first) {
    const auto recording = IndexOf(target.finding->first->recording, recordings);
    if (recording) target.exchange = std::pair(*recording, target.finding->first->ordinal);
  }
  return target;
}

}  // namespace writ::cli
