// report.html: one page that needs nothing else. Every fact is in the static text; details elements fold it,
// a few lines of script filter it, and the content security policy forbids everything but those two fixed
// texts. All foreign text goes through Escape. Covered by tests/report/writers/html_test.cc.
#include <algorithm>
#include <string>
#include <vector>

#include "base/digest.h"
#include "base/limits.h"
#include "base/markup.h"
#include "base/time.h"
#include "base/utf8.h"
#include "base/version.h"
#include "report/excerpt.h"
#include "report/writers.h"
#include "report/writers/html_page.h"
#include "report/writers/wording.h"

namespace writ::report {
namespace {

constexpr std::size_t kFindingsShown = 100;  // per rule and API; report.json has all
constexpr std::size_t kExcerptWidth = 110;

// For text and for attribute values in double quotes; line breaks stay.
std::string Escape(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += EscapeMarkup(text.substr(0, end));
    if (end == text.size()) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

// Text of ours or of a policy in which `code` stands in back-ticks.
std::string EscapeWithCode(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t open = text.find('`');
    const std::size_t close = open == std::string_view::npos ? open : text.find('`', open + 1);
    if (close == std::string_view::npos) return out + Escape(text);
    out +=
        Escape(text.substr(0, open)) + "<code>" + Escape(text.substr(open + 1, close - open - 1)) + "</code>";
    text.remove_prefix(close + 1);
  }
}

std::string Base64(const Sha256Digest& digest) {
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < digest.size(); i += 3) {
    const std::size_t n = std::min<std::size_t>(3, digest.size() - i);
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) bits = (bits << 8) | (k < n ? digest[i + k] : 0u);
    for (std::size_t k = 0; k < 4; ++k) out += k <= n ? alphabet[(bits >> (18 - 6 * k)) & 63u] : '=';
  }
  return out;
}

class Page {
 public:
  Page(const Report& report, const SourceMap& sources) : report_(report), sources_(sources) {}

  std::string Render() {
    Head();
    Summary();
    Filter();
    for (std::size_t i = 0; i < report_.apis.size(); ++i)
      ApiSection(report_.apis[i], "api-" + std::to_string(i));
    if (HasOther()) {
      Open("other", "Findings of no single API");
      Findings(report_.other_findings);
      Close();
    }
    Undecided();
    Waivers();
    Rules();
    Inputs();
    out_ += "</main>\n<footer><p>Writ " + Escape(kToolVersion) + ", report " + Escape(kReportVersion) +
            ". <code>report.json</code> beside this page is the complete record; a control named here says "
            "what a rule is relevant to, "
            "not that the control is met.</p></footer>\n<script>" +
            std::string(kPageScript) + "</script>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void Head() {
    const std::string title =
        report_.project.empty() ? "API security report" : Escape(report_.project) + ": API security report";
    out_ +=
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" +
        Base64(Sha256Of(kPageStyle)) + "'; script-src 'sha256-" + Base64(Sha256Of(kPageScript)) +
        "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
        title + "</title>\n<style>" + std::string(kPageStyle) +
        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n";
    const bool passed = report_.gate.passed;
    out_ += "<header>\n<h1>" + title + "</h1>\n<p class=\"soft\">as of <time datetime=\"" +
            Escape(report_.now) + "\">" + Escape(report_.now) + "</time></p>\n<p class=\"gate " +
            (passed ? "pass" : "fail") + "\">" + (passed ? "✓ Gate passed" : "✗ Gate failed") +
            "</p>\n</header>\n<nav aria-label=\"Sections\">\n<ul>\n";
    Link("summary", "Summary");
    for (std::size_t i = 0; i < report_.apis.size(); ++i)
      Link("api-" + std::to_string(i), report_.apis[i].name);
    if (HasOther()) Link("other", "Findings of no single API");
    Link("undecided", "Could not be decided");
    Link("waivers", "Waivers");
    Link("rules", "Rules");
    Link("inputs", "Inputs");
    out_ += "</ul>\n</nav>\n<main id=\"main\">\n";
  }

