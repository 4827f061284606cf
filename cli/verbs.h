// Commands that are families, such as `writ pack build | show`: the verbs as a table, found by name. Covered by tests/cli/new_test.cc.
#pragma once

#include <span>
#include <string>

#include "cli/commands.h"

namespace writ::cli {

struct Verb {
  const char* name;
  int (*run)(const CommandContext&);   // `arguments` are those after the verb
  const char* title;
};

// Runs the verb that the first argument names. Without one, or with --help, says what there is: `about` opens that, `more` ends it.
int RunVerb(const CommandContext& context, const std::string& command, std::span<const Verb> verbs, const std::string& about, const std::string& more);

}  // namespace writ::cli
