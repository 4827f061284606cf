// See dump.h. Covered by the tests that use it (tests/compiler/parse).
#include "compiler/syntax/dump.h"

#include <string_view>

namespace writ::compiler {
namespace {

std::string Quoted(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\x";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string_view SignOf(BinaryOp op) {
  switch (op) {
    case BinaryOp::kOr: return "or";
    case BinaryOp::kAnd: return "and";
    case BinaryOp::kEqual: return "==";
    case BinaryOp::kNotEqual: return "!=";
    case BinaryOp::kLess: return "<";
    case BinaryOp::kLessEqual: return "<=";
    case BinaryOp::kGreater: return ">";
    case BinaryOp::kGreaterEqual: return ">=";
    case BinaryOp::kIn: return "in";
    case BinaryOp::kNotIn: return "not-in";
    case BinaryOp::kMatches: return "matches";
    case BinaryOp::kNotMatches: return "not-matches";
    case BinaryOp::kContains: return "contains";
    case BinaryOp::kNotContains: return "not-contains";
    case BinaryOp::kCoalesce: return "??";
    case BinaryOp::kAdd: return "+";
    case BinaryOp::kSubtract: return "-";
    case BinaryOp::kMultiply: return "*";
    case BinaryOp::kDivide: return "/";
    case BinaryOp::kModulo: return "%";
  }
  return "?";
}

std::string Show(const Expr* expr) { return expr == nullptr ? "_" : Dump(*expr); }

std::string Form(std::string head, const std::vector<Expr*>& operands, std::size_t from = 0) {
  std::string out = "(" + std::move(head);
  for (std::size_t i = from; i < operands.size(); ++i) out += " " + Show(operands[i]);
  return out + ")";
}

std::string Field(std::string_view label, const std::optional<Name>& name) {
  return name ? " :" + std::string(label) + " " + name->text : "";
}
std::string Field(std::string_view label, const Expr* expr) {
  return expr == nullptr ? "" : " :" + std::string(label) + " " + Dump(*expr);
}
std::string Field(std::string_view label, const std::vector<Expr*>& exprs) {
  std::string out;
  if (exprs.empty()) return out;
  out = " :" + std::string(label);
  for (const Expr* expr : exprs) out += " " + Show(expr);
  return out;
}
std::string Documented(const Doc& doc) { return doc.text.empty() ? "" : " :doc " + Quoted(doc.text); }

std::string DumpClause(const RuleClause& clause) {
  if (clause.meta) {
    std::string out = "(" + clause.meta->key.text;
    if (clause.meta->word) out += " " + clause.meta->word->text;
    for (const Expr* value : clause.meta->values) out += " " + Show(value);
    for (const MetaClause::Control& control : clause.meta->controls) out += " (" + control.framework.text + " " + Show(control.id) + ")";
    if (clause.meta->dotted) out += " " + clause.meta->dotted->text;
    return out + ")";
  }
  if (clause.activate) return "(activate " + Show(clause.activate->condition) + ")";
  if (clause.flag) {
    switch (clause.flag->kind) {
      case FlagClause::Kind::kAllowQuadratic: return "(allow-quadratic)";
      case FlagClause::Kind::kOnSampled: return "(on-sampled)";
      case FlagClause::Kind::kExpectEmpty: return "(expect-empty)";
    }
  }
  if (clause.for_each) {
    const ForEachClause& each = *clause.for_each;
    std::string out = "(for-each " + (each.kind.text.empty() ? "_" : each.kind.text) + " " + each.variable.text;
    out += Field("in", each.source);
    if (each.joined_kind) out += " :joined " + each.joined_kind->text + Field("as", each.joined_variable);
    return out + Field("where", each.where) + ")";
  }
  if (clause.let) {
    const LetClause& let = *clause.let;
    std::string out = "(let " + let.name.text + " " + Show(let.value);
    switch (let.otherwise) {
      case ElseKind::kNone: break;
      case ElseKind::kSkip: out += " :else skip"; break;
      case ElseKind::kFail: out += " :else fail"; break;
      case ElseKind::kIndeterminate: out += " :else indeterminate"; break;
    }
    return out + Field("message", let.message) + Field("as", let.reason) + Field("at", let.at) + ")";
  }
  if (clause.require) return "(require " + Show(clause.require->condition) + Field("as", clause.require->reason) + ")";
  if (clause.group) {
    std::string out = "(group-by";
    for (const GroupKey& key : clause.group->keys) out += " (" + Show(key.value) + Field("as", key.alias) + ")";
    switch (clause.group->window) {
      case WindowKind::kNone: break;
      case WindowKind::kSliding: out += " :sliding " + Show(clause.group->length); break;
      case WindowKind::kTumbling: out += " :tumbling " + Show(clause.group->length); break;
      case WindowKind::kSession: out += " :session " + Show(clause.group->length); break;
    }
    return out + ")";
  }
  if (clause.sequence) {
    std::string out = "(sequence";
    for (const SequenceStep& step : clause.sequence->steps) {
      out += std::string(step.without ? " (without " : " (step ") + step.name.text + " " + Show(step.where) + ")";
    }
    return out + Field("within", clause.sequence->within) + ")";
  }
  if (clause.raise) return "(raise " + Show(clause.raise->condition) + ")";
  if (clause.report) {
    std::string out = "(report " + Show(clause.report->message) + Field("at", clause.report->at);
    if (clause.report->evidence_first) out += " :evidence " + std::to_string(*clause.report->evidence_first);
    return out + Field("per", clause.report->per) + ")";
  }
  return "(empty)";
}

std::string DumpGiven(const GivenClause& given) {
  static constexpr std::string_view kKinds[] = {"spec", "exchanges", "baseline", "document", "now", "input", "param"};
  std::string out = "(given " + std::string(kKinds[static_cast<std::size_t>(given.kind)]);
  if (given.from_file) out += " :file";
  if (given.value != nullptr) return out + " " + given.name.text + " " + Dump(*given.value) + ")";
  return out + " " + Quoted(given.text) + ")";
}

}  // namespace

std::string Dump(const TypeExpr& type) {
  std::string out;
  switch (type.kind) {
    case TypeExpr::Kind::kName: out = type.name.text; break;
    case TypeExpr::Kind::kList: out = "list[" + Dump(type.arguments.at(0)) + "]"; break;
    case TypeExpr::Kind::kSet: out = "set[" + Dump(type.arguments.at(0)) + "]"; break;
    case TypeExpr::Kind::kMap: out = "map[" + Dump(type.arguments.at(0)) + ", " + Dump(type.arguments.at(1)) + "]"; break;
    case TypeExpr::Kind::kEnum:
      out = "enum{";
      for (std::size_t i = 0; i < type.members.size(); ++i) out += (i > 0 ? " " : "") + type.members[i].text;
      out += "}";
      break;
  }
  return type.optional ? out + "?" : out;
}

std::string Dump(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kInt:
    case ExprKind::kDecimal:
    case ExprKind::kDuration:
    case ExprKind::kSize: return expr.text;
    case ExprKind::kPercent: return expr.text + "%";
    case ExprKind::kRegex: return "re" + Quoted(expr.text);
    case ExprKind::kIp: return "ip" + Quoted(expr.text);
    case ExprKind::kTime: return "t" + Quoted(expr.text);
    case ExprKind::kJsonPath: return "jp" + Quoted(expr.text);
    case ExprKind::kBool: return expr.bool_value ? "true" : "false";
    case ExprKind::kString: {
      if (expr.parts.size() == 1 && expr.parts[0].expr == nullptr) return Quoted(expr.parts[0].text);
      std::string out = "(text";
      for (const StringPart& part : expr.parts) out += " " + (part.expr == nullptr ? Quoted(part.text) : Dump(*part.expr));
      return out + ")";
    }
    case ExprKind::kName: return expr.name.text;
    case ExprKind::kCall: return Form("call " + expr.name.text, expr.operands);
    case ExprKind::kQuantifier: return Form(expr.name.text + " " + expr.variable.text, expr.operands);
    case ExprKind::kMember: return Form(std::string(expr.optional_chain ? "?." : ".") + " " + Show(expr.operands.at(0)) + " " + expr.name.text, expr.operands, 1);
    case ExprKind::kMethod:
      return Form(std::string(expr.optional_chain ? "?.call" : ".call") + " " + Show(expr.operands.at(0)) + " " + expr.name.text, expr.operands, 1);
    case ExprKind::kIndex: return Form("index", expr.operands);
    case ExprKind::kNot: return Form("not", expr.operands);
    case ExprKind::kNegate: return Form("-", expr.operands);
    case ExprKind::kHas: return Form("has", expr.operands);
    case ExprKind::kBinary: return Form(std::string(SignOf(expr.op)), expr.operands);
    case ExprKind::kIs: return Form((expr.negated ? "is-not-" : "is-") + expr.name.text, expr.operands);
    case ExprKind::kList: return Form("list", expr.operands);
    case ExprKind::kSet: return Form("set", expr.operands);
    case ExprKind::kMap: return Form("map", expr.operands);
    case ExprKind::kListComprehension: return Form("list-for " + expr.variable.text, expr.operands);
    case ExprKind::kSetComprehension: return Form("set-for " + expr.variable.text, expr.operands);
    case ExprKind::kError: return "<error>";
  }
  return "?";
}

