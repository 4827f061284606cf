// The pass `sets`: large collections of constants get a look-up, which the machine makes when it loads them.
#include "compiler/opt/optimise.h"

namespace writ::compiler {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::ConstantLookup;
using bytecode::TypeKind;

namespace {

// Below this a search over values is as quick (measured in bench/vm).
constexpr std::size_t kFewest = 8;

}  // namespace

void LookUpSets(ir::Program& program) {
  for (Constant& constant : program.constants) {
    if ((constant.kind != ConstantKind::kSet && constant.kind != ConstantKind::kList) || constant.items.size() < kFewest) continue;
    const TypeKind item = program.types.Get(program.types.Get(constant.type).element).kind;
    if (item == TypeKind::kString) constant.lookup = ConstantLookup::kHash;
    if (item == TypeKind::kCidr) constant.lookup = ConstantLookup::kIntervals;
  }
}

}  // namespace writ::compiler
