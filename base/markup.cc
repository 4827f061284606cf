// Five characters, after what no page should meet has been made visible.
#include "base/markup.h"

#include "base/utf8.h"

namespace writ {

std::string EscapeMarkup(std::string_view text) {
  std::string out;
  for (const char c : SanitizeForTerminal(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

}  // namespace writ
