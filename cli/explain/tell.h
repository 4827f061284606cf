// What was judged, in words: a subject clause by clause, a group with its window, a waiver with why it covers or does not.
// Covered by tests/cli/explain_test.cc.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/explain/proof.h"
#include "cli/explain/proof_text.h"
#include "vm/outcome.h"

namespace writ::cli {

std::string_view VerdictText(vm::SubjectVerdict verdict);

// The clauses of a rule in their order, each with what it came to on one subject. `proofs`: what was evaluated.
std::string TellClauses(const compiler::ir::Rule& rule, const std::vector<Proof>& proofs, const ProofText& text);

// The keys of a group, what `raise when` saw in its window or match (`window`: keys, then aggregates or step values) and came to.
std::string TellWindow(const compiler::ir::Rule& rule, std::span<const vm::Value> window, const std::vector<Proof>& proofs, const ProofText& text);

// A condition that stands alone, such as `activate when` or the `where` of a waiver.
std::string TellCondition(const Proof& proof, const ProofText& text, std::size_t indent);

}  // namespace writ::cli
