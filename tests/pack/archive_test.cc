// The one shape of ZIP: what is written reads back, and every byte matters.
#include "pack/archive.h"

#include <doctest/doctest.h>

#include <string>

namespace writ::pack {
namespace {

std::string ErrorOf(std::string_view bytes, const Limits& limits = {}) {
  const auto read = ReadArchive(bytes, limits);
  return read.ok() ? "" : read.error();
}

TEST_CASE("archive: the check value of CRC-32, in every length of tail") {
  CHECK(Crc32("123456789") == 0xCBF43926u);
  CHECK(Crc32("") == 0u);
  CHECK(Crc32("The quick brown fox jumps over the lazy dog") == 0x414FA339u);
}

TEST_CASE("archive: what is written reads back") {
  const std::string big(70'000, 'x');
  const std::string bytes = WriteArchive({{"a", "one"}, {"b/c.writ", big}, {"empty", ""}});
  const auto read = ReadArchive(bytes, {});
  REQUIRE(read.ok());
  REQUIRE(read->size() == 3);
  CHECK((*read)[0].name == "a");
  CHECK((*read)[0].bytes == "one");
  CHECK((*read)[1].bytes == big);
  CHECK((*read)[2].name == "empty");
  CHECK(ReadArchive(WriteArchive({}), {}).ok());
}

TEST_CASE("archive: no byte can change, go or come without a refusal") {
  const std::string good = WriteArchive({{"a", "one"}, {"b/c", "two"}});
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const int flip : {0x01, 0x80}) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ flip);
      CAPTURE(i);
      const auto read = ReadArchive(bad, {});
      // A name may change into another one; its headers would have to agree.
      CHECK(!read.ok());
    }
    CHECK(!ReadArchive(std::string_view(good).substr(0, i), {}).ok());
  }
  CHECK(ErrorOf(good + "x") == "damaged pack: not the one form that a pack has at byte " + std::to_string(good.size()));
  CHECK(ErrorOf("x" + good) != "");
}

TEST_CASE("archive: names never lead out of the folder") {
  for (const char* name : {"a", "a/b", "a.b/c-d_e", "..a", "a..b", "...", "\xc3\xa9", "a b"}) CHECK(IsArchiveName(name));
  for (const std::string& name : {std::string(), std::string("/a"), std::string("a/"), std::string("a//b"), std::string("."), std::string(".."), std::string("a/../b"),
                                  std::string("../a"), std::string("a/."), std::string("a\\b"), std::string("c:a"), std::string("a\nb"), std::string("a\0b", 3),
                                  std::string("\xff"), std::string(256, 'a')}) {
    CAPTURE(name);
    CHECK(!IsArchiveName(name));
    CHECK(ErrorOf(WriteArchive({{name, "x"}})) == "damaged pack: a name that a file of a pack cannot have at byte 0");
  }
  CHECK(ErrorOf(WriteArchive({{"a", "x"}, {"a", "y"}})) == "damaged pack: a name that is there twice at byte 32");
  CHECK(ErrorOf(WriteArchive({{"a", "x"}, {"a-b", "y"}, {"a/b", "y"}})) == "damaged pack: a file and a folder of one name at byte 0");
}

TEST_CASE("archive: limits") {
  Limits limits;
  limits.pack_files = 2;
  CHECK(ErrorOf(WriteArchive({{"a", ""}, {"b", ""}}), limits) == "");
  CHECK(ErrorOf(WriteArchive({{"a", ""}, {"b", ""}, {"c", ""}}), limits) == "a pack of more than 2 files");
  limits.pack_bytes = 100;
  CHECK(ErrorOf(WriteArchive({{"a", "0123456789"}}), limits) == "a pack of more than 100 bytes");
  // A length that the file does not have.
  std::string bytes = WriteArchive({{"a", "x"}});
  bytes[22] = bytes[23] = bytes[24] = bytes[25] = '\xff';
  CHECK(ErrorOf(bytes) == "damaged pack: a file that is longer than the rest at byte 0");
}

}  // namespace
}  // namespace writ::pack
