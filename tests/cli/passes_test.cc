// `--passes` and `--no-pass`: the code changes, what it says does not.
#include <doctest/doctest.h>

#include "tests/support/program.h"

using namespace writ::test;

namespace {

bool Says(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

Ran Disassembled(const Folder& folder, std::vector<std::string> options) {
  options.insert(options.begin(), {"disasm", "a.writ"});
  Setting setting;
  setting.folder = folder.path();
  return RunWrit(options, setting);
}

TEST_CASE("passes can be chosen and left out") {
  Folder folder;
  folder.Write("a.writ", OneRule("exchange x where x.method == \"GET\" or x.method == \"PUT\"", "x.succeeded"));
  const std::string all = Disassembled(folder, {}).out;
  CHECK(Says(all, "condition c0 Exchange.method == \"GET\""));
  CHECK(Says(all, "index values c0 c1"));
  CHECK(!Says(Disassembled(folder, {"--passes", "none"}).out, "condition"));
  const std::string shared = Disassembled(folder, {"--passes", "share"}).out;
  CHECK(Says(shared, "condition c0"));
  CHECK(!Says(shared, "index"));
  CHECK(Disassembled(folder, {"--passes", "share,index"}).out == all);
  CHECK(Disassembled(folder, {"--no-pass", "index"}).out == shared);
  CHECK(!Says(Disassembled(folder, {"--no-pass", "index", "--no-pass", "share"}).out, "condition"));
}

TEST_CASE("a pass that does not exist is refused") {
  Folder folder;
  folder.Write("a.writ", OneRule("exchange x", "x.succeeded"));
  for (const char* command : {"disasm", "compile"}) {
    Setting setting;
    setting.folder = folder.path();
    const Ran ran = RunWrit({command, "a.writ", "--no-pass", "indx"}, setting);
    CHECK(ran.code == 2);
    CHECK(ran.err == std::string("writ ") + command + ": no pass is called `indx`: did you mean `index`?\n");
  }
}

}  // namespace
