// What a run gave, as text for cases.
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "compiler/ir/ir.h"
#include "compiler/lint/lint.h"
#include "engine/results.h"
#include "vm/bytecode/module.h"

namespace writ::test {

// "error W2202 a.writ:3:7-3:15 message", then help and labels, indented.
std::string PrintDiagnostics(const DiagnosticSink& sink, const SourceMap& sources);
// The same, with the edits of fixes.
std::string PrintLint(const std::vector<compiler::lint::Finding>& findings, const SourceMap& sources);
// The types that the compiler infers: of declarations, and in each rule of variables, keys and aggregates; with its cost class.
std::string PrintTypes(const compiler::ir::Program& program);
// What the compiler infers about each rule: cost class, what it reads of recordings, what it cannot do without.
std::string PrintProgram(const bytecode::Module& module);
// Status and denominators of each rule.
std::string PrintRules(const engine::Evaluation& evaluation);
std::string PrintFindings(const engine::Evaluation& evaluation, const SourceMap& sources, bool with_fingerprints);
// What recordings cannot show.
std::string PrintNotes(const engine::Evaluation& evaluation);
std::string PrintGate(const engine::Evaluation& evaluation);

}  // namespace writ::test
