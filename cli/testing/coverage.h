// What the tests of policies reach: of each rule and function, which of its branches and conditions came out each way. Measured by the
// oracle, which walks the program as it was written; machine and oracle agree, so it is what the machine does as well.
// Covered by tests/cli/testing/coverage_test.cc.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/source.h"
#include "cli/testing/run_tests.h"
#include "compiler/ir/ir.h"

namespace writ::cli {

enum class PointKind : std::uint8_t {
  kBranch,      // a clause as a whole: it held, or it did not
  kPresence,    // `let … else`: the value was there, or not
  kCondition,   // an atom of a condition: it was true, or false
};

// How often a value came out each way.
struct Outcomes {
  std::uint64_t yes = 0, no = 0;            // true and false; kPresence: present and absent
  std::uint64_t undecided = 0;              // absent, unknown or an error
  std::uint64_t all() const { return yes + no + undecided; }
  unsigned ways() const { return (yes != 0 ? 1u : 0u) + (no != 0 ? 1u : 0u); }
};

struct CoveragePoint {
  Span span;
  PointKind kind = PointKind::kCondition;
  Outcomes seen;
};

// Ways seen of ways there are.
struct CoverageShare {
  std::uint64_t seen = 0, all = 0;
};

struct CoverageUnit {
  std::string name;                               // id of a rule, or name of a function
  bool is_rule = true;
  Span span;                                      // its first condition, or an invalid one
  std::map<std::string, std::uint64_t> verdicts;  // of a rule: what its tests gave, by name
  std::vector<CoveragePoint> points;              // by position

  CoverageShare Branches() const;                 // presences are among them
  CoverageShare Conditions() const;
};

struct Coverage {
  std::vector<CoverageUnit> units;                // rules by id, then functions by name
  CoverageShare Branches() const;
  CoverageShare Conditions() const;
  CoverageShare Rules() const;                    // that a test made judge something
  // Of everything, in whole percent rounded down; 100 when there is nothing to reach.
  unsigned Percent() const;
};

// `program` as analysed, before any pass; `module` made of it alone. Tests for rules of other modules are passed over. Errors: a program that
// cannot be loaded.
Result<Coverage> MeasureCoverage(const compiler::ir::Program& program, const bytecode::VerifiedModule& module,
                                 const std::vector<const bytecode::Test*>& tests, unsigned jobs);

// The figures of each rule, then what was never seen, for a terminal.
std::string RenderCoverage(const Coverage& coverage, const SourceMap& sources);
// LCOV's tracefile: lines, functions (rules are functions) and branches.
std::string RenderLcov(const Coverage& coverage, const SourceMap& sources);
// One page with the policies, marked; it loads nothing.
std::string RenderCoverageHtml(const Coverage& coverage, const SourceMap& sources);

}  // namespace writ::cli
