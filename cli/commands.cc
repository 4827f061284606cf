// Finds the command and runs it. Nothing escapes: what nobody foresaw is exit code 3, never green.
#include "cli/commands.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "base/suggest.h"
#include "base/version.h"

namespace writ::cli {

const std::vector<CommandInfo>& AllCommands() {
  static const std::vector<CommandInfo> rows = {
#define COMMAND(name, function, title) {name, title, function},
#include "cli/commands.def"
#undef COMMAND
  };
  return rows;
}

namespace {

std::string Overview() {
  std::string out =
      "writ: policies for API security, judged against API descriptions and recorded traffic\n\n"
      "usage: writ COMMAND [options]\n\n"
      "  writ check --spec openapi.yaml                    the shipped policies against one description\n"
      "  writ check --spec openapi.yaml --traffic run.har  and against what was recorded\n"
      "  writ check --config writ.yaml --out report        a project, with report.json, SARIF and HTML\n\n"
      "commands:\n";
  for (const CommandInfo& command : AllCommands()) {
    out += "  " + std::string(command.name) + std::string(10 - command.name.size(), ' ') + std::string(command.title) + "\n";
  }
  out += "\n`writ COMMAND --help` teaches each by example. --version prints the version.\n"
         "exit codes: 0 conforms, 1 the gate failed, 2 bad input or usage, 3 internal error\n";
  return out;
}

// NO_COLOR (no-color.org) and --no-colour turn colours off; they are only for terminals.
bool WantsColour(int descriptor) { return ::isatty(descriptor) == 1 && std::getenv("NO_COLOR") == nullptr; }

int Dispatch(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    std::fputs(Overview().c_str(), stderr);
    return kBadInput;
  }
  const std::string& name = arguments[0];
  if (name == "--help" || name == "-h" || name == "help") {
    std::fputs(Overview().c_str(), stdout);
    return kConforms;
  }
  if (name == "--version" || name == "version") {
    std::printf("writ %.*s (language %d, bytecode %d, report %.*s)\n", static_cast<int>(kToolVersion.size()), kToolVersion.data(), kLanguageEdition,
                kBytecodeVersion, static_cast<int>(kReportVersion.size()), kReportVersion.data());
    return kConforms;
  }
  std::vector<std::string> names;
  for (const CommandInfo& command : AllCommands()) {
    names.emplace_back(command.name);
    if (command.name != name) continue;
    CommandContext context;
    context.colour_out = WantsColour(STDOUT_FILENO);
    context.colour_err = WantsColour(STDERR_FILENO);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      if (arguments[i] == "--no-colour" || arguments[i] == "--no-color") {
        context.colour_out = context.colour_err = false;
      } else {
        context.arguments.push_back(arguments[i]);
      }
    }
    return command.run(context);
  }
  const std::string hint = DidYouMean(name, names);
  std::fprintf(stderr, "writ: no command is called `%s`%s%s\ntry `writ --help`\n", name.c_str(), hint.empty() ? "" : ": ", hint.c_str());
  return kBadInput;
}

}  // namespace

int Main(const std::vector<std::string>& arguments) {
  try {
    const int code = Dispatch(arguments);
    // A report that did not reach its reader is not a result.
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
      std::fputs("writ: the output could not be written\n", stderr);
      return code == kInternalError ? code : kBadInput;
    }
    return code;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "writ: internal error: %s\nThis is a defect in writ, not in your input; please report it.\n", error.what());
    return kInternalError;
  }
}

}  // namespace writ::cli