  bool HasOther() const {
    return std::any_of(report_.other_findings.begin(), report_.other_findings.end(),
                       [&](std::uint32_t index) { return report_.findings[index].verdict == "fail"; });
  }

  void Link(const std::string& id, const std::string& text) {
    out_ += "<li><a href=\"#" + id + "\">" + Escape(text) + "</a></li>\n";
  }

  void Open(const std::string& id, const std::string& heading) {
    out_ += "<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + Escape(heading) + "</h2>\n";
  }
  void Close() { out_ += "</section>\n"; }

  void Item(const std::string& term, const std::string& html) {
    out_ += "<dt>" + term + "</dt><dd>" + html + "</dd>\n";
  }

  void List(const std::vector<std::string>& lines, const char* tag = "ul") {
    out_ += std::string("<") + tag + " class=\"plain\">\n";
    for (const std::string& line : lines) out_ += "<li>" + EscapeWithCode(line) + "</li>\n";
    out_ += std::string("</") + tag + ">\n";
  }

  // --- summary
  void Summary() {
    Open("summary", "Summary");
    std::uint64_t failing[6] = {};
    for (const Finding& finding : report_.findings) {
      if (finding.verdict == "fail") ++failing[SeverityRank(report_.rules[finding.rule].severity)];
    }
    out_ += "<h3>Open findings by severity</h3>\n<ul class=\"tiles\">\n";
    static const char* const names[] = {"critical", "high", "medium", "low", "info"};
    for (int i = 0; i < 5; ++i)
      out_ += std::string("<li class=\"") + names[i] + "\"><b>" + Grouped(failing[i]) + "</b> " + names[i] +
              "</li>\n";
    const Tally tally = TallyOf(report_);
    out_ += "<li><b>" + Grouped(tally.undecided + tally.errors) + "</b> undecided</li>\n<li><b>" +
            Grouped(tally.waived) + "</b> waived</li>\n</ul>\n";
    out_ += "<dl>\n";
    if (!report_.gate.fail_on.empty())
      Item("Gate", "fails on " + Escape(report_.gate.fail_on) + " and above");
    std::uint64_t operations = 0, exchanges = 0;
    for (const Api& api : report_.apis) operations += api.operations;
    for (const Recording& recording : report_.recordings) exchanges += recording.exchanges;
    Item("Checked", Quantity(report_.apis.size(), "API") + " with " + Quantity(operations, "operation") +
                        ", " + Quantity(report_.recordings.size(), "recording") + " with " +
                        Quantity(exchanges, "exchange"));
    Item("Rules", Quantity(report_.rules.size(), "rule") +
                      (report_.rules.empty() ? "" : ": " + RuleStatusesText(report_)));
    Item("Verdicts",
         Grouped(report_.counts.examined()) + " examined: " + Grouped(report_.counts.passed) + " passed, " +
             Grouped(report_.counts.failed) + " failed, " + Grouped(report_.counts.waived) + " waived, " +
             Grouped(report_.counts.indeterminate) + " undecided, " + Grouped(report_.counts.errors) +
             " errors, " + Grouped(report_.counts.not_applicable) + " not applicable");
    out_ += "</dl>\n";
    if (!report_.gate.reasons.empty()) {
      out_ += "<h3>Why the gate " + std::string(report_.gate.passed ? "passed" : "failed") + "</h3>\n";
      std::vector<std::string> lines;
      for (const GateReason& reason : report_.gate.reasons) {
        lines.push_back(reason.what + (reason.count > 1 ? " (" + Grouped(reason.count) + ")" : ""));
      }
      List(lines);
    }
    if (!report_.input_problems.empty()) {
      out_ += "<h3>Problems with inputs</h3>\n";
      List(report_.input_problems);
    }
    out_ += "<h3>What to do next</h3>\n";
    List(NextSteps(report_), "ol");
    Close();
  }

