// Names of passes to a set of them.
#include "cli/passes.h"

#include <sstream>

#include "base/suggest.h"

namespace writ::cli {

void PassChoice::Declare(Options& parser) {
  std::string names;
  for (const compiler::PassInfo& pass : compiler::AllPasses()) names += (names.empty() ? "" : ", ") + std::string(pass.name);
  parser.Text("--passes", only_, "run these passes only, separated by commas; `none` for none (all: " + names + ")");
  parser.List("--no-pass", without_, "leave out this pass; repeatable");
}

std::string PassChoice::Choose(compiler::PassSet& passes) const {
  std::string problem;
  const auto find = [&](const std::string& name) -> compiler::PassSet {
    if (const auto pass = compiler::FindPass(name)) return compiler::Only(*pass);
    std::vector<std::string> names;
    for (const compiler::PassInfo& pass : compiler::AllPasses()) names.emplace_back(pass.name);
    const std::string hint = DidYouMean(name, names);
    problem = "no pass is called `" + name + "`" + (hint.empty() ? "" : ": " + hint);
    return compiler::kNoPasses;
  };
  passes = only_.empty() ? compiler::kAllPasses : compiler::kNoPasses;
  std::istringstream list(only_ == "none" ? "" : only_);
  for (std::string name; std::getline(list, name, ',');) passes |= find(name);
  for (const std::string& name : without_) passes &= ~find(name);
  return problem;
}

}  // namespace writ::cli
