// Files: clear errors, bounded reads, writes that are whole or absent, and paths.
#include "base/file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace writ {
namespace {

namespace fs = std::filesystem;

// A folder that is removed at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "writ-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string Path(const std::string& name) const { return path_ + "/" + name; }
  std::string Put(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(Path(name)).parent_path());
    std::ofstream(Path(name), std::ios::binary) << bytes;
    return Path(name);
  }
  std::size_t EntryCount() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(path_)) count += entry.exists() ? 1 : 0;
    return count;
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string ReadError(const std::string& path, std::size_t limit = 1000) {
  const Result<std::string> bytes = ReadFile(path, limit);
  return bytes.ok() ? "" : bytes.error();
}

std::string LoadError(const std::string& path, std::size_t limit = 1000) {
  SourceMap sources;
  DiagnosticSink sink;
  const FileId file = LoadSource(path, "in.yaml", limit, sources, sink);
  CHECK((file == kNoFile) == sink.has_errors());
  if (sink.all().empty()) return "";
  const Diagnostic& d = sink.all()[0];
  std::string out = std::string(InfoOf(d.code).code) + " ";
  if (d.span.valid()) {
    const LineColumn at = sources.Locate(d.span);
    out += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
  } else {
    CHECK(d.input == "in.yaml");
  }
  return out + d.message;
}

TEST_CASE("file: reading says what is wrong") {
  const TemporaryFolder folder;
  CHECK(ReadFile(folder.Put("a", "hello"), 1000).value() == "hello");
  CHECK(ReadFile(folder.Put("empty", ""), 1000).value().empty());
  CHECK(ReadError(folder.path()) == "is a directory");
  CHECK(ReadError(folder.Path("missing")) == "does not exist");
  CHECK(ReadError(folder.Path("a/b")) == "a part of the path is not a directory");
  CHECK(ReadError(folder.Path(std::string(300, 'x'))) == "the name is too long");
  CHECK(ReadError(std::string("a\0b", 3)) == "does not exist");
}

TEST_CASE("file: the limit is exact") {
  const TemporaryFolder folder;
  const std::string path = folder.Put("a", std::string(1024, 'x'));
  CHECK(ReadFile(path, 1024).ok());
  CHECK(ReadError(path, 1023) == "larger than the limit of 1023 bytes");
  CHECK(ReadError(folder.Put("b", std::string(1025, 'x')), 1024) == "larger than the limit of 1 KiB");
  CHECK(ReadError(folder.Put("c", std::string((1 << 20) + 1, 'x')), 1 << 20) == "larger than the limit of 1 MiB");
  CHECK(ReadError("/dev/zero", 1 << 20) == "larger than the limit of 1 MiB");
}

TEST_CASE("file: text inputs are diagnosed") {
  const TemporaryFolder folder;
  CHECK(LoadError(folder.Put("ok", "a: é\n")).empty());
  CHECK(LoadError(folder.Path("missing")) == "W6001 does not exist");
  CHECK(LoadError(folder.path()) == "W6001 is a directory");
  CHECK(LoadError(folder.Put("latin", "a: 1\nb: \xE9\n")) == "W6002 2:4 the byte 0xE9 is not UTF-8");
  CHECK(LoadError(folder.Put("utf16", std::string("\xFF\xFE"
                                                  "a\0",
                                                  4))) == "W6002 1:1 the byte 0xFF is not UTF-8");
  CHECK(LoadError(folder.Put("empty", "")) == "W6003 the file is empty");
  CHECK(LoadError(folder.Put("bom", "\xEF\xBB\xBF")) == "W6003 the file is empty");
  CHECK(LoadError(folder.Put("large", "12345"), 4) == "W6004 larger than the limit of 4 bytes");
}

TEST_CASE("file: a write is whole, readable by all and leaves nothing else") {
  const TemporaryFolder folder;
  const mode_t before = ::umask(077);
  const Status status = WriteFileAtomically(folder.Path("out"), "one");
  ::umask(before);
  REQUIRE(status.ok());
  CHECK(ReadFile(folder.Path("out"), 10).value() == "one");
  struct stat info {};
  REQUIRE(::stat(folder.Path("out").c_str(), &info) == 0);
  CHECK((info.st_mode & 07777) == 0644);
  REQUIRE(WriteFileAtomically(folder.Path("out"), "second").ok());
  CHECK(ReadFile(folder.Path("out"), 10).value() == "second");
  CHECK(folder.EntryCount() == 1);
}

