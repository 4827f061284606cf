// Decides between JSON and YAML by the first significant byte.
#include "model/readers/read_document.h"

#include <algorithm>
#include <cstdio>
#include <string>

#include "base/diagnostic_codes.h"
#include "base/utf8.h"
#include "model/readers/json_reader.h"
#include "model/readers/yaml_reader.h"

namespace writ::model {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

// True when the first thing inside the outer bracket looks like JSON's: the better of two error messages is
// then JSON's.
bool LooksLikeJson(std::string_view text, std::size_t bracket) {
  const std::size_t inside = text.find_first_not_of(kSpace, bracket + 1);
  if (inside == std::string_view::npos) return true;
  return text[bracket] == '[' ? text[inside] != '*' && text[inside] != '&'
                              : text[inside] == '"' || text[inside] == '}';
}

// A document that cannot be used has one diagnostic: the last, which ended the reading. What was found before
// it (repeated keys) is of no use any more.
void ReportLast(const DiagnosticSink& from, DiagnosticSink& to) {
  if (from.all().empty()) return;
  const Diagnostic& last = from.all().back();
  to.Report(last.code, last.span, last.message, last.help).labels = last.labels;
}

// Comments are no part of JSON, and YAML would take them for text: `{"a": true // yes` is not to be read as a
// string.
bool StopsAtComment(std::string_view text, const DiagnosticSink& sink) {
  const std::string_view rest =
      text.substr(std::min<std::size_t>(sink.all().back().span.begin, text.size()), 2);
  return rest == "//" || rest == "/*";
}

}  // namespace

std::optional<Document> ReadDocument(FileId file, const SourceMap& sources, const Limits& limits,
                                     DiagnosticSink& sink) {
  const SourceFile& source = sources.file(file);
  const std::string_view text = source.text();
  if (text.size() > limits.description_bytes) {
    sink.Report(DiagnosticCode::kInputTooLarge, Span{file, 0, 0},
                "the file has " + std::to_string(text.size()) + " bytes, more than the limit of " +
                    std::to_string(limits.description_bytes));
    return std::nullopt;
  }
  if (!IsUtf8(text)) {
    const auto at = static_cast<std::uint32_t>(FirstInvalidUtf8(text).value_or(0));
    char byte[8];
    std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(text[at])));
    sink.Report(DiagnosticCode::kInvalidUtf8, Span{file, at, at + 1},
                "byte `" + std::string(byte) + "` is not UTF-8", "convert the file to UTF-8");
    return std::nullopt;
  }
  const std::size_t start = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  const std::size_t first = text.find_first_not_of(kSpace, start);
  if (first == std::string_view::npos) {
    sink.Report(DiagnosticCode::kEmptyInput, Span{file, 0, 0}, "the file is empty");
    return std::nullopt;
  }
  DiagnosticSink yaml_sink;
  if (text[first] != '{' && text[first] != '[') {
    std::optional<Document> document = ReadYaml(file, text, start, limits, yaml_sink);
    document ? sink.Append(yaml_sink) : ReportLast(yaml_sink, sink);
    return document;
  }
  DiagnosticSink json_sink;
  bool is_syntax = false;
  std::optional<Document> document = ReadJson(file, text, start, limits, json_sink, is_syntax);
  if (document) {
    sink.Append(json_sink);
    return document;
  }
  const bool looks_like_json = LooksLikeJson(text, first);
  if (is_syntax && !(looks_like_json && StopsAtComment(text, json_sink))) {
    // YAML's flow style looks like JSON and is more tolerant.
    document = ReadYaml(file, text, start, limits, yaml_sink);
    if (document) {
      sink.Append(yaml_sink);
      return document;
    }
  }
  ReportLast(!is_syntax || looks_like_json ? json_sink : yaml_sink, sink);
  return std::nullopt;
}

}  // namespace writ::model
