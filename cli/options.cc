// Options by way of CLI11.
#include "cli/options.h"

#include <CLI/CLI.hpp>

#include <cstdio>

#include "cli/commands.h"

namespace writ::cli {

struct Options::State {
  explicit State(const std::string& title) : app(title) {}
  CLI::App app;
  std::string command;
};

Options::Options(const std::string& command, const std::string& title, const std::string& examples) : state_(std::make_unique<State>(title)) {
  state_->command = command;
  state_->app.name("writ " + command);
  state_->app.footer("examples:\n" + examples);
  state_->app.get_formatter()->column_width(34);
}

Options::~Options() = default;

void Options::Flag(const std::string& name, bool& value, const std::string& help) { state_->app.add_flag(name, value, help); }
void Options::Text(const std::string& name, std::string& value, const std::string& help) { state_->app.add_option(name, value, help); }
void Options::Number(const std::string& name, unsigned& value, unsigned least, unsigned most, const std::string& help) {
  state_->app.add_option(name, value, help)->check(CLI::Range(least, most));
}
void Options::List(const std::string& name, std::vector<std::string>& values, const std::string& help) {
  state_->app.add_option(name, values, help)->expected(1)->take_all()->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->allow_extra_args(false);
}
void Options::Positional(const std::string& name, std::vector<std::string>& values, const std::string& help) { state_->app.add_option(name, values, help); }

std::optional<int> Options::Parse(const std::vector<std::string>& arguments) {
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    state_->app.parse(std::move(reversed));
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    std::fputs(state_->app.help().c_str(), stdout);
    return kConforms;
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "writ %s: %s\ntry `writ %s --help`\n", state_->command.c_str(), error.what(), state_->command.c_str());
    return kBadInput;
  }
}

}  // namespace writ::cli