  void Filter() {
    out_ +=
        "<div id=\"filter\" role=\"search\" hidden aria-label=\"Findings\">\n"
        "<div><label for=\"filter-text\">Text, path or rule</label><input id=\"filter-text\" type=\"search\" "
        "autocomplete=\"off\"></div>\n"
        "<div><label for=\"filter-severity\">Severity</label><select id=\"filter-severity\"><option "
        "value=\"\">all</option>";
    for (const char* name : {"critical", "high", "medium", "low", "info"}) {
      out_ += std::string("<option value=\"") + name + "\">" + name + "</option>";
    }
    out_ += "</select></div>\n<output id=\"filter-shown\" class=\"soft\"></output>\n</div>\n";
  }

  // --- APIs
  void ApiSection(const Api& api, const std::string& id) {
    Open(id, api.title.empty() || api.title == api.name ? api.name : api.name + " · " + api.title);
    out_ += "<dl>\n";
    if (!api.version.empty()) Item("Version", Escape(api.version));
    if (!api.format.empty()) Item("Format", Escape(api.format));
    if (!api.exposure.empty()) Item("Exposure", Escape(api.exposure));
    if (api.owner) Item("Owner", Escape(*api.owner));
    if (api.sensitivity) Item("Sensitivity", Escape(*api.sensitivity));
    if (api.impact) Item("Impact", Escape(*api.impact));
    if (api.lifecycle) Item("Lifecycle", Escape(*api.lifecycle));
    std::string names;
    for (const std::string& host : api.hosts) names += (names.empty() ? "" : ", ") + Escape(host);
    if (!names.empty()) Item("Hosts", names);
    names.clear();
    for (const std::string& name : api.descriptions)
      names += (names.empty() ? "<code>" : ", <code>") + Escape(name) + "</code>";
    if (!names.empty()) Item("Described in", names);
    Item("Size", Quantity(api.operations, "operation") + ", " + Quantity(api.schemas, "schema"));
    if (api.exchanges > 0) {
      Item("Traffic", Quantity(api.exchanges, "exchange") + " on " + Grouped(api.operations_observed) +
                          " of " + Quantity(api.operations, "operation"));
    }
    if (api.external_references > 0)
      Item("Not followed", Quantity(api.external_references, "external reference"));
    out_ += "</dl>\n";
    Findings(api.findings);
    Close();
  }

  void Findings(const std::vector<std::uint32_t>& findings) {
    const std::vector<RuleFindings> groups = ByRule(report_, findings, {"fail"});
    if (groups.empty()) out_ += "<p class=\"ok\">✓ No open finding.</p>\n";
    for (const RuleFindings& group : groups) Group(group);
  }

  void About(const Rule& rule) {
    out_ += "<p class=\"soft about\"><code>" + Escape(rule.id) + "</code>";
    if (!rule.controls.empty()) out_ += " · " + Escape(ControlsText(rule));
    if (!rule.impact.empty()) {
      std::string impact = rule.impact;
      std::replace(impact.begin(), impact.end(), '_', ' ');
      out_ += " · impact: " + Escape(impact);
    }
    if (rule.fix_within > 0) out_ += " · fix within " + Escape(FormatDuration(rule.fix_within));
    if (!rule.confidence.empty()) out_ += " · confidence: " + Escape(rule.confidence);
    if (!rule.owner.empty()) out_ += " · asked for by " + Escape(rule.owner);
    out_ += "</p>\n";
  }

