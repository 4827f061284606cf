// `writ new` as its user sees it: whatever it writes is in the style, has no findings, and passes tests that notice every small change.
#include <doctest/doctest.h>

#include <algorithm>

#include "cli/templates/templates.h"
#include "tests/support/program.h"

using namespace writ::test;

namespace {

Ran In(const Folder& folder, const std::vector<std::string>& arguments) {
  Setting setting;
  setting.folder = folder.path();
  return RunWrit(arguments, setting);
}
Ran New(const Folder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "new");
  return In(folder, arguments);
}

bool Has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Everything in the folder does what is promised of it.
void CheckGood(const Folder& folder, const std::string& path) {
  CAPTURE(path);
  const Ran format = In(folder, {"fmt", "--check", path});
  CHECK(format.code == 0);
  CHECK(format.out.empty());
  const Ran lint = In(folder, {"lint", "--strict", path});
  CHECK(lint.code == 0);
  CHECK(lint.err.empty());
  CHECK_MESSAGE(Has(lint.out, "no findings"), lint.out);
  const Ran test = In(folder, {"test", path, "--coverage", "--mutants", "--least-coverage", "100", "--least-score", "100"});
  CHECK_MESSAGE(test.code == 0, (test.out + test.err));
}

struct Start {
  std::string form;                      // of cli/templates
  std::vector<std::string> options;
};
std::vector<Start> Starts() {
  std::vector<Start> starts = {
#define SUBJECT_KIND(enumerator, word, record, source, meaning) {"rule/" word ".writ", {"--subject", word}},
#include "vm/bytecode/kinds.def"
#undef SUBJECT_KIND
  };
  starts.push_back({"detector/window.writ", {"--detector"}});
  starts.push_back({"detector/sequence.writ", {"--sequence"}});
  return starts;
}

}  // namespace

TEST_CASE("new: a rule of each kind is in the style, has no findings, and its tests notice every small change") {
  for (const Start& start : Starts()) {
    CAPTURE(start.form);
    const Folder folder;
    std::vector<std::string> arguments = {"rule", "a_rule", "--policy", "acme.rules"};
    arguments.insert(arguments.end(), start.options.begin(), start.options.end());
    const Ran ran = New(folder, arguments);
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    const std::string text = Slurp(folder / "a_rule.writ");
    CHECK(Has(text, "policy acme.rules version \"0.1.0\" language 1\n"));
    CHECK(Has(text, "expect pass"));
    CHECK(Has(text, "expect fail"));
    CHECK(!Has(text, "my"));
    CheckGood(folder, ".");
  }
  // And there is no template that nobody can ask for.
  const std::vector<Start> starts = Starts();
  for (const writ::cli::Template& row : writ::cli::AllTemplates()) {
    CAPTURE(row.name);
    CHECK((row.name == "pack.yaml" || row.name == "policy.writ" || std::any_of(starts.begin(), starts.end(), [&](const Start& start) { return start.form == row.name; })));
  }
}

TEST_CASE("new: a long name breaks lines where the style wants it") {
  const Folder folder;
  const std::string name(100, 'a');
  CHECK(New(folder, {"rule", name, "--policy", "acme.rules", "--detector"}).code == 0);
  CheckGood(folder, ".");
  CHECK(New(folder, {"rule", name + "a", "--policy", "acme.rules"}).code == 2);
}

TEST_CASE("new policy: a file with a first rule, which rules are added to and put beside") {
  const Folder folder;
  const Ran ran = New(folder, {"policy", "acme.payments", "--into", "policies"});
  CHECK(ran.code == 0);
  CHECK(ran.out ==
        "wrote policies/payments.writ: policy acme.payments, with a first rule and 3 tests\nnext:\n  writ test policies/payments.writ --mutants\n"
        "  writ check --policies policies/payments.writ --spec openapi.yaml\n");
  CheckGood(folder, "policies");
  const std::string before = Slurp(folder / "policies/payments.writ");

  const Ran added = New(folder, {"rule", "guessing", "--detector", "--into", "policies/payments.writ"});
  CHECK(added.code == 0);
  CHECK(added.out == "added to policies/payments.writ: detector acme.payments.guessing, with 5 tests\nnext:\n  writ test policies/payments.writ --filter guessing --mutants\n");
  CHECK(Slurp(folder / "policies/payments.writ").rfind(before, 0) == 0);
  const Ran beside = New(folder, {"rule", "bounded", "--subject", "parameter", "--into", "policies"});
  CHECK(beside.code == 0);
  CHECK(beside.out == "wrote policies/bounded.writ: rule acme.payments.bounded, with 4 tests\nnext:\n  writ test policies/bounded.writ --filter bounded --mutants\n");
  CheckGood(folder, "policies");

  // A rule's name is taken once in a policy, wherever it stands.
  const Ran again = New(folder, {"rule", "guessing", "--into", "policies"});
  CHECK(again.code == 2);
  CHECK(again.err == "writ new rule: `acme.payments.guessing` stands in policies/payments.writ already\n  help: choose another name\n");
  CHECK(New(folder, {"rule", "bounded", "--into", "policies/payments.writ"}).code == 2);
  CHECK(New(folder, {"rule", "other", "--policy", "acme.other", "--into", "policies/payments.writ"}).code == 2);
}

