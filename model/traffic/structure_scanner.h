// Walks the JSON around the entries of a HAR byte by byte and says where `log.entries` begins; also tells
// what a recording's first lines look like. It checks no more than it needs: brackets match, and nothing but
// JSON's characters stands outside of strings. Covered by tests/model/traffic/structure_scanner_test.cc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace writ::model {

class StructureScanner {
 public:
  enum class Event : std::uint8_t {
    kMore,     // all bytes were taken and nothing was found
    kEntries,  // behind the `[` of `entries` inside `log`
    kEnd,      // behind the last bracket of a top-level object
    kBroken,   // at a byte that cannot stand there, or nested beyond the limit
  };
  explicit StructureScanner(std::size_t depth_limit) : depth_limit_(depth_limit) {}

  // Takes bytes up to the next event; `taken` says how many.
  Event Scan(std::string_view bytes, std::size_t& taken);
  // After kEntries, when the caller took the elements and the `]`.
  void LeaveEntries() { stack_.pop_back(); }

  bool has_log() const { return has_log_; }  // a key `log` with an object, not below `request` or `response`
  bool has_request() const { return has_request_; }  // a top-level key `request` with an object
  bool has_entries() const { return has_entries_; }
  bool is_outside() const { return stack_.empty(); }

 private:
  enum class Key : std::uint8_t { kOther, kLog, kEntries, kRequest, kResponse };
  struct Level {
    bool is_object;
    Key key;  // the latest key, of an object
  };
  bool Open(bool is_object);
  bool Close(bool is_object);
  Key KeyOf() const;
  bool IsInMessage() const;  // below a top-level `request` or `response`, where a `log` is content

  std::size_t depth_limit_;
  std::vector<Level> stack_;
  bool in_string_ = false, escaped_ = false;
  std::array<char, 10> text_{};  // the latest string, cut; its length is text_size_
  std::size_t text_size_ = 0;
  bool has_log_ = false, has_request_ = false, has_entries_ = false;
};

}  // namespace writ::model
