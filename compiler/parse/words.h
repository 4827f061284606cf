// Putting messages together. Covered by tests/compiler/parse/errors_test.cc.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace writ::compiler {

// The parts in a row.
inline std::string Cat(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}
// The text in back-ticks.
inline std::string Quoted(std::string_view text) { return Cat({"`", text, "`"}); }

}  // namespace writ::compiler
