// Layout: what was checked; findings by API, severity and rule; what is waived, undecided, not evaluated; the
// gate; what to do next. A rule is named once and its fix given once; after a few findings the rest is a
// number.
#include "report/writers/terminal.h"

#include <algorithm>
#include <set>

#include "base/limits.h"
#include "base/time.h"
#include "base/utf8.h"
#include "base/version.h"
#include "report/excerpt.h"
#include "report/writers/wording.h"

namespace writ::report {
namespace {

constexpr std::size_t kFindingsShown = 5;  // per rule and API
constexpr std::size_t kLinesShown = 10;    // of the short lists

class Page {
 public:
  Page(const Report& report, const SourceMap& sources, const TerminalOptions& options)
      : report_(report),
        sources_(sources),
        options_(options),
        width_(std::max<std::size_t>(options.width, 40)) {
    if (options.colour) {
      bold_ = "\x1b[1m", dim_ = "\x1b[2m", red_ = "\x1b[1;31m", yellow_ = "\x1b[33m", blue_ = "\x1b[34m",
      green_ = "\x1b[32m";
      reset_ = "\x1b[0m";
    }
  }

  std::string Render() {
    Header();
    for (const Api& api : report_.apis) Section(ApiHeading(api), api.findings);
    Section(report_.apis.empty() ? "Findings" : "Across APIs", report_.other_findings);
    Waived();
    Undecided();
    Rules();
    Problems();
    Verdict();
    return std::move(out_);
  }

 private:
  // --- lines
  void Line(const std::string& text = {}) { out_ += text + "\n"; }
  static std::string Safe(std::string_view text) { return SanitizeForTerminal(text); }
  std::string Paint(const char* colour, const std::string& text) const { return colour + text + reset_; }

  // Words wrapped to the width; `label` stands before the first line, the others are indented to match. Words
  // are never cut: an identifier of any length can be copied whole.
  void Wrapped(std::size_t indent, const std::string& label, std::size_t hang, std::string_view text,
               const char* colour = "") {
    const std::string margin(indent + hang, ' ');
    std::string line = std::string(indent, ' ') + label;
    std::size_t column = indent + CodePointCount(label);
    if (column < indent + hang) {
      line.append(indent + hang - column, ' ');
      column = indent + hang;
    }
    line += colour;
    bool is_first = true;
    const std::string safe = Safe(text);
    std::size_t at = 0;
    while (at < safe.size()) {
      while (at < safe.size() && safe[at] == ' ') ++at;
      const std::size_t end = std::min(safe.find(' ', at), safe.size());
      if (at == end) break;
      const std::string word = safe.substr(at, end - at);
      const std::size_t length = CodePointCount(word);
      if (!is_first && column + 1 + length > width_) {
        Line(line + (*colour != '\0' ? reset_ : ""));
        line = margin + colour;
        column = margin.size();
        is_first = true;
      }
      if (!is_first) line += ' ', ++column;
      line += word;
      column += length;
      is_first = false;
      at = end;
    }
    Line(line + (*colour != '\0' ? reset_ : ""));
  }

  // Paragraphs are parted by empty lines, and a list item begins one; other line breaks are only where the author's line ended.
  void Paragraphs(std::size_t indent, const std::string& label, std::size_t hang, std::string_view text) {
    bool is_first = true;
    std::string paragraph;
    const auto flush = [&] {
      if (!paragraph.empty()) Wrapped(indent, is_first ? label : "", hang, paragraph);
      is_first = is_first && paragraph.empty();
      paragraph.clear();
    };
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
      const bool is_item = line.substr(0, 2) == "- " || line.substr(0, 2) == "* ";
      if (line.empty() || is_item) flush();
      if (!line.empty()) paragraph += (paragraph.empty() ? "" : " ") + std::string(line);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    flush();
  }

  std::size_t Shown(std::size_t count, std::size_t limit) const {
    // One more line is no longer than the line that says "and 1 more".
    return options_.verbose || count <= limit + 1 ? count : limit;
  }

  void Heading(const std::string& text) {
    Line();
    const std::string safe = Safe(text);
    Line(Paint(bold_, safe));
    std::string rule;
    for (std::size_t i = 0; i < std::min(CodePointCount(safe), width_); ++i) rule += "─";
    Line(Paint(dim_, rule));
  }

