// Files by POSIX calls, so that every failure has its errno and its one sentence. Covered by tests/base/file_test.cc.
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "base/diagnostic_codes.h"
#include "base/utf8.h"

namespace writ {
namespace {

// Offsets in sources are 32 bits wide.
constexpr std::size_t kMaxSourceBytes = 0xfffffff0u;

std::string ErrorText(int code) {
  switch (code) {
    case ENOENT: return "does not exist";
    case EACCES:
    case EPERM: return "permission denied";
    case EISDIR: return "is a directory";
    case ENOTDIR: return "a part of the path is not a directory";
    case ENOSPC: return "no space left on the device";
    case EDQUOT: return "the disk quota is used up";
    case EROFS: return "the file system is read-only";
    case ELOOP: return "too many symbolic links";
    case ENAMETOOLONG: return "the name is too long";
    case EMFILE:
    case ENFILE: return "too many open files";
    case EFBIG: return "the file would be too large for the file system";
    case EIO: return "input/output error";
    default: return std::generic_category().message(code);
  }
}

Error ErrnoError() { return Error{ErrorText(errno)}; }

std::string SizeText(std::size_t bytes) {
  if (bytes != 0 && bytes % (std::size_t{1} << 20) == 0) return std::to_string(bytes >> 20) + " MiB";
  if (bytes != 0 && bytes % (std::size_t{1} << 10) == 0) return std::to_string(bytes >> 10) + " KiB";
  return std::to_string(bytes) + " bytes";
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }
  // Some file systems report a failed write only here.
  bool Close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

enum class ReadOutcome { kOk, kFailed, kTooLarge };

ReadOutcome ReadInto(const std::string& path, std::size_t limit, std::string& out, std::string& error) {
  const auto fail = [&](int code) {
    error = ErrorText(code);
    return ReadOutcome::kFailed;
  };
  const auto too_large = [&] {
    error = "larger than the limit of " + SizeText(limit);
    return ReadOutcome::kTooLarge;
  };
  if (path.find('\0') != std::string::npos) return fail(ENOENT);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) return fail(errno);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return fail(errno);
  if (S_ISDIR(info.st_mode)) return fail(EISDIR);
  std::size_t expected = 0;
  if (S_ISREG(info.st_mode) && info.st_size > 0) {
    if (static_cast<std::uintmax_t>(info.st_size) > limit) return too_large();
    expected = static_cast<std::size_t>(info.st_size);
  }
  // Pipes and /proc tell no size, and a file may grow meanwhile: the limit is checked on what is really read.
  std::size_t length = 0;
  out.resize(expected + 1);
  while (true) {
    if (length == out.size()) out.resize(std::min(limit + 1, std::max<std::size_t>(out.size() * 2, std::size_t{64} << 10)));
    const ssize_t got = ::read(file.get(), out.data() + length, out.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(errno);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length > limit) return too_large();
  }
  out.resize(length);
  return ReadOutcome::kOk;
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), std::min<std::size_t>(bytes.size(), std::size_t{1} << 30));
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::vector<std::string_view> Segments(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (segment.empty() || segment == ".") continue;
    segments.push_back(segment);
  }
  return segments;
}

bool IsAbsolute(std::string_view path) { return !path.empty() && path[0] == '/'; }

}  // namespace

Result<std::string> ReadFile(const std::string& path, std::size_t limit) {
  std::string bytes;
  std::string error;
  if (ReadInto(path, limit, bytes, error) != ReadOutcome::kOk) return Error{error};
  return bytes;
}

FileId LoadSource(const std::string& path, const std::string& name, std::size_t limit, SourceMap& sources,
                  DiagnosticSink& sink) {
  std::string bytes;
  std::string error;
  switch (ReadInto(path, std::min(limit, kMaxSourceBytes), bytes, error)) {
    case ReadOutcome::kOk: break;
    case ReadOutcome::kFailed: sink.ReportInput(DiagnosticCode::kCannotRead, name, error); return kNoFile;
    case ReadOutcome::kTooLarge: sink.ReportInput(DiagnosticCode::kInputTooLarge, name, error); return kNoFile;
  }
  if (bytes.empty() || bytes == "\xEF\xBB\xBF") {
    sink.ReportInput(DiagnosticCode::kEmptyInput, name, "the file is empty");
    return kNoFile;
  }
  const std::optional<std::size_t> bad = FirstInvalidUtf8(bytes);
  if (!bad) return sources.Add(name, std::move(bytes));
  char byte[8];
  std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(bytes[*bad])));
  const bool utf16 = bytes.size() > 1 && (bytes.compare(0, 2, "\xFF\xFE") == 0 || bytes.compare(0, 2, "\xFE\xFF") == 0);
  const std::uint32_t offset = static_cast<std::uint32_t>(*bad);
  const FileId file = sources.Add(name, std::move(bytes));
  sink.Report(DiagnosticCode::kInvalidUtf8, {file, offset, offset + 1}, std::string("the byte ") + byte + " is not UTF-8",
              utf16 ? "the file looks like UTF-16: convert it with `iconv -f UTF-16 -t UTF-8`"
                    : "convert the file to UTF-8");
  return kNoFile;
}

