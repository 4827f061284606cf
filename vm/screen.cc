// Columns and conditions are worked out when the first rule of a batch asks for them.
#include "vm/screen.h"

#include <algorithm>
#include <bit>
#include <deque>
#include <map>
#include <vector>

#include "base/regex.h"
#include "vm/access.h"
#include "vm/bytecode/module_limits.h"
#include "vm/condition_index.h"
#include "vm/equality.h"

namespace writ::vm {

using bytecode::Condition;
using bytecode::ConditionTest;
using bytecode::ScreenOp;

SubjectSet SubjectSet::First(std::size_t count) {
  SubjectSet set;
  for (std::size_t w = 0; w < kWords && w * 64 < count; ++w) {
    set.words_[w] = count >= (w + 1) * 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (count % 64)) - 1;
  }
  return set;
}

bool SubjectSet::empty() const {
  std::uint64_t any = 0;
  for (const std::uint64_t word : words_) any |= word;
  return any == 0;
}

std::size_t SubjectSet::count() const {
  std::size_t sum = 0;
  for (const std::uint64_t word : words_) sum += static_cast<std::size_t>(std::popcount(word));
  return sum;
}

std::size_t SubjectSet::CountIn(const SubjectSet& other) const { return (*this & other).count(); }

SubjectSet SubjectSet::Without(const SubjectSet& other) const {
  SubjectSet out;
  for (std::size_t w = 0; w < kWords; ++w) out.words_[w] = words_[w] & ~other.words_[w];
  return out;
}

SubjectSet& SubjectSet::operator&=(const SubjectSet& other) {
  for (std::size_t w = 0; w < kWords; ++w) words_[w] &= other.words_[w];
  return *this;
}

SubjectSet& SubjectSet::operator|=(const SubjectSet& other) {
  for (std::size_t w = 0; w < kWords; ++w) words_[w] |= other.words_[w];
  return *this;
}

namespace {

// For which subjects a condition is true and for which it is false; nothing is both.
struct Truth {
  SubjectSet yes, no;
};

// Values of one path for the batch.
struct Column {
  const Condition* reads = nullptr;   // variable, path, otherwise
  std::vector<Value> values;
  std::uint64_t batch = 0;            // for which `values` hold
};

struct Test {
  std::uint32_t column = 0;
  ConditionTest test = ConditionTest::kHolds;
  Value operand;
  std::int32_t index = -1;            // of the index that works it out, if one does
  Truth truth;
  std::uint64_t batch = 0;
};

// Conditions found together, over all modules that were linked.
struct Index {
  std::uint32_t column = 0;
  std::vector<std::uint32_t> tests;
  ValueIndex values;
  PrefixIndex prefixes;
};

// `test(value)` for the plain values of a column; poison stays open.
template <typename Ask>
void Fill(const std::vector<Value>& values, std::size_t count, Truth& truth, Ask ask) {
  for (std::size_t w = 0; w < SubjectSet::kWords; ++w) {
    std::uint64_t yes = 0, known = 0;
    const std::size_t end = std::min(count, (w + 1) * 64);
    for (std::size_t i = w * 64; i < end; ++i) {
      const Value& value = values[i];
      if (value.is_poison()) continue;
      const Value answer = ask(value);
      known |= std::uint64_t{answer.kind == ValueKind::kBool} << (i % 64);
      yes |= std::uint64_t{answer.is_true()} << (i % 64);
    }
    truth.yes.word(w) = yes;
    truth.no.word(w) = known & ~yes;
  }
}

Value Compare(const Value& a, const Value& b, bool or_equal) {
  if (a.kind == ValueKind::kInterval || b.kind == ValueKind::kInterval) return Value::Unknown(0);   // the machine knows better
  return Value::Bool(or_equal ? a.i <= b.i : a.i < b.i);
}

}  // namespace

struct Screen::State {
  explicit State(const Program& of) : program(of), module(of.module()), context{arena, of.facts()} {
    for (const Condition& condition : module.conditions) {
      Test test;
      test.column = ColumnOf(condition);
      test.test = condition.test;
      if (condition.source == bytecode::OperandSource::kConstant) test.operand = program.constant(condition.operand);
      if (condition.source == bytecode::OperandSource::kGlobal) test.operand = program.global(condition.operand);
      tests.push_back(test);
    }
    for (const bytecode::ConditionIndex& index : module.indexes) AddIndex(index);
    for (Index& index : indexes) index.prefixes.Finish();
  }

  std::uint32_t ColumnOf(const Condition& condition) {
    const auto [at, fresh] = column_of.emplace(&condition, static_cast<std::uint32_t>(columns.size()));
    if (fresh) columns.push_back({&condition, {}, 0});
    return at->second;
  }