  // --- what was checked
  void Row(const std::string& name, const std::string& text) { Wrapped(2, name, 12, text); }

  void Header() {
    Line(Paint(bold_, "writ " + std::string(kToolVersion)) +
         (report_.project.empty() ? "" : " · " + Safe(report_.project)) + " · as of " + Safe(report_.now));
    Line();
    const std::size_t apis = Shown(report_.apis.size(), kFindingsShown);
    for (std::size_t i = 0; i < apis; ++i) {
      const Api& api = report_.apis[i];
      std::string text = api.name + (api.format.empty() ? "" : " (" + api.format + ")") + ": " +
                         Quantity(api.operations, "operation");
      if (api.exchanges > 0) {
        text += ", " + Grouped(api.operations_observed) + " of them observed in " +
                Quantity(api.exchanges, "exchange");
      }
      if (api.external_references > 0) {
        text += ", " + Quantity(api.external_references, "external reference") + " not followed";
      }
      Row(i == 0 ? "APIs" : "", text);
    }
    if (apis < report_.apis.size()) Row("", "and " + Quantity(report_.apis.size() - apis, "more API"));
    if (report_.apis.empty()) Row("APIs", "none");
    const std::size_t recordings = Shown(report_.recordings.size(), kFindingsShown);
    for (std::size_t i = 0; i < recordings; ++i) {
      const Recording& recording = report_.recordings[i];
      std::string text = recording.name + " (" + recording.format +
                         "): " + Quantity(recording.exchanges, "exchange") + ", " +
                         Grouped(recording.matched) + " matched to operations";
      if (recording.ambiguous > 0) text += ", " + Grouped(recording.ambiguous) + " ambiguous";
      if (recording.unreadable > 0) text += ", " + Grouped(recording.unreadable) + " unreadable";
      if (recording.is_truncated) text += ", truncated: judged up to the break";
      Row(i == 0 ? "recordings" : "", text);
    }
    if (recordings < report_.recordings.size())
      Row("", "and " + Quantity(report_.recordings.size() - recordings, "more recording"));
    const std::size_t policies = report_.policies.size();
    Row("rules", Quantity(report_.rules.size(), "rule") + " of " + Quantity(policies, "policy file") +
                     (report_.rules.empty() ? "" : ": " + RuleStatusesText(report_)));
    const Counts& counts = report_.counts;
    std::string verdicts = Grouped(counts.examined()) + " verdicts: " + Grouped(counts.passed) + " passed, " +
                           Grouped(counts.failed) + " failed";
    if (counts.waived > 0) verdicts += ", " + Grouped(counts.waived) + " waived";
    if (counts.indeterminate > 0) verdicts += ", " + Grouped(counts.indeterminate) + " undecided";
    if (counts.errors > 0) verdicts += ", " + Quantity(counts.errors, "error");
    verdicts += ", " + Grouped(counts.not_applicable) + " not applicable";
    Row("subjects", verdicts);
    for (const Value& value : report_.values) {
      if (value.is_default && !options_.verbose) continue;
      Row("value",
          value.name + " = " + value.value + " (" + (value.is_default ? "default" : value.source) + ")");
    }
    if (options_.verbose) {
      for (const Input& input : report_.inputs)
        Row("input", input.name + (input.sha256.empty() ? "" : " sha256:" + input.sha256));
    }
  }

  static std::string ApiHeading(const Api& api) {
    std::string out = api.name;
    if (!api.title.empty() && api.title != api.name) out += " · " + api.title;
    if (!api.version.empty()) out += " " + api.version;
    if (!api.exposure.empty() && api.exposure != "unspecified") out += " · " + api.exposure;
    if (api.owner) out += " · owner " + *api.owner;
    return out;
  }

  const char* SeverityColour(const std::string& severity) const {
    switch (SeverityRank(severity)) {
      case 0:
      case 1:
        return red_;
      case 2:
        return yellow_;
      default:
        return blue_;
    }
  }

  // --- findings
  void Section(const std::string& heading, const std::vector<std::uint32_t>& findings) {
    const std::vector<RuleFindings> groups = ByRule(report_, findings, {"fail"});
    if (groups.empty()) return;
    Heading(heading);
    for (const RuleFindings& group : groups) Group(group);
  }

