// What the parser tests share: parse a text and print what came of it.
#pragma once

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "base/source.h"
#include "compiler/parse/parse.h"
#include "compiler/syntax/dump.h"

namespace writ::test {

struct ParsedText {
  SourceMap sources;
  DiagnosticSink sink;
  std::unique_ptr<compiler::SyntaxTree> tree;
};

inline std::unique_ptr<ParsedText> ParseText(std::string text, const Limits& limits = {}) {
  auto out = std::make_unique<ParsedText>();
  const FileId file = out->sources.Add("test.writ", std::move(text));
  out->tree = compiler::Parse(file, out->sources, limits, out->sink);
  return out;
}

// One line per diagnostic: "3:11-16 W1005 message | help", and " @ 4:1 label" for each label.
inline std::string Errors(const ParsedText& parsed) {
  std::string out;
  for (const Diagnostic& diagnostic : parsed.sink.all()) {
    const SourceFile& file = parsed.sources.file(diagnostic.span.file);
    const LineColumn begin = file.Locate(diagnostic.span.begin);
    const LineColumn end = file.Locate(diagnostic.span.end);
    out += std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-";
    if (end.line != begin.line) out += std::to_string(end.line) + ":";
    out += std::to_string(end.column) + " " + std::string(InfoOf(diagnostic.code).code) + " " + diagnostic.message;
    if (!diagnostic.help.empty()) out += " | " + diagnostic.help;
    for (const DiagnosticLabel& label : diagnostic.labels) {
      const LineColumn at = file.Locate(label.span.begin);
      out += " @ " + std::to_string(at.line) + ":" + std::to_string(at.column) + " " + label.text;
    }
    out += "\n";
  }
  return out;
}

inline constexpr const char* kHeader = "policy a.b version \"1.0.0\" language 1\n";

// The errors of a file that holds a header and then `items`, which begin on line 2.
inline std::string ErrorsOf(const std::string& items) { return Errors(*ParseText(kHeader + items)); }
// The errors of a rule whose clauses begin on line 3.
inline std::string ErrorsInRule(const std::string& clauses) { return ErrorsOf("rule r \"t\" {\n" + clauses + "\n}\n"); }

// The printed form of an expression; errors follow it.
inline std::string DumpExpr(const std::string& expr) {
  const auto parsed = ParseText(std::string(kHeader) + "const X = " + expr + "\n");
  std::string out = parsed->tree->consts.empty() || parsed->tree->consts[0].value == nullptr
                        ? "nothing"
                        : compiler::Dump(*parsed->tree->consts[0].value);
  const std::string errors = Errors(*parsed);
  return errors.empty() ? out : out + " !! " + errors;
}

inline std::string ReadWhole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace writ::test