  void Group(const RuleFindings& group) {
    const Rule& rule = report_.rules[group.rule];
    const bool is_blocking = std::any_of(group.findings.begin(), group.findings.end(),
                                         [&](std::uint32_t index) { return report_.findings[index].blocks; });
    const std::string severity = Escape(rule.severity);
    out_ += std::string("<details class=\"rule\"") + (is_blocking ? " open" : "") +
            ">\n<summary><span class=\"badge " + severity + "\">" + severity + "</span><h3>" +
            Escape(rule.title.empty() ? rule.id : rule.title) + "</h3><span class=\"soft\">" +
            Quantity(group.findings.size(), "finding") + (is_blocking ? ", blocking" : "") +
            "</span></summary>\n<div class=\"body\">\n";
    About(rule);
    if (!rule.rationale.empty()) out_ += "<p class=\"why\">" + EscapeWithCode(rule.rationale) + "</p>\n";
    if (!rule.remediation.empty())
      out_ += "<div class=\"fix\"><b>How to fix.</b> " + EscapeWithCode(rule.remediation) + "</div>\n";
    const std::size_t shown = std::min(group.findings.size(), kFindingsShown);
    for (std::size_t i = 0; i < shown; ++i) One(group.findings[i], rule);
    if (shown < group.findings.size()) {
      out_ += "<p class=\"soft\">and " + Quantity(group.findings.size() - shown, "more finding") +
              " of this rule in <code>report.json</code></p>\n";
    }
    out_ += "</div>\n</details>\n";
  }

  void One(std::uint32_t index, const Rule& rule) {
    const Finding& finding = report_.findings[index];
    out_ += "<article id=\"finding-" + std::to_string(index) + "\" data-severity=\"" + Escape(rule.severity) +
            "\" data-rule=\"" + Escape(rule.id) + "\">\n<h4>" +
            Escape(finding.message.empty() ? finding.subject : finding.message) + "</h4>\n";
    if (!finding.message.empty() && !finding.subject.empty()) {
      out_ += "<p class=\"soft\">" + Escape(finding.subject_kind) + " " + Escape(finding.subject) +
              (finding.reason.empty() ? "" : " · reason: " + Escape(finding.reason)) + "</p>\n";
    }
    Where(finding.main);
    for (const Location& place : finding.related) Where(place);
    const std::size_t limit = Limits{}.evidence_shown;
    if (finding.count > 1 || finding.places.size() > 1) {
      const bool is_traffic = finding.main.kind == Location::Kind::kExchange;
      out_ += "<p>" +
              Quantity(PlaceCount(finding), is_traffic ? "exchange" : "place") +
              (finding.episodes > 0 ? " in " + Quantity(finding.episodes, "episode") : "") +
              ":</p>\n<ul class=\"plain\">\n";
      for (std::size_t i = 0; i < finding.places.size() && i < limit; ++i) {
        out_ += "<li class=\"mono\">" + Escape(PlaceText(finding.places[i])) + "</li>\n";
      }
      if (finding.places.size() > limit)
        out_ += "<li class=\"soft\">and " + Grouped(PlaceCount(finding) - limit) +
                " more in report.json</li>\n";
      out_ += "</ul>\n";
    }
    if (!finding.evidence.empty()) {
      out_ += "<details><summary>Evidence: the first " + Grouped(finding.evidence.size()) +
              "</summary>\n<div class=\"body\"><ul class=\"plain\">\n";
      for (const Evidence& evidence : finding.evidence) {
        out_ += "<li><span class=\"mono\">" + Escape(PlaceText(evidence.place)) + "</span> " +
                Escape(evidence.message) + "</li>\n";
      }
      out_ += "</ul></div>\n</details>\n";
    }
    out_ +=
        "<p class=\"soft\">fingerprint <code>" + Escape(finding.fingerprint) + "</code></p>\n</article>\n";
  }

  void Where(const Location& place) {
    const std::string text = PlaceText(place);
    if (text.empty()) return;
    out_ += "<p class=\"mono\">" + Escape(text) +
            (place.is_ancestor ? " <span class=\"soft\">(absent; the nearest node above it)</span>" : "") +
            "</p>\n";
    const auto excerpt =
        place.kind == Location::Kind::kFile ? MakeExcerpt(place, sources_, kExcerptWidth) : std::nullopt;
    if (!excerpt) return;
    out_ += "<pre><span class=\"n\">" + std::to_string(excerpt->line) + " </span>" + Escape(excerpt->before) +
            (excerpt->marked.empty() ? "" : "<mark>" + Escape(excerpt->marked) + "</mark>") +
            Escape(excerpt->after) + "</pre>\n";
  }

