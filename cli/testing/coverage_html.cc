// Coverage as one page: the policies as they are written, each condition marked by what was seen of it.
#include <algorithm>
#include <map>

#include "base/markup.h"
#include "cli/testing/coverage.h"

namespace writ::cli {

namespace {

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--line:#8886;--full:#2e7d3233;--part:#b26a0033;--none:#c6282833}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}
table{border-collapse:collapse}th,td{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid var(--line)}td.n,th.n{text-align:right}
pre{line-height:1.6;overflow-x:auto;border:1px solid var(--line);padding:.5rem}pre i{font-style:normal;opacity:.6;user-select:none}
mark{color:inherit;border-radius:2px}.full{background:var(--full)}.part{background:var(--part)}.none{background:var(--none)}
)";

std::string Seen(const CoveragePoint& point) {
  const bool presence = point.kind == PointKind::kPresence;
  return std::to_string(point.seen.yes) + (presence ? " times present, " : " times true, ") + std::to_string(point.seen.no) +
         (presence ? " absent, " : " false, ") + std::to_string(point.seen.undecided) + " undecided";
}

const char* ClassOf(const CoveragePoint& point) { return point.seen.ways() == 2 ? "full" : point.seen.ways() == 1 ? "part" : "none"; }

// The text of a file. Where conditions are nested, the innermost marks what it covers.
std::string Listing(const SourceFile& file, std::vector<const CoveragePoint*> points) {
  std::stable_sort(points.begin(), points.end(), [](const CoveragePoint* a, const CoveragePoint* b) {
    return a->span.end - a->span.begin > b->span.end - b->span.begin;
  });
  const std::string_view text = file.text();
  std::vector<const CoveragePoint*> mark_of(text.size() + 1, nullptr);
  for (const CoveragePoint* point : points) std::fill(mark_of.begin() + point->span.begin, mark_of.begin() + point->span.end, point);
  std::string out = "<pre>";
  std::size_t at = 0;
  for (std::uint32_t line = 1; line <= file.line_count(); ++line) {
    const std::string number = std::to_string(line);
    out += "<i>" + std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') + number + "  </i>";
    const std::size_t end = std::min(text.find('\n', at), text.size());
    while (at < end) {
      std::size_t to = at;
      while (to < end && mark_of[to] == mark_of[at]) ++to;
      const std::string piece = EscapeMarkup(text.substr(at, to - at));
      const CoveragePoint* point = mark_of[at];
      out += point == nullptr ? piece : std::string("<mark class=\"") + ClassOf(*point) + "\" title=\"" + Seen(*point) + "\">" + piece + "</mark>";
      at = to;
    }
    out += '\n';
    at = end + 1;
    if (end == text.size()) break;
  }
  return out + "</pre>\n";
}

std::string ShareText(CoverageShare share) { return std::to_string(share.seen) + "/" + std::to_string(share.all); }

}  // namespace

std::string RenderCoverageHtml(const Coverage& coverage, const SourceMap& sources) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Coverage of policies</title>\n<style>" +
      std::string(kStyle) + "</style>\n</head>\n<body>\n<h1>Coverage of policies</h1>\n<p>" + std::to_string(coverage.Percent()) +
      " % of what tests can reach: each condition both ways, each clause held and not held, each rule judged.</p>\n"
      "<table>\n<tr><th>rule or function</th><th>verdicts</th><th class=\"n\">branches</th><th class=\"n\">conditions</th></tr>\n";
  std::map<std::pair<std::string, FileId>, std::vector<const CoveragePoint*>> files;
  for (const CoverageUnit& unit : coverage.units) {
    std::string verdicts;
    for (const auto& [verdict, count] : unit.verdicts) verdicts += (verdicts.empty() ? "" : ", ") + std::to_string(count) + " " + verdict;
    if (unit.is_rule && verdicts.empty()) verdicts = "no test";
    out += "<tr><td><code>" + EscapeMarkup(unit.name) + "</code></td><td>" + verdicts + "</td><td class=\"n\">" + ShareText(unit.Branches()) +
           "</td><td class=\"n\">" + ShareText(unit.Conditions()) + "</td></tr>\n";
    for (const CoveragePoint& point : unit.points) files[{sources.file(point.span.file).name(), point.span.file}].push_back(&point);
  }
  out += "</table>\n";
  for (auto& [key, points] : files) out += "<h2>" + EscapeMarkup(key.first) + "</h2>\n" + Listing(sources.file(key.second), std::move(points));
  return out + "</body>\n</html>\n";
}

}  // namespace writ::cli
