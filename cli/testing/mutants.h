// Small changes to the rules of a program, such as a tired author could make: each should be noticed by a test of the rule.
// Covered by tests/cli/testing/mutants_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "compiler/ir/ir.h"

namespace writ::cli {

// A change of one node. Planting it and taking it back are the same: the node and `other` change places.
struct Mutant {
  compiler::ir::Node* node = nullptr;
  compiler::ir::Node other;
  std::vector<std::uint32_t> rules;   // of the program, that it can reach; ascending
  Span span;                          // what would be changed in the text of the policy
  std::string change;                 // what would be different there, for people: "`<` instead", "without this"

  void Swap() { std::swap(*node, other); }
};

// All of them, by position. Conditions are dropped and negated, comparisons flipped, bounds moved by one, `and` and `or` swapped, quantifiers
// swapped, sets widened and narrowed, filters dropped. A change that would not compile, since it takes away what an optional value was tested
// by, is none. `program` is as analysed, before any pass; it receives nodes and constants of its mutants.
std::vector<Mutant> MutantsOf(compiler::ir::Program& program, const SourceMap& sources);

}  // namespace writ::cli