  // --- what is not a finding
  void Undecided() {
    Open("undecided", "Could not be decided");
    bool any = false;
    if (!report_.capability_notes.empty()) {
      any = true;
      out_ += "<h3>What a recording cannot show</h3>\n";
      std::vector<std::string> lines;
      for (const CapabilityNote& note : report_.capability_notes) lines.push_back(CapabilityText(note));
      List(lines);
    }
    std::vector<std::uint32_t> all(report_.findings.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint32_t>(i);
    for (const RuleFindings& group : ByRule(report_, all, {"error", "indeterminate"})) {
      any = true;
      const Rule& rule = report_.rules[group.rule];
      out_ += "<details>\n<summary><h3>" + Escape(rule.title.empty() ? rule.id : rule.title) +
              "</h3><span class=\"soft\">" + Quantity(group.findings.size(), "entry", "entries") +
              "</span></summary>\n<div class=\"body\">\n";
      About(rule);
      out_ += "<ul class=\"plain\">\n";
      const std::size_t shown = std::min(group.findings.size(), kFindingsShown);
      for (std::size_t i = 0; i < shown; ++i) {
        const Finding& finding = report_.findings[group.findings[i]];
        out_ += "<li>" + std::string(finding.verdict == "error" ? "<b class=\"bad\">error</b> " : "") +
                Escape(finding.subject) + ": " +
                Escape(finding.reason.empty() ? finding.message : finding.reason) +
                (finding.count > 1 ? " (" + Quantity(finding.count, "subject") + ")" : "") + "</li>\n";
      }
      if (shown < group.findings.size())
        out_ += "<li class=\"soft\">and " + Grouped(group.findings.size() - shown) +
                " more in report.json</li>\n";
      out_ += "</ul>\n</div>\n</details>\n";
    }
    if (!any) out_ += "<p class=\"ok\">✓ Everything could be decided.</p>\n";
    Close();
  }

  void TableOpen(const std::string& caption, const std::vector<std::string>& columns) {
    out_ += "<section class=\"scroll\" tabindex=\"0\" aria-label=\"" + Escape(caption) +
            "\">\n<table>\n<caption>" + Escape(caption) + "</caption>\n<thead><tr>";
    for (const std::string& column : columns) {
      const bool is_number = column[0] == '#';
      out_ += std::string("<th scope=\"col\"") + (is_number ? " class=\"num\"" : "") + ">" +
              Escape(std::string_view(column).substr(is_number ? 1 : 0)) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
  }
  void TableClose() { out_ += "</tbody>\n</table>\n</section>\n"; }
  void Cell(const std::string& text) { out_ += "<td>" + Escape(text) + "</td>"; }
  void Number(std::uint64_t value) { out_ += "<td class=\"num\">" + Grouped(value) + "</td>"; }

  void Waivers() {
    Open("waivers", "Waivers");
    if (report_.waivers.empty()) {
      out_ += "<p>None.</p>\n";
      Close();
      return;
    }
    TableOpen("Accepted for a while",
              {"Waiver", "Rule", "Until", "Reason", "Author", "Approved by", "Ticket", "#Findings"});
    for (const Waiver& waiver : report_.waivers) {
      out_ += "<tr><th scope=\"row\">" + Escape(waiver.name) + "</th><td><code>" + Escape(waiver.rule) +
              "</code></td>";
      for (const std::string* text :
           {&waiver.until, &waiver.reason, &waiver.author, &waiver.approved_by, &waiver.ticket})
        Cell(*text);
      Number(waiver.findings);
      out_ += "</tr>\n";
    }
    TableClose();
    std::vector<std::string> lines;
    for (const Finding& finding : report_.findings) {
      if (finding.verdict == "waived" && lines.size() < kFindingsShown) {
        lines.push_back((finding.waiver ? *finding.waiver + ": " : "") +
                        (finding.message.empty() ? finding.subject : finding.message));
      }
    }
    if (!lines.empty()) {
      out_ += "<h3>Waived findings</h3>\n";
      List(lines);
    }
    Close();
  }

  void Rules() {
    Open("rules", "Rules");
    TableOpen("Subjects examined by each rule; examined is the sum of the columns after it",
              {"Rule", "Severity", "Status", "#Examined", "#Passed", "#Failed", "#Waived", "#Undecided",
               "#Errors", "#Not applicable", "#Unmatched"});
    for (const Rule& rule : report_.rules) {
      std::string status = rule.status;
      std::replace(status.begin(), status.end(), '_', ' ');
      const std::string why = rule.status == "evaluated" ? "" : StatusText(rule);
      out_ += "<tr><th scope=\"row\"><code>" + Escape(rule.id) + "</code></th><td>" + Escape(rule.severity) +
              "</td><td>" + Escape(status) + (why.empty() ? "" : ": " + EscapeWithCode(why)) + "</td>";
      const Counts& counts = rule.counts;
      for (const std::uint64_t value :
           {counts.examined(), counts.passed, counts.failed, counts.waived, counts.indeterminate,
            counts.errors, counts.not_applicable, counts.unmatched}) {
        Number(value);
      }
      out_ += "</tr>\n";
    }
    TableClose();
    Close();
  }

  void Inputs() {
    Open("inputs", "Inputs");
    TableOpen("Every file that the verdicts depend on", {"File", "Role", "#Bytes", "SHA-256"});
    for (const Input& input : report_.inputs) {
      const char* role = "";
      switch (input.role) {
        case Input::Role::kData:
          role = "data";
          break;
        case Input::Role::kDescription:
          role = "description";
          break;
        case Input::Role::kPolicy:
          role = "policy";
          break;
        case Input::Role::kRecording:
          role = "recording";
          break;
      }
      out_ += "<tr><th scope=\"row\"><code>" + Escape(input.name) + "</code></th><td>" + role +
              "</td><td class=\"num\">" + (input.bytes ? Grouped(*input.bytes) : "") + "</td><td><code>" +
              Escape(input.sha256) + "</code></td></tr>\n";
    }
    TableClose();
    if (!report_.recordings.empty()) {
      TableOpen("Recordings",
                {"File", "Format", "#Exchanges", "#Matched", "#Ambiguous", "#Unreadable", "Complete"});
      for (const Recording& recording : report_.recordings) {
        out_ += "<tr><th scope=\"row\"><code>" + Escape(recording.name) + "</code></th>";
        Cell(recording.format);
        for (const std::uint64_t value :
             {recording.exchanges, recording.matched, recording.ambiguous, recording.unreadable})
          Number(value);
        Cell(recording.is_truncated ? "no: judged up to the break" : "yes");
        out_ += "</tr>\n";
      }
      TableClose();
    }
    if (!report_.policies.empty()) {
      TableOpen("Policies", {"Policy", "Version", "Language", "File", "Of the shipped pack"});
      for (const Policy& policy : report_.policies) {
        out_ += "<tr><th scope=\"row\"><code>" + Escape(policy.name) + "</code></th>";
        Cell(policy.version);
        Cell(std::to_string(policy.language));
        Cell(policy.file);
        Cell(policy.is_shipped ? "yes" : "no");
        out_ += "</tr>\n";
      }
      TableClose();
    }
    if (!report_.values.empty()) {
      TableOpen("Params and inputs in force", {"Name", "Kind", "Value", "Source"});
      for (const Value& value : report_.values) {
        out_ += "<tr><th scope=\"row\"><code>" + Escape(value.name) + "</code></th>";
        Cell(value.kind);
        Cell(value.value);
        Cell(value.is_default ? "default" : value.source);
        out_ += "</tr>\n";
      }
      TableClose();
    }
    Close();
  }

  const Report& report_;
  const SourceMap& sources_;
  std::string out_;
};

}  // namespace

std::string RenderHtml(const Report& report, const SourceMap& sources) {
  return Page(report, sources).Render();
}

}  // namespace writ::report
