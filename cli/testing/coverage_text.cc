// Coverage for people at a terminal.
#include <algorithm>

#include "base/utf8.h"
#include "cli/testing/coverage.h"

namespace writ::cli {

namespace {

std::string Padded(std::string text, std::size_t width, bool to_the_right = false) {
  if (text.size() >= width) return text;
  const std::string pad(width - text.size(), ' ');
  return to_the_right ? pad + text : text + pad;
}

std::string ShareText(CoverageShare share) { return share.all == 0 ? "-" : std::to_string(share.seen) + "/" + std::to_string(share.all); }

std::string VerdictsText(const CoverageUnit& unit) {
  if (!unit.is_rule) return "";
  std::string out;
  for (const auto& [verdict, count] : unit.verdicts) out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + verdict;
  return out.empty() ? "no test" : out;
}

// What was never seen at a point; empty when both ways were.
std::string Missing(const CoveragePoint& point) {
  const Outcomes& seen = point.seen;
  if (seen.all() == 0) return "was never looked at";
  if (seen.ways() == 2) return "";
  const bool presence = point.kind == PointKind::kPresence;
  if (seen.ways() == 0) return presence ? "was never known" : "was never true and never false";
  if (seen.yes == 0) return presence ? "was never present" : "was never true";
  return presence ? "was never absent" : "was never false";
}

std::string OneLine(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == ' ' || c == '\t') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c;
    }
  }
  return SanitizeForTerminal(out);
}

}  // namespace

std::string RenderCoverage(const Coverage& coverage, const SourceMap& sources) {
  std::size_t name = 4, verdicts = 8;
  for (const CoverageUnit& unit : coverage.units) name = std::max(name, unit.name.size()), verdicts = std::max(verdicts, VerdictsText(unit).size());
  std::string out = Padded("coverage", name) + "  " + Padded("verdicts", verdicts) + "  " + Padded("branches", 8, true) + "  " + Padded("conditions", 10, true) + "\n";
  for (const CoverageUnit& unit : coverage.units) {
    out += Padded(unit.name, name) + "  " + Padded(VerdictsText(unit), verdicts) + "  " + Padded(ShareText(unit.Branches()), 8, true) + "  " +
           Padded(ShareText(unit.Conditions()), 10, true) + "\n";
  }
  std::string never;
  for (const CoverageUnit& unit : coverage.units) {
    for (const CoveragePoint& point : unit.points) {
      const std::string missing = Missing(point);
      // A clause of one condition is missed once.
      const bool is_atom = std::any_of(unit.points.begin(), unit.points.end(), [&](const CoveragePoint& other) {
        return other.kind == PointKind::kCondition && other.span == point.span;
      });
      if (missing.empty() || (point.kind == PointKind::kBranch && is_atom)) continue;
      const LineColumn at = sources.Locate(point.span);
      never += "  " + sources.file(point.span.file).name() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": `" +
               OneLine(sources.Text(point.span)) + "` " + missing + "\n";
    }
  }
  if (!never.empty()) out += "\nnever seen:\n" + never;
  return out + "\n" + std::to_string(coverage.Percent()) + " % covered: rules " + ShareText(coverage.Rules()) + ", branches " +
         ShareText(coverage.Branches()) + ", conditions " + ShareText(coverage.Conditions()) + "\n";
}

}  // namespace writ::cli