TEST_CASE("new pack: it is built as it stands") {
  const Folder folder;
  const Ran ran = New(folder, {"pack", "acme.payments"});
  CHECK(ran.code == 0);
  CHECK(ran.out ==
        "wrote payments/pack.yaml: pack acme.payments 0.1.0\nwrote payments/payments.writ: policy acme.payments, with a first rule and 3 tests\nnext:\n"
        "  writ test payments --mutants\n  writ pack build payments -o acme.payments-0.1.0.wpk\n");
  CheckGood(folder, "payments");
  CHECK(In(folder, {"pack", "build", "payments", "-o", "p.wpk"}).code == 0);
  CHECK(In(folder, {"pack", "verify", "p.wpk"}).code == 0);
  CHECK(In(folder, {"test", "p.wpk"}).code == 0);
  // Words of YAML are names all the same.
  CHECK(New(folder, {"pack", "null"}).code == 0);
  CHECK(In(folder, {"pack", "build", "null", "-o", "n.wpk"}).code == 0);
  // A rule in an empty pack takes the pack's name.
  CHECK(New(folder, {"pack", "acme.bare"}).code == 0);
  std::filesystem::remove(folder / "bare/bare.writ");
  CHECK(New(folder, {"rule", "first", "--into", "bare"}).code == 0);
  CHECK(Has(Slurp(folder / "bare/first.writ"), "policy acme.bare version"));
}

TEST_CASE("new: nothing is overwritten") {
  const Folder folder;
  folder.Write("payments.writ", "precious");
  folder.Write("payments/note", "precious");
  std::filesystem::create_symlink("nowhere", folder / "linked.writ");
  const Ran policy = New(folder, {"policy", "acme.payments"});
  CHECK(policy.code == 2);
  CHECK(policy.out.empty());
  CHECK(policy.err == "writ new policy: `payments.writ` exists and is left as it is\n  help: `writ new rule NAME --into payments.writ` adds a rule to it\n");
  CHECK(New(folder, {"pack", "acme.payments"}).code == 2);
  CHECK(New(folder, {"rule", "payments", "--policy", "acme.payments"}).code == 2);
  CHECK(New(folder, {"rule", "linked", "--policy", "acme.payments"}).code == 2);
  // What cannot be read is not added to.
  const Ran broken = New(folder, {"rule", "other", "--into", "payments.writ"});
  CHECK(broken.code == 2);
  CHECK(Has(broken.err, "`payments.writ` cannot be read as a policy, and is left as it is"));
  CHECK(Slurp(folder / "payments.writ") == "precious");
  CHECK(!std::filesystem::exists(folder / "nowhere"));
}

TEST_CASE("new: names that lead elsewhere or mean something else are refused, and leave nothing behind") {
  const Folder folder;
  for (const char* name : {"../x", "a/b", "", ".", "..", "a..b", "a.", ".a", "1a", "a b", "a-b", "a\nb", "\x1b[31m", "\xc3\xa9", "\xff", "$(x)", "rule", "for", "true", "writ", "a.b"}) {
    CAPTURE(name);
    const Ran ran = New(folder, {"rule", name, "--policy", "acme.p"});
    CHECK(ran.code == 2);
    CHECK(ran.err.rfind("writ new rule: ", 0) == 0);
    CHECK(!Has(ran.err, "\x1b"));
  }
  for (const char* name : {"../x", "acme/x", "acme.", "rule", "writ.authentication", "acme payments"}) {
    CAPTURE(name);
    CHECK(New(folder, {"policy", name}).code == 2);
    CHECK(New(folder, {"pack", name}).code == 2);
    CHECK(New(folder, {"rule", "x", "--policy", name}).code == 2);
  }
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("new: what is missing or misspelt is said with the way out") {
  const Folder folder;
  CHECK(New(folder, {}).code == 2);
  CHECK(New(folder, {"--help"}).code == 0);
  CHECK(Has(New(folder, {"polcy"}).err, "did you mean `policy`?"));
  CHECK(New(folder, {"rule"}).err == "writ new rule: say how it is called\n  help: `writ new rule tokens_expire`, or `writ new rule --help`\n");
  CHECK(New(folder, {"rule", "a", "b"}).code == 2);
  CHECK(New(folder, {"rule", "x"}).err ==
        "writ new rule: there is no policy in `.` to which the rule could belong\n  help: say which with --policy acme.payments, or begin with `writ new policy acme.payments`\n");
  CHECK(Has(New(folder, {"rule", "x", "--subject", "operatoin", "--policy", "p"}).err, "did you mean `operation`?"));
  CHECK(Has(New(folder, {"rule", "x", "--subject", "cow", "--policy", "p"}).err, "write one of api, operation, "));
  CHECK(New(folder, {"rule", "x", "--subject", "schema", "--detector", "--policy", "p"}).code == 2);
  folder.Write("a.writ", "policy a version \"1.0.0\" language 1\n");
  folder.Write("b.writ", "policy b version \"2.0.0\" language 1\n");
  CHECK(New(folder, {"rule", "x"}).err == "writ new rule: `.` holds several policies: `a`, `b`\n  help: say which with --policy\n");
  CHECK(New(folder, {"rule", "x", "--policy", "b"}).code == 0);
  CHECK(Has(Slurp(folder / "x.writ"), "policy b version \"2.0.0\" language 1\n"));
}

TEST_CASE("new: without --into the folder is the one of writ.yaml") {
  const Folder folder;
  folder.Write("writ.yaml", "project: shop\npolicies: [rules]\n");
  CHECK(New(folder, {"policy", "shop.api"}).code == 0);
  CHECK(New(folder, {"rule", "more", "--subject", "server"}).code == 0);
  CHECK(std::filesystem::exists(folder / "rules/api.writ"));
  CHECK(std::filesystem::exists(folder / "rules/more.writ"));
  CheckGood(folder, "rules");
}
