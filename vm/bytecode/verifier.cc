// The order of the checks; each is in vm/bytecode/verify/*.cc and may rely on those before it.
#include "vm/bytecode/verifier.h"

#include "vm/bytecode/verify/context.h"

namespace writ::bytecode {
namespace {

bool CheckAll(verify::Context& context) {
  using namespace verify;
  return CheckTypes(context) && CheckConstants(context) && CheckPolicies(context) && CheckFunctions(context) && CheckGlobals(context) &&
         CheckRules(context) && CheckScreens(context) && CheckWaiversAndTests(context) && CheckCode(context) && CheckCalls(context) && CheckReads(context);
}

}  // namespace

Result<VerifiedModule> Verify(Module module) {
  auto owned = std::make_unique<const Module>(std::move(module));
  verify::Context context{.module = *owned, .error = {}, .types = {}, .uses = {}, .reads = {}};
  if (!CheckAll(context)) return Error{context.error};
  return VerifiedModule(std::move(owned));
}

}  // namespace writ::bytecode
