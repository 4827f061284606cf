// The syntax tree of one policy file: what was written, with a place for every part, before any name is resolved.
// Nodes are owned by SyntaxTree and named by plain pointers. Made by compiler/parse/parse.h; covered by its tests.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"

namespace writ::compiler {

// A name with its place.
struct Name {
  std::string text;
  Span span;
};

enum class ExprKind : std::uint8_t {
  kInt,        // text: digits without '_'
  kDecimal,    // text: as written without '_'
  kPercent,    // text: the number before '%'
  kDuration,   // text: "1h30m"
  kSize,       // text: "64KiB"
  kRegex,      // text: the pattern, `\"` undone, all other escapes kept for RE2
  kIp,         // text: address or block
  kTime,       // text
  kJsonPath,   // text
  kBool,       // bool_value
  kString,     // parts
  kName,       // name
  kCall,       // name(args); also count(), distinct(e), …
  kQuantifier, // name(variable in operands[0]: operands[1]); name is any, all, none or count
  kMember,     // operands[0] . name, optional_chain for ?.
  kMethod,     // operands[0] . name ( operands[1..] )
  kIndex,      // operands[0] [ operands[1] ]
  kNot, kNegate, kHas,
  kBinary,     // op, operands[0], operands[1]
  kIs,         // operands[0] is [not] name (empty, present, known); negated
  kList, kSet, // operands
  kMap,        // operands: key, value, key, value, …
  kListComprehension, kSetComprehension,  // operands[0] for variable in operands[1] where operands[2]?
  kError,      // a part that could not be read; has been reported
};

enum class BinaryOp : std::uint8_t {
  kOr, kAnd, kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual,
  kIn, kNotIn, kMatches, kNotMatches, kContains, kNotContains, kCoalesce,
  kAdd, kSubtract, kMultiply, kDivide, kModulo,
};

struct Expr;

// A piece of a string: literal text, or an interpolated expression.
struct StringPart {
  std::string text;        // escapes undone; dedented for """
  Expr* expr = nullptr;    // when set, `text` is empty
};

struct Expr {
  ExprKind kind = ExprKind::kError;
  Span span;
  Span op_span;            // the operator, or the member's name
  bool bool_value = false;
  bool optional_chain = false;
  bool negated = false;
  BinaryOp op = BinaryOp::kOr;
  std::string text;
  Name name;
  Name variable;
  std::vector<Expr*> operands;
  std::vector<StringPart> parts;
};

// A type as written.
struct TypeExpr {
  enum class Kind : std::uint8_t { kName, kList, kSet, kMap, kEnum };
  Kind kind = Kind::kName;
  bool optional = false;
  Span span;
  Name name;                      // kName
  std::vector<TypeExpr> arguments;  // element, or key and element
  std::vector<Name> members;      // kEnum
};

struct DottedName {
  std::string text;  // "acme.common"
  Span span;
};

struct Doc {
  std::string text;  // `##` lines before an item, joined by newlines, without the marks
  Span span;
};

struct ImportDecl { Span span; DottedName policy; std::optional<Name> alias; };
struct ConstDecl { Span span; Doc doc; Name name; std::optional<TypeExpr> type; Expr* value = nullptr; };
struct DataDecl { Span span; Doc doc; Name name; TypeExpr type; Expr* path = nullptr; };   // path: kString without interpolation
struct ParamDecl { Span span; Doc doc; Name name; TypeExpr type; Expr* value = nullptr; };
struct InputDecl { Span span; Doc doc; Name name; TypeExpr type; };
struct FnParam { Name name; TypeExpr type; };
struct FnDecl { Span span; Doc doc; Name name; std::vector<FnParam> params; TypeExpr result; Expr* body = nullptr; };

// One metadata clause: severity high, controls owasp "API2:2023", cwe 306, rationale "…"
struct MetaClause {
  Span span;
  Name key;
  std::optional<Name> word;                        // severity, impact, confidence
  std::vector<Expr*> values;                       // strings, durations
  struct Control { Name framework; Expr* id = nullptr; };  // id: kString or kInt
  std::vector<Control> controls;
  std::optional<DottedName> dotted;                // formerly
};

enum class ElseKind : std::uint8_t { kNone, kSkip, kFail, kIndeterminate };

struct ForEachClause {
  Span span;
  Name kind;                       // "operation"; empty for `for each p in expr`
  Name variable;
  Expr* source = nullptr;          // after `in`
  std::optional<Name> joined_kind; // "operation"
  std::optional<Name> joined_variable;
  Expr* where = nullptr;
};
struct LetClause {
  Span span;
  Name name;
  Expr* value = nullptr;
  ElseKind otherwise = ElseKind::kNone;
  Span else_span;
  Expr* message = nullptr;         // kString
  std::optional<Name> reason;
  std::vector<Expr*> at;
};
struct RequireClause { Span span; Expr* condition = nullptr; std::optional<Name> reason; };
struct GroupKey { Expr* value = nullptr; std::optional<Name> alias; };
enum class WindowKind : std::uint8_t { kNone, kSliding, kTumbling, kSession };
struct GroupClause { Span span; std::vector<GroupKey> keys; WindowKind window = WindowKind::kNone; Expr* length = nullptr; };
struct SequenceStep { Span span; bool without = false; Name name; Expr* where = nullptr; };
struct SequenceClause { Span span; std::vector<SequenceStep> steps; Expr* within = nullptr; };
struct RaiseClause { Span span; Expr* condition = nullptr; };
struct ReportClause {
  Span span;
  Expr* message = nullptr;         // kString
  std::vector<Expr*> at;
  std::optional<std::int64_t> evidence_first;
  std::vector<Expr*> per;
};
struct FlagClause { Span span; enum class Kind : std::uint8_t { kAllowQuadratic, kOnSampled, kExpectEmpty } kind; };
struct ActivateClause { Span span; Expr* condition = nullptr; };

// The body of a rule in the order it was written; exactly one member is set.
struct RuleClause {
  std::optional<MetaClause> meta;
  std::optional<ActivateClause> activate;
  std::optional<FlagClause> flag;
  std::optional<ForEachClause> for_each;
  std::optional<LetClause> let;
  std::optional<RequireClause> require;
  std::optional<GroupClause> group;
  std::optional<SequenceClause> sequence;
  std::optional<RaiseClause> raise;
  std::optional<ReportClause> report;
};

struct RuleDecl {
  Span span;       // the whole declaration
  Doc doc;
  bool is_detect = false;
  Name name;
  std::string title;
  Span title_span;
  std::vector<RuleClause> clauses;
};

struct WaiverDecl {
  Span span;
  Name name;
  DottedName rule;
  bool all = false;
  Expr* where = nullptr;
  std::string until;       // text of the time literal
  Span until_span;
  std::string reason, author, approved_by, ticket;
  Span author_span, approved_by_span;
};

enum class GivenKind : std::uint8_t { kSpec, kExchanges, kBaseline, kDocument, kNow, kInput, kParam };
struct GivenClause {
  Span span;
  GivenKind kind = GivenKind::kSpec;
  bool from_file = false;
  std::string text;        // raw text (dedented), or the path; the time for kNow
  Span text_span;
  Name name;               // kInput, kParam
  Expr* value = nullptr;
};
struct ExpectClause {
  Span span;
  Name verdict;
  std::optional<Name> reason;
  std::optional<std::string> at;
  std::optional<std::int64_t> count;
};
struct TestDecl {
  Span span;
  std::string title;
  DottedName rule;
  std::vector<GivenClause> givens;
  std::vector<ExpectClause> expects;
};

struct PolicyHeader { Span span; Doc doc; DottedName name; std::string version; Span version_span; std::int64_t language = 0; Span language_span; };

// INVARIANT: pointers in here lead into `exprs`.
struct SyntaxTree {
  FileId file = kNoFile;
  std::optional<PolicyHeader> header;
  std::vector<ImportDecl> imports;
  std::vector<ConstDecl> consts;
  std::vector<DataDecl> data;
  std::vector<ParamDecl> params;
  std::vector<InputDecl> inputs;
  std::vector<FnDecl> functions;
  std::vector<ActivateClause> activations;   // at file level: hold for every rule of the file
  std::vector<RuleDecl> rules;
  std::vector<WaiverDecl> waivers;
  std::vector<TestDecl> tests;
  std::vector<Span> broken;                  // items with syntax errors: parts of them are missing
  std::deque<Expr> exprs;
};

}  // namespace writ::compiler
