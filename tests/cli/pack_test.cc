// Packs as their users meet them: built, shown, verified, locked, required, and refused. The real program in a folder of its own.
#include <doctest/doctest.h>

#include "base/digest.h"
#include "pack/archive.h"
#include "pack/wpk.h"
#include "tests/report/flat_json.h"
#include "tests/support/program.h"
#include "vm/bytecode/codec.h"

using namespace writ::test;

namespace {

bool Says(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

std::string Manifest(const std::string& name, const std::string& version, const std::string& more = "") {
  return "name: " + name + "\nversion: \"" + version + "\"\nlanguage: 1\n" + more;
}

std::string Rule(const std::string& policy, const std::string& imports, const std::string& condition) {
  return "policy " + policy + " version \"1.0.0\" language 1\n" + imports +
         "rule a \"t\" {\n  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\"\n"
         "  for each operation op\n  require " + condition + "\n  report \"r\"\n}\n";
}

// acme.api (folder `own`) requires acme.common (folder `vendor/common`), which has a rule of its own and data.
struct Packs {
  Folder folder;
  Packs() {
    folder.Write("own/pack.yaml", Manifest("acme.api", "1.0.0", "requires: {acme.common: \"^1.2.0\"}\n"));
    folder.Write("own/rules/a.writ", Rule("acme.rules", "import acme.paths as paths\n", "paths.is_known(op.path)"));
    folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.2.3", "data: [lists/*.txt]\n"));
    folder.Write("vendor/common/paths.writ", Rule("acme.paths", "data KNOWN: set[string] from \"lists/known.txt\"\ninput unused: string\nfn is_known(path: string): bool = path in KNOWN\n",
                                                  "is_known(op.path) and unused == \"x\""));
    folder.Write("vendor/common/lists/known.txt", "/a\n");
    folder.Write("spec.yaml", kCleanSpec);
  }
  Ran Writ(const std::vector<std::string>& arguments) const {
    Setting setting;
    setting.folder = folder.path();
    return RunWrit(arguments, setting);
  }
  Ran Check(const std::string& policies, const std::vector<std::string>& more = {"--packs", "vendor"}) const {
    std::vector<std::string> arguments = {"check", "--policies", policies, "--spec", "spec.yaml", "--out", "out"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Writ(arguments);
  }
};

}  // namespace

TEST_CASE("pack: built, shown, verified, used, and the same bytes from another folder") {
  const Packs packs;
  REQUIRE(packs.Writ({"pack", "lock", "own", "--packs", "vendor"}).code == 0);
  const Ran built = packs.Writ({"pack", "build", "own", "-o", "own.wpk", "--packs", "vendor"});
  CAPTURE(built.err);
  REQUIRE(built.code == 0);
  const Ran shown = packs.Writ({"pack", "show", "own.wpk", "--files"});
  CHECK(shown.code == 0);
  CHECK(Says(shown.out, "pack          acme.api 1.0.0\n"));
  CHECK(Says(shown.out, "requires      acme.common ^1.2.0\n"));
  CHECK(Says(shown.out, "compiled with acme.common 1.2.3, sha256 of its files "));
  CHECK(Says(shown.out, "rule          acme.rules.a  high\n"));
  CHECK(!Says(shown.out, "acme.paths.a"));
  CHECK(Says(shown.out, "  rules/a.writ\n"));
  CHECK(packs.Writ({"pack", "verify", "own.wpk", "--packs", "vendor"}).code == 0);

  // The same verdicts from the folder and from the file, which needs no other pack; the digest of the pack is the same.
  REQUIRE(packs.Check("own").code == 0);
  const auto from_folder = FlatJson::Parse(Slurp(packs.folder / "out/report.json"));
  const Ran used = packs.Check("own.wpk", {});
  CAPTURE(used.err);
  REQUIRE(used.code == 0);
  const auto from_file = FlatJson::Parse(Slurp(packs.folder / "out/report.json"));
  REQUIRE(from_folder.has_value());
  REQUIRE(from_file.has_value());
  CHECK(from_file->Size("/packs") == 2);
  for (const char* place : {"/packs/0/name", "/packs/0/sha256", "/packs/0/version", "/packs/1/name", "/packs/1/sha256"}) {
    CHECK(from_file->At(place) == from_folder->At(place));
    CHECK(from_file->At(place) != "");
  }
  CHECK(packs.Writ({"disasm", "own.wpk"}).code == 0);
  CHECK(packs.Writ({"explain", "acme.rules.a", "--policies", "own.wpk"}).code == 0);

  std::filesystem::rename(packs.folder / "own", packs.folder / "moved");
  REQUIRE(packs.Writ({"pack", "build", "./moved/", "-o", "again.wpk", "--packs", "vendor/common"}).code == 0);
  CHECK(Slurp(packs.folder / "again.wpk") == Slurp(packs.folder / "own.wpk"));
}

TEST_CASE("pack: requirements are met by what is named, in range, and as locked") {
  const Packs packs;
  const Ran unlocked = packs.Check("own");
  CHECK(unlocked.code == 2);
  CHECK(Says(unlocked.err, "own/pack.yaml") == false);   // names are relative to the folder of the policies
  CHECK(Says(unlocked.err, "pack.yaml:4:12: error[W6029]: pack `acme.api` requires others and has no writ.lock"));
  REQUIRE(packs.Writ({"pack", "lock", "own", "--packs", "vendor"}).code == 0);
  CHECK(packs.Check("own").code == 0);

  const Ran missing = packs.Check("own", {});
  CHECK(missing.code == 2);
  CHECK(Says(missing.err, "pack.yaml:4:12: error[W6028]: no pack `acme.common` ^1.2.0 was found, which `acme.api` requires"));
  CHECK(Says(missing.err, "help: name its folder or `.wpk` under `packs` in writ.yaml, or with `--packs`"));

  // Changed by a byte, though its version is the same.
  packs.folder.Write("vendor/common/lists/known.txt", "/a\n/b\n");
  const Ran changed = packs.Check("own");
  CHECK(changed.code == 2);
  CHECK(Says(changed.err, "writ.lock:4:3: error[W6029]: pack `acme.common` 1.2.3 is not the one of writ.lock: its digest is "));
  CHECK(Says(changed.err, "help: if this is what you want, run `writ pack lock"));

  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.3.0", "data: [lists/*.txt]\n"));
  CHECK(Says(packs.Check("own").err, "error[W6029]: pack `acme.common` is version 1.3.0, and writ.lock says 1.2.3"));
  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "2.0.0", "data: [lists/*.txt]\n"));
  const Ran newer = packs.Check("own");
  CHECK(newer.code == 2);
  CHECK(Says(newer.err, "error[W6028]: pack `acme.common` is version 2.0.0, which `^1.2.0` does not take (vendor/common)"));
  CHECK(packs.Writ({"pack", "lock", "own", "--packs", "vendor"}).code == 2);

  packs.folder.Write("own/writ.lock", "lock: 1\npacks: [\n");
  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.2.3", "data: [lists/*.txt]\n"));
  CHECK(packs.Check("own").code == 2);
  packs.folder.Write("own/writ.lock", "lock: 1\npacks: {}\n");
  CHECK(Says(packs.Check("own").err, "pack `acme.common` is required and writ.lock does not have it"));
}

TEST_CASE("pack: the newest in range is locked, and a required one may be a file") {
  const Packs packs;
  REQUIRE(packs.Writ({"pack", "build", "vendor/common", "-o", "vendor/common.wpk"}).code == 0);
  std::filesystem::rename(packs.folder / "vendor/common", packs.folder / "common");
  const Ran locked = packs.Writ({"pack", "lock", "own", "--packs", "vendor"});
  CAPTURE(locked.err);
  CHECK(locked.code == 0);
  CHECK(Says(locked.out, "acme.common 1.2.3  "));
  CHECK(packs.Check("own").code == 0);
  // A folder of the same files has the same digest.
  CHECK(packs.Check("own", {"--packs", "common"}).code == 0);
  packs.folder.Write("vendor/newer/pack.yaml", Manifest("acme.common", "1.4.0"));
  packs.folder.Write("vendor/newer/paths.writ", "policy acme.paths version \"1.0.0\" language 1\nfn is_known(path: string): bool = path == \"/a\"\n");
  packs.folder.Write("vendor/far/pack.yaml", Manifest("acme.common", "2.0.0"));
  CHECK(Says(packs.Writ({"pack", "lock", "own", "--packs", "vendor"}).out, "acme.common 1.4.0  "));
  CHECK(packs.Check("own").code == 0);
}

TEST_CASE("pack: the project names its packs in writ.yaml") {
  const Packs packs;
  packs.folder.Write("writ.yaml", "apis: {a: {descriptions: [spec.yaml]}}\npolicies: [own]\npacks: vendor\nstdlib: false\n");
  const Ran locked = packs.Writ({"pack", "lock"});
  CAPTURE(locked.err);
  CHECK(locked.code == 0);
  CHECK(packs.Writ({"check"}).code == 0);
}

TEST_CASE("pack: imports see the pack and what it requires, nothing else") {
  const Packs packs;
  packs.folder.Write("own/pack.yaml", Manifest("acme.api", "1.0.0"));
  const Ran ran = packs.Writ({"check", "--policies", "own", "--policies", "vendor/common", "--spec", "spec.yaml", "--input", "unused=x"});
  CHECK(ran.code == 2);
  CHECK(Says(ran.err, "error[W2002]: policy `acme.paths` is of `acme.common`, which `acme.api` does not require"));
  CHECK(Says(ran.err, "help: add `acme.common` to `requires` in pack.yaml"));
  // Required by a required pack is not required.
  packs.folder.Write("own/pack.yaml", Manifest("acme.api", "1.0.0", "requires: {acme.middle: \"^1\"}\n"));
  packs.folder.Write("vendor/middle/pack.yaml", Manifest("acme.middle", "1.0.0", "requires: {acme.common: \"^1\"}\n"));
  packs.folder.Write("vendor/middle/m.writ", "policy acme.middle version \"1.0.0\" language 1\nimport acme.paths as paths\nfn known(path: string): bool = paths.is_known(path)\n");
  CHECK(Says(packs.Writ({"pack", "lock", "own", "--packs", "vendor"}).out, "2 packs"));
  CHECK(Says(packs.Check("own").err, "error[W2002]"));
  packs.folder.Write("own/rules/a.writ", Rule("acme.rules", "import acme.middle as middle\n", "middle.known(op.path)"));
  CHECK(packs.Check("own").code == 0);
  // One policy in two packs.
  packs.folder.Write("own/rules/b.writ", "policy acme.middle version \"1.0.0\" language 1\nfn more(path: string): bool = path == \"\"\n");
  CHECK(Says(packs.Check("own").err, "error[W6028]: policy `acme.middle` is in two packs, `acme.middle` and `acme.api`"));
}

TEST_CASE("pack: packs that require each other are refused") {
  const Packs packs;
  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.2.3", "data: [lists/*.txt]\nrequires: {acme.api: \"^1\"}\n"));
  const Ran ran = packs.Check("own");
  CHECK(ran.code == 2);
  CHECK(Says(ran.err, "error[W6028]: packs `acme.common` and `acme.api` require each other"));
  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.2.3", "data: [lists/*.txt]\nrequires: {acme.common: \"^1\"}\n"));
  CHECK(Says(packs.Check("own").err, "error[W6028]: packs `acme.common` and `acme.common` require each other"));
}

TEST_CASE("pack: two built packs share what both require") {
  const Packs packs;
  packs.folder.Write("other/pack.yaml", Manifest("acme.other", "1.0.0", "requires: {acme.common: \"^1.2.0\"}\n"));
  packs.folder.Write("other/o.writ", Rule("acme.others", "import acme.paths as paths\n", "paths.is_known(op.path)"));
  for (const std::string name : {"own", "other"}) {
    REQUIRE(packs.Writ({"pack", "lock", name, "--packs", "vendor"}).code == 0);
    REQUIRE(packs.Writ({"pack", "build", name, "-o", name + ".wpk", "--packs", "vendor"}).code == 0);
  }
  const Ran both = packs.Check("own.wpk", {"--policies", "other.wpk"});
  CAPTURE(both.err);
  CHECK(both.code == 0);
  const auto report = FlatJson::Parse(Slurp(packs.folder / "out/report.json"));
  REQUIRE(report.has_value());
  CHECK(report->Size("/packs") == 3);
  CHECK(packs.Check("own.wpk", {"--policies", "other", "--packs", "vendor"}).code == 0);
  // Not when they were built against different ones.
  packs.folder.Write("vendor/common/lists/known.txt", "/a\n/b\n");
  REQUIRE(packs.Writ({"pack", "lock", "other", "--packs", "vendor"}).code == 0);
  REQUIRE(packs.Writ({"pack", "build", "other", "-o", "other.wpk", "--packs", "vendor"}).code == 0);
  const Ran differ = packs.Check("own.wpk", {"--policies", "other.wpk"});
  CHECK(differ.code == 2);
  CHECK(Says(differ.err, "error[W6026]: pack `acme.common` is there twice, as 1.2.3 and as 1.2.3 with another digest"));
  CHECK(packs.Check("own.wpk", {"--policies", "own", "--packs", "vendor"}).code == 2);
}

TEST_CASE("pack: what a policy reads is named in pack.yaml") {
  const Packs packs;
  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.2.3"));
  const Ran ran = packs.Check("vendor/common", {"--input", "unused=x"});
  CHECK(ran.code == 2);
  CHECK(Says(ran.err, "no file `lists/known.txt` belongs to pack `acme.common`; pack.yaml lists such files under `data`"));
  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.2.3", "data: [list/*.txt]\n"));
  CHECK(Says(packs.Check("vendor/common", {"--input", "unused=x"}).err, "pack.yaml:4:8: error[W6021]: no data file of this pack matches `list/*.txt`"));
}

TEST_CASE("pack: tests of a built pack run from its sources") {
  const Packs packs;
  packs.folder.Write("vendor/common/cases/c.case",
                     "policy acme.paths version \"1.0.0\" language 1\ntest \"known\" for a {\n  given input unused = \"x\"\n  given spec file \"../lists/s.yaml\"\n  expect pass\n}\n");
  packs.folder.Write("vendor/common/lists/s.yaml", kCleanSpec);
  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.2.3", "data: [lists]\ntests: cases\n"));
  REQUIRE(packs.Writ({"pack", "build", "vendor/common", "-o", "c.wpk"}).code == 0);
  const Ran ran = packs.Writ({"test", "c.wpk"});
  CAPTURE(ran.err);
  CHECK(ran.code == 0);
  CHECK(Says(ran.out, "1 passed, 0 failed"));
}

TEST_CASE("pack: a file that is not what it says is refused and an auditor sees it") {
  const Packs packs;
  REQUIRE(packs.Writ({"pack", "build", "vendor/common", "-o", "good.wpk"}).code == 0);
  const std::string good = Slurp(packs.folder / "good.wpk");
  const auto parts = writ::pack::DecodePack(good, {});
  REQUIRE(parts.ok());

  // Bytecode of another policy, with all digests made to fit: it runs, since somebody vouched for it, but the sources tell.
  packs.folder.Write("vendor/common/paths.writ", Rule("acme.paths", "", "true"));
  packs.folder.Write("vendor/common/pack.yaml", Manifest("acme.common", "1.2.3"));
  REQUIRE(packs.Writ({"pack", "build", "vendor/common", "-o", "lax.wpk"}).code == 0);
  const std::string lax = Slurp(packs.folder / "lax.wpk");
  const auto lax_parts = writ::pack::DecodePack(lax, {});
  REQUIRE(lax_parts.ok());
  auto module = writ::bytecode::Decode(lax_parts->bytecode);
  REQUIRE(module.ok());
  module->packs.front().digest = writ::pack::DigestOfFiles(parts->files);
  const std::string bytecode = writ::bytecode::Encode(*module);
  writ::pack::PackedPack forged = *parts;
  forged.bytecode = lax_parts->bytecode;
  packs.folder.Write("swapped.wpk", writ::pack::EncodePack(forged));
  const Ran swapped = packs.Check("swapped.wpk", {});
  CHECK(swapped.code == 2);
  CHECK(Says(swapped.err, "error[W6030]: damaged pack: its bytecode was not compiled from its files"));
  forged.bytecode = bytecode;
  packs.folder.Write("forged.wpk", writ::pack::EncodePack(forged));
  CHECK(packs.Check("forged.wpk", {}).code == 0);
  const Ran verified = packs.Writ({"pack", "verify", "forged.wpk"});
  CHECK(verified.code == 1);
  CHECK(Says(verified.out, "forged.wpk: its sources do not give its bytecode"));
  CHECK(packs.Writ({"pack", "verify", "good.wpk"}).code == 0);

  for (const std::string& bad : {std::string(), std::string("PK"), good.substr(0, good.size() / 2), good + "x", std::string(100'000, 'P')}) {
    packs.folder.Write("bad.wpk", bad);
    for (const Ran& ran : {packs.Check("bad.wpk", {}), packs.Writ({"pack", "show", "bad.wpk"}), packs.Writ({"pack", "verify", "bad.wpk"}), packs.Writ({"test", "bad.wpk"}),
                           packs.Writ({"disasm", "bad.wpk"})}) {
      CHECK(ran.code == 2);
      CHECK(Says(ran.err, "error[W6030]"));
      CHECK(ran.err.find("error[") == ran.err.rfind("error["));
    }
  }
}

TEST_CASE("pack: wrong usage gives 2 and says what to type") {
  const Packs packs;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"pack"}, {"pack", "biuld"}, {"pack", "build"}, {"pack", "build", "own"}, {"pack", "build", "own", "-o", "x.zip"}, {"pack", "build", "rules", "-o", "x.wpk"},
        {"pack", "show"}, {"pack", "show", "missing.wpk"}, {"pack", "verify", "own"}, {"pack", "lock", "vendor"}, {"pack", "lock"}, {"check", "--policies", "missing.wpk", "--spec", "spec.yaml"}}) {
    const Ran ran = packs.Writ(arguments);
    CAPTURE(arguments.size() > 1 ? arguments[1] : "");
    CHECK(ran.code == 2);
    CHECK(!ran.err.empty());
  }
  CHECK(Says(packs.Writ({"pack", "biuld"}).err, "did you mean `build`?"));
  CHECK(packs.Writ({"pack", "--help"}).code == 0);
  CHECK(packs.Writ({"pack", "verify", "--help"}).code == 0);
}