  void Group(const RuleFindings& group) {
    const Rule& rule = report_.rules[group.rule];
    Line();
    const bool is_blocking = std::any_of(group.findings.begin(), group.findings.end(),
                                         [&](std::uint32_t index) { return report_.findings[index].blocks; });
    Line(Paint(SeverityColour(rule.severity), Safe(rule.severity)) + "  " +
         Paint(bold_, Safe(rule.title.empty() ? rule.id : rule.title)) + "  " +
         Paint(dim_, Quantity(group.findings.size(), "finding") + (is_blocking ? ", blocking" : "")));
    std::string about = rule.id;
    if (!rule.controls.empty()) about += " · " + ControlsText(rule);
    if (rule.fix_within > 0) about += " · fix within " + FormatDuration(rule.fix_within);
    Wrapped(2, "", 0, about, dim_);
    const std::size_t shown = Shown(group.findings.size(), kFindingsShown);
    for (std::size_t i = 0; i < shown; ++i) One(report_.findings[group.findings[i]]);
    Line();
    if (shown < group.findings.size()) {
      Line("  " + Paint(dim_, "and " + Grouped(group.findings.size() - shown) + " more, see report.html"));
    }
    if (!rule.remediation.empty()) Paragraphs(2, "fix", 6, rule.remediation);
    if (options_.verbose && !rule.rationale.empty()) Paragraphs(2, "why", 6, rule.rationale);
  }

  void One(const Finding& finding) {
    Line();
    Wrapped(2, "", 0, finding.message.empty() ? finding.subject : finding.message);
    Where(finding.main);
    for (std::size_t i = 0; i < finding.related.size() && i < 2; ++i) {
      if (finding.related[i].kind == Location::Kind::kFile) Where(finding.related[i]);
    }
    if (finding.count <= 1 && finding.places.size() <= 1) return;
    const bool is_traffic = finding.main.kind == Location::Kind::kExchange;
    const std::uint64_t total = PlaceCount(finding);
    std::string head = "    " + Quantity(total, is_traffic ? "exchange" : "place");
    if (finding.episodes > 0) head += " in " + Quantity(finding.episodes, "episode");
    Line(head + ":");
    const std::size_t limit = Limits{}.evidence_shown;
    const std::size_t shown =
        options_.verbose ? finding.places.size() : std::min(finding.places.size(), limit);
    for (std::size_t i = 0; i < shown; ++i) Wrapped(6, "", 2, PlaceText(finding.places[i]));
    if (shown < finding.places.size() && shown < total) Line("      " + Paint(dim_, "and " + Grouped(total - shown) + " more"));
  }

  void Where(const Location& place) {
    const std::string text = PlaceText(place);
    if (text.empty()) return;
    Line("    " + Paint(blue_, "→") + " " + Safe(text) +
         (place.is_ancestor ? Paint(dim_, " (absent; the nearest node above it)") : ""));
    if (place.kind != Location::Kind::kFile) return;
    const std::string number = std::to_string(place.begin.line);
    const std::size_t gutter = 4 + number.size() + 3;
    const auto excerpt = MakeExcerpt(place, sources_, width_ > gutter + 20 ? width_ - gutter - 2 : 20);
    if (!excerpt) return;
    const std::string margin(number.size(), ' ');
    Line("    " + margin + " " + Paint(blue_, "|"));
    Line("    " + Paint(blue_, number + " |") + " " + excerpt->before + excerpt->marked + excerpt->after);
    Line("    " + margin + " " + Paint(blue_, "|") + " " + std::string(CodePointCount(excerpt->before), ' ') +
         Paint(red_, std::string(std::max<std::size_t>(1, CodePointCount(excerpt->marked)), '^')));
  }

  // --- the rest, short
  void List(const std::vector<std::string>& lines) {
    const std::size_t shown = Shown(lines.size(), kLinesShown);
    for (std::size_t i = 0; i < shown; ++i) Wrapped(2, "·", 2, lines[i]);
    if (shown < lines.size())
      Line("  " + Paint(dim_, "and " + Grouped(lines.size() - shown) + " more, see report.html"));
  }

