// Metadata clauses of a rule: what a gate, a ticket and an auditor read.
#include <algorithm>
#include <set>
#include <sstream>

#include "base/suggest.h"
#include "base/time.h"
#include "compiler/check/checker.h"

namespace writ::compiler {

namespace {

std::vector<std::string> EnumMembers(std::string_view name) {
  std::vector<std::string> members;
  for (const bytecode::ModelEnumInfo& row : bytecode::ModelEnums()) {
    if (row.name != name) continue;
    std::istringstream words{std::string(row.members)};
    for (std::string word; words >> word;) members.push_back(word);
  }
  return members;
}

std::string TextOf(const Expr* expr) {
  std::string out;
  if (expr == nullptr) return out;
  if (expr->kind != ExprKind::kString) return expr->text;
  for (const StringPart& part : expr->parts) out += part.text;
  return out;
}

// The place of a word in a model enumeration; reports one that is none.
std::optional<std::size_t> Member(Checker& checker, const MetaClause& clause, std::string_view name) {
  if (!clause.word) return std::nullopt;
  const std::vector<std::string> members = EnumMembers(name);
  const auto found = std::find(members.begin(), members.end(), clause.word->text);
  if (found != members.end()) return static_cast<std::size_t>(found - members.begin());
  std::string help = DidYouMean(clause.word->text, members);
  if (help.empty()) {
    help = "it is one of";
    for (const std::string& member : members) help += " `" + member + "`";
  }
  checker.sink.Report(DiagnosticCode::kBadMetadata, clause.word->span, "`" + clause.word->text + "` is no " + clause.key.text, help);
  return std::nullopt;
}

std::string Trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  const std::size_t begin = text.find_first_not_of(" \n");
  return begin == std::string::npos ? "" : text.substr(begin);
}

}  // namespace

void CheckMetadata(Checker& checker, const RuleDecl& rule, bytecode::Rule& shape) {
  bytecode::RuleMetadata& meta = shape.metadata;
  meta.title = rule.title;
  meta.description = rule.doc.text;
  std::set<std::string> seen;
  for (const RuleClause& part : rule.clauses) {
    if (part.flag) {
      switch (part.flag->kind) {
        case FlagClause::Kind::kAllowQuadratic: shape.allow_quadratic = true; break;
        case FlagClause::Kind::kOnSampled: shape.on_sampled = true; break;
        case FlagClause::Kind::kExpectEmpty: shape.expect_empty = true; break;
      }
    }
    if (!part.meta) continue;
    const MetaClause& clause = *part.meta;
    const std::string& key = clause.key.text;
    if (!seen.insert(key).second && key != "formerly") {
      checker.sink.Report(DiagnosticCode::kRepeatedClause, clause.key.span, "`" + key + "` is given twice", "keep one of them");
      continue;
    }
    if (key == "severity") {
      if (const auto member = Member(checker, clause, "Severity")) meta.severity = static_cast<bytecode::Severity>(*member);
    } else if (key == "impact") {
      if (Member(checker, clause, "Impact")) meta.impact = clause.word->text;
    } else if (key == "confidence") {
      if (const auto member = Member(checker, clause, "Confidence")) meta.confidence = static_cast<bytecode::Confidence>(*member);
    } else if (key == "fix_within") {
      if (clause.values.empty() || clause.values[0]->kind == ExprKind::kError) continue;   // reported by the parser
      const auto nanos = ParseDuration(clause.values[0]->text);
      if (!nanos || *nanos <= 0) {
        checker.sink.Report(DiagnosticCode::kBadMetadata, clause.span, "`fix_within` is a duration above zero", "write `fix_within 7d`");
      } else {
        meta.fix_within = *nanos;
      }
    } else if (key == "owner") {
      meta.owner = TextOf(clause.values.empty() ? nullptr : clause.values[0]);
    } else if (key == "rationale") {
      meta.rationale = Trimmed(TextOf(clause.values.empty() ? nullptr : clause.values[0]));
    } else if (key == "remediation") {
      meta.remediation = Trimmed(TextOf(clause.values.empty() ? nullptr : clause.values[0]));
    } else if (key == "tags" || key == "references") {
      for (const Expr* value : clause.values) (key == "tags" ? meta.tags : meta.references).push_back(TextOf(value));
    } else if (key == "controls") {
      for (const MetaClause::Control& control : clause.controls) {
        std::string id = TextOf(control.id);
        if (id.empty()) {
          checker.sink.Report(DiagnosticCode::kBadMetadata, control.framework.span, "control `" + control.framework.text + "` has no id",
                              "write `controls owasp \"API2:2023\", cwe 306`");
        }
        meta.controls.push_back({control.framework.text, std::move(id)});
      }
    } else if (key == "formerly" && clause.dotted) {
      meta.formerly.push_back(clause.dotted->text);
    }
  }
  std::string missing;
  for (const char* key : {"severity", "impact", "controls", "fix_within"}) {
    if (seen.count(key) == 0) missing += std::string(missing.empty() ? "" : ", ") + "`" + key + "`";
  }
  if (!missing.empty()) {
    checker.sink.Report(DiagnosticCode::kMissingMetadata, rule.name.span, "rule `" + rule.name.text + "` lacks " + missing,
                        "add, for example: `severity high  impact data_leakage  controls owasp \"API3:2023\"  fix_within 7d`");
  }
  missing.clear();
  for (const char* key : {"rationale", "remediation", "confidence"}) {
    if (std::string_view(key) == "confidence" && !rule.is_detect) continue;
    if (seen.count(key) == 0) missing += std::string(missing.empty() ? "" : ", ") + "`" + key + "`";
  }
  if (!missing.empty()) {
    checker.sink.Report(DiagnosticCode::kThinMetadata, rule.name.span, "rule `" + rule.name.text + "` lacks " + missing,
                        "say why the rule exists and what to do, for the person whom it blocks");
  }
}

}  // namespace writ::compiler
