// The program: everything is in cli/commands.cc.
#include <csignal>
#include <string>
#include <vector>

#include "cli/commands.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);   // a closed pipe is a write error, reported as one
  return writ::cli::Main(std::vector<std::string>(argv + 1, argv + argc));
}
