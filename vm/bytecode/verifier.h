// The gate between a module and the machine: nothing runs that has not passed Verify, our own compiler's output included.
// Checks tables and indices, register types, that registers are written before they are read on every path, jump targets, that only
// iter_next jumps back, calls without cycles, verdict opcodes only in verdict functions, and every bound.
// Covered by tests/vm/bytecode/verifier_test.cc and the hostile modules there.
#pragma once

#include <memory>

#include "base/result.h"
#include "vm/bytecode/module.h"

namespace writ::bytecode {

// A module that passed Verify; made nowhere else.
class VerifiedModule {
 public:
  const Module& module() const { return *module_; }

 private:
  friend Result<VerifiedModule> Verify(Module module);
  explicit VerifiedModule(std::unique_ptr<const Module> module) : module_(std::move(module)) {}
  std::unique_ptr<const Module> module_;
};

// The error names the function, the instruction and what is wrong, in one line.
Result<VerifiedModule> Verify(Module module);

}  // namespace writ::bytecode
