// Bytes of a recording as a window that slides over a file or a text. The window's memory is reused; it grows
// only for an entry that does not fit, and the SHA-256 of everything read is computed on the way. Covered by
// tests/model/traffic/input_buffer_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/digest.h"
#include "base/result.h"

namespace writ::model {

class InputBuffer {
 public:
  // Readable bytes behind the window that do not belong to it: vector code may load past the end of an entry.
  static constexpr std::size_t kPadding = 64;
  static constexpr std::size_t kReadSize = std::size_t{1} << 20;

  // The error is one line ("no such file or directory", "is a directory").
  static Result<InputBuffer> OpenFile(const std::string& path);
  static InputBuffer OverText(std::string text);
  InputBuffer(InputBuffer&&) noexcept;
  InputBuffer& operator=(InputBuffer&&) = delete;
  ~InputBuffer();

  // The bytes that were read and not consumed, followed by kPadding readable ones. Invalid after Fill.
  std::string_view window() const { return {data_.get() + begin_, end_ - begin_}; }
  // Position of the window's first byte in the input.
  std::uint64_t offset() const { return offset_; }
  void Consume(std::size_t count) {
    begin_ += count;
    offset_ += count;
  }
  // Reads more behind the window, which keeps its content; false at the end of the input (or after a read
  // error).
  bool Fill();
  bool at_end() const { return at_end_; }
  // Not empty when reading failed part way.
  const std::string& error() const { return error_; }

  std::uint64_t bytes_read() const { return bytes_read_; }
  // Of all that was read; call once, at the end.
  Sha256Digest FinishDigest() { return hash_.Finish(); }

 private:
  InputBuffer(int descriptor, std::string text);

  int descriptor_ = -1;  // -1: the input is text_
  std::string text_;
  std::size_t text_position_ = 0;
  std::unique_ptr<char[]> data_;
  std::size_t capacity_ = 0;  // without the padding
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t offset_ = 0;
  std::uint64_t bytes_read_ = 0;
  bool at_end_ = false;
  std::string error_;
  Sha256 hash_;
};

}  // namespace writ::model
