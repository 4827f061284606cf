// `.wpk`: parts to bytes and back, and what is refused.
#include "pack/wpk.h"

#include <doctest/doctest.h>

#include <string>

#include "base/digest.h"
#include "pack/archive.h"
#include "vm/bytecode/codec.h"

namespace writ::pack {
namespace {

struct Sample {
  std::string bytecode;
  PackedPack pack;
  Sample() {
    pack.name = "acme.api", pack.version = "1.2.0", pack.built_by = "0.1.0";
    pack.files = {{"a.writ", "policy a"}, {"lists/x.txt", "1\n"}, {"pack.yaml", "name: acme.api\n"}};
    bytecode::Module module;
    module.packs.push_back({"acme.api", "1.2.0", DigestOfFiles(pack.files), false});
    bytecode = bytecode::Encode(module);
    pack.bytecode = bytecode;
  }
};

std::string ErrorOf(std::string_view bytes) {
  const auto decoded = DecodePack(bytes, {});
  return decoded.ok() ? "" : decoded.error();
}

TEST_CASE("wpk: parts come back and have one form") {
  const Sample sample;
  const std::string bytes = EncodePack(sample.pack);
  const auto decoded = DecodePack(bytes, {});
  REQUIRE(decoded.ok());
  CHECK(decoded->name == "acme.api");
  CHECK(decoded->version == "1.2.0");
  CHECK(decoded->language == 1);
  CHECK(decoded->built_by == "0.1.0");
  CHECK(decoded->bytecode == sample.bytecode);
  REQUIRE(decoded->files.size() == 3);
  CHECK(decoded->files[1].path == "lists/x.txt");
  CHECK(EncodePack(*decoded) == bytes);
  CHECK(DigestOfFiles(decoded->files) == DigestOfFiles(sample.pack.files));
}

TEST_CASE("wpk: the digest is what sha256sum says of what sha256sum says") {
  const std::string line = Hex(Sha256Of("policy a")) + "  a.writ\n";
  CHECK(DigestOfFiles({{"a.writ", "policy a"}}) == Hex(Sha256Of(line)));
}

TEST_CASE("wpk: no byte can change without a refusal") {
  const std::string good = EncodePack(Sample().pack);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    CAPTURE(i);
    CHECK(!DecodePack(bad, {}).ok());
    CHECK(!DecodePack(std::string_view(good).substr(0, i), {}).ok());
  }
}

TEST_CASE("wpk: another format is refused by its number") {
  std::string other = EncodePack(Sample().pack);
  const std::size_t at = other.find("writ-pack 1\n");
  other[at + 10] = '2';
  CHECK(ErrorOf(other) == "pack format `2`, and this build reads format 1: build the pack again from its folder");
  CHECK(ErrorOf("") == "not a pack: it does not begin as a `.wpk` does");
  CHECK(ErrorOf("PK\3\4") == "not a pack: it does not begin as a `.wpk` does");
  CHECK(ErrorOf(WriteArchive({{"PACK", "something else"}})) == "not a pack: it does not begin as a `.wpk` does");
}

TEST_CASE("wpk: a well-formed archive of something else is refused") {
  const std::string first = "writ-pack 1\nname a\nversion 1.0.0\nlanguage 1\nwrit 0.1.0\n";
  const auto sums = [](std::string_view text, std::string_view code) { return Hex(Sha256Of(text)) + "  PACK\n" + Hex(Sha256Of(code)) + "  module.writbc\n"; };
  CHECK(ErrorOf(WriteArchive({{"PACK", first}, {"SHA256SUMS", sums(first, "x")}, {"module.writbc", "x"}})) == "");
  CHECK(ErrorOf(WriteArchive({{"PACK", first}, {"module.writbc", "x"}})) == "damaged pack: `PACK`, `SHA256SUMS` and `module.writbc` are not its first files");
  CHECK(ErrorOf(WriteArchive({{"PACK", first}, {"SHA256SUMS", "x"}, {"module.writbc", "x"}})) ==
        "damaged pack: a file does not have the digest that `SHA256SUMS` says");
  CHECK(ErrorOf(WriteArchive({{"PACK", first}, {"SHA256SUMS", ""}, {"module.writbc", ""}, {"other", ""}})) ==
        "damaged pack: a file that is neither its own nor below `pack/`");
  CHECK(ErrorOf(WriteArchive({{"PACK", first}, {"SHA256SUMS", ""}, {"module.writbc", ""}, {"pack/b", ""}, {"pack/a", ""}})) ==
        "damaged pack: its files are not in the order of their paths");
  for (const char* bad : {"writ-pack 1\n", "writ-pack 1\nname a b\nversion 1\nlanguage 1\nwrit 1\n", "writ-pack 1\nname a\nversion 1\nlanguage 01\nwrit 1\n",
                          "writ-pack 1\nname a\nversion 1\nlanguage 1\nwrit 1\nmore\n"}) {
    CHECK(ErrorOf(WriteArchive({{"PACK", bad}, {"SHA256SUMS", sums(bad, "")}, {"module.writbc", ""}})) ==
          "damaged pack: `PACK` does not say name, version, language and writ, one a line");
  }
}

TEST_CASE("wpk: bytecode runs only if it says that it is of these files, and verifies") {
  Sample sample;
  CHECK(LoadPack(EncodePack(sample.pack), {}).ok());
  sample.pack.files[0].text = "policy b";
  const auto other_files = LoadPack(EncodePack(sample.pack), {});
  REQUIRE(!other_files.ok());
  CHECK(other_files.error() == "damaged pack: its bytecode was not compiled from its files");
  sample.pack.bytecode = "WRITBC";
  CHECK(!LoadPack(EncodePack(sample.pack), {}).ok());
}

}  // namespace
}  // namespace writ::pack
