// `{name}` in a message where `${name}` is meant: other languages write values so. Told only of what would be a value with the `$`: a variable, or a
// field of one; not behind a slash, where braces belong to a path.
#include <algorithm>
#include <cctype>

#include "compiler/lint/context.h"

namespace writ::compiler::lint {

namespace {

bool IsNameStart(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; }
bool IsNamePart(char c) { return IsNameStart(c) || std::isdigit(static_cast<unsigned char>(c)) != 0; }

// The end of the interpolation that begins with the `${` at `at`.
std::size_t EndOfValue(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '{') ++depth;
    if (text[at] == '}' && --depth == 0) return at + 1;
  }
  return at;
}

// "a.b" → {"a", "b"}; nothing when it is anything else.
std::vector<std::string> Names(std::string_view text) {
  std::vector<std::string> names(1);
  for (const char c : text) {
    if (c == '.' && !names.back().empty()) {
      names.emplace_back();
    } else if (names.back().empty() ? IsNameStart(c) : IsNamePart(c)) {
      names.back() += c;
    } else {
      return {};
    }
  }
  return names.back().empty() ? std::vector<std::string>{} : names;
}

class MissingDollars {
 public:
  MissingDollars(Context& context, const RuleView& view) : context_(context), view_(view) {}

  // `visible`: how many of the locals stand before the message.
  void Look(const Expr& message, const std::vector<ir::Local>& locals, std::size_t visible) {
    const std::string_view text = context_.input.sources.Text(message.span);
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '\\') {
        at += 2;
      } else if (text.substr(at, 2) == "${") {
        at = EndOfValue(text, at);
      } else if (text[at] == '{') {
        const std::size_t end = std::min(text.find('}', at), text.size());
        const std::string inside(text.substr(at + 1, end - at - 1));
        const bool in_a_path = at > 0 && text[at - 1] == '/';
        if (end < text.size() && !in_a_path && IsValue(Names(inside), locals, visible)) Report(message.span, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1), inside);
        ++at;
      } else {
        ++at;
      }
    }
  }

 private:
  bool IsValue(const std::vector<std::string>& names, const std::vector<ir::Local>& locals, std::size_t visible) const {
    if (names.empty()) return false;
    const auto end = locals.begin() + static_cast<std::ptrdiff_t>(std::min(visible, locals.size()));
    const auto local = std::find_if(locals.begin(), end, [&](const ir::Local& candidate) { return candidate.name == names[0]; });
    if (local == end) return false;
    bytecode::TypeId type = local->type;
    for (std::size_t i = 1; i < names.size(); ++i) {
      const bytecode::Type& record = context_.program.types.Get(type);
      if (record.kind != bytecode::TypeKind::kRecord) return false;
      const auto field = bytecode::FindField(static_cast<bytecode::RecordId>(record.index), names[i]);
      if (!field) return false;
      if (i + 1 == names.size()) return true;
      bytecode::TypeTable types = context_.program.types;
      type = types.Parse(bytecode::InfoOf(*field).type).value_or(types.Never());
    }
    return true;
  }

  void Report(Span message, std::uint32_t begin, std::uint32_t end, const std::string& inside) {
    const Span place{message.file, message.begin + begin, message.begin + end};
    Finding& finding = context_.Report(DiagnosticCode::kMissingDollar, place, "`{" + inside + "}` is plain text: `" + view_.syntax->name.text + "` prints it as it stands", "write `${" + inside + "}` for the value");
    finding.fix = {{{place.file, place.begin, place.begin}, "$"}};
  }

  Context& context_;
  const RuleView& view_;
};

}  // namespace

void CheckMissingDollars(Context& context) {
  for (const RuleView& view : context.rules) {
    context.rule = view.rule->shape.id;
    MissingDollars check(context, view);
    const std::vector<ir::Local>& locals = view.rule->locals;
    for (const RuleClause& clause : view.syntax->clauses) {
      if (clause.report && clause.report->message != nullptr) {
        // Behind a group there are only what it is grouped by and its own variables.
        const std::vector<ir::Local>& last = view.rule->window ? view.rule->window->locals : locals;
        check.Look(*clause.report->message, last, last.size());
      }
      if (clause.let && clause.let->message != nullptr) {
        const auto own = std::find_if(locals.begin(), locals.end(), [&](const ir::Local& local) { return local.name == clause.let->name.text; });
        check.Look(*clause.let->message, locals, static_cast<std::size_t>(own - locals.begin()));
      }
    }
  }
  context.rule.clear();
}

}  // namespace writ::compiler::lint
