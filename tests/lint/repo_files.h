// The text files that are ours, for the tests that hold the tree to its own rules (tests/lint/layers_test.cc and style_test.cc).
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "tests/repo.h"

namespace writ::test {

struct RepoFile {
  std::string path;  // relative to the repository, with `/`
  std::string text;

  std::string_view extension() const {
    const std::size_t name = path.rfind('/') + 1;  // npos + 1 is 0
    const std::size_t dot = path.find('.', name);
    return dot == std::string::npos ? std::string_view() : std::string_view(path).substr(path.rfind('.'));
  }
};

inline bool StartsWith(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }

// Everything that is written by hand, sorted by path: neither builds, nor generated code, nor recordings and fixtures that must be as
// they are.
inline const std::vector<RepoFile>& RepoFiles() {
  static const std::vector<RepoFile> files = [] {
    namespace fs = std::filesystem;
    const auto is_left_out = [](const std::string& path) {
      for (const char* folder : {".git", ".cache", "build", "out", "grammar/generated", "examples/ledgerline/traffic", "node_modules"}) {
        if (path == folder) return true;
      }
      return path.find("__pycache__") != std::string::npos || path.find("/seeds") != std::string::npos;
    };
    const fs::path root = RepoPath("");
    std::vector<RepoFile> out;
    for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator(); ++it) {
      const std::string path = it->path().lexically_relative(root).generic_string();
      if (it->is_directory()) {
        if (is_left_out(path)) it.disable_recursion_pending();
        continue;
      }
      if (!it->is_regular_file()) continue;
      std::ifstream in(it->path(), std::ios::binary);
      RepoFile file{path, std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>())};
      if (file.text.find('\0') == std::string::npos) out.push_back(std::move(file));
    }
    std::sort(out.begin(), out.end(), [](const RepoFile& a, const RepoFile& b) { return a.path < b.path; });
    return out;
  }();
  return files;
}

// The lines of a text without their ends.
inline std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace writ::test
