// What the parser says about broken text: every message with its place and its help, each mistake once.
#include <doctest/doctest.h>

#include "tests/compiler/parse/support.h"

namespace writ::test {
namespace {

std::string ErrorsOfFile(const std::string& text) { return Errors(*ParseText(text)); }

}  // namespace

TEST_SUITE("parse errors") {
TEST_CASE("a misspelt clause word is read as that word") {
  CHECK_EQ(ErrorsInRule("requires op.deprecated"),
           "3:1-9 W1008 unknown word `requires` in a `rule` | did you mean `require`?\n");
  CHECK_EQ(ErrorsInRule("serverity high"),
           "3:1-10 W1008 unknown word `serverity` in a `rule` | did you mean `severity`?\n");
  CHECK_EQ(ErrorsInRule("for each operation op wehre op.deprecated"),
           "3:23-28 W1008 unknown word `wehre` in a `for each` clause | did you mean `where`?\n");
  CHECK_EQ(ErrorsInRule("for eech operation op"),
           "3:5-9 W1008 unknown word `eech` in a `for each` clause | did you mean `each`?\n");
  CHECK_EQ(ErrorsInRule("let x = op.id else skp"),
           "3:20-23 W1008 unknown word `skp` in a `let` clause | did you mean `skip`?\n");
  CHECK_EQ(ErrorsInRule("require op.tags is emty"),
           "3:20-24 W1008 unknown word `emty` in a `require` clause | did you mean `empty`?\n");
  CHECK_EQ(ErrorsInRule("report \"x\" evidense first 5"),
           "3:12-20 W1008 unknown word `evidense` in a `report` clause | did you mean `evidence`?\n");
  CHECK_EQ(ErrorsInRule("activate wen stage == production"),
           "3:10-13 W1008 unknown word `wen` in an `activate when` clause | did you mean `when`?\n");
  CHECK_EQ(ErrorsOf("detect d \"t\" {\n"
                   "  group by x.token whitin sliding 10m\n"
                   "  raise wehn count() > 1\n"
                   "}\n"),
           "3:20-26 W1008 unknown word `whitin` in a `group by` clause | did you mean `within`?\n"
           "4:9-13 W1008 unknown word `wehn` in a `raise when` clause | did you mean `when`?\n");
  CHECK_EQ(ErrorsOf("test \"t\" for r {\n"
                   "  expct fail\n"
                   "  given now t\"2026-01-01\"\n"
                   "}\n"),
           "3:3-8 W1008 unknown word `expct` in a `test` | did you mean `expect`?\n");
  CHECK_EQ(ErrorsOf("ruel r \"t\" {\n"
                   "  severity high\n"
                   "}\n"
                   "cosnt X = 1\n"),
           "2:1-5 W1008 `ruel` does not begin an item of a policy | did you mean `rule`?\n"
           "5:1-6 W1008 `cosnt` does not begin an item of a policy | did you mean `const`?\n");
  CHECK_EQ(ErrorsOf("waiver W for r all untill t\"2026-01-01\" reason \"x\" author \"a\" aproved_by \"b\"\n"),
           "2:20-26 W1008 unknown word `untill` in a `waiver` | did you mean `until`?\n"
           "2:63-73 W1008 unknown word `aproved_by` in a `waiver` | did you mean `approved_by`?\n");
}

TEST_CASE("operators of other languages are read as ours") {
  CHECK_EQ(ErrorsInRule("require a && b || !c"),
           "3:11-13 W1007 `&&` is not an operator here | write `and`\n"
           "3:16-18 W1007 `||` is not an operator here | write `or`\n"
           "3:19-20 W1007 `!` is not an operator here | write `not`\n");
  CHECK_EQ(ErrorsInRule("require a = b"),
           "3:11-12 W1007 `=` does not compare | write `==`\n");
  CHECK_EQ(ErrorsInRule("require a === b and c <> d and e !== f and g => h"),
           "3:11-14 W1007 `===` is not an operator here | write `==`\n"
           "3:23-25 W1007 `<>` is not an operator here | write `!=`\n"
           "3:34-37 W1007 `!==` is not an operator here | write `!=`\n"
           "3:46-48 W1007 `=>` is not an operator here | write `>=` to compare; there are no function literals\n");
  CHECK_EQ(ErrorsInRule("require a =~ re\"x\""),
           "3:11-13 W1007 `=~` is not an operator here | write `matches re\"…\"` for the whole text, `contains re\"…\"` to search in it\n");
  CHECK_EQ(ErrorsInRule("require a & b | c"),
           "3:11-12 W1007 `&` is not an operator here | write `and`\n"
           "3:15-16 W1007 `|` is not an operator here | write `or`\n");
}

TEST_CASE("punctuation of other languages is dropped with a hint") {
  CHECK_EQ(ErrorsInRule("severity high;\n"
                       "impact fraud;"),
           "3:14-15 W1007 `;` does not end a clause | remove it: every clause begins with its own word and needs no end mark\n"
           "4:13-14 W1007 `;` does not end a clause | remove it: every clause begins with its own word and needs no end mark\n");
  CHECK_EQ(ErrorsInRule("// a comment; with { braces\n"
                       "severity high"),
           "3:1-3 W1007 `//` does not begin a comment | comments begin with `#`\n");
  CHECK_EQ(ErrorsInRule("/* a comment\n"
                       " over lines */ severity high"),
           "3:1-3 W1007 `/*` does not begin a comment | begin each line of a comment with `#`\n");
  CHECK_EQ(ErrorsInRule("require op.path == 'x'"),
           "3:20-23 W1007 strings are not written in single quotes | write \"x\"\n");
  CHECK_EQ(ErrorsInRule("require op.path == '"),
           "3:20-21 W1006 `'` is not part of the language | strings are written in double quotation marks: \"…\"\n");
  CHECK_EQ(ErrorsInRule("@deprecated severity high"),
           "3:1-2 W1006 `@` is not part of the language | there are no annotations; metadata are clauses such as `severity high`\n");
}

TEST_CASE("words of other languages get a sentence of their own") {
  CHECK_EQ(ErrorsInRule("if op.deprecated"),
           "3:1-3 W1007 `if` does not begin a clause in a `rule` | there is no `if`: write `where …` after `for each` to choose the subjects, `require …` for what must hold\n");
  CHECK_EQ(ErrorsInRule("require op.tags is null"),
           "3:20-24 W1007 expected `not`, `empty`, `present` or `known` after `is` in a `require` clause, found `null` | there is no null: write `has x`, `x ?? default` or `x is not present`\n");
  CHECK_EQ(ErrorsInRule("let y = if op.deprecated then 1"),
           "3:9-11 W1007 `if` is not a word of the language | there is no `if`: write `where …` after `for each` to choose the subjects, `require …` for what must hold\n");
  CHECK_EQ(ErrorsInRule("return op.deprecated"),
           "3:1-7 W1007 `return` does not begin a clause in a `rule` | functions are expressions: write `fn name(x: Exchange): bool = …`\n");
  CHECK_EQ(ErrorsInRule("assert op.deprecated"),
           "3:1-7 W1007 `assert` does not begin a clause in a `rule` | write `require CONDITION` for what must hold\n");
  CHECK_EQ(ErrorsInRule("cwe 306"),
           "3:1-4 W1007 `cwe` does not begin a clause in a `rule` | write it in the `controls` clause, such as `controls owasp \"API2:2023\", cwe 306`\n");
  CHECK_EQ(ErrorsInRule("message \"x\""),
           "3:1-8 W1007 `message` does not begin a clause in a `rule` | write `report \"…\"` with `${…}` for values\n");
  CHECK_EQ(ErrorsInRule("require a ? b : c"),
           "3:11-12 W1001 `?` cannot stand here in a `rule` | there is no `? :`; write `x ?? default` for a value that may be absent\n");
  CHECK_EQ(ErrorsOf("function f(x: int): int = x\n"),
           "2:1-9 W1007 `function` cannot stand here | functions are expressions: write `fn name(x: Exchange): bool = …`\n");
}

TEST_CASE("a bad number says which was meant") {
  CHECK_EQ(ErrorsInRule("fix_within 10min"),
           "3:12-17 W1005 `10min` is not a number | write `10m`\n");
  CHECK_EQ(ErrorsInRule("require x > 1_"),
           "3:13-15 W1005 `1_` is not a number | an underscore stands between two digits: write `1`\n");
  CHECK_EQ(ErrorsInRule("require x > 1__0"),
           "3:13-17 W1005 `1__0` is not a number | an underscore stands between two digits: write `1_0`\n");
  CHECK_EQ(ErrorsInRule("require x > 0x1F"),
           "3:13-17 W1005 `0x1F` is not a number | numbers are decimal: write `31`\n");
  CHECK_EQ(ErrorsInRule("require x > 0b101"),
           "3:13-18 W1005 `0b101` is not a number | numbers are decimal: write `5`\n");
  CHECK_EQ(ErrorsInRule("require x > 1e6"),
           "3:13-16 W1005 `1e6` is not a number | a number with an exponent has a decimal point: write `1.0e6`\n");
  CHECK_EQ(ErrorsInRule("require x > 64kb"),
           "3:13-17 W1005 `64kb` is not a number | write `64KB`\n");
  CHECK_EQ(ErrorsInRule("require x > 1.5h"),
           "3:13-17 W1005 `1.5h` is not a number | durations and sizes are whole numbers with units, such as `1h30m`, `250ms`, `64KiB`\n");
  CHECK_EQ(ErrorsInRule("require x > .5"),
           "3:13-15 W1005 `.5` is not a number | a decimal begins with a digit: write `0.5`\n");
  CHECK_EQ(ErrorsInRule("require x > 50%3"),
           "3:16-17 W1001 `3` cannot stand here in a `rule` | for the remainder put spaces round `%`; `50%` is a percentage\n");
  CHECK_EQ(ErrorsInRule("require x > 5apples"),
           "3:13-20 W1005 `5apples` is not a number | durations are written `10m`, `1h30m`, `7d` (ns us ms s m h d w), sizes `64KiB`, `10MB`; a name cannot begin with a digit\n");
  CHECK_EQ(ErrorsInRule("report \"x\" evidence first 99999999999999999999"),
           "3:27-47 W1018 `99999999999999999999` does not fit into 64 bits\n");
}

TEST_CASE("a reserved word is no name") {
  CHECK_EQ(ErrorsInRule("let test = op.id"),
           "3:5-9 W1009 `test` is a reserved word and cannot be a name | choose another name, such as `test_`\n");
  CHECK_EQ(ErrorsInRule("for each operation rule where rule.deprecated"),
           "3:20-24 W1009 `rule` is a reserved word and cannot be a name | choose another name, such as `rule_`\n"
           "3:31-35 W1009 `rule` is a reserved word and cannot be a name | choose another name, such as `rule_`\n");
  CHECK_EQ(ErrorsInRule("require a and policy == 3"),
           "3:15-21 W1009 `policy` is a reserved word and cannot be a name | choose another name, such as `policy_`\n");
  CHECK_EQ(ErrorsInRule("require x as in"),
           "3:14-16 W1009 `in` is a reserved word and cannot be a name | choose another name, such as `in_`\n");
  CHECK_EQ(ErrorsOf("rule rule \"t\" {\n"
                   "}\n"),
           "2:6-10 W1009 `rule` is a reserved word and cannot be a name | choose another name, such as `rule_`\n");
  CHECK_EQ(ErrorsOf("const when = 1\n"),
           "2:7-11 W1009 `when` is a reserved word and cannot be a name | choose another name, such as `when_`\n");
  CHECK_EQ(ErrorsOf("import a.b as test\n"
                   "const X = 1\n"),
           "2:15-19 W1009 `test` is a reserved word and cannot be a name | choose another name, such as `test_`\n");
  CHECK_EQ(ErrorsOf("fn import(x: int): int = x\n"),
           "2:4-10 W1009 `import` is a reserved word and cannot be a name | choose another name, such as `import_`\n");
  CHECK_EQ(ErrorsOf("input data: string\n"
                   "rule severity \"contextual words are names\" {\n"
                   "  for each operation first\n"
                   "}\n"),
           "");
}

TEST_CASE("strings left open point at their opening") {
  CHECK_EQ(ErrorsInRule("report \"x\n"
                       "severity high"),
           "3:8-9 W1002 the string that opens here is not closed on its line | add `\"` at its end, or use \"\"\"…\"\"\" for text of several lines\n");
  CHECK_EQ(ErrorsInRule("rationale \"\"\"\n"
                       "  text\n"
                       "severity high"),
           "3:11-14 W1002 the text that opens here is never closed | add `\"\"\"` on a line of its own after the text\n");
  CHECK_EQ(ErrorsOf("test \"t\" for r {\n"
                   "  given spec \"\"\"\n"
                   "    a: b\n"
                   "  expect pass\n"
                   "}\n"),
           "3:14-17 W1002 the text that opens here is never closed | add `\"\"\"` on a line of its own after the text\n");
  CHECK_EQ(ErrorsInRule("require x matches re\"a\n"
                       "severity high"),
           "3:19-22 W1002 the literal that opens here is not closed on its line | add `\"` at its end\n");
  CHECK_EQ(ErrorsInRule("report \"x ${op.path\" at op\n"
                       "severity high"),
           "3:11-13 W1003 `${` is not closed before the end of the string | write `}` after the expression, or `\\$` for a dollar sign\n");
  CHECK_EQ(ErrorsInRule("report \"x ${op.path"),
           "3:11-13 W1003 `${` is not closed before the end of the string | write `}` after the expression, or `\\$` for a dollar sign\n");
  CHECK_EQ(ErrorsInRule("report \"x ${f(\"a\"} y\"\n"
                       "severity high"),
           "3:14-15 W1003 `(` is not closed | add `)` @ 3:18 `}` comes first\n");
  CHECK_EQ(ErrorsInRule("rationale \"\"\"\n"
                       " x ${op.path\n"
                       " require\n"
                       " y\n"
                       "\"\"\"\n"
                       "severity high"),
           "4:4-6 W1003 `${` is not closed before `require` | write `}` after the expression\n");
  CHECK_EQ(ErrorsInRule("report \"x ${"),
           "3:11-13 W1003 `${` is not closed before the end of the string | write `}` after the expression, or `\\$` for a dollar sign\n");
}

TEST_CASE("brackets left open point at their opening") {
  CHECK_EQ(ErrorsInRule("require f(a, b\n"
                       "report \"x\""),
           "3:10-11 W1003 `(` is not closed | add `)` @ 4:1 `report` begins here\n");
  CHECK_EQ(ErrorsInRule("require x in {1, 2\n"
                       "report \"x\""),
           "3:14-15 W1003 `{` is not closed | add `}` @ 4:1 `report` begins here\n");
  CHECK_EQ(ErrorsInRule("require [x for x in xs\n"
                       "report \"x\""),
           "3:9-10 W1003 `[` is not closed | add `]` @ 4:1 `report` begins here\n");
  CHECK_EQ(ErrorsOf("rule a \"t\" {\n"
                   "  severity high\n"
                   "rule b \"t\" {\n"
                   "  severity low\n"
                   "}\n"),
           "2:12-13 W1003 `{` is not closed | add `}` @ 4:1 `rule` begins here\n");
  CHECK_EQ(ErrorsOf("rule a \"t\" {\n"
                   "  severity high\n"),
           "2:12-13 W1003 `{` is not closed | add `}` @ 4:1 the file ends here\n");
  CHECK_EQ(ErrorsOf("const X = f(1, 2\n"
                   "const Y = 3\n"),
           "2:12-13 W1003 `(` is not closed | add `)` @ 3:1 `const` begins here\n");
  CHECK_EQ(ErrorsOf("detect d \"t\" {\n"
                   "  sequence { a where x\n"
                   "  report \"x\"\n"
                   "}\n"),
           "3:12-13 W1003 `{` is not closed | add `}` @ 4:3 `report` begins here\n");
  CHECK_EQ(ErrorsOf("rule a \"t\"\n"
                   "  severity high\n"
                   "  require x\n"
                   "}\n"
                   "const X = 1\n"),
           "2:11-11 W1001 expected `{` after \"t\", found `severity` | the clauses of a rule stand in braces: `rule name \"title\" { … }`\n");
  CHECK_EQ(ErrorsInRule("require f(x]"),
           "3:12-13 W1004 `(` is closed by `]` | write `)` @ 3:10 opened here\n");
  CHECK_EQ(ErrorsInRule("require f(a [1)"),
           "3:13-14 W1003 `[` is not closed | add `]` @ 3:15 `)` comes first\n");
}

TEST_CASE("closing brackets that close nothing") {
  CHECK_EQ(ErrorsInRule("require x)\n"
                       "report \"x\""),
           "3:10-11 W1004 `)` closes nothing | remove it, or add the bracket that it should close\n");
  CHECK_EQ(ErrorsOf("rule a \"t\" {\n"
                   "}\n"
                   "}\n"
                   "const X = 1\n"),
           "4:1-2 W1004 `}` closes nothing | remove it, or add the bracket that it should close\n");
  CHECK_EQ(ErrorsOf("const X = 1]\n"),
           "2:12-13 W1004 `]` closes nothing | remove it, or add the bracket that it should close\n");
}

TEST_CASE("escapes") {
  CHECK_EQ(ErrorsInRule("rationale \"a\\d \\u{110000} \\u{} \\r ok\""),
           "3:13-15 W1010 `\\d` is not an escape | a regular expression is written `re\"…\"`; for a backslash write `\\\\`\n"
           "3:16-18 W1010 `\\u` is not an escape | write `\\u{1F512}`: one to six hexadecimal digits of a code point, in braces\n"
           "3:27-29 W1010 `\\u` is not an escape | write `\\u{1F512}`: one to six hexadecimal digits of a code point, in braces\n"
           "3:32-34 W1010 `\\r` is not an escape | line breaks are `\\n`; a carriage return is `\\u{D}`\n");
  CHECK_EQ(ErrorsInRule("rationale \"\"\"\n"
                       "  é \\q\n"
                       "  \"\"\""),
           "4:5-7 W1010 `\\q` is not an escape | the escapes are `\\\"` `\\\\` `\\n` `\\t` `\\$` `\\u{…}`; for a backslash write `\\\\`\n");
  CHECK_EQ(ErrorsInRule("require x matches re\"\\d\\.\\\"\""),
           "");
}

TEST_CASE("interpolation belongs to messages") {
  CHECK_EQ(ErrorsInRule("rationale \"costs ${price}\""),
           "3:18-26 W1011 this text cannot hold `${…}`: it is a constant | interpolation belongs to messages; for a dollar sign write `\\$`\n");
  CHECK_EQ(ErrorsOf("const X = \"a${b}\"\n"),
           "2:13-17 W1011 this text cannot hold `${…}`: it is a constant | interpolation belongs to messages; for a dollar sign write `\\$`\n");
  CHECK_EQ(ErrorsInRule("let x = op.id else fail \"no ${op.path}\"\n"
                       "report \"${x}\" at f(\"${x}\")"),
           "4:21-25 W1011 this text cannot hold `${…}`: it is a constant | interpolation belongs to messages; for a dollar sign write `\\$`\n");
}

TEST_CASE("characters outside the language") {
  CHECK_EQ(ErrorsInRule("require naïve == 1"),
           "3:11-12 W1006 `ï` is not part of the language | names are made of the letters a–z and A–Z, digits and `_`\n");
  CHECK_EQ(ErrorsInRule("report “x”"),
           "3:8-9 W1006 `“` is not part of the language | use ordinary quotation marks: \"…\"\n"
           "3:10-11 W1006 `”` is not part of the language | use ordinary quotation marks: \"…\"\n");
  CHECK_EQ(ErrorsInRule("require a == 1"),
           "3:10-11 W1006 a non-breaking space is not part of the language | use an ordinary space\n");
  CHECK_EQ(ErrorsInRule("require a ≥ 1"),
           "3:11-12 W1006 `≥` is not part of the language | write `>=`\n");
  CHECK_EQ(ErrorsInRule("severity\007 high"),
           "3:9-10 W1006 control character U+0007 is not part of the language | remove it\n");
  CHECK_EQ(ErrorsInRule("\001\002\003 severity high"),
           "3:1-2 W1006 control character U+0001 is not part of the language | remove it\n");
  CHECK_EQ(ErrorsInRule("require $x"),
           "3:9-10 W1006 `$` is not part of the language | `${…}` belongs inside the message of `report` or `else`\n");
  CHECK_EQ(ErrorsInRule("require a \\\n"
                       " and b"),
           "3:11-12 W1006 `\\` is not part of the language | a backslash belongs inside a string; line breaks need no mark\n");
}

TEST_CASE("comparisons and not") {
  CHECK_EQ(ErrorsInRule("require a < b < c"),
           "3:15-16 W1015 comparisons do not chain | join two comparisons with `and`, or put one in parentheses\n");
  CHECK_EQ(ErrorsInRule("require a == not b"),
           "3:14-17 W1015 `not` binds looser than the operator before it | put `(not …)` in parentheses\n");
  CHECK_EQ(ErrorsInRule("require - not a"),
           "3:11-14 W1015 `not` cannot follow `-` or `has` | put `not` first: `not has x.token`\n");
  CHECK_EQ(ErrorsInRule("require a in b is not empty"),
           "3:16-22 W1015 comparisons do not chain | join two comparisons with `and`, or put one in parentheses\n");
}

TEST_CASE("quantifiers and literals") {
  CHECK_EQ(ErrorsInRule("require all(x in xs)"),
           "3:9-21 W1016 `all` has no condition | write `all(x in …: condition)`\n");
  CHECK_EQ(ErrorsInRule("require any(x: c)"),
           "3:13-14 W1016 `any` wants a variable and a collection before the `:` | write `any(x in xs: condition)`\n");
  CHECK_EQ(ErrorsInRule("require any(a or b: c)"),
           "3:13-19 W1016 `any` wants a variable and a collection before the `:` | write `any(x in xs: condition)`\n");
  CHECK_EQ(ErrorsInRule("require exists(x in xs: c)"),
           "3:9-15 W1016 `exists` is not a quantifier | write `any(x in xs: …)`, `all(x in xs: …)` or `none(x in xs: …)`\n");
  CHECK_EQ(ErrorsInRule("require f(x in xs: c)"),
           "3:9-10 W1016 `f` is not a quantifier | the quantifiers are `any`, `all`, `none` and `count`\n");
  CHECK_EQ(ErrorsInRule("require all(x in xs x.ok)"),
           "3:21-22 W1001 expected `)`, `,` or `:` after `xs` in a quantifier, found `x` | write for example `all(x in xs: condition)`\n");
  CHECK_EQ(ErrorsInRule("require {a, b: 1}"),
           "3:13-17 W1017 this element of a set has a value | write `{a, b}` for a set or `{k: v, …}` for a map\n");
  CHECK_EQ(ErrorsInRule("require {a: 1, b}"),
           "3:16-17 W1017 this entry of a map has no value | write `{a, b}` for a set or `{k: v, …}` for a map\n");
  CHECK_EQ(ErrorsInRule("require {a: 1 for a in xs}"),
           "3:13-14 W1017 a comprehension makes a set or a list, not a map | leave out the `: value`\n");
}

TEST_CASE("what is missing is named") {
  CHECK_EQ(ErrorsInRule("require"),
           "3:8-8 W1001 expected an expression after `require` in a `require` clause, found `}` | write for example `require op.security is not empty`\n");
  CHECK_EQ(ErrorsInRule("require op.path ==\n"
                       "let x = 1"),
           "3:19-19 W1001 expected an expression after `==` in a `require` clause, found `let` | write for example `require op.security is not empty`\n");
  CHECK_EQ(ErrorsInRule("require not"),
           "3:12-12 W1001 expected an expression after `not` in a `require` clause, found `}` | write for example `require op.security is not empty`\n");
  CHECK_EQ(ErrorsInRule("require f(, 1)"),
           "3:11-12 W1001 expected an expression after `(` in a call, found `,` | write for example `f(a, b)`\n");
  CHECK_EQ(ErrorsInRule("require [x for x in ]"),
           "3:21-22 W1001 expected an expression after `in` in a comprehension, found `]` | write for example `[r.status for r in op.responses where r.status != \"200\"]`\n");
  CHECK_EQ(ErrorsInRule("require a b"),
           "3:11-12 W1001 `b` cannot stand here in a `rule` | put an operator or `,` between `a` and `b`, or begin a clause with its own word\n");
  CHECK_EQ(ErrorsInRule("require a\n"
                       "and\n"
                       "report \"x\""),
           "4:4-4 W1001 expected an expression after `and` in a `require` clause, found `report` | write for example `require op.security is not empty`\n");
  CHECK_EQ(ErrorsInRule("report"),
           "3:7-7 W1001 expected a text in quotation marks after `report` in a `report` clause, found `}` | write for example `report \"${op.method} ${op.path} is open\" at op`\n");
  CHECK_EQ(ErrorsInRule("report at op"),
           "3:8-10 W1001 expected a text in quotation marks after `report` in a `report` clause, found `at` | write for example `report \"${op.method} ${op.path} is open\" at op`\n");
  CHECK_EQ(ErrorsInRule("report \"${}\""),
           "3:11-12 W1001 expected an expression after `${` in an interpolation, found `}` | write for example `${op.path}`\n");
  CHECK_EQ(ErrorsInRule("let x op.path"),
           "3:7-9 W1001 expected `=` after `x` in a `let` clause, found `op` | write for example `let r = op.response(x.status) else skip`\n");
  CHECK_EQ(ErrorsInRule("let = 1"),
           "3:5-6 W1001 expected a name after `let` in a `let` clause, found `=` | write for example `let r = op.response(x.status) else skip`\n");
  CHECK_EQ(ErrorsInRule("severity\n"
                       "impact fraud"),
           "3:9-9 W1001 expected a name after `severity`, found `impact` | write for example `severity high`\n");
  CHECK_EQ(ErrorsInRule("severity \"high\""),
           "3:10-16 W1001 expected a name after `severity` in the `severity` clause, found a text | write the word without quotation marks\n");
  CHECK_EQ(ErrorsInRule("owner appsec"),
           "3:7-13 W1001 expected a text in quotation marks after `owner` in the `owner` clause, found `appsec` | put it in quotation marks: `\"appsec\"`\n");
  CHECK_EQ(ErrorsInRule("owner \"a\" \"b\""),
           "3:11-14 W1001 a text cannot stand here in a `rule` | the text must belong to a clause; a message follows `report`\n");
  CHECK_EQ(ErrorsInRule("fix_within 7"),
           "3:12-13 W1001 expected a duration such as `7d` after `fix_within` in the `fix_within` clause, found `7` | write for example `fix_within 7d`\n");
  CHECK_EQ(ErrorsInRule("controls owasp"),
           "3:15-15 W1001 expected a text in quotation marks or a whole number after `owasp` in the `controls` clause, found `}` | write for example `controls owasp \"API2:2023\", cwe 306`\n");
  CHECK_EQ(ErrorsInRule("controls owasp \"x\" cwe 306"),
           "3:20-23 W1001 `cwe` begins no clause | put `,` between two controls\n");
  CHECK_EQ(ErrorsInRule("for operation op"),
           "3:5-14 W1001 expected `each` after `for` in a `for each` clause, found `operation` | write for example `for each operation op where not op.deprecated`\n");
  CHECK_EQ(ErrorsInRule("for each operation"),
           "3:19-19 W1001 expected a name or `in` after `operation` in a `for each` clause, found `}` | write for example `for each operation op where not op.deprecated`\n");
  CHECK_EQ(ErrorsInRule("for each operation op joined exchange x"),
           "3:30-38 W1001 expected `with` after `joined` in a `for each` clause, found `exchange` | write for example `for each operation op where not op.deprecated`\n");
  CHECK_EQ(ErrorsInRule("expect"),
           "3:7-7 W1001 expected `empty` after `expect` in an `expect` clause, found `}` | write for example `expect empty`\n");
  CHECK_EQ(ErrorsOf("rule {\n"
                   "}\n"),
           "2:6-7 W1001 expected a name after `rule` in a `rule`, found `{` | write for example `rule name \"What must hold\" { … }`\n");
  CHECK_EQ(ErrorsOf("rule r {\n"
                   "  severity high\n"
                   "}\n"),
           "2:8-9 W1001 expected a text in quotation marks after `r` in a `rule`, found `{` | write for example `rule name \"What must hold\" { … }`\n");
  CHECK_EQ(ErrorsOf("const X\n"),
           "2:8-8 W1001 expected `:` or `=` after `X` in a `const`, found the end of the item | write for example `const PUBLIC: set[string] = {\"/health\"}`\n");
  CHECK_EQ(ErrorsOf("const X: set[ = 1\n"),
           "2:13-14 W1003 `[` is not closed | add `]` @ 3:1 the file ends here\n");
  CHECK_EQ(ErrorsOf("fn f(x Exchange): bool = x\n"),
           "2:8-16 W1001 expected `:` after `x` in a parameter of a `fn`, found `Exchange` | write for example `x: Exchange`\n");
  CHECK_EQ(ErrorsOf("fn f(x: Exchange) bool = x\n"),
           "2:19-23 W1001 expected `:` after `)` in a `fn`, found `bool` | write for example `fn is_write(op: Operation): bool = op.method != \"GET\"`\n");
  CHECK_EQ(ErrorsOf("input z enum {a}\n"),
           "2:9-13 W1001 expected `:` after `z` in an `input`, found `enum` | write for example `input branch: string`\n");
  CHECK_EQ(ErrorsOf("data X: list[string] = \"x\"\n"),
           "2:22-23 W1001 expected `from` after `]` in a `data` declaration, found `=` | write for example `data SCANNERS: set[cidr] from \"lists/scanners.txt\"`\n");
  CHECK_EQ(ErrorsOf("waiver W for a until t\"2026-01-01\" reason \"x\" author \"a\" approved_by \"b\"\n"),
           "2:16-21 W1001 expected `where` or `all` after `a` in a `waiver`, found `until` | write for example `waiver W_1 for rule_name all until t\"2026-12-31\" reason \"…\" author \"…\" approved_by \"…\"`\n");
  CHECK_EQ(ErrorsOf("waiver W for a all until \"2026-01-01\" reason \"x\" author \"a\" approved_by \"b\"\n"),
           "2:26-38 W1001 expected a date such as `t\"2026-12-31\"` after `until` in a `waiver`, found a text | write for example `waiver W_1 for rule_name all until t\"2026-12-31\" reason \"…\" author \"…\" approved_by \"…\"`\n");
  CHECK_EQ(ErrorsOf("test \"t\" for r {\n"
                   "  given spec \"x\"\n"
                   "  given spec\n"
                   "  expect\n"
                   "}\n"),
           "3:14-17 W1001 a fixture is written between \"\"\" and \"\"\" right after its word | write `given spec \"\"\"…\"\"\"`, or `given spec file \"path\"` for a file\n"
           "4:13-13 W1001 expected a text in quotation marks or `file` after `spec` in a clause of a `test`, found `expect` | write for example `expect fail at \"/paths/~1users/get\"`\n"
           "5:9-9 W1001 expected a name after `expect` in a clause of a `test`, found `}` | write for example `expect fail at \"/paths/~1users/get\"`\n");
  CHECK_EQ(ErrorsOf("detect d \"t\" {\n"
                   "  sequence { a }\n"
                   "  sequence { }\n"
                   "  severity low\n"
                   "}\n"),
           "3:16-17 W1001 expected `where` after `a` in a step of a `sequence`, found `}` | write for example `login where x.operation_id == \"login\"`\n"
           "4:14-15 W1001 expected a name after `{` in a step of a `sequence`, found `}` | write for example `login where x.operation_id == \"login\"`\n");
  CHECK_EQ(ErrorsOf("detect d \"t\" {\n"
                   "  group by x within 10m\n"
                   "}\n"),
           "3:21-24 W1001 expected `sliding`, `tumbling` or `session` after `within` in a `group by` clause, found `10m` | write for example `group by x.session as session within sliding 10m`\n");
}

TEST_CASE("clauses in the wrong place") {
  CHECK_EQ(ErrorsInRule("group by x.token\n"
                       "raise when count() > 1\n"
                       "sequence { a where x then b where y }\n"
                       "severity high"),
           "3:1-6 W1001 a `rule` has no `group` | write `require …` for what must hold, or make it a `detect`\n"
           "4:1-6 W1001 a `rule` has no `raise` | write `require …` for what must hold, or make it a `detect`\n"
           "5:1-9 W1001 a `rule` has no `sequence` | write `require …` for what must hold, or make it a `detect`\n");
  CHECK_EQ(ErrorsOf("detect d \"t\" {\n"
                   "  require x.status == 3\n"
                   "  severity high\n"
                   "}\n"),
           "3:3-10 W1001 a `detect` has no `require` | write `raise when not (…)` for what must not be seen, or make it a `rule`\n");
  CHECK_EQ(ErrorsInRule("where op.deprecated\n"
                       "else skip\n"
                       "const X = 1"),
           "2:12-13 W1003 `{` is not closed | add `}` @ 5:1 `const` begins here\n"
           "3:1-6 W1001 `where` does not begin a clause | it follows the variable of `for each`; join several conditions with `and`\n"
           "6:1-2 W1004 `}` closes nothing | remove it, or add the bracket that it should close\n");
  CHECK_EQ(ErrorsInRule("  where op.deprecated\n"
                       "  else skip\n"
                       "  const X = 1\n"
                       "  rule x \"t\" { severity high }\n"
                       "  severity low"),
           "3:3-8 W1001 `where` does not begin a clause | it follows the variable of `for each`; join several conditions with `and`\n"
           "5:3-8 W1001 `const` does not stand inside the braces of another item | write `let name = …` here, or move it out of the braces\n"
           "6:3-7 W1001 `rule` does not stand inside the braces of another item | move it out, or close the braces before it\n");
  CHECK_EQ(ErrorsOf("require x\n"),
           "2:1-8 W1001 `require` cannot stand here | clauses stand inside the braces of a `rule` or `detect`\n");
  CHECK_EQ(ErrorsOf("const X: int = 1\n"
                   "severity high\n"),
           "3:1-9 W1001 `severity` cannot stand here | clauses stand inside the braces of a `rule` or `detect`\n");
  CHECK_EQ(ErrorsOfFile("policy a.b version \"1\" language 1\n"
                       "}{\n"),
           "2:1-2 W1004 `}` closes nothing | remove it, or add the bracket that it should close\n"
           "2:2-3 W1003 `{` is not closed | add `}` @ 3:1 the file ends here\n");
  CHECK_EQ(ErrorsOf("foo bar\n"
                   "const X = 1\n"),
           "2:1-4 W1001 `foo` cannot stand here | an item begins with `rule`, `detect`, `const`, `data`, `param`, `input`, `fn`, `import`, `waiver` or `test`\n");
}

TEST_CASE("the policy header") {
  CHECK_EQ(ErrorsOfFile("rule r \"t\" {\n"
                       "}\n"),
           "1:1-5 W1014 the policy header is missing | begin the file with `policy acme.name version \"1.0.0\" language 1`\n");
  CHECK_EQ(ErrorsOfFile("# only a comment\n"),
           "1:1-1 W1014 the policy header is missing | begin the file with `policy acme.name version \"1.0.0\" language 1`\n");
  CHECK_EQ(ErrorsOfFile("rule r \"t\" {\n"
                       "}\n"
                       "policy a.b version \"1\" language 1\n"),
           "3:1-7 W1014 the policy header comes first | move it to the top of the file\n");
  CHECK_EQ(ErrorsOf("policy a.c version \"1\" language 1\n"),
           "2:1-7 W1014 a file has one policy header | put the second policy into a file of its own @ 1:1 the first is here\n");
  CHECK_EQ(ErrorsOfFile("policy a.b version 1 language \"1\"\n"),
           "1:20-21 W1001 expected a text in quotation marks after `version` in the policy header, found `1` | write for example `policy acme.authentication version \"1.0.0\" language 1`\n");
  CHECK_EQ(ErrorsOfFile("policy a.b \"1\" language 1\n"),
           "1:12-15 W1001 expected `version` after `b` in the policy header, found a text | write for example `policy acme.authentication version \"1.0.0\" language 1`\n");
}

}  // TEST_SUITE

}  // namespace writ::test
