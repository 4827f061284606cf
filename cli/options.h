// Options of a command: declared once with their help, parsed strictly. No CLI11 name leaves cli/options.cc.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace writ::cli {

class Options {
 public:
  // `examples`: shown after the options, since that is how a command is learnt.
  Options(const std::string& command, const std::string& title, const std::string& examples);
  ~Options();

  void Flag(const std::string& name, bool& value, const std::string& help);
  void Text(const std::string& name, std::string& value, const std::string& help);
  void Number(const std::string& name, unsigned& value, unsigned least, unsigned most, const std::string& help);
  void List(const std::string& name, std::vector<std::string>& values, const std::string& help);        // repeatable
  void Positional(const std::string& name, std::vector<std::string>& values, const std::string& help);  // the rest

  // Nothing when the command should go on; otherwise the exit code (help was shown, or usage was wrong).
  std::optional<int> Parse(const std::vector<std::string>& arguments);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace writ::cli
