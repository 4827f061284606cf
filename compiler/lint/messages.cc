// Messages that leave their reader alone. Whether a text says what to do is nothing that a program knows; it sees the usual forms, and is silent where
// one of them is there.
#include <algorithm>

#include "compiler/lint/context.h"

namespace writ::compiler::lint {

namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0; }

// The literal text, with a sign that is no letter for each value.
std::string LiteralText(const Expr& message) {
  std::string out;
  for (const StringPart& part : message.parts) out += part.expr != nullptr ? "\x01" : part.text;
  return out;
}

bool HasDirective(const std::string& text) {
  static const std::set<std::string, std::less<>> words = {
#define DIRECTIVE(word) word,
#include "compiler/lint/directives.def"
#undef DIRECTIVE
  };
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && IsLetter(text[i])) {
      word += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
    } else {
      if (words.count(word) != 0) return true;
      word.clear();
    }
  }
  return false;
}

// "what was found: what to do", or two sentences.
bool HasSecondPart(const std::string& text) {
  for (const std::string_view sign : {":", ";", ". ", "\u2014", " - ", "\n"}) {
    const std::size_t at = text.find(sign);
    if (at == std::string::npos) continue;
    const std::size_t letters = static_cast<std::size_t>(std::count_if(text.begin() + static_cast<std::ptrdiff_t>(at + sign.size()), text.end(), IsLetter));
    if (letters >= 4) return true;
  }
  return false;
}

const ReportClause* ReportOf(const RuleDecl& rule) {
  for (const RuleClause& clause : rule.clauses) {
    if (clause.report) return &*clause.report;
  }
  return nullptr;
}

}  // namespace

void CheckMessages(Context& context) {
  for (const RuleView& view : context.rules) {
    context.rule = view.rule->shape.id;
    const ReportClause* report = ReportOf(*view.syntax);
    const std::string name = "`" + view.syntax->name.text + "`";
    if (report == nullptr) {
      // A rule whose reasons all have messages of their own needs none.
      const bool has_messages = std::all_of(view.rule->steps.begin(), view.rule->steps.end(), [](const ir::Step& step) {
        return step.kind != ir::StepKind::kRequire && (step.otherwise != ir::Otherwise::kFail || step.message != nullptr);
      });
      if (!has_messages || view.rule->shape.is_detect) {
        context.Report(DiagnosticCode::kSilentMessage, view.syntax->name.span, name + " has no message", "add a `report`: what was found, where, and what to do about it");
      }
      continue;
    }
    if (report->message == nullptr) continue;
    const std::string text = LiteralText(*report->message);
    if (HasDirective(text) || HasSecondPart(text)) continue;
    const bool is_empty = std::none_of(text.begin(), text.end(), IsLetter);
    context.Report(DiagnosticCode::kSilentMessage, report->message->span, is_empty ? "this message says nothing" : "this message does not say what to do",
                   "say what was found and what to do: \"… can be called without a credential: add a `security` requirement\"");
  }
  context.rule.clear();
}

}  // namespace writ::compiler::lint
