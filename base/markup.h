// Text into XML and HTML. Covered by tests/base/markup_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace writ {

// For content and for attributes in double quotes. What neither a reader nor XML 1.0 should meet (control characters, bidirectional
// overrides, ill-formed bytes) becomes visible, as on a terminal.
std::string EscapeMarkup(std::string_view text);

}  // namespace writ
