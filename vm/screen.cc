// Columns and conditions are worked out when the first rule of a batch asks for them.
#include "vm/screen.h"

#include <algorithm>
#include <bit>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "base/regex.h"
#include "vm/bytecode/module_limits.h"
#include "vm/condition_index.h"
#include "vm/condition_test.h"

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
  bytecode::IndexKind kind = bytecode::IndexKind::kValues;
  std::uint32_t column = 0;
  std::vector<std::uint32_t> tests;
  ValueIndex values;
  PrefixIndex prefixes;
  std::vector<Regex> patterns;
  std::optional<RegexSet> pattern_set;
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

}  // namespace

struct Screen::State {
  explicit State(const Program& of) : program(of), module(of.module()), context{arena, of.facts()} {
    constants = module.constants.empty() ? nullptr : &program.constant(0);
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
    const auto compare = [&](std::uint32_t x, std::uint32_t y) {
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
        if (const int order = compare(x.arguments[k], y.arguments[k]); order != 0) return order;
      }
    }
    // The same path has one type, and so have the constants that stand for it.
    return a.otherwise ? compare(*a.otherwise, *b.otherwise) : 0;
  }

  void AddIndex(const bytecode::ConditionIndex& from) {
    const std::uint32_t column = tests[from.conditions.front()].column;
    auto at = std::find_if(indexes.begin(), indexes.end(), [&](const Index& index) { return index.column == column && index.kind == from.kind; });
    if (at == indexes.end()) {
      indexes.emplace_back();
      at = indexes.end() - 1;
      at->kind = from.kind, at->column = column;
    }
    for (const std::uint32_t condition : from.conditions) {
      Test& test = tests[condition];
      const auto place = static_cast<std::uint32_t>(at->tests.size());
      at->tests.push_back(condition);
      test.index = static_cast<std::int32_t>(at - indexes.begin());
      switch (from.kind) {
        case bytecode::IndexKind::kPrefixes: at->prefixes.Add(test.operand.string(), place); break;
        case bytecode::IndexKind::kPatterns: at->patterns.push_back(*test.operand.regex); break;
        case bytecode::IndexKind::kValues:
          if (test.test == ConditionTest::kEquals) {
            at->values.Add(test.operand.string(), place);
            break;
          }
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
      column.values[i] = ReadCondition(reads, from[i], constants, context);
    }
    return column.values;
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
  void Search(Index& index) {
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
      const std::string_view text = values[i].string();
      switch (index.kind) {
        case bytecode::IndexKind::kValues: index.values.Find(text, found(i)); break;
        case bytecode::IndexKind::kPrefixes: index.prefixes.Find(text, found(i)); break;
        case bytecode::IndexKind::kPatterns:
          // Costly to make, and of use only to runs that come here.
          if (!index.pattern_set) index.pattern_set.emplace(std::move(index.patterns));
          index.pattern_set->FoundIn(text, matched);
          for (const int place : matched) tests[index.tests[static_cast<std::size_t>(place)]].truth.yes.Add(i);
      }
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
    // The commonest tests have loops of their own.
    if (test.test == ConditionTest::kHolds) return Fill(values, count, truth, [](const Value& v) { return v; });
    if (test.test == ConditionTest::kEquals && k.kind == ValueKind::kString) {
      return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(v.string() == k.string()); });
    }
    if (test.test == ConditionTest::kStartsWith) {
      return Fill(values, count, truth, [&](const Value& v) { return Value::Bool(v.string().substr(0, k.size) == k.string()); });
    }
    Fill(values, count, truth, [&](const Value& v) { return TestValue(test.test, v, k); });
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
  const Value* constants = nullptr;
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
  std::vector<int> matched;
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
