// Metadata that is there and says nothing: placeholders, repetitions, controls that no catalogue has.
#include <algorithm>
#include <iterator>

#include "compiler/lint/context.h"

namespace writ::compiler::lint {

namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Lower case letters and digits, everything else one space.
std::string Words(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char lower = Lower(c);
    const bool is_word = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || (static_cast<unsigned char>(c) & 0x80) != 0;
    if (is_word) out += lower;
    if (!is_word && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// What people write until they know better; as a whole text, in any spelling.
constexpr std::string_view kPlaceholders[] = {"", "n a", "na", "none", "test", "foo", "bar", "lorem ipsum", "description", "rationale", "remediation", "fix it", "fix this"};
// Marks of what is not done yet: also in front of a text, when they are written in capitals.
constexpr std::string_view kMarks[] = {"todo", "tbd", "tba", "fixme", "xxx"};

bool IsPlaceholder(const std::string& text) {
  const std::string words = Words(text);
  const auto is = [&](std::string_view word) { return words == word; };
  if (std::any_of(std::begin(kPlaceholders), std::end(kPlaceholders), is) || std::any_of(std::begin(kMarks), std::end(kMarks), is)) return true;
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
    return words.substr(0, mark.size()) == mark && std::none_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(mark.size()), is_lower);
  });
}

std::string TextOf(const Expr* value) {
  std::string out;
  if (value == nullptr) return out;
  for (const StringPart& part : value->parts) out += part.text;
  return out;
}

bool IsDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What the ids of a framework look like; an unknown framework has ids of any form.
std::string WrongControl(const std::string& framework, const std::string& id) {
  if (framework == "cwe" && (!IsDigits(id) || id[0] == '0')) return "CWE ids are numbers: `cwe 306`";
  if (framework == "owasp") {
    const std::size_t colon = id.find(':');
    const std::string_view year = colon == std::string::npos ? std::string_view() : std::string_view(id).substr(colon + 1);
    const std::size_t digit = id.find_first_of("0123456789");
    const bool has_form = year.size() == 4 && IsDigits(year) && digit != std::string::npos && digit > 0 && digit < colon && IsDigits(std::string_view(id).substr(digit, colon - digit));
    if (!has_form) return "OWASP ids name the list, the place and the year: `owasp \"API2:2023\"`";
  }
  return {};
}

class MetadataReader {
 public:
  MetadataReader(Context& context, const RuleDecl& rule) : context_(context), rule_(rule) {}

  void Read() {
    texts_.push_back({"title", Words(rule_.title), rule_.title_span.valid() ? rule_.title_span : rule_.name.span});
    if (IsPlaceholder(rule_.title)) Report(texts_[0].span, "the title of `" + rule_.name.text + "` says nothing", "say what holds when the rule passes: \"Every operation declares authentication\"");
    for (const RuleClause& clause : rule_.clauses) {
      if (clause.meta) Read(*clause.meta);
    }
  }

 private:
  struct Text {
    std::string key, words;
    Span span;
  };

  void Report(Span span, std::string message, std::string help) {
    if (!context_.IsReported(DiagnosticCode::kWeakMetadata, span)) context_.Report(DiagnosticCode::kWeakMetadata, span, std::move(message), std::move(help));
  }

  void Read(const MetaClause& clause) {
    const std::string& key = clause.key.text;
    if (key == "controls") return ReadControls(clause);
    if (key != "rationale" && key != "remediation" && key != "owner") return;
    const Span span = clause.values.empty() ? clause.span : clause.values[0]->span;
    const std::string value = clause.values.empty() ? "" : TextOf(clause.values[0]);
    Text text{key, Words(value), span};
    if (IsPlaceholder(value)) {
      Report(span, "`" + key + "` says nothing", key == "owner" ? "name the team that answers for the rule" : key == "rationale" ? "say what can happen when the rule is broken" : "say what to change, where");
      return;
    }
    if (key == "owner") return;
    for (const Text& other : texts_) {
      if (other.words == text.words) Report(span, "`" + key + "` says the same as `" + other.key + "`", key == "rationale" ? "say what can happen when the rule is broken" : "say what to change, where");
    }
    texts_.push_back(std::move(text));
  }

  void ReadControls(const MetaClause& clause) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const MetaClause::Control& control : clause.controls) {
      std::string id = control.id == nullptr ? "" : control.id->text;
      if (control.id != nullptr && control.id->kind == ExprKind::kString) id = TextOf(control.id);
      const Span span = control.id == nullptr ? control.framework.span : control.id->span;
      if (!seen.insert({control.framework.text, id}).second) Report(span, "control `" + control.framework.text + " " + id + "` stands twice", "remove one of them");
      const std::string wrong = WrongControl(control.framework.text, id);
      if (!wrong.empty()) Report(span, "`" + id + "` is no id of `" + control.framework.text + "`", wrong);
    }
  }

  Context& context_;
  const RuleDecl& rule_;
  std::vector<Text> texts_;
};

}  // namespace

void CheckMetadata(Context& context) {
  for (const RuleView& view : context.rules) {
    context.rule = view.rule->shape.id;
    MetadataReader(context, *view.syntax).Read();
  }
  context.rule.clear();
}

}  // namespace writ::compiler::lint