  // Orders conditions by what they read. Linked modules have constants of their own, so those are compared by value.
  int CompareReads(const Condition& a, const Condition& b) const {
    const auto numbers = [](std::size_t x, std::size_t y) { return x < y ? -1 : x > y ? 1 : 0; };
    const auto constants = [&](std::uint32_t x, std::uint32_t y) {
      const Value &p = program.constant(x), &q = program.constant(y);
      const int order = CompareValues(p, q);
      // Equal times may differ in what is known of them.
      return order == 0 && p.kind == ValueKind::kTime ? numbers(p.tag, q.tag) : order;
    };
    if (const int order = numbers(a.variable * 64 + a.path.size(), b.variable * 64 + b.path.size()); order != 0) return order;
    if (a.otherwise.has_value() != b.otherwise.has_value()) return a.otherwise ? 1 : -1;
    for (std::size_t i = 0; i < a.path.size(); ++i) {
      const bytecode::ConditionStep &x = a.path[i], &y = b.path[i];
      const auto id = [](const bytecode::ConditionStep& step) { return step.is_builtin ? 65'536 + static_cast<std::size_t>(step.builtin) : static_cast<std::size_t>(step.field); };
      if (const int order = numbers(id(x), id(y)); order != 0) return order;
      for (std::size_t k = 0; k < x.arguments.size(); ++k) {
        if (const int order = constants(x.arguments[k], y.arguments[k]); order != 0) return order;
      }
    }
    // The same path has one type, and so have the constants that stand for it.
    return a.otherwise ? constants(*a.otherwise, *b.otherwise) : 0;
  }

  void AddIndex(const bytecode::ConditionIndex& from) {
    const std::uint32_t column = tests[from.conditions.front()].column;
    const bool by_value = from.kind == bytecode::IndexKind::kValues;
    auto at = std::find_if(indexes.begin(), indexes.end(), [&](const Index& index) { return index.column == column && index.prefixes.empty() == by_value; });
    if (at == indexes.end()) at = indexes.insert(indexes.end(), Index{column, {}, {}, {}});
    for (const std::uint32_t condition : from.conditions) {
      Test& test = tests[condition];
      const auto place = static_cast<std::uint32_t>(at->tests.size());
      at->tests.push_back(condition);
      test.index = static_cast<std::int32_t>(at - indexes.begin());
      if (!by_value) {
        at->prefixes.Add(test.operand.string(), place);
      } else if (test.test == ConditionTest::kEquals) {
        at->values.Add(test.operand.string(), place);
      } else {
        for (std::uint32_t i = 0; i < test.operand.list->count; ++i) at->values.Add(test.operand.list->items[i].string(), place);
      }
    }
  }

  const std::vector<Value>& Read(Column& column) {
    if (column.batch == batch) return column.values;
    column.batch = batch;
    if (column.values.size() < count) column.values.resize(count);
    const Condition& reads = *column.reads;
    const std::span<const Value> from = reads.variable == 0 ? subjects : joined;
    for (std::size_t i = 0; i < count; ++i) {
      Value value = from[i];
      for (const bytecode::ConditionStep& step : reads.path) {
        if (value.is_poison()) break;
        value = step.is_builtin ? Call(step, value) : ReadField(step.field, value, context);
      }
      if (reads.otherwise && value.is_absent()) value = program.constant(*reads.otherwise);
      column.values[i] = value;
    }
    return column.values;
  }

  Value Call(const bytecode::ConditionStep& step, const Value& receiver) {
    std::array<Value, 4> arguments;
    arguments[0] = receiver;
    for (std::size_t i = 0; i < step.arguments.size(); ++i) arguments[i + 1] = program.constant(step.arguments[i]);
    return CallBuiltin(step.builtin, arguments.data(), context);
  }

  const Truth& Answer(std::uint32_t condition) {
    Test& test = tests[condition];
    if (test.batch == batch) return test.truth;
    if (test.index >= 0) {
      Search(indexes[static_cast<std::size_t>(test.index)]);
    } else {
      test.batch = batch;
      Ask(test, Read(columns[test.column]));
    }
    return test.truth;
  }

  // All conditions of an index at once: false wherever the value is known, then true where the look-up says so.
  void Search(const Index& index) {
    const std::vector<Value>& values = Read(columns[index.column]);
    SubjectSet known;
    for (std::size_t i = 0; i < count; ++i) {
      if (values[i].kind == ValueKind::kString) known.Add(i);
    }
    for (const std::uint32_t at : index.tests) tests[at].truth = {{}, known}, tests[at].batch = batch;
    const auto found = [&](std::size_t i) {
      return [this, &index, i](std::uint32_t place) { tests[index.tests[place]].truth.yes.Add(i); };
    };
    for (std::size_t i = 0; i < count; ++i) {
      if (values[i].kind != ValueKind::kString) continue;
      index.values.Find(values[i].string(), found(i));
      index.prefixes.Find(values[i].string(), found(i));
    }
    for (const std::uint32_t at : index.tests) tests[at].truth.no = tests[at].truth.no.Without(tests[at].truth.yes);
  }

  void Ask(Test& test, const std::vector<Value>& values) const {
    const Value& k = test.operand;
    Truth& truth = test.truth;
    if (test.test == ConditionTest::kHas) {
      truth = {};
      for (std::size_t i = 0; i < count; ++i) {
        if (values[i].is_absent()) truth.no.Add(i);
        if (!values[i].is_poison()) truth.yes.Add(i);
      }
      return;
    }
    if (k.is_poison() && !bytecode::AllConditionTests()[static_cast<std::size_t>(test.test)].operand.empty()) {
      truth = {};   // a global that could not be worked out
      return;
    }
    switch (test.test) {
      case ConditionTest::kHas: break;
      case ConditionTest::kHolds: return Fill(values, count, truth, [](const Value& v) { return v; });
      case ConditionTest::kIsEmpty: return Fill(values, count, truth, [](const Value& v) { return Value::Bool(v.size == 0); });
      case ConditionTest::kEquals:
        if (k.kind == ValueKind::kString) return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(v.string() == k.string()); });
        return Fill(values, count, truth, [&](const Value& v) { return EqualValues(v, k); });
      case ConditionTest::kLess: return Fill(values, count, truth, [&](const Value& v) { return Compare(v, k, false); });
      case ConditionTest::kLessEqual: return Fill(values, count, truth, [&](const Value& v) { return Compare(v, k, true); });
      case ConditionTest::kGreater: return Fill(values, count, truth, [&](const Value& v) { return Compare(k, v, false); });
      case ConditionTest::kGreaterEqual: return Fill(values, count, truth, [&](const Value& v) { return Compare(k, v, true); });
      case ConditionTest::kIn: return Fill(values, count, truth, [&](const Value& v) { return IsIn(v, k); });
      case ConditionTest::kInBlock: return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(k.cidr->Contains(*v.ip)); });
      case ConditionTest::kInBlocks: return Fill(values, count, truth, [&](const Value& v) { return IsInBlocks(v, k); });
      case ConditionTest::kStartsWith:
        return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(v.string().substr(0, k.size) == k.string()); });
      case ConditionTest::kEndsWith:
        return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(v.size >= k.size && v.string().substr(v.size - k.size) == k.string()); });
      case ConditionTest::kContains:
        return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(v.string().find(k.string()) != std::string_view::npos); });
      case ConditionTest::kMatches: return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(k.regex->MatchesWhole(v.string())); });
      case ConditionTest::kContainsMatch: return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(k.regex->FoundIn(v.string())); });
    }
  }

  void Run(const bytecode::Rule& rule) {
    result = {};
    SubjectSet undecided = rule.joined ? has_joined : all;
    std::size_t depth = 0;
    for (const bytecode::ScreenStep step : rule.screen) {
      switch (bytecode::ScreenOpOf(step)) {
        case ScreenOp::kCondition: stack[depth++] = Answer(bytecode::ConditionOf(step)); break;
        case ScreenOp::kOpen: stack[depth++] = {}; break;
        case ScreenOp::kNot: std::swap(stack[depth - 1].yes, stack[depth - 1].no); break;
        case ScreenOp::kAnd:
          --depth;
          stack[depth - 1].yes &= stack[depth].yes;
          stack[depth - 1].no |= stack[depth].no;
          break;
        case ScreenOp::kOr:
          --depth;
          stack[depth - 1].yes |= stack[depth].yes;
          stack[depth - 1].no &= stack[depth].no;
          break;
        case ScreenOp::kWhere:
          --depth;
          result.not_applicable |= undecided & stack[depth].no;
          undecided &= stack[depth].yes;
          if (undecided.empty()) return;
          break;
        case ScreenOp::kRequire:
          --depth;
          result.failed |= undecided & stack[depth].no;
          undecided &= stack[depth].yes;
          break;
        case ScreenOp::kNeed: undecided &= stack[--depth].yes; break;
        case ScreenOp::kStop: undecided = {}; break;
      }
    }
    result.passed = undecided;
  }

  const Program& program;
  const bytecode::Module& module;
  Arena arena;              // nothing is made in it: conditions read what exists
  FieldContext context;
  struct ReadsLess {
    const State* state;
    bool operator()(const Condition* a, const Condition* b) const { return state->CompareReads(*a, *b) < 0; }
  };
  std::map<const Condition*, std::uint32_t, ReadsLess> column_of{ReadsLess{this}};
  std::deque<Column> columns;
  std::vector<Test> tests;  // by condition of the module
  std::vector<Index> indexes;
  std::array<Truth, bytecode::kModuleLimits.screen_depth> stack;
  std::span<const Value> subjects, joined;
  std::size_t count = 0;
  std::uint64_t batch = 0;
  SubjectSet all, has_joined;
  ScreenResult result;
};

Screen::Screen(const Program& program) : state_(std::make_unique<State>(program)) {}
Screen::~Screen() = default;

void Screen::Begin(std::span<const Value> subjects, std::span<const Value> joined) {
  State& state = *state_;
  state.subjects = subjects, state.joined = joined;
  state.count = subjects.size();
  ++state.batch;
  state.all = SubjectSet::First(subjects.size());
  state.has_joined = {};
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (!joined[i].is_poison()) state.has_joined.Add(i);
  }
}

const ScreenResult& Screen::Decide(std::uint32_t rule) {
  state_->Run(state_->module.rules[rule]);
  return state_->result;
}

}  // namespace writ::vm
