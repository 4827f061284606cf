// Finds a verb and runs it.
#include "cli/verbs.h"

#include <cstdio>
#include <string_view>
#include <vector>

#include "base/suggest.h"

namespace writ::cli {

int RunVerb(const CommandContext& context, const std::string& command, std::span<const Verb> verbs, const std::string& about, const std::string& more) {
  const std::string name = context.arguments.empty() ? "" : context.arguments[0];
  std::string overview = about + "\n\nusage: writ " + command + " VERB …\n\n";
  std::vector<std::string> names;
  for (const Verb& verb : verbs) {
    CommandContext rest = context;
    if (name == verb.name) {
      rest.arguments.erase(rest.arguments.begin());
      return verb.run(rest);
    }
    const std::string_view word = verb.name;
    overview += "  " + std::string(word) + std::string(10 - word.size(), ' ') + verb.title + "\n";
    names.emplace_back(word);
  }
  overview += "\n`writ " + command + " VERB --help` teaches each by example. " + more + "\n";
  if (name == "--help" || name == "-h") {
    std::fputs(overview.c_str(), stdout);
    return kConforms;
  }
  if (name.empty()) {
    std::fputs(overview.c_str(), stderr);
    return kBadInput;
  }
  const std::string hint = DidYouMean(name, names);
  std::fprintf(stderr, "writ %s: no verb is called `%s`%s%s\ntry `writ %s --help`\n", command.c_str(), name.c_str(), hint.empty() ? "" : ": ", hint.c_str(), command.c_str());
  return kBadInput;
}

}  // namespace writ::cli
