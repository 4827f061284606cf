// The window round a span is widened to the next delimiter before it is masked, so that no secret is cut into
// a part that no longer looks like one.
#include "report/excerpt.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/clean_text.h"

namespace writ::report {
namespace {

constexpr std::size_t kContext = 2048;     // bytes on each side that are masked together with what is shown
constexpr std::size_t kWiden = 64 * 1024;  // how far a delimiter is searched beyond that

bool IsDelimiter(char c) {
  return c == '"' || c == '\'' || c == ' ' || c == '\t' || c == ',';
}

// A line whose middle part is the marked one.
struct Parts {
  std::string text;
  std::size_t begin = 0, end = 0;
};

Parts Apply(const Parts& in, std::string (*change)(std::string_view)) {
  const std::string_view text = in.text;
  Parts out;
  out.text = change(text.substr(0, in.begin));
  out.begin = out.text.size();
  out.text += change(text.substr(in.begin, in.end - in.begin));
  out.end = out.text.size();
  out.text += change(text.substr(in.end));
  return out;
}

// Masking sees the whole line; the range is carried over by what stayed the same on both sides of the change.
Parts Mask(const Parts& in) {
  Parts out;
  out.text = CleanText(in.text);
  const std::size_t shorter = std::min(in.text.size(), out.text.size());
  std::size_t head = 0;
  while (head < shorter && in.text[head] == out.text[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && in.text[in.text.size() - 1 - tail] == out.text[out.text.size() - 1 - tail])
    ++tail;
  const auto carry = [&](std::size_t at, std::size_t otherwise) {
    if (at <= head) return at;
    if (at >= in.text.size() - tail) return out.text.size() - (in.text.size() - at);
    return otherwise;
  };
  out.begin = carry(in.begin, head);
  out.end = std::max(out.begin, carry(in.end, out.text.size() - tail));
  return out;
}

}  // namespace

std::optional<Excerpt> MakeExcerpt(const Location& location, const SourceMap& sources, std::size_t width) {
  if (!location.span.valid() || !location.has_position() || width == 0) return std::nullopt;
  const SourceFile& file = sources.file(location.span.file);
  const std::string_view line = file.Line(location.begin.line);
  if (line.data() == nullptr) return std::nullopt;
  const auto start = static_cast<std::size_t>(line.data() - file.text().data());
  const std::size_t begin =
      std::min<std::size_t>(std::max<std::size_t>(location.span.begin, start) - start, line.size());
  const std::size_t end =
      std::clamp<std::size_t>(std::max<std::size_t>(location.span.end, start) - start, begin, line.size());

  std::size_t first = begin > kContext ? begin - kContext : 0;
  const std::size_t last_shown = std::min(end, begin + 4 * width);
  std::size_t last = std::min(line.size(), last_shown + kContext);
  const std::size_t widest_first = first > kWiden ? first - kWiden : 0;
  while (first > widest_first && !IsDelimiter(line[first - 1])) --first;
  const std::size_t widest_last = std::min(line.size(), last + kWiden);
  while (last < widest_last && !IsDelimiter(line[last])) ++last;
  const bool cut_off =
      (first > 0 && !IsDelimiter(line[first - 1])) || (last < line.size() && !IsDelimiter(line[last]));
  if (cut_off) return std::nullopt;  // one token of more than 64 KiB: nothing a person wants to see

  Parts parts;
  parts.text = std::string(line.substr(first, last - first));
  parts.begin = begin - first;
  parts.end = std::min(end, last) - first;
  parts = Apply(Mask(Apply(parts, RepairUtf8)), SanitizeForTerminal);

  const std::string_view text = parts.text;
  const std::string_view before = text.substr(0, parts.begin);
  const std::string_view marked = text.substr(parts.begin, parts.end - parts.begin);
  const std::string_view after = text.substr(parts.end);
  const std::size_t before_count = CodePointCount(before), marked_count = CodePointCount(marked);
  // The range comes first, then as much as fits before it (at most half of the width when the line is
  // longer), then what follows.
  const std::size_t total = before_count + marked_count + CodePointCount(after);
  std::size_t before_shown = before_count;
  if (total > width) {
    const std::size_t spare = marked_count < width ? width - marked_count : 0;
    before_shown = std::min({before_count, width / 2, spare});
  }
  const std::size_t marked_shown = std::min(marked_count, width - std::min(width, before_shown));
  const std::size_t after_shown = width - std::min(width, before_shown + marked_shown);
  Excerpt excerpt;
  excerpt.line = location.begin.line;
  excerpt.before = (first > 0 || before_shown < before_count ? "…" : "") +
                   std::string(CodePointSlice(before, before_count - before_shown, before_shown));
  excerpt.marked = CodePointSlice(marked, 0, marked_shown);
  excerpt.after =
      marked_shown < marked_count ? std::string() : std::string(CodePointSlice(after, 0, after_shown));
  if (before_shown + marked_shown + CodePointCount(excerpt.after) <
          before_shown + marked_count + CodePointCount(after) ||
      last < line.size()) {
    excerpt.after += "…";
  }
  return excerpt;
}

}  // namespace writ::report
