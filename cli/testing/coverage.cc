// Points of the program, and what the oracle saw at them.
#include "cli/testing/coverage.h"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "cli/oracle_run.h"
#include "cli/testing/bodies.h"
#include "engine/trace.h"

namespace writ::cli {

using compiler::ir::Node;
using compiler::ir::NodeKind;

namespace {

bool IsClause(Part part) { return part == Part::kActivate || part == Part::kWhere || part == Part::kRequire || part == Part::kRaise || part == Part::kStep; }

// Which points a node is: as a whole of its clause, and as an atom.
class Points {
 public:
  explicit Points(const compiler::ir::Program& program) : program_(program) {}

  void AddRule(const compiler::ir::Rule& rule) {
    Open(rule.shape.id, true);
    for (const Root& root : RootsOf(rule)) {
      if (root.part == Part::kText) continue;
      if (IsClause(root.part) && root.node->kind != NodeKind::kConstant) Add(root.node, root.node->span, PointKind::kBranch);
      if (root.part == Part::kLet) Add(root.node, root.node->span, PointKind::kPresence);
      AddBelow(root.node);
    }
    Close();
  }

  void AddFunction(const compiler::ir::Function& function) {
    Open(function.name, false);
    AddBelow(function.body);
    Close();
  }

  // Units in which there is nothing to reach are rules all the same.
  std::vector<CoverageUnit> TakeUnits(const std::vector<Outcomes>& seen) {
    for (std::size_t i = 0; i < seen.size(); ++i) units_[places_[i].first].points[places_[i].second].seen = seen[i];
    for (CoverageUnit& unit : units_) {
      std::stable_sort(unit.points.begin(), unit.points.end(), [](const CoveragePoint& a, const CoveragePoint& b) { return a.span < b.span; });
      if (!unit.points.empty() && !unit.span.valid()) unit.span = unit.points.front().span;
    }
    return std::move(units_);
  }

  std::size_t count() const { return places_.size(); }

  void Note(const Node& node, const vm::Value& value, std::vector<Outcomes>& seen) const {
    const auto [first, last] = points_.equal_range(&node);
    for (auto point = first; point != last; ++point) {
      Outcomes& outcomes = seen[point->second];
      const auto [unit, index] = places_[point->second];
      if (units_[unit].points[index].kind == PointKind::kPresence) {
        ++(value.is_absent() ? outcomes.no : value.is_poison() ? outcomes.undecided : outcomes.yes);
      } else {
        ++(value.is_true() ? outcomes.yes : value.is_false() ? outcomes.no : outcomes.undecided);
      }
    }
  }

 private:
  void Open(std::string name, bool is_rule) {
    units_.emplace_back();
    units_.back().name = std::move(name), units_.back().is_rule = is_rule;
  }
  void Close() {
    if (!units_.back().is_rule && units_.back().points.empty()) units_.pop_back();
  }

  void Add(const Node* node, Span span, PointKind kind) {
    points_.emplace(node, places_.size());
    places_.emplace_back(units_.size() - 1, units_.back().points.size());
    units_.back().points.push_back({span, kind, {}});
  }

  void AddBelow(Node* root) {
    for (Node* node : NodesBelow(root)) {
      if (node->kind == NodeKind::kEqual && unequal_.count(node) != 0) continue;
      if (IsUnequal(*node)) unequal_.insert(node->operands[0]);
      if (IsAtom(program_, *node)) Add(node, node->span, PointKind::kCondition);
    }
  }

