// Diagnostics as text: one excerpt per place, carets under the narrowest range, help last.
#include <algorithm>

#include "base/diagnostics.h"
#include "base/utf8.h"

namespace writ {
namespace {

struct Palette {
  const char* bold = "";
  const char* red = "";
  const char* yellow = "";
  const char* blue = "";
  const char* reset = "";
};

Palette PaletteFor(const RenderOptions& options) {
  if (!options.colour) return {};
  return {"\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[0m"};
}

// How much of a long line is shown round the caret, in code points.
constexpr std::size_t kExcerptWidth = 120;

}  // namespace

std::string RenderExcerpt(const Span& span, const SourceMap& sources, std::string_view caret_text,
                          const RenderOptions& options) {
  if (!span.valid()) return {};
  const Palette colour = PaletteFor(options);
  const SourceFile& file = sources.file(span.file);
  const LineColumn at = file.Locate(span.begin);
  const LineColumn to = file.Locate(std::max(span.begin, span.end));
  std::string line = SanitizeForTerminal(file.Line(at.line));
  const std::size_t length = CodePointCount(line);
  std::size_t first = at.column - 1;
  std::size_t last = to.line == at.line ? to.column - 1 : length;
  first = std::min(first, length);
  last = std::clamp(last, first + 1, std::max(first + 1, length));
  std::size_t cut = 0;
  if (length > kExcerptWidth && first > kExcerptWidth / 2) cut = first - kExcerptWidth / 2;
  std::string shown{CodePointSlice(line, cut, kExcerptWidth)};
  last = std::min(last, cut + kExcerptWidth);
  const std::string number = std::to_string(at.line);
  const std::string margin(number.size(), ' ');
  std::string out;
  out += "  " + margin + " " + colour.blue + "|" + colour.reset + "\n";
  out += std::string("  ") + colour.blue + number + " |" + colour.reset + " " + (cut > 0 ? "…" : "") + shown +
         (length > cut + kExcerptWidth ? "…" : "") + "\n";
  out += "  " + margin + " " + colour.blue + "|" + colour.reset + " " + std::string(first - cut + (cut > 0 ? 1 : 0), ' ') +
         colour.red + std::string(std::max<std::size_t>(1, last - first), '^') + colour.reset;
  if (!caret_text.empty()) out += " " + std::string(caret_text);
  out += "\n";
  return out;
}

std::string RenderDiagnostic(const Diagnostic& diagnostic, const SourceMap& sources, const RenderOptions& options) {
  const Palette colour = PaletteFor(options);
  const char* word = "note";
  const char* paint = colour.blue;
  switch (diagnostic.severity) {
    case DiagnosticSeverity::kError: word = "error"; paint = colour.red; break;
    case DiagnosticSeverity::kWarning: word = "warning"; paint = colour.yellow; break;
    case DiagnosticSeverity::kNote: break;
  }
  std::string place;
  if (diagnostic.span.valid()) {
    const SourceFile& file = sources.file(diagnostic.span.file);
    const LineColumn at = file.Locate(diagnostic.span.begin);
    place = file.name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
  } else if (!diagnostic.input.empty()) {
    place = diagnostic.input + ": ";
  }
  std::string out = std::string(colour.bold) + SanitizeForTerminal(place) + colour.reset + paint + word + "[" +
                    std::string(InfoOf(diagnostic.code).code) + "]" + colour.reset + ": " +
                    SanitizeForTerminal(diagnostic.message) + "\n";
  out += RenderExcerpt(diagnostic.span, sources, {}, options);
  for (const DiagnosticLabel& label : diagnostic.labels) {
    if (!label.span.valid()) continue;
    const SourceFile& file = sources.file(label.span.file);
    const LineColumn at = file.Locate(label.span.begin);
    out += "  " + SanitizeForTerminal(file.name()) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
           ": " + SanitizeForTerminal(label.text) + "\n" + RenderExcerpt(label.span, sources, {}, options);
  }
  if (!diagnostic.help.empty()) {
    out += std::string("  ") + colour.bold + "help" + colour.reset + ": " + SanitizeForTerminal(diagnostic.help) + "\n";
  }
  return out;
}

}  // namespace writ
