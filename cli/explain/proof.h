// How the oracle came to a value: every expression with what it came to, as a tree. Of the elements of a loop the first ones of each outcome are
// kept and the others counted, so that a proof is read by people and its size does not depend on the data. Covered by tests/cli/explain_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compiler/ir/ir.h"
#include "vm/value.h"

namespace writ::cli {

struct Proof {
  const compiler::ir::Node* node = nullptr;
  vm::Value value;                 // lives as long as the oracle's arena is not reset
  std::vector<Proof> parts;        // of its operands that were evaluated, in order
  std::uint64_t alike = 0;         // evaluations of the same expression with the same outcome that were left out
};

// An oracle::Observer.
class ProofRecorder {
 public:
  void Clear() { stack_.clear(); }
  void Note(const compiler::ir::Node& node, const vm::Value& value, std::size_t depth);
  // What was evaluated on its own since Clear, in order: conditions, lets, messages.
  std::vector<Proof> Take();

 private:
  struct Entry {
    Proof proof;
    std::size_t depth = 0;
  };
  std::vector<Entry> stack_;       // what is complete and not yet an operand
};

}  // namespace writ::cli
