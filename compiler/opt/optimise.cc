// The table of passes, run.
#include "compiler/opt/optimise.h"

namespace writ::compiler {

const std::vector<PassInfo>& AllPasses() {
  static const std::vector<PassInfo> rows = {
#define PASS(name, word, function, meaning) {word, meaning},
#include "compiler/opt/passes.def"
#undef PASS
  };
  return rows;
}

std::optional<Pass> FindPass(std::string_view name) {
  for (std::size_t i = 0; i < AllPasses().size(); ++i) {
    if (AllPasses()[i].name == name) return static_cast<Pass>(i);
  }
  return std::nullopt;
}

void Optimise(ir::Program& program, PassSet passes) {
#define PASS(name, word, function, meaning) \
  if ((passes & Only(Pass::name)) != 0) function(program);
#include "compiler/opt/passes.def"
#undef PASS
}

}  // namespace writ::compiler
