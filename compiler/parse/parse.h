// Policy text → syntax tree. The only place that sees ANTLR is compiler/parse/*.cc. Two-stage prediction (SLL, then LL), bounded
// in size, depth and number of errors; one mutex round the runtime. Covered by tests/compiler/parse/*_test.cc.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "compiler/syntax/ast.h"

namespace writ::compiler {

// Reads one policy file. Always gives a tree of what could be read; errors are in `sink`.
std::unique_ptr<SyntaxTree> Parse(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::compiler
