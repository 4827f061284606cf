// Runs the examples of a page: every ```writ block compiles (and its tests pass), every ```console block prints what the page says.
// So a page cannot teach what the program does not do. Registered as the tests docs_* in docs/CMakeLists.txt.
//
//   writ_check_examples WRIT PAGE [WORKING_FOLDER]
//
// The blocks share one scratch copy of WORKING_FOLDER, or an empty folder, in the order of the page.
//   ```writ                 a policy. Items without a `policy` header get one; clauses without a rule get one round them.
//   ```writ error=W2202     a policy that must be refused with this code
//   ```writ FILE, ```text FILE   the file is written, and used by later blocks
//   ```console              lines `$ command`, each followed by its output (both streams). A line `…` stands for any number of lines,
//                           an `…` at the end of a line for the rest of it.
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Block {
  std::string info, text;
  std::size_t line = 0;
};

bool StartsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::vector<Block> BlocksOf(const std::string& page) {
  std::vector<Block> blocks;
  std::istringstream in(page);
  bool inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!StartsWith(line, "```")) {
      if (inside) blocks.back().text += line + "\n";
      continue;
    }
    if (!inside) {
      Block block;
      block.info = line.substr(3);
      block.line = number;
      blocks.push_back(std::move(block));
    }
    inside = !inside;
  }
  return blocks;
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
    lines.push_back(line);
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

// Whether a line reads as the page says; an `…` at its end stands for the rest of it.
bool SameLine(std::string_view wanted, std::string_view seen) {
  constexpr std::string_view kDots = "…";
  const bool open = wanted.size() > kDots.size() && wanted.substr(wanted.size() - kDots.size()) == kDots;
  return open ? StartsWith(seen, wanted.substr(0, wanted.size() - kDots.size())) : wanted == seen;
}

// Whether `seen` reads as `wanted` says, where a line `…` may stand for any lines. The pages are short, so plain recursion does.
bool Matches(const std::vector<std::string>& wanted, std::size_t w, const std::vector<std::string>& seen, std::size_t s) {
  if (w == wanted.size()) return s == seen.size();
  if (wanted[w] == "…") {
    for (std::size_t next = s; next <= seen.size(); ++next) {
      if (Matches(wanted, w + 1, seen, next)) return true;
    }
    return false;
  }
  return s < seen.size() && SameLine(wanted[w], seen[s]) && Matches(wanted, w + 1, seen, s + 1);
}

// A word that can begin an item of a policy.
bool BeginsItem(std::string_view text) {
  for (const std::string_view word : {"rule ", "detect ", "const ", "data ", "param ", "input ", "fn ", "import ", "waiver ", "test ", "activate "}) {
    if (StartsWith(text, word)) return true;
  }
  return false;
}

std::string AsPolicy(const std::string& text) {
  std::string_view code = text;
  while (StartsWith(code, "#")) code.remove_prefix(std::min(code.size(), code.find('\n') + 1));
  if (StartsWith(code, "policy ")) return text;
  const std::string header = "policy docs.example version \"1.0.0\" language 1\n\n";
  if (BeginsItem(code)) return header + text;
  const std::string metadata =
      "  severity low  impact integrity  confidence low  controls cwe 1059  fix_within 30d  rationale \"r\"  remediation \"r\"\n";
  const bool detects = text.find("group by ") != std::string::npos;
  return header + (detects ? "detect" : "rule") + " example \"An example\" {\n" + metadata + text + "}\n";
}

std::string Quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

class Page {
 public:
  Page(std::string name, fs::path scratch) : name_(std::move(name)), scratch_(std::move(scratch)), folder_((scratch_ / "work").string()) {}

  void Take(const Block& block) {
    std::istringstream words(block.info);
    std::string language, argument;
    words >> language >> argument;
    if (language == "console") {
      RunConsole(block);
    } else if ((language == "writ" || language == "text" || language == "yaml") && !argument.empty() && !StartsWith(argument, "error=")) {
      const fs::path path = fs::path(folder_) / argument;
      fs::create_directories(path.parent_path());
      std::ofstream(path) << block.text;
    } else if (language == "writ") {
      Compile(block, argument.empty() ? "" : argument.substr(6));
    }
  }

