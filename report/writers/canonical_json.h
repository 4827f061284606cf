// Writes JSON in the canonical form of RFC 8785 (JCS), streaming: no tree is built, so a report with a
// million places costs its own bytes only. Numbers are integers within ±(2^53-1), the range in which JCS
// numbers are exact; there is no other number. The caller gives members in canonical order and the writer
// holds it to that. Covered by tests/report/writers/canonical_json_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace writ::report {

// The order of member names: by UTF-16 code units (RFC 8785 section 3.2.3). `a` and `b` are well-formed
// UTF-8.
bool Utf16Less(std::string_view a, std::string_view b);

class CanonicalJson {
 public:
  CanonicalJson& BeginObject();
  CanonicalJson& EndObject();
  CanonicalJson& BeginArray();
  CanonicalJson& EndArray();
  // The name of the next member; after the names before it in this object.
  CanonicalJson& Key(std::string_view name);
  // `text` is well-formed UTF-8.
  CanonicalJson& String(std::string_view text);
  // Clamped to 2^53-1; no count of a run comes near.
  CanonicalJson& Integer(std::uint64_t value);
  CanonicalJson& Bool(bool value);

  CanonicalJson& Text(std::string_view name, std::string_view text) { return Key(name).String(text); }
  CanonicalJson& Number(std::string_view name, std::uint64_t value) { return Key(name).Integer(value); }
  CanonicalJson& Flag(std::string_view name, bool value) { return Key(name).Bool(value); }
  CanonicalJson& Texts(std::string_view name, const std::vector<std::string>& texts);

  // The finished text; every object and array is closed.
  std::string Take();

 private:
  struct Frame {
    bool is_object = false;
    bool is_empty = true;
    bool has_key = false;
    std::string last_key;
  };
  void BeforeValue();

  std::string out_;
  std::vector<Frame> frames_;
};

}  // namespace writ::report
