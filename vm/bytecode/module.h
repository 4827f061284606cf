// The compiled form of a set of policies: everything that a run needs, and nothing that points into the compiler.
// docs/bytecode-format.md describes its binary form. A Module may be malformed; only Verify (vm/bytecode/verifier.h) makes the
// VerifiedModule that a machine runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/ip.h"
#include "base/time.h"
#include "vm/bytecode/conditions.h"
#include "vm/bytecode/model_tables.h"
#include "vm/bytecode/types.h"

namespace writ::bytecode {

// A place in a policy file: index into Module::policies, and lines and columns (1-based, code points, half open).
struct SourceRange {
  std::uint32_t policy = 0;
  std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
};

enum class ConstantKind : std::uint8_t { kBool, kInt, kDecimal, kString, kTime, kDuration, kIp, kCidr, kRegex, kJsonPath, kEnum, kList, kSet, kMap };
// How membership of a collection of constants is found, beyond a search in its order.
enum class ConstantLookup : std::uint8_t {
  kNone,
  kHash,        // lists and sets of texts
  kIntervals,   // lists and sets of blocks of addresses: joined to intervals apart from each other
};
struct Constant {
  ConstantKind kind = ConstantKind::kInt;
  TypeId type{0};
  std::int64_t integer = 0;          // kBool, kInt, kDuration (ns), kEnum (member), kTime (ns)
  std::int64_t precision = 1;        // kTime
  Decimal decimal;                   // kDecimal
  Cidr cidr;                         // kCidr; kIp: cidr.network
  std::string text;                  // kString, kRegex, kJsonPath
  std::vector<std::uint32_t> items;  // kList, kSet (canonical order, no repeats), kMap (key, value, …): constants
  ConstantLookup lookup = ConstantLookup::kNone;   // kList, kSet
};

struct BuiltinCall { BuiltinId builtin{}; std::uint8_t argument_count = 0; };

inline constexpr std::uint32_t kNoFunction = 0xffffffffu;

// Code of one function. Register r has the static type register_types[r] throughout; the parameters come in registers 0 to n-1.
struct Function {
  std::string name;                        // for people: "acme.auth.rule/evaluate"
  std::uint32_t parameter_count = 0;
  TypeId result{0};                        // kNever for functions that end in a verdict
  std::vector<TypeId> register_types;      // at most 256
  std::vector<std::uint32_t> code;         // vm/bytecode/instruction.h
  std::vector<FieldId> fields;             // side tables: operand c of get_field, call_builtin, call
  std::vector<BuiltinCall> builtins;
  std::vector<std::uint32_t> callees;
  std::vector<SourceRange> ranges;         // one per instruction
};

enum class GlobalKind : std::uint8_t { kConst, kParam, kData, kInput };
struct Global {
  GlobalKind kind = GlobalKind::kConst;
  std::string name;                        // "acme.auth.max_networks"
  TypeId type{0};
  std::uint32_t initialiser = kNoFunction; // kConst, kParam
  std::uint32_t constant = 0;              // kData
  std::string data_path;                   // kData: as shown to people
  std::string data_digest;                 // kData: hex SHA-256 of the file
  SourceRange range;
};

enum class Severity : std::uint8_t { kCritical, kHigh, kMedium, kLow, kInfo };
enum class Confidence : std::uint8_t { kHigh, kMedium, kLow };
std::string_view NameOf(Severity severity);
std::string_view NameOf(Confidence confidence);

struct Control { std::string framework; std::string id; };

struct RuleMetadata {
  std::string title;
  std::string description;                 // the `##` comment
  Severity severity = Severity::kMedium;
  std::string impact;
  std::optional<Confidence> confidence;
  std::vector<Control> controls;
  std::int64_t fix_within = 0;             // nanoseconds
  std::string owner, rationale, remediation;
  std::vector<std::string> references, tags, formerly;
};

// A reason for a verdict: a clause, named by `as` or by its kind; never its rendered text.
struct Clause {
  std::string reason;                      // "" for the only require of a rule
  std::string text;                        // the clause as written, one line, for reports and explain
  SourceRange range;
};

enum class WindowKind : std::uint8_t { kNone, kSliding, kTumbling, kSession };
enum class AggregateKind : std::uint8_t { kCount, kDistinct, kSum, kMin, kMax, kAvg, kShare, kSet, kLongestRun, kQuantile };
struct Aggregate {
  AggregateKind kind = AggregateKind::kCount;
  bool present_only = false;               // present(e): absent values are dropped and counted
  TypeId argument{0};                      // type of the row's value; kNever for count()
  TypeId result{0};
  std::int64_t parameter = 0;              // longest_run: step; quantile: parts per million
};
struct GroupKeyInfo { std::string name; TypeId type{0}; };

// A step of a sequence: a row that must come, or one that must not come between two that do.
struct SequenceStep { std::string name; bool without = false; };
// What the window functions take of the row that matched a step.
struct StepValue { std::uint32_t step = 0; TypeId type{0}; };

// Rows of a key that follow each other in time. Its row function emits, after the keys: when the exchange began (time) and ended (time?), the
// condition of each step (bool), and the value of each StepValue as if this row had matched.
struct Sequence {
  std::vector<SequenceStep> steps;
  std::vector<StepValue> values;
  std::uint32_t within = kNoFunction;      // () -> duration
  std::vector<std::uint32_t> places;       // steps named by `at`
};

// A detector's group: the row function emits keys and aggregate arguments, the window functions take keys, aggregates and group lets.
// With a sequence there are no aggregates and no window; the window functions take keys and step values.
struct Group {
  WindowKind window = WindowKind::kNone;
  std::uint32_t length = kNoFunction;      // () -> duration
  std::vector<GroupKeyInfo> keys;
  std::vector<Aggregate> aggregates;
  std::optional<Sequence> sequence;
  std::uint32_t raise = kNoFunction;       // (keys…, aggregates… or step values…) -> bool; none: every match of the sequence raises
  std::uint32_t report = kNoFunction;      // (keys…, aggregates… or step values…) -> verdict with message

