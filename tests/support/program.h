// Runs the real `writ` in a folder of its own, as a user would.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/repo.h"

namespace writ::test {

// A folder that goes away with all that is in it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "writ-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  void Write(const std::string& name, const std::string& text) const {
    const std::filesystem::path file = path_ + "/" + name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }

 private:
  std::string path_;
};

inline std::string Slurp(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Setting {
  std::string folder = "/";
  std::string input = "/dev/null";          // standard input: a file, as seen from `folder`
  std::vector<std::string> environment;     // "TZ=Asia/Tokyo"; added to a plain one
  mode_t mask = 022;
  long file_bytes = 0;                      // no file may grow above this; 0 for no limit
  unsigned seconds = 60;                    // then it is killed, and `code` is 128 + SIGKILL
};

struct Ran {
  int code = -1;                            // 128 + signal when one ended it
  std::string out, err;
};

inline Ran RunWrit(const std::vector<std::string>& arguments, const Setting& setting = {}) {
  const char* from_environment = std::getenv("WRIT_BINARY");
  const std::string binary = from_environment != nullptr ? from_environment : WRIT_BINARY;
  Folder scratch;
  const std::string out = scratch / "out", err = scratch / "err";
  const pid_t child = ::fork();
  if (child == 0) {
    ::umask(022);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT, 0600), 1);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT, 0600), 2);
    ::umask(setting.mask);
    if (setting.file_bytes > 0) {
      const rlimit limit{static_cast<rlim_t>(setting.file_bytes), static_cast<rlim_t>(setting.file_bytes)};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      ::signal(SIGXFSZ, SIG_IGN);           // ignored across exec: writing fails, as on a full disk
    }
    ::alarm(0);
    std::vector<std::string> environment = {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"};
    environment.insert(environment.end(), setting.environment.begin(), setting.environment.end());
    std::vector<char*> argv, envp;
    std::vector<std::string> all = {binary};
    all.insert(all.end(), arguments.begin(), arguments.end());
    for (std::string& text : all) argv.push_back(text.data());
    for (std::string& text : environment) envp.push_back(text.data());
    argv.push_back(nullptr);
    envp.push_back(nullptr);
    if (::chdir(setting.folder.c_str()) == 0 && ::dup2(::open(setting.input.c_str(), O_RDONLY), 0) == 0) ::execve(binary.c_str(), argv.data(), envp.data());
    ::_exit(127);
  }
  Ran ran;
  int status = 0;
  for (unsigned tenths = 0; ::waitpid(child, &status, WNOHANG) == 0; ++tenths) {
    if (tenths > setting.seconds * 100) ::kill(child, SIGKILL);
    ::usleep(10'000);
  }
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = Slurp(out);
  ran.err = Slurp(err);
  return ran;
}

// Files of small projects that the tests of the command line share.
inline constexpr const char* kCleanSpec =
    "openapi: 3.0.3\ninfo: {title: t, version: \"1\"}\npaths:\n  /a: {get: {responses: {\"200\": {description: ok}}}}\n";

// A policy of one rule over `subject` with `require`.
inline std::string OneRule(const std::string& subject, const std::string& condition, const std::string& report = "r") {
  return "policy p version \"1.0.0\" language 1\nrule a \"t\" {\n"
         "  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\"\n"
         "  for each " + subject + "\n  require " + condition + "\n  report \"" + report + "\"\n}\n";
}

}  // namespace writ::test