  const compiler::ir::Program& program_;
  std::vector<CoverageUnit> units_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;      // of each point: unit, and place in it
  std::unordered_multimap<const Node*, std::size_t> points_;
  std::unordered_set<const Node*> unequal_;                      // the `==` inside a `!=`
};

}  // namespace

CoverageShare CoverageUnit::Branches() const {
  CoverageShare share;
  for (const CoveragePoint& point : points) {
    if (point.kind != PointKind::kCondition) share.seen += point.seen.ways(), share.all += 2;
  }
  return share;
}

CoverageShare CoverageUnit::Conditions() const {
  CoverageShare share;
  for (const CoveragePoint& point : points) {
    if (point.kind == PointKind::kCondition) share.seen += point.seen.ways(), share.all += 2;
  }
  return share;
}

CoverageShare Coverage::Branches() const {
  CoverageShare share;
  for (const CoverageUnit& unit : units) share.seen += unit.Branches().seen, share.all += unit.Branches().all;
  return share;
}

CoverageShare Coverage::Conditions() const {
  CoverageShare share;
  for (const CoverageUnit& unit : units) share.seen += unit.Conditions().seen, share.all += unit.Conditions().all;
  return share;
}

CoverageShare Coverage::Rules() const {
  CoverageShare share;
  for (const CoverageUnit& unit : units) {
    if (unit.is_rule) ++share.all, share.seen += unit.verdicts.empty() ? 0 : 1;
  }
  return share;
}

unsigned Coverage::Percent() const {
  std::uint64_t seen = 0, all = 0;
  for (const CoverageShare share : {Rules(), Branches(), Conditions()}) seen += share.seen, all += share.all;
  return all == 0 ? 100 : static_cast<unsigned>(seen * 100 / all);
}

Result<Coverage> MeasureCoverage(const compiler::ir::Program& program, const bytecode::VerifiedModule& module,
                                 const std::vector<const bytecode::Test*>& tests, unsigned jobs) {
  Points points(program);
  for (const compiler::ir::Rule& rule : program.rules) points.AddRule(rule);
  for (const compiler::ir::Function& function : program.functions) points.AddFunction(function);
  std::vector<Outcomes> seen(points.count());
  std::map<std::string, std::map<std::string, std::uint64_t>> verdicts;
  std::string trouble;
  std::mutex merging;
  RegexCache regexes;
  ForEachAtOnce(tests.size(), jobs, [&](std::size_t i) {
    const bytecode::Test& test = *tests[i];
    const auto is_this = [&](const compiler::ir::Rule& rule) { return rule.shape.id == test.rule; };
    if (std::none_of(program.rules.begin(), program.rules.end(), is_this)) return;
    const std::unique_ptr<Fixture> fixture = MakeFixture(module.module(), test, regexes);
    Result<OracleRun> run = PrepareOracle(program, module, fixture->Apis(), fixture->recordings, fixture->options);
    std::vector<Outcomes> mine(points.count());
    // Of each subject nothing but its verdict is wanted.
    oracle::Wording wording = EngineWording();
    wording.line = [](std::string_view, std::string_view, vm::SubjectVerdict verdict, const std::vector<std::string>&) { return std::string(engine::NameOf(verdict)); };
    std::vector<std::string> judged;
    if (run.ok()) {
      run->input.observe = [&](const Node& node, const vm::Value& value, std::size_t) { points.Note(node, value, mine); };
      judged = oracle::RunOracle(run->input, wording, fixture->sink);
    }
    const std::lock_guard<std::mutex> lock(merging);
    // Of several the least, so that it does not depend on who was first.
    if (!run.ok() && (trouble.empty() || run.error() < trouble)) trouble = run.error();
    for (std::size_t k = 0; k < seen.size(); ++k) seen[k].yes += mine[k].yes, seen[k].no += mine[k].no, seen[k].undecided += mine[k].undecided;
    for (const std::string& verdict : judged) ++verdicts[test.rule][verdict];
  });
  if (!trouble.empty()) return Error{trouble};
  Coverage coverage;
  coverage.units = points.TakeUnits(seen);
  for (CoverageUnit& unit : coverage.units) {
    if (unit.is_rule) unit.verdicts = verdicts[unit.name];
  }
  return coverage;
}

}  // namespace writ::cli
