// See foreign_words.h.
#include "compiler/parse/foreign_words.h"

namespace writ::compiler {
namespace {

struct Row {
  std::string_view word;
  std::string_view help;
};
constexpr std::string_view kAbsent = "there is no null: write `has x`, `x ?? default` or `x is not present`";
constexpr std::string_view kWhere = "there is no `if`: write `where …` after `for each` to choose the subjects, `require …` for what must hold";
constexpr std::string_view kRequire = "write `require CONDITION` for what must hold";
constexpr std::string_view kFn = "functions are expressions: write `fn name(x: Exchange): bool = …`";
constexpr std::string_view kLet = "write `let name = …` in a rule, `const NAME = …` in a policy";
constexpr std::string_view kQuantifier = "write `any(x in xs: …)`, `all(x in xs: …)` or `none(x in xs: …)`";
constexpr std::string_view kReport = "write `report \"…\"` with `${…}` for values";
constexpr std::string_view kControls = "write it in the `controls` clause, such as `controls owasp \"API2:2023\", cwe 306`";
constexpr Row kRows[] = {
    {"null", kAbsent}, {"nil", kAbsent}, {"None", kAbsent}, {"undefined", kAbsent}, {"absent", kAbsent}, {"missing", kAbsent},
    {"if", kWhere}, {"unless", kWhere}, {"elif", kWhere}, {"switch", kWhere}, {"case", kWhere}, {"while", kQuantifier},
    {"assert", kRequire}, {"ensure", kRequire}, {"must", kRequire}, {"check", kRequire}, {"allow_if", kRequire},
    {"deny", "a rule says what must hold: write `require not (…)`"}, {"forbid", "a rule says what must hold: write `require not (…)`"},
    {"violation", "a rule says what must hold: write `require not (…)`"},
    {"return", kFn}, {"function", kFn}, {"func", kFn}, {"fun", kFn}, {"def", kFn}, {"lambda", kFn},
    {"var", kLet}, {"val", kLet}, {"define", kLet},
    {"foreach", "write `for each operation op` or `for each exchange x`"}, {"every", kQuantifier}, {"some", kQuantifier},
    {"exists", kQuantifier}, {"forall", kQuantifier},
    {"message", kReport}, {"msg", kReport}, {"print", kReport}, {"description", "write `rationale \"…\"`, and the title after the rule's name"},
    {"title", "the title follows the rule's name: `rule name \"title\" {`"}, {"name", "the name follows the word: `rule name \"title\" {`"},
    {"cwe", kControls}, {"owasp", kControls}, {"asvs", kControls}, {"pci", kControls}, {"nist", kControls},
    {"fix", "write `remediation \"…\"` for how to repair it, `fix_within 7d` for how soon"},
    {"sla", "write `fix_within 7d`"}, {"deadline", "write `fix_within 7d`"}, {"priority", "write `severity high`"}, {"level", "write `severity high`"},
    {"alert", "write `raise when …`"}, {"include", "write `import acme.common`"}, {"use", "write `import acme.common`"},
    {"package", "write `policy acme.name version \"1.0.0\" language 1`"}, {"module", "write `policy acme.name version \"1.0.0\" language 1`"},
    {"xor", "write `a != b` for conditions"}, {"eq", "write `==`"}, {"equals", "write `==`"}, {"like", "write `matches re\"…\"` or `contains`"},
};

}  // namespace

std::string_view ForeignWordHelp(std::string_view word) {
  for (const Row& row : kRows) {
    if (row.word == word) return row.help;
  }
  return {};
}

}  // namespace writ::compiler
