// writ.lock: one text for one list, and what is refused.
#include "pack/lock.h"

#include <doctest/doctest.h>

namespace writ::pack {
namespace {

const std::string kDigest(64, 'a');

std::string Said(const std::string& text, std::size_t* count = nullptr) {
  SourceMap sources;
  DiagnosticSink sink;
  const auto locked = ReadLock(sources.Add("writ.lock", text), sources, {}, sink);
  CHECK(locked.has_value() == !sink.has_errors());
  if (locked && count != nullptr) *count = locked->size();
  return sink.all().empty() ? "" : sink.all().front().message;
}

TEST_CASE("lock: sorted, and reads back") {
  const std::string text = WriteLock({{"b.x", "2.0.0", kDigest, {}}, {"a.y", "1.0.0-rc.1", kDigest, {}}});
  CHECK(text == "# Written by `writ pack lock`: the packs that this one requires, exactly. Keep it beside pack.yaml.\nlock: 1\npacks:\n"
                "  a.y:\n    version: \"1.0.0-rc.1\"\n    sha256: " + kDigest + "\n  b.x:\n    version: \"2.0.0\"\n    sha256: " + kDigest + "\n");
  std::size_t count = 0;
  CHECK(Said(text, &count) == "");
  CHECK(count == 2);
  CHECK(Said(WriteLock({}), &count) == "");
  CHECK(count == 0);
}

TEST_CASE("lock: what has no meaning is refused") {
  CHECK(Said("lock: 2\npacks: {}\n") == "this is no lock of format 1");
  CHECK(Said("packs: {}\n") == "this is no lock of format 1");
  CHECK(Said("lock: 1\nother: {}\n") == "a lock has `lock` and a map `packs`");
  CHECK(Said("lock: 1\npacks: [a]\n") == "a lock has `lock` and a map `packs`");
  CHECK(Said("lock: 1\npacks: {a: {version: \"1.0.0\"}}\n") == "a locked pack has a `version` and a `sha256`");
  CHECK(Said("lock: 1\npacks: {a: {version: \"1.0\", sha256: " + kDigest + "}}\n") == "a locked pack has a `version` and a `sha256`");
  CHECK(Said("lock: 1\npacks: {a: {version: \"1.0.0\", sha256: abc}}\n") == "a locked pack has a `version` and a `sha256`");
  CHECK(Said("lock: 1\npacks: {a: 1}\n") == "a locked pack has a `version` and a `sha256`");
}

}  // namespace
}  // namespace writ::pack
