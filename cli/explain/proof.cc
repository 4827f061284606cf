// Operands are told before what uses them, so a stack makes the tree.
#include "cli/explain/proof.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace writ::cli {

namespace {

constexpr std::size_t kKeptOfEachOutcome = 2;
// What is kept of one loop is less than this.
constexpr std::size_t kLookBack = 64;

bool AreAlike(const vm::Value& a, const vm::Value& b) { return a.kind == b.kind && (a.kind != vm::ValueKind::kBool || a.i == b.i); }

}  // namespace

void ProofRecorder::Note(const compiler::ir::Node& node, const vm::Value& value, std::size_t depth) {
  auto operands = stack_.end();
  while (operands != stack_.begin() && std::prev(operands)->depth > depth) --operands;
  // The same expression again, at the same place: the next element of a loop. What is kept of it bounds how far there is to look.
  std::size_t kept = 0;
  std::size_t looked_at = 0;
  for (auto at = operands; at != stack_.begin() && std::prev(at)->depth == depth && looked_at < kLookBack; ++looked_at) {
    --at;
    if (at->proof.node != &node || !AreAlike(at->proof.value, value)) continue;
    if (++kept < kKeptOfEachOutcome) continue;
    ++at->proof.alike;
    stack_.erase(operands, stack_.end());
    return;
  }
  Proof proof{&node, value, {}, 0};
  for (auto at = operands; at != stack_.end(); ++at) proof.parts.push_back(std::move(at->proof));
  stack_.erase(operands, stack_.end());
  stack_.push_back({std::move(proof), depth});
}

std::vector<Proof> ProofRecorder::Take() {
  std::vector<Proof> roots;
  for (Entry& entry : stack_) roots.push_back(std::move(entry.proof));
  stack_.clear();
  return roots;
}

}  // namespace writ::cli
