// A switch per byte: it sees only what stands around the entries, a few kilobytes of a HAR.
#include "model/traffic/structure_scanner.h"

#include <algorithm>

namespace writ::model {

StructureScanner::Key StructureScanner::KeyOf() const {
  const std::string_view text(text_.data(), std::min(text_size_, text_.size()));
  if (text_size_ > text_.size()) return Key::kOther;
  if (text == "log") return Key::kLog;
  if (text == "entries") return Key::kEntries;
  if (text == "request") return Key::kRequest;
  if (text == "response") return Key::kResponse;
  return Key::kOther;
}

bool StructureScanner::IsInMessage() const {
  return stack_.front().key == Key::kRequest || stack_.front().key == Key::kResponse;
}

bool StructureScanner::Open(bool is_object) {
  if (stack_.size() >= depth_limit_) return false;
  if (stack_.empty() && !is_object) return false;
  if (!stack_.empty() && is_object && stack_.back().is_object) {
    const Key key = stack_.back().key;
    if (key == Key::kLog && !IsInMessage()) has_log_ = true;
    if (key == Key::kRequest && stack_.size() == 1) has_request_ = true;
  }
  stack_.push_back({is_object, Key::kOther});
  return true;
}

bool StructureScanner::Close(bool is_object) {
  if (stack_.empty() || stack_.back().is_object != is_object) return false;
  stack_.pop_back();
  return true;
}

StructureScanner::Event StructureScanner::Scan(std::string_view bytes, std::size_t& taken) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    taken = i;
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
        continue;
      }
      if (text_size_ < text_.size()) text_[text_size_] = c;
      ++text_size_;
      continue;
    }
    switch (c) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
      case ',':
        break;
      case '"':
        if (stack_.empty()) return Event::kBroken;
        in_string_ = true;
        text_size_ = 0;
        break;
      case ':':
        if (stack_.empty() || !stack_.back().is_object) return Event::kBroken;
        stack_.back().key = KeyOf();
        break;
      case '{':
        if (!Open(true)) return Event::kBroken;
        break;
      case '[': {
        const std::size_t depth = stack_.size();
        const bool is_entries = depth >= 2 && stack_[depth - 1].is_object &&
                                stack_[depth - 1].key == Key::kEntries && stack_[depth - 2].is_object &&
                                stack_[depth - 2].key == Key::kLog && !IsInMessage();
        if (!Open(false)) return Event::kBroken;
        if (is_entries) {
          has_entries_ = true;
          taken = i + 1;
          return Event::kEntries;
        }
        break;
      }
      case '}':
      case ']':
        if (!Close(c == '}')) return Event::kBroken;
        if (stack_.empty()) {
          taken = i + 1;
          return Event::kEnd;
        }
        break;
      default:
        // Numbers, true, false and null.
        if (stack_.empty() || (!(c >= '0' && c <= '9') &&
                               std::string_view("+-.eEtrufalsn").find(c) == std::string_view::npos)) {
          return Event::kBroken;
        }
    }
  }
  taken = bytes.size();
  return Event::kMore;
}

}  // namespace writ::model
