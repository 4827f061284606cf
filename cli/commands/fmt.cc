// `writ fmt`: policies in the one style.
#include <unistd.h>

#include <cstdio>
#include <iterator>

#include "base/file.h"
#include "base/diagnostic_codes.h"
#include "cli/commands.h"
#include "cli/line_diff.h"
#include "cli/options.h"
#include "cli/print_diagnostics.h"
#include "compiler/format/format.h"

namespace writ::cli {

namespace {

struct FmtOptions {
  bool check = false, diff = false;
};

// Bytes of standard input, up to one more than the limit.
std::string ReadStandardInput(std::size_t limit) {
  std::string text;
  char bytes[1 << 16];
  while (text.size() <= limit) {
    const ssize_t n = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (n <= 0) break;
    text.append(bytes, static_cast<std::size_t>(n));
  }
  return text;
}

// The policies named: files as they are, folders with all below them.
std::vector<std::string> FilesOf(const std::vector<std::string>& paths, DiagnosticSink& sink) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (!IsDirectory(path)) {
      files.push_back(path);
      continue;
    }
    const std::vector<std::string> below = FilesBelow(path, ".writ");
    if (below.empty()) sink.ReportInput(DiagnosticCode::kNoPolicies, path, "the folder holds no `.writ` file", "name a folder with policies, or a file");
    files.insert(files.end(), below.begin(), below.end());
  }
  return files;
}

}  // namespace

int FmtCommand(const CommandContext& context) {
  std::vector<std::string> paths;
  FmtOptions options;
  Options parser("fmt", "Write policies in the one style of the language.",
                 "  writ fmt my-policies             rewrite what is not in the style, and name it\n"
                 "  writ fmt --check my-policies     change nothing; code 1 if something would change\n"
                 "  writ fmt --diff my-policies      show what would change\n"
                 "  writ fmt - < rule.writ           from standard input to standard output\n");
  parser.Positional("policies", paths, "folders or files of policies, or - for standard input");
  parser.Flag("--check", options.check, "change nothing, name the files that are not in the style");
  parser.Flag("--diff", options.diff, "change nothing, print what would change as a unified difference");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  if (paths.empty()) {
    std::fputs("writ fmt: name a folder or file of policies, or - for standard input\ntry `writ fmt --help`\n", stderr);
    return kBadInput;
  }
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  std::size_t changed = 0, seen = 0, unwritten = 0;
  for (const std::string& path : FilesOf(paths, sink)) {
    const bool is_input = path == "-";
    const FileId file = is_input ? sources.Add("standard input", ReadStandardInput(limits.policy_bytes)) : LoadSource(path, path, limits.policy_bytes, sources, sink);
    if (file == kNoFile) continue;
    const std::optional<std::string> formatted = compiler::Format(file, sources, limits, sink);
    if (!formatted) continue;
    ++seen;
    const std::string_view before = sources.file(file).text();
    const bool differs = before != *formatted;
    changed += differs;
    if (options.diff) {
      std::fputs(UnifiedDiff(sources.file(file).name(), before, *formatted).c_str(), stdout);
    } else if (options.check) {
      if (differs) std::printf("%s\n", sources.file(file).name().c_str());
    } else if (is_input) {
      std::fwrite(formatted->data(), 1, formatted->size(), stdout);
    } else if (differs) {
      const Status written = WriteFileAtomically(path, *formatted);
      if (written.ok()) {
        std::printf("%s\n", path.c_str());
      } else {
        std::fprintf(stderr, "writ fmt: %s: %s\n", path.c_str(), written.error().c_str());
        ++unwritten;
      }
    }
  }
  std::fflush(stdout);   // what is said of it stands below it
  PrintDiagnostics(sink, sources, context.colour_err);
  if (sink.has_errors() || unwritten > 0) return kBadInput;
  if ((options.check || options.diff) && changed > 0) {
    std::fprintf(stderr, "%zu of %zu file%s not in the style: `writ fmt` rewrites them\n", changed, seen, seen == 1 ? "" : "s");
    return kGateFailed;
  }
  return kConforms;
}

}  // namespace writ::cli
