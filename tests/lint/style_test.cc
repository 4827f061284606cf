// Holds the text files of the tree to what no formatter checks: they open with what they are, name no machine, leave nothing "to do",
// and are plain text with whole lines.
#include <doctest/doctest.h>

#include <array>

#include "tests/lint/repo_files.h"

namespace {

using writ::test::RepoFile;
using writ::test::StartsWith;

bool IsCode(const RepoFile& file) {
  for (const std::string_view extension : {".cc", ".h", ".def", ".writ", ".g4", ".cmake", ".sh", ".py"}) {
    if (file.extension() == extension) return true;
  }
  return StartsWith(file.path, "scripts/");
}

bool IsText(const RepoFile& file) {
  return IsCode(file) || file.extension() == ".md" || file.extension() == ".json" || file.extension() == ".yaml" ||
         file.path.find("CMakeLists.txt") != std::string::npos;
}

bool IsWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

bool HasWord(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !IsWordByte(line[at - 1])) && (end == line.size() || !IsWordByte(line[end]))) return true;
  }
  return false;
}

// True where `line` has a path that starts with `folder`, rather than a longer path or address that holds it.
bool HasPath(std::string_view line, std::string_view folder) {
  for (std::size_t at = line.find(folder); at != std::string_view::npos; at = line.find(folder, at + 1)) {
    if (at == 0 || !(IsWordByte(line[at - 1]) || line[at - 1] == '.' || line[at - 1] == '}' || line[at - 1] == '/')) return true;
  }
  return false;
}

// What is wrong with one file, a line each.
std::string Wrong(const RepoFile& file) {
  // In two pieces, so that this file passes its own test.
  constexpr std::array kMachineFolders = {"/wo" "rk/", "/ro" "ot/", "/tm" "p/"};
  constexpr std::array kUnfinished = {"TO" "DO", "FIX" "ME"};
  if (!IsText(file)) return {};
  std::string out;
  const auto add = [&](std::size_t line, const std::string& what) {
    out += file.path + ":" + std::to_string(line) + ": " + what + "\n";
  };
  const std::vector<std::string_view> lines = writ::test::LinesOf(file.text);
  if (lines.empty()) {
    add(1, "is empty");
    return out;
  }
  if (IsCode(file)) {
    std::size_t first = 0;
    if (StartsWith(lines[0], "#!")) first = 1;
    const std::string_view opening = first < lines.size() ? lines[first] : std::string_view();
    const bool opens = StartsWith(opening, "// ") || StartsWith(opening, "# ") || StartsWith(opening, "## ") || StartsWith(opening, "\"\"\"") ||
                       StartsWith(opening, "/*");
    if (!opens) add(first + 1, "does not open with a comment on what it is");
  }
  if (file.extension() == ".h" && file.text.find("\n#pragma once\n") == std::string::npos) add(1, "has no `#pragma once`");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    if (file.extension() != ".md" && line.find('\t') != std::string_view::npos) add(i + 1, "holds a tab");
    if (line.find('\r') != std::string_view::npos) add(i + 1, "holds a carriage return");
    if (file.extension() != ".md" && !line.empty() && line.back() == ' ') add(i + 1, "ends with a space");
    for (const char* folder : kMachineFolders) {
      if (HasPath(line, folder)) add(i + 1, std::string("names a folder of one machine: ") + folder);
    }
    for (const char* word : kUnfinished) {
      if (HasWord(line, word)) add(i + 1, std::string("leaves something open: ") + word);
    }
  }
  if (file.text.back() != '\n' && file.extension() != ".json") add(lines.size(), "ends without a newline");
  return out;
}

TEST_CASE("files open with what they are and hold nothing of one machine") {
  std::string all;
  std::size_t count = 0;
  for (const RepoFile& file : writ::test::RepoFiles()) {
    all += Wrong(file);
    ++count;
  }
  CHECK(all == "");
  CHECK(count > 300);  // the tree was found
}

TEST_CASE("each fault of style is seen") {
  CHECK(Wrong({"base/a.cc", "int x;\n"}) == "base/a.cc:1: does not open with a comment on what it is\n");
  CHECK(Wrong({"scripts/a", "#!/bin/sh\nset -eu\n"}) == "scripts/a:2: does not open with a comment on what it is\n");
  CHECK(Wrong({"base/a.h", "// A header.\nint x;\n"}) == "base/a.h:1: has no `#pragma once`\n");
  CHECK(Wrong({"base/a.cc", "// Text.\n\tint x;\n"}) == "base/a.cc:2: holds a tab\n");
  CHECK(Wrong({"docs/a.md", "one\r\n"}) == "docs/a.md:1: holds a carriage return\n");
  CHECK(Wrong({"docs/a.md", std::string("see /wo") + "rk/x\n"}).find("a folder of one machine") != std::string::npos);
  CHECK(Wrong({"docs/a.md", std::string("https://example.org/wo") + "rk/x and {id}/wo" + "rk/\n"}) == "");
  CHECK(Wrong({"base/a.cc", std::string("// TO") + "DO: more\n"}) != "");
  CHECK(Wrong({"base/a.cc", std::string("// kTO") + "DO\n"}) == "");
  CHECK(Wrong({"base/a.cc", "// Text."}) == "base/a.cc:1: ends without a newline\n");
  CHECK(Wrong({"base/a.cc", ""}) == "base/a.cc:1: is empty\n");
}

}  // namespace
