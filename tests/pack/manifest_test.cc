// pack.yaml: what is read, and that every mistake is said at its place.
#include "pack/manifest.h"

#include <doctest/doctest.h>

namespace writ::pack {
namespace {

struct Read {
  SourceMap sources;
  DiagnosticSink sink;
  std::optional<Manifest> manifest;
  explicit Read(const std::string& text) { manifest = ReadManifest(sources.Add("pack.yaml", text), sources, {}, sink); }
  // "line:column message (help)", one a line.
  std::string Said() const {
    std::string out;
    for (const Diagnostic& diagnostic : sink.all()) {
      const LineColumn at = sources.Locate(diagnostic.span);
      out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + diagnostic.message + (diagnostic.help.empty() ? "" : " (" + diagnostic.help + ")") + "\n";
    }
    return out;
  }
};

const std::string kLeast = "name: acme.api\nversion: \"1.0.0\"\nlanguage: 1\n";

TEST_CASE("manifest: every key") {
  const Read read("name: acme.api\nversion: \"1.2.3-rc.1\"\nlanguage: 1\ndescription: d\nlicense: EUPL-1.2\nowner: appsec\npolicies: [rules/, \"*.writ\"]\ntests: cases\n"
                  "data: [lists/*.txt]\nrequires:\n  b.x: \"~1.2\"\n  a.y: \"^1.0.0\"\n");
  CHECK(read.Said() == "");
  REQUIRE(read.manifest);
  CHECK(read.manifest->name == "acme.api");
  CHECK(read.manifest->version.ToString() == "1.2.3-rc.1");
  CHECK(read.manifest->license == "EUPL-1.2");
  CHECK(read.manifest->policies.size() == 2);
  CHECK(read.manifest->policies[0].text == "rules");
  CHECK(read.manifest->tests[0].text == "cases");
  REQUIRE(read.manifest->required.size() == 2);
  CHECK(read.manifest->required[0].name == "a.y");
  CHECK(read.manifest->required[1].range.text() == "~1.2");
}

TEST_CASE("manifest: unknown keys with a suggestion") {
  CHECK(Read(kLeast + "require: {}\n").Said() == "4:1 `require` is no setting of a pack (did you mean `requires`?)\n");
  CHECK(Read(kLeast + "zzz: 1\n").Said() ==
        "4:1 `zzz` is no setting of a pack (a pack has `name` `version` `language` `description` `license` `owner` `policies` `tests` `data` `requires`)\n");
}

TEST_CASE("manifest: what is missing or has no meaning") {
  const std::string example = " (write, for example, `name: acme.api`, `version: \"1.0.0\"`, `language: 1`)\n";
  CHECK(Read("language: 1\n").Said() == "1:1 a pack has a `name`" + example + "1:1 a pack has a `version`" + example);
  CHECK(Read("- a\n").Said() == "1:1 pack.yaml is a map of settings" + example);
  CHECK(Read("name: a-b\nversion: \"1.0\"\nlanguage: 2\n").Said() ==
        "1:7 `a-b` is no dotted name (write `name: acme.api`: letters, digits and `_`, joined by dots)\n"
        "2:10 `1.0` is no semantic version (write three numbers, `version: \"1.0.0\"`, as semver.org says)\n"
        "3:11 language edition 2 is not known (this version reads `language: 1`)\n");
  CHECK(Read(kLeast + "data: [/etc/passwd, ../x]\n").Said() ==
        "4:8 `/etc/passwd` is no path within the pack (write a path from the folder of pack.yaml, such as `rules` or `lists/*.txt`)\n"
        "4:21 `../x` is no path within the pack (write a path from the folder of pack.yaml, such as `rules` or `lists/*.txt`)\n");
  CHECK(Read(kLeast + "owner: [a]\n").Said() == "4:8 a text is expected here\n");
}

TEST_CASE("manifest: requirements") {
  CHECK(Read(kLeast + "requires: [a]\n").Said() == "4:11 `requires` is a map of packs to version ranges (write `requires: {acme.common: \"^1.2.0\"}`)\n");
  CHECK(Read(kLeast + "requires: {a-b: \"^1.0.0\"}\n").Said() == "4:12 `a-b` is no name of a pack (write `acme.common: \"^1.2.0\"`)\n");
  CHECK(Read(kLeast + "requires: {a.b: latest}\n").Said() == "4:17 `latest` is no version (write `\"^1.2.0\"`, `\"~1.2.0\"` or `\">=1.2.0 <2.0.0\"`)\n");
}

}  // namespace
}  // namespace writ::pack
