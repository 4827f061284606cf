// One line for people who wait, on a terminal only, that overwrites itself.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <string>

namespace writ::cli {

class Progress {
 public:
  Progress() : shown_(::isatty(STDERR_FILENO) == 1) {}
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `line`: safe for a terminal.
  void Show(const std::string& line) {
    if (!shown_) return;
    std::fprintf(stderr, "\r\x1b[2K  %s", line.c_str());
    std::fflush(stderr);
    dirty_ = true;
  }
  void Clear() {
    if (dirty_) std::fputs("\r\x1b[2K", stderr);
    dirty_ = false;
  }

 private:
  bool shown_, dirty_ = false;
};

}  // namespace writ::cli