TEST_CASE("file: a failed write says why and leaves nothing") {
  const TemporaryFolder folder;
  CHECK(WriteFileAtomically(folder.path(), "x").error() == "is a directory");
  CHECK(WriteFileAtomically(folder.Path("no/such"), "x").error() == "does not exist");
  CHECK(WriteFileAtomically("/dev/null", "x").error() == "is not a regular file");
  if (fs::exists("/dev/full")) CHECK(WriteFileAtomically("/dev/full", "x").error() == "is not a regular file");
  CHECK(folder.EntryCount() == 0);
}

TEST_CASE("file: a link is written through") {
  const TemporaryFolder folder;
  const std::string target = folder.Put("target", "old");
  fs::create_symlink(target, folder.Path("link"));
  REQUIRE(WriteFileAtomically(folder.Path("link"), "new").ok());
  CHECK(fs::is_symlink(folder.Path("link")));
  CHECK(ReadFile(target, 10).value() == "new");
}

TEST_CASE("file: folders") {
  const TemporaryFolder folder;
  CHECK(MakeDirectories(folder.Path("a/b/c")).ok());
  CHECK(MakeDirectories(folder.Path("a/b/c")).ok());
  CHECK(IsDirectory(folder.Path("a/b/c")));
  folder.Put("file", "x");
  CHECK(MakeDirectories(folder.Path("file")).error() == "is not a directory");
  CHECK_FALSE(MakeDirectories(folder.Path("file/x")).ok());
  CHECK(FileExists(folder.Path("file")));
  CHECK_FALSE(FileExists(folder.Path("a")));
  CHECK_FALSE(IsDirectory(folder.Path("file")));
}

TEST_CASE("file: listing is sorted and stays inside") {
  const TemporaryFolder folder;
  const TemporaryFolder outside;
  outside.Put("secret.writ", "x");
  folder.Put("b.writ", "x");
  folder.Put("a/z.writ", "x");
  folder.Put("a.writ", "x");
  folder.Put("a/other.txt", "x");
  fs::create_symlink(outside.Path("secret.writ"), folder.Path("leak.writ"));
  fs::create_directory_symlink(outside.path(), folder.Path("out"));
  fs::create_directory_symlink(folder.path(), folder.Path("a/loop"));
  fs::create_symlink(folder.Path("b.writ"), folder.Path("inside.writ"));
  fs::create_directory(folder.Path("folder.writ"));
  CHECK(FilesBelow(folder.path(), ".writ") ==
        std::vector<std::string>{folder.Path("a.writ"), folder.Path("a/z.writ"), folder.Path("b.writ"), folder.Path("inside.writ")});
  CHECK(FilesBelow(folder.Path("missing"), ".writ").empty());
}

TEST_CASE("file: paths are worked out from their text") {
  CHECK(NormalisePath("a/b/../c") == "a/c");
  CHECK(NormalisePath("./a//b/./") == "a/b");
  CHECK(NormalisePath("") == ".");
  CHECK(NormalisePath("a/..") == ".");
  CHECK(NormalisePath("../../a") == "../../a");
  CHECK(NormalisePath("a/../../b") == "../b");
  CHECK(NormalisePath("/../a") == "/a");
  CHECK(NormalisePath("/") == "/");
  CHECK(JoinPath("a", "b") == "a/b");
  CHECK(JoinPath("a/", "b") == "a/b");
  CHECK(JoinPath("a", "/b") == "/b");
  CHECK(JoinPath(".", "b") == "b");
  CHECK(JoinPath("", "b") == "b");
  CHECK(JoinPath("a", "") == "a");
  CHECK(FolderOf("a/b/c") == "a/b");
  CHECK(FolderOf("c") == ".");
  CHECK(FolderOf("/c") == "/");
}

TEST_CASE("file: relative paths") {
  CHECK(RelativeTo("a/b/c.yaml", "a") == "b/c.yaml");
  CHECK(RelativeTo("/x/y/c.yaml", "/x/z") == "../y/c.yaml");
  CHECK(RelativeTo("c.yaml", "a/b") == "../../c.yaml");
  CHECK(RelativeTo("../c.yaml", ".") == "../c.yaml");
  CHECK(RelativeTo("a", "a") == ".");
  CHECK(RelativeTo("a/bc", "a/b") == "../bc");
  const std::string here = fs::current_path().string();
  CHECK(RelativeTo(here + "/a/b", "a") == "b");
  CHECK(RelativeTo("a/b", here) == "a/b");
  CHECK(RelativeTo("a", "../" + fs::current_path().filename().string()) == "a");
}

}  // namespace
}  // namespace writ
