// The unnamed file.
#include "base/spill_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <vector>

namespace writ {

namespace {

std::string FolderFor(const std::string& wanted) {
  if (!wanted.empty()) return wanted;
  const char* named = std::getenv("TMPDIR");
  return named != nullptr && *named != '\0' ? named : "/tmp";
}

Error Failed(const char* what, const std::string& folder) {
  return Error{std::string(what) + " a temporary file in `" + FolderFor(folder) + "`: " + std::generic_category().message(errno)};
}

}  // namespace

SpillFile::~SpillFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

Status SpillFile::Open() {
  const std::lock_guard lock(opening_);
  if (descriptor_ >= 0) return OkStatus();
  const std::string folder = FolderFor(folder_);
  int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0 && (errno == EOPNOTSUPP || errno == EISDIR)) {
    // A file system without unnamed files: the name goes at once.
    std::string name = folder + "/writ-XXXXXX";
    file = mkostemp(name.data(), O_CLOEXEC);
    if (file >= 0) unlink(name.c_str());
  }
  if (file < 0) return Failed("cannot make", folder_);
  descriptor_ = file;
  return OkStatus();
}

Result<std::uint64_t> SpillFile::Reserve(std::uint64_t size) {
  if (descriptor_ < 0) {
    WRIT_TRY([[maybe_unused]] const auto opened, Open());
  }
  return end_.fetch_add(size);
}

Status SpillFile::Write(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return Failed("cannot write to", folder_);
    bytes.remove_prefix(static_cast<std::size_t>(n));
    offset += static_cast<std::uint64_t>(n);
  }
  return OkStatus();
}

Status SpillFile::Read(std::uint64_t offset, char* bytes, std::size_t size) const {
  while (size > 0) {
    const ssize_t n = pread(descriptor_, bytes, size, static_cast<off_t>(offset));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return Failed("cannot read from", folder_);
    bytes += n;
    size -= static_cast<std::size_t>(n);
    offset += static_cast<std::uint64_t>(n);
  }
  return OkStatus();
}

void SpillFile::Release(std::uint64_t offset, std::uint64_t size) {
  if (size == 0) return;
  // Where holes are not to be had the room stays taken until the end of the run.
  static_cast<void>(fallocate(descriptor_, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(offset), static_cast<off_t>(size)));
}

}  // namespace writ
