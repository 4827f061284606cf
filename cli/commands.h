// The commands as a table, and what they share. Exit codes: 0 conforms, 1 the gate (or a test) failed, 2 bad input or usage, 3 internal error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace writ::cli {

inline constexpr int kConforms = 0, kGateFailed = 1, kBadInput = 2, kInternalError = 3;

struct CommandContext {
  std::vector<std::string> arguments;   // after the command's name
  bool colour_out = false, colour_err = false;
};

#define COMMAND(name, function, title) int function(const CommandContext& context);
#include "cli/commands.def"
#undef COMMAND

struct CommandInfo {
  std::string_view name;
  std::string_view title;
  int (*run)(const CommandContext&);
};
const std::vector<CommandInfo>& AllCommands();

// The whole program; `arguments` without the program's name.
int Main(const std::vector<std::string>& arguments);

}  // namespace writ::cli