std::string Dump(const SyntaxTree& tree) {
  std::string out;
  if (tree.header) {
    out += "(policy " + tree.header->name.text + " " + Quoted(tree.header->version) + " " + std::to_string(tree.header->language) +
           Documented(tree.header->doc) + ")\n";
  }
  for (const ImportDecl& item : tree.imports) out += "(import " + item.policy.text + Field("as", item.alias) + ")\n";
  for (const ConstDecl& item : tree.consts) {
    out += "(const " + item.name.text + (item.type ? " " + Dump(*item.type) : "") + " " + Show(item.value) + Documented(item.doc) + ")\n";
  }
  for (const DataDecl& item : tree.data) {
    out += "(data " + item.name.text + " " + Dump(item.type) + " " + Show(item.path) + Documented(item.doc) + ")\n";
  }
  for (const ParamDecl& item : tree.params) {
    out += "(param " + item.name.text + " " + Dump(item.type) + " " + Show(item.value) + Documented(item.doc) + ")\n";
  }
  for (const InputDecl& item : tree.inputs) out += "(input " + item.name.text + " " + Dump(item.type) + Documented(item.doc) + ")\n";
  for (const FnDecl& item : tree.functions) {
    out += "(fn " + item.name.text + " (";
    for (std::size_t i = 0; i < item.params.size(); ++i) {
      out += (i > 0 ? " " : "") + item.params[i].name.text + ":" + Dump(item.params[i].type);
    }
    out += ") " + Dump(item.result) + " " + Show(item.body) + Documented(item.doc) + ")\n";
  }
  for (const ActivateClause& item : tree.activations) out += "(activate " + Show(item.condition) + ")\n";
  for (const RuleDecl& rule : tree.rules) {
    out += std::string(rule.is_detect ? "(detect " : "(rule ") + rule.name.text + " " + Quoted(rule.title) + Documented(rule.doc);
    for (const RuleClause& clause : rule.clauses) out += "\n  " + DumpClause(clause);
    out += ")\n";
  }
  for (const WaiverDecl& waiver : tree.waivers) {
    out += "(waiver " + waiver.name.text + " " + waiver.rule.text + (waiver.all ? " :all" : "") + Field("where", waiver.where) +
           " :until " + Quoted(waiver.until) + " :reason " + Quoted(waiver.reason) + " :author " + Quoted(waiver.author) +
           " :approved_by " + Quoted(waiver.approved_by) + (waiver.ticket.empty() ? "" : " :ticket " + Quoted(waiver.ticket)) + ")\n";
  }
  for (const TestDecl& test : tree.tests) {
    out += "(test " + Quoted(test.title) + " " + test.rule.text;
    for (const GivenClause& given : test.givens) out += "\n  " + DumpGiven(given);
    for (const ExpectClause& expect : test.expects) {
      out += "\n  (expect " + expect.verdict.text + Field("as", expect.reason) + (expect.at ? " :at " + Quoted(*expect.at) : "") +
             (expect.count ? " :count " + std::to_string(*expect.count) : "") + ")";
    }
    out += ")\n";
  }
  return out;
}

}  // namespace writ::compiler