  int Finish() const {
    std::printf("%d passed, %d failed, 0 skipped\n", passed_, failed_);
    return failed_ == 0 && passed_ > 0 ? 0 : 1;
  }

 private:
  // Runs a command of the page; the folder and the exit code of the one before are as in a terminal.
  std::string Run(const std::string& command) {
    const std::string state = (scratch_ / "pwd").string();
    const std::string script = "cd " + Quoted(folder_) + " || exit 99\n(exit " + std::to_string(code_) + ")\n" + command + "\ncode=$?\npwd > " + Quoted(state) +
                               "\nexit $code\n";
    const std::string path = (scratch_ / "command").string();
    std::ofstream(path) << script;
    std::string output;
    FILE* pipe = ::popen(("sh " + Quoted(path) + " 2>&1 < /dev/null").c_str(), "r");
    if (pipe == nullptr) return "the shell does not start";
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, n);
    const int status = ::pclose(pipe);
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 99;
    std::ifstream in(state);
    std::getline(in, folder_);
    return output;
  }

  void Count(const Block& block, bool good, const std::string& what, const std::string& output) {
    ++(good ? passed_ : failed_);
    if (!good) std::printf("%s:%zu: %s\n%s\n", name_.c_str(), block.line, what.c_str(), output.c_str());
  }

  void Compile(const Block& block, const std::string& code) {
    const fs::path path = fs::path(folder_) / "example.writ";
    std::ofstream(path) << AsPolicy(block.text);
    const std::string output = Run("writ compile example.writ");
    const bool as_said = code.empty() ? code_ == 0 : code_ == 2 && output.find("[" + code + "]") != std::string::npos;
    Count(block, as_said, code.empty() ? "the policy does not compile" : "the policy is not refused with " + code, output);
    if (as_said && code.empty() && block.text.find("\ntest \"") != std::string::npos) {
      const std::string tested = Run("writ test example.writ");
      Count(block, code_ == 0, "a test of the policy fails", tested);
    }
    fs::remove(path);
  }

  void RunConsole(const Block& block) {
    std::string command;
    std::vector<std::string> wanted;
    const auto flush = [&] {
      if (command.empty()) return;
      while (!wanted.empty() && wanted.back().empty()) wanted.pop_back();
      const std::string output = Run(command);
      Count(block, Matches(wanted, 0, LinesOf(output), 0), "`" + command + "` prints something else:", output);
      wanted.clear();
    };
    for (const std::string& line : LinesOf(block.text)) {
      if (StartsWith(line, "$ ")) {
        flush();
        command = line.substr(2);
      } else {
        wanted.push_back(line);
      }
    }
    flush();
  }

  std::string name_;
  fs::path scratch_;
  std::string folder_;
  int code_ = 0, passed_ = 0, failed_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::fputs("usage: writ_check_examples WRIT PAGE [WORKING_FOLDER]\n", stderr);
    return 2;
  }
  std::ifstream in(argv[2]);
  const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (page.empty()) {
    std::fprintf(stderr, "%s cannot be read\n", argv[2]);
    return 2;
  }
  std::string scratch = (fs::temp_directory_path() / "writ-docs-XXXXXX").string();
  if (::mkdtemp(scratch.data()) == nullptr) {
    std::fputs("no scratch folder can be made\n", stderr);
    return 2;
  }
  if (argc == 4) {
    fs::copy(argv[3], fs::path(scratch) / "work", fs::copy_options::recursive);
  } else {
    fs::create_directory(fs::path(scratch) / "work");
  }
  const char* path = std::getenv("PATH");
  ::setenv("PATH", (fs::absolute(argv[1]).parent_path().string() + ":" + (path != nullptr ? path : "")).c_str(), 1);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  Page examples(fs::path(argv[2]).filename().string(), scratch);
  for (const Block& block : BlocksOf(page)) examples.Take(block);
  fs::remove_all(scratch);
  return examples.Finish();
}