  // Whether rows need a time: without one they join no group.
  bool NeedsTime() const { return window != WindowKind::kNone || sequence.has_value(); }
};

struct Rule {
  std::string id;                          // "acme.auth.operation_declares_auth"
  bool is_detect = false;
  std::uint32_t policy = 0;
  RuleMetadata metadata;
  std::uint32_t activate = kNoFunction;    // () -> bool; file-level and rule-level joined by `and`
  SubjectKind subject = SubjectKind::kOperation;
  bool joined = false;                     // exchange joined with operation
  std::vector<std::uint32_t> nested;       // per inner `for each`: (outer variables…) -> list
  std::vector<TypeId> subject_types;       // of the loop variables, outermost first; the joined operation follows the exchange
  std::uint32_t evaluate = kNoFunction;    // (subject…) -> verdict; a detector's emits a row instead
  std::vector<Clause> clauses;
  std::optional<Group> group;
  std::uint32_t evidence_first = 5;
  std::uint32_t per_count = 0;             // values that split findings, given by report_per
  bool expect_empty = false, on_sampled = false, allow_quadratic = false;
  std::uint32_t captures = 0;              // Capture bits that it reads
  std::uint32_t needed_captures = 0;       // bits without which it can decide nothing
  std::vector<FieldId> fields;             // read, in order of the table
  std::vector<ScreenStep> screen;          // empty: the machine judges every subject
  std::string cost;                        // "O(operations)"
  SourceRange range;
};

struct Waiver {
  std::string name, rule;                  // rule: full id
  std::uint32_t where = kNoFunction;       // over the text of the stable identity: (map[string, string], string) -> bool
  std::int64_t until = 0;                  // ns of the end of its last day, exclusive, UTC
  std::string until_text, reason, author, approved_by, ticket;
  SourceRange range;
};

enum class TestInputKind : std::uint8_t { kSpec, kExchanges, kNow, kInput, kParam };
struct TestInput {
  TestInputKind kind = TestInputKind::kSpec;
  std::string text;                        // the fixture itself, or a value in the notation of --input
  std::string name;                        // kInput, kParam: full name
  SourceRange range;
};
struct TestExpectation {
  std::string verdict;
  std::optional<std::string> reason, at;
  std::optional<std::int64_t> count;
  SourceRange range;
};
struct Test {
  std::string title, rule;
  std::uint32_t policy = 0;
  std::vector<TestInput> inputs;
  std::vector<TestExpectation> expectations;
  SourceRange range;
};

struct PolicyInfo {
  std::string name, version;
  std::string file;                        // as shown to people
  std::string digest;                      // hex SHA-256 of the text
  std::string description;
  std::uint32_t language = 1;
  bool shipped = false;                    // of the embedded pack: gate defaults differ
};

// A set of policies that is versioned and shipped as one; pack.yaml names it.
struct PackInfo {
  std::string name, version;
  std::string digest;                      // hex SHA-256 over the names and digests of its files
  bool shipped = false;
};

struct Module {
  TypeTable types;
  std::vector<Constant> constants;
  std::vector<Global> globals;             // an initialiser uses earlier ones only
  std::vector<Function> functions;
  std::vector<Condition> conditions;       // of screens
  std::vector<ConditionIndex> indexes;
  std::vector<PolicyInfo> policies;
  std::vector<PackInfo> packs;             // sorted by name
  std::vector<Rule> rules;                 // sorted by id
  std::vector<Waiver> waivers;
  std::vector<Test> tests;
};

}  // namespace writ::bytecode