Status WriteFileAtomically(const std::string& path, std::string_view bytes) {
  std::string target = path;
  struct stat info {};
  if (::stat(path.c_str(), &info) == 0) {
    if (S_ISDIR(info.st_mode)) return Error{ErrorText(EISDIR)};
    // A rename would replace a device or a pipe by a file.
    if (!S_ISREG(info.st_mode)) return Error{"is not a regular file"};
    // Through a link the file is written, the link stays.
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
    if (real == nullptr) return ErrnoError();
    target = real.get();
  }
  std::string temporary = target + ".tmp-XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.open()) return ErrnoError();
  if (::fchmod(file.get(), 0644) != 0 || !WriteAll(file.get(), bytes) || ::fsync(file.get()) != 0 || !file.Close() ||
      ::rename(temporary.c_str(), target.c_str()) != 0) {
    const Error error = ErrnoError();
    ::unlink(temporary.c_str());
    return error;
  }
  // The new name survives a power cut only once its folder is on disk; not every file system can do that.
  const Descriptor folder(::open(FolderOf(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.open()) ::fsync(folder.get());
  return OkStatus();
}

Status CreateFile(const std::string& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!file.open()) return ErrnoError();
  if (WriteAll(file.get(), bytes) && ::fsync(file.get()) == 0 && file.Close()) return OkStatus();
  const Error error = ErrnoError();
  ::unlink(path.c_str());
  return error;
}

Status MakeDirectories(const std::string& path) {
  std::error_code code;
  std::filesystem::create_directories(path, code);
  if (code && !FileExists(path)) return Error{ErrorText(code.value())};
  if (!IsDirectory(path)) return Error{"is not a directory"};
  return OkStatus();
}

bool IsDirectory(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool FileExists(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && !S_ISDIR(info.st_mode);
}

std::vector<std::string> FilesBelow(const std::string& folder, std::string_view suffix) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::error_code code;
  const std::string root = fs::canonical(folder, code).string();
  if (code) return files;
  const std::string inside = root == "/" ? root : root + "/";
  fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, code);
  for (; !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
    const std::string path = it->path().string();
    if (path.size() < suffix.size() || path.compare(path.size() - suffix.size(), suffix.size(), suffix) != 0) continue;
    std::error_code ignored;
    if (!it->is_regular_file(ignored)) continue;
    if (it->is_symlink(ignored)) {
      const std::string real = fs::canonical(it->path(), ignored).string();
      if (ignored || real.compare(0, inside.size(), inside) != 0) continue;
    }
    files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string NormalisePath(std::string_view path) {
  const bool absolute = IsAbsolute(path);
  std::vector<std::string_view> kept;
  for (const std::string_view segment : Segments(path)) {
    if (segment != "..") {
      kept.push_back(segment);
    } else if (!kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else if (!absolute) {
      kept.push_back(segment);
    }
  }
  std::string out = absolute ? "/" : "";
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) out += '/';
    out += kept[i];
  }
  return out.empty() ? "." : out;
}

std::string RelativeTo(const std::string& path, const std::string& folder) {
  std::string to = NormalisePath(path);
  std::string from = NormalisePath(folder);
  // Only the working folder can relate an absolute path to a relative one, or undo a leading "..".
  if (IsAbsolute(to) != IsAbsolute(from) || from.compare(0, 2, "..") == 0) {
    std::error_code code;
    const std::string here = std::filesystem::current_path(code).string();
    if (code) return to;
    to = NormalisePath(JoinPath(here, to));
    from = NormalisePath(JoinPath(here, from));
  }
  const std::vector<std::string_view> target = Segments(to);
  const std::vector<std::string_view> base = Segments(from);
  std::size_t shared = 0;
  while (shared < target.size() && shared < base.size() && target[shared] == base[shared]) ++shared;
  std::string out;
  const auto step = [&](std::string_view segment) {
    if (!out.empty()) out += '/';
    out += segment;
  };
  for (std::size_t i = shared; i < base.size(); ++i) step("..");
  for (std::size_t i = shared; i < target.size(); ++i) step(target[i]);
  return out.empty() ? "." : out;
}

std::string JoinPath(std::string_view folder, std::string_view name) {
  if (folder.empty() || folder == "." || IsAbsolute(name)) return std::string(name);
  if (name.empty()) return std::string(folder);
  std::string out(folder);
  if (out.back() != '/') out += '/';
  out += name;
  return out;
}

std::string FolderOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(path.substr(0, std::max<std::size_t>(slash, 1)));
}

}  // namespace writ
