// Finds the end of a JSON object in a stream without parsing it: counts braces outside of strings, 64 bytes
// at a time, and can stop and go on at any byte. Covered by tests/model/traffic/brace_scanner_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace writ::model {

class BraceScanner {
 public:
  static constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

  // Before the first byte of an object, its `{`.
  void Start() {
    depth_ = 0;
    in_string_ = 0;
    escaped_ = 0;
  }
  // Reads `bytes`, the next of the stream. The position just behind the object's last `}`, or kNotFound when
  // it ends later: then all of `bytes` was taken. Brackets are not counted: a lost `]` breaks one entry, not
  // the rest of the file.
  std::size_t Scan(std::string_view bytes);

 private:
  bool ScanBlock(const char* block, std::size_t& end);

  std::int64_t depth_ = 0;
  std::uint64_t in_string_ = 0;  // all ones inside a string
  std::uint64_t escaped_ = 0;    // 1: the next byte is escaped
};

}  // namespace writ::model
