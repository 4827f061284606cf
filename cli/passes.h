// `--passes` and `--no-pass`: which passes of the compiler run. Covered by tests/cli/passes_test.cc.
#pragma once

#include <string>
#include <vector>

#include "cli/options.h"
#include "compiler/opt/optimise.h"

namespace writ::cli {

class PassChoice {
 public:
  void Declare(Options& parser);
  // After parsing. The text says what is wrong; empty when all is well.
  std::string Choose(compiler::PassSet& passes) const;

 private:
  std::string only_;
  std::vector<std::string> without_;
};

}  // namespace writ::cli
