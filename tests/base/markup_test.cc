// Covers base/markup.cc.
#include "base/markup.h"

#include <doctest/doctest.h>

TEST_CASE("markup: text cannot become an element, an attribute or a character that XML lacks") {
  CHECK(writ::EscapeMarkup("a<b>&\"c\"'d'") == "a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39;");
  CHECK(writ::EscapeMarkup("") == "");
  const std::string hostile = writ::EscapeMarkup(std::string("\x01\x1b[2J\0\xff", 7));
  CHECK(hostile.find('\x1b') == std::string::npos);
  CHECK(hostile.find('\x01') == std::string::npos);
  CHECK(hostile.find('\0') == std::string::npos);
}
