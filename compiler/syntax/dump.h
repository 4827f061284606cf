// The syntax tree as text, one S-expression per declaration. For tests, which compare printed forms.
#pragma once

#include <string>

#include "compiler/syntax/ast.h"

namespace writ::compiler {

std::string Dump(const SyntaxTree& tree);
std::string Dump(const Expr& expr);
std::string Dump(const TypeExpr& type);

}  // namespace writ::compiler
