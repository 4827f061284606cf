// What binds how tightly, and the forms of literals, calls and quantifiers.
#include <doctest/doctest.h>

#include "tests/compiler/parse/support.h"

namespace writ::test {

TEST_SUITE("parse expressions") {
TEST_CASE("operators bind as the language says") {
  CHECK_EQ(DumpExpr("a or b and c or d"), "(or (or a (and b c)) d)");
  CHECK_EQ(DumpExpr("not a == b and c"), "(and (not (== a b)) c)");
  CHECK_EQ(DumpExpr("a and not b or c"), "(or (and a (not b)) c)");
  CHECK_EQ(DumpExpr("not not a in b"), "(not (not (in a b)))");
  CHECK_EQ(DumpExpr("a or not b + 1 < c or d"), "(or (or a (not (< (+ b 1) c))) d)");
  CHECK_EQ(DumpExpr("size ?? 0 > 100"), "(> (?? size 0) 100)");
  CHECK_EQ(DumpExpr("a ?? b ?? c"), "(?? a (?? b c))");
  CHECK_EQ(DumpExpr("a ?? b + 1 ?? c * 2"), "(?? a (?? (+ b 1) (* c 2)))");
  CHECK_EQ(DumpExpr("a == b ?? c ?? d and e"), "(and (== a (?? b (?? c d))) e)");
  CHECK_EQ(DumpExpr("a - b - c + d"), "(+ (- (- a b) c) d)");
  CHECK_EQ(DumpExpr("a + b * c / d % e - f"), "(- (+ a (% (/ (* b c) d) e)) f)");
  CHECK_EQ(DumpExpr("-a.b + - -c"), "(+ (- (. a b)) (- (- c)))");
  CHECK_EQ(DumpExpr("-1 * 2"), "(* (- 1) 2)");
  CHECK_EQ(DumpExpr("(a or b) and c"), "(and (or a b) c)");
  CHECK_EQ(DumpExpr("a == (not b)"), "(== a (not b))");
  CHECK_EQ(DumpExpr("has x.a.b and has x.h(\"n\")"), "(and (has (. (. x a) b)) (has (.call x h \"n\")))");
  CHECK_EQ(DumpExpr("a not in b or c not matches d or e not contains f"), "(or (or (not-in a b) (not-matches c d)) (not-contains e f))");
  CHECK_EQ(DumpExpr("a is empty and b is not known or c + 1 is present"), "(or (and (is-empty a) (is-not-known b)) (is-present (+ c 1)))");
}

TEST_CASE("members and calls and indexes chain to the left") {
  CHECK_EQ(DumpExpr("a.b?.c(1).d[2]?.in"), "(?. (index (. (?.call (. a b) c 1) d) 2) in)");
  CHECK_EQ(DumpExpr("f(a, b,)(c)"), "(call f a b) !! 2:19-20 W1001 `(` cannot stand here | put an operator or `,` between "
                                    "`)` and `(`, or begin a clause with its own word\n");
  CHECK_EQ(DumpExpr("count()"), "(call count)");
  CHECK_EQ(DumpExpr("distinct(x.ip)"), "(call distinct (. x ip))");
}

TEST_CASE("quantifiers and comprehensions") {
  CHECK_EQ(DumpExpr("any(x in xs ?? []: x > 1)"), "(any x (?? xs (list)) (> x 1))");
  CHECK_EQ(DumpExpr("all(x in xs: none(y in x.ys: count(z in y: z) > 1))"), "(all x xs (none y (. x ys) (> (count z y z) 1)))");
  CHECK_EQ(DumpExpr("count(x in xs)"), "(call count (in x xs))");
  CHECK_EQ(DumpExpr("[x.a for x in xs]"), "(list-for x (. x a) xs)");
  CHECK_EQ(DumpExpr("{x.a + 1 for x in f(xs) where x.b and x.c}"), "(set-for x (+ (. x a) 1) (call f xs) (and (. x b) (. x c)))");
}

TEST_CASE("literals") {
  CHECK_EQ(DumpExpr("[1_000, 0.5, 1.5e-3, 50%, 12.5%]"), "(list 1000 0.5 1.5e-3 50% 12.5%)");
  CHECK_EQ(DumpExpr("[10m, 1h30m, 250ms, 7d, 2w, 3us, 4ns, 64KiB, 10MB, 1B]"), "(list 10m 1h30m 250ms 7d 2w 3us 4ns 64KiB 10MB 1B)");
  CHECK_EQ(DumpExpr("[re\"a\\.b\\\"c\\\\\", ip\"::1\", t\"2026-01-01\", jp\"$['a']\"]"),
           "(list re\"a\\\\.b\\\"c\\\\\\\\\" ip\"::1\" t\"2026-01-01\" jp\"$['a']\")");
  CHECK_EQ(DumpExpr("{}"), "(set)");
  CHECK_EQ(DumpExpr("[]"), "(list)");
  CHECK_EQ(DumpExpr("{1, 2,}"), "(set 1 2)");
  CHECK_EQ(DumpExpr("{\"a\": 1, b.c: [true, false],}"), "(map \"a\" 1 (. b c) (list true false))");
  CHECK_EQ(DumpExpr("{{1}, {2: 3}}"), "(set (set 1) (map 2 3))");
}

TEST_CASE("texts") {
  CHECK_EQ(DumpExpr("\"\""), "\"\"");
  CHECK_EQ(DumpExpr("\"/users/{id} costs $5 or 5$\""), "\"/users/{id} costs $5 or 5$\"");
  CHECK_EQ(DumpExpr("\"a\\n\\t\\\"\\\\\\$\\u{e4}\""), "\"a\\n\\t\\\"\\\\$ä\"");
  CHECK_EQ(DumpExpr("\"\"\"one line\"\"\""), "\"one line\"");
  CHECK_EQ(DumpExpr("\"\"\"\n    a\n      b \"quoted\" \\$x\n\n    c\n  \"\"\""), "\"a\\n  b \\\"quoted\\\" $x\\n\\nc\"");
}

TEST_CASE("messages hold expressions and are dedented round them") {
  const auto parsed = ParseText(std::string(kHeader) +
                                "rule r \"t\" {\n  report \"\"\"\n    ${op.a}: ${f(\"}\", {1})}\n      and ${\"\"}\n    \\${not}\n    \"\"\"\n}\n");
  CHECK_EQ(Errors(*parsed), "");
  CHECK_EQ(compiler::Dump(*parsed->tree->rules.at(0).clauses.at(0).report->message),
           "(text (. op a) \": \" (call f \"}\" (set 1)) \"\\n  and \" \"\" \"\\n${not}\")");
}

TEST_CASE("types") {
  const auto parsed = ParseText(std::string(kHeader) +
                                "input a: int?\ninput b: list[set[string]?]\ninput c: map[string, list[int]]\ninput d: enum {x, list, y,}?\n");
  CHECK_EQ(Errors(*parsed), "");
  std::string types;
  for (const compiler::InputDecl& input : parsed->tree->inputs) types += compiler::Dump(input.type) + " ";
  CHECK_EQ(types, "int? list[set[string]?] map[string, list[int]] enum{x list y}? ");
}
}  // TEST_SUITE

}  // namespace writ::test