  void Waived() {
    std::vector<std::string> lines;
    for (const Finding& finding : report_.findings) {
      if (finding.verdict != "waived") continue;
      const auto waiver = std::find_if(
          report_.waivers.begin(), report_.waivers.end(),
          [&](const Waiver& candidate) { return finding.waiver && candidate.name == *finding.waiver; });
      std::string line = finding.subject + ": " + report_.rules[finding.rule].id;
      if (waiver != report_.waivers.end())
        line += " (" + waiver->name + " until " + waiver->until + ": " + waiver->reason + ")";
      lines.push_back(std::move(line));
    }
    if (lines.empty()) return;
    Heading("Waived");
    List(lines);
  }

  void Undecided() {
    std::vector<std::string> lines;
    std::set<std::string> seen;
    for (const CapabilityNote& note : report_.capability_notes) {
      std::string line = CapabilityText(note);
      if (seen.insert(line).second) lines.push_back(std::move(line));
    }
    std::vector<std::uint32_t> all(report_.findings.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint32_t>(i);
    for (const RuleFindings& group : ByRule(report_, all, {"error", "indeterminate"})) {
      std::size_t shown = 0;
      const std::size_t limit = Shown(group.findings.size(), kFindingsShown);
      for (const std::uint32_t index : group.findings) {
        if (shown++ == limit) break;
        const Finding& finding = report_.findings[index];
        lines.push_back((finding.verdict == "error" ? "error: `" : "`") + report_.rules[finding.rule].id +
                        "` on " + (finding.subject.empty() ? "the whole run" : finding.subject) + ": " +
                        (finding.reason.empty() ? finding.message : finding.reason) +
                        (finding.count > 1 ? " (" + Quantity(finding.count, "subject") + ")" : ""));
      }
      if (limit < group.findings.size()) {
        lines.push_back("`" + report_.rules[group.rule].id + "`: and " +
                        Quantity(group.findings.size() - limit, "more subject"));
      }
    }
    if (lines.empty()) return;
    Heading("Could not be decided");
    List(lines);
  }

  void Rules() {
    std::vector<std::string> lines;
    for (const Rule& rule : report_.rules) {
      if (rule.status != "evaluated")
        lines.push_back(rule.id + ": " + StatusWord(rule.status) + ", " + StatusText(rule));
    }
    if (lines.empty()) return;
    Heading("Rules that decided nothing");
    List(lines);
  }

  static std::string StatusWord(std::string status) {
    std::replace(status.begin(), status.end(), '_', ' ');
    return status;
  }

  void Problems() {
    if (report_.input_problems.empty()) return;
    Heading("Problems with inputs");
    List(report_.input_problems);
  }

  void Verdict() {
    const Tally tally = TallyOf(report_);
    Heading("Gate");
    std::string line = report_.gate.passed ? Paint(green_, "passed") : Paint(red_, "failed");
    line += ": " + Quantity(tally.failing, "finding");
    if (tally.blocking > 0) line += ", " + Grouped(tally.blocking) + " blocking";
    if (tally.waived > 0) line += ", " + Grouped(tally.waived) + " waived";
    if (!report_.gate.fail_on.empty()) line += " (fails on " + Safe(report_.gate.fail_on) + " and above)";
    Line(line);
    for (const GateReason& reason : report_.gate.reasons) {
      Wrapped(2, "·", 2, reason.what + (reason.count > 1 ? " (" + Grouped(reason.count) + ")" : ""));
    }
    Line();
    Line(Paint(bold_, "What to do next"));
    std::size_t number = 1;
    for (const std::string& step : NextSteps(report_)) Wrapped(2, std::to_string(number++) + ".", 3, step);
  }

  const Report& report_;
  const SourceMap& sources_;
  const TerminalOptions& options_;
  const std::size_t width_;
  const char *bold_ = "", *dim_ = "", *red_ = "", *yellow_ = "", *blue_ = "", *green_ = "", *reset_ = "";
  std::string out_;
};

}  // namespace

std::string RenderTerminal(const Report& report, const SourceMap& sources, const TerminalOptions& options) {
  return Page(report, sources, options).Render();
}

}  // namespace writ::report
