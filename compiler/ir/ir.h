// The typed program: every name resolved, every expression with its type, absent values made explicit. Made by
// compiler/check, read by the passes, by compiler/emit and by the oracle (which runs it as it is, before any pass).
// Nodes are owned by Program and shared by nobody: a tree, not a graph.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "vm/bytecode/module.h"

namespace writ::compiler::ir {

using bytecode::TypeId;

enum class NodeKind : std::uint8_t {
  kConstant,      // index: Program::constants
  kLocal,         // index: slot of the enclosing body
  kGlobal,        // index: Program::globals
  kField,         // operands[0] . field(index); operands[0] is no optional
  kFieldOpt,      // the same over an optional: absent stays absent
  kBuiltin,       // index: BuiltinId; operands
  kCall,          // index: Program::functions; operands
  kUnwrap,        // operands[0]: `T?` as `T`, known to be present; absent only after a failed require
  kWiden,         // operands[0]: `T` as `T?`
  kNot, kAnd, kOr,
  kHas,           // operands[0]: `T?`
  kIsKnown,       // operands[0]
  kIsEmpty,       // operands[0]: string, list, set or map
  kNegate,        // int, decimal, duration
  kAdd, kSubtract, kMultiply, kDivide, kModulo,  // by operand types
  kEqual, kLess, kLessEqual,                     // operands of one type; others are made of these
  kIn,            // operands: item, container (list, set, map, cidr, list or set of cidr for an ip)
  kMatches,       // operands: string, regex
  kContains,      // operands: string, string or regex
  kCoalesce,      // operands: `T?`, then `T` or `T?`
  kIndex,         // operands: list and int, or map and key; `T?`
  kListLiteral, kSetLiteral,   // operands
  kAny, kAll, kNone, kCount,   // index: slot of the element; operands: collection, condition
  kListOf, kSetOf,             // index: slot of the element; operands: collection, item, condition or nothing
  kFormat,        // operands[0]: any, as text for people
  kJoin,          // operands: strings
};

// Whether a node ranges over a collection; its `index` is then the slot of the element.
inline bool IsLoop(NodeKind kind) { return kind >= NodeKind::kAny && kind <= NodeKind::kSetOf; }

struct Node {
  NodeKind kind = NodeKind::kConstant;
  TypeId type{0};
  std::uint32_t index = 0;
  Span span;
  std::vector<Node*> operands;
};

struct Local {
  std::string name;
  TypeId type{0};
};

// `at EXPR`: a record, or a field of one.
struct At {
  Node* record = nullptr;
  std::optional<bytecode::FieldId> field;
};

enum class StepKind : std::uint8_t { kWhere, kLet, kRequire };
// What an absent value of `let … else` does.
enum class Otherwise : std::uint8_t { kNone, kSkip, kFail, kIndeterminate };

struct Step {
  StepKind kind = StepKind::kWhere;
  Node* value = nullptr;          // condition, or the value of the let
  std::uint32_t slot = 0;         // kLet
  Otherwise otherwise = Otherwise::kNone;
  std::uint32_t clause = 0;       // of Rule::clauses; kLet without else: unused
  Node* message = nullptr;        // kLet else fail or indeterminate: string, may be null
  std::vector<At> at;             // kLet else fail
  Span span;
};

// What `report` says; evaluated only when a clause has failed or could not be decided.
struct Report {
  Node* message = nullptr;        // string
  std::vector<At> at;
  std::vector<Node*> per;
};

struct WindowLet {
  std::uint32_t slot = 0;
  Node* value = nullptr;
};

// What a row of a detector with a sequence gives, after its keys; over the locals of the rule.
struct Sequence {
  Node* start = nullptr;          // time
  Node* end = nullptr;            // time?
  std::vector<Node*> conditions;  // bool, for each step
  std::vector<Node*> values;      // for each bytecode::StepValue
  Node* within = nullptr;         // duration, no locals; null without a bound
};

// The window side of a detector. Its locals are: keys, then aggregates or step values, then lets.
struct WindowBody {
  std::vector<Local> locals;
  std::vector<WindowLet> lets;
  Node* raise = nullptr;          // bool; null: every match of the sequence raises
  Node* message = nullptr;        // string
};

struct Rule {
  bytecode::Rule shape;           // everything but the function indices, which emit fills in
  Node* activate = nullptr;       // no locals
  std::vector<Local> locals;      // subject variables first, in the order of shape.subject_types
  std::vector<Node*> nested;      // source of each inner `for each`; sees the variables before it
  std::vector<Step> steps;        // in order
  std::optional<Report> report;   // rules
  // Detectors: what a row gives, after the steps.
  std::vector<Node*> keys;
  std::vector<Node*> aggregate_arguments;   // null for count()
  Node* window_length = nullptr;  // duration, no locals
  std::optional<Sequence> sequence;
  std::optional<WindowBody> window;
};

struct Function {
  std::string name;               // "acme.common.object_id"
  std::vector<Local> locals;      // parameters first
  std::uint32_t parameter_count = 0;
  TypeId result{0};
  Node* body = nullptr;
};

struct Global {
  bytecode::Global shape;         // initialiser is filled in by emit
  Node* initialiser = nullptr;    // kConst, kParam; no locals; uses earlier globals only
};

struct Waiver {
  bytecode::Waiver shape;
  std::vector<Local> locals;      // subject: map[string, string]; reason: string
  Node* where = nullptr;          // null: all
};

struct Program {
  bytecode::TypeTable types;
  std::vector<bytecode::Constant> constants;
  std::vector<Global> globals;
  std::vector<Function> functions;          // callees before callers
  std::vector<bytecode::PolicyInfo> policies;
  std::vector<Rule> rules;                  // sorted by id
  std::vector<Waiver> waivers;
  std::vector<bytecode::Condition> conditions;     // made by the pass `share`, for shape.screen of rules
  std::vector<bytecode::ConditionIndex> indexes;   // made by the pass `index`
  std::vector<bytecode::Test> tests;
  std::vector<std::uint32_t> policy_of_file;  // FileId → index into policies, or 0xffffffff
  std::deque<Node> nodes;
};

// The tree of a rule or of everything, for tests: one S-expression a line, with types.
std::string Dump(const Program& program);

}  // namespace writ::compiler::ir
