// A second, strict reader for what our writers emit: it accepts canonical JSON only (no white space, no
// repeated member, members in order) and gives every scalar by its JSON pointer, so that tests can ask for
// single facts.
#pragma once

#include <cctype>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace writ::test {

class FlatJson {
 public:
  // Nothing unless the whole text is one canonical value made of objects, arrays, strings, integers and
  // booleans.
  static std::optional<FlatJson> Parse(std::string_view text) {
    FlatJson json;
    json.text_ = text;
    if (!json.Value("") || json.at_ != text.size()) return std::nullopt;
    return json;
  }
  // The text of a string, the digits of a number, true or false; "<none>" for what is not there.
  std::string At(const std::string& pointer) const {
    const auto hit = scalars_.find(pointer);
    return hit == scalars_.end() ? "<none>" : hit->second;
  }
  bool Has(const std::string& pointer) const {
    return scalars_.count(pointer) != 0 || sizes_.count(pointer) != 0;
  }
  // Members or items of a container; 0 for what is not there.
  std::size_t Size(const std::string& pointer) const {
    const auto hit = sizes_.find(pointer);
    return hit == sizes_.end() ? 0 : hit->second;
  }
  const std::map<std::string, std::string>& scalars() const { return scalars_; }

 private:
  bool Take(char c) { return at_ < text_.size() && text_[at_] == c ? (++at_, true) : false; }

  bool Value(const std::string& pointer) {
    if (Take('{')) return Members(pointer);
    if (Take('[')) return Items(pointer);
    if (at_ < text_.size() && text_[at_] == '"') {
      std::string value;
      if (!String(value)) return false;
      scalars_[pointer] = value;
      return true;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::isalnum(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    const std::string word(text_.substr(begin, at_ - begin));
    const bool is_integer = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos &&
                            (word == "0" || word[0] != '0');
    if (word != "true" && word != "false" && !is_integer) return false;
    scalars_[pointer] = word;
    return true;
  }

  bool Members(const std::string& pointer) {
    std::size_t count = 0;
    std::string last;
    while (!Take('}')) {
      if (count > 0 && !Take(',')) return false;
      std::string name;
      if (!String(name) || !Take(':')) return false;
      if (count++ > 0 && !(last < name))
        return false;  // our fixtures' names sort alike by bytes and by UTF-16
      last = name;
      std::string escaped;
      for (const char c : name)
        escaped += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
      if (!Value(pointer + "/" + escaped)) return false;
    }
    sizes_[pointer] = count;
    return true;
  }

  bool Items(const std::string& pointer) {
    std::size_t count = 0;
    while (!Take(']')) {
      if (count > 0 && !Take(',')) return false;
      if (!Value(pointer + "/" + std::to_string(count++))) return false;
    }
    sizes_[pointer] = count;
    return true;
  }

  bool String(std::string& out) {
    if (!Take('"')) return false;
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') {
        out += c;
        continue;
      }
      if (at_ == text_.size()) return false;
      const char kind = text_[at_++];
      static const std::string_view from = "\"\\bfnrt", to = "\"\\\b\f\n\r\t";
      const std::size_t simple = from.find(kind);
      if (simple != std::string_view::npos) {
        out += to[simple];
      } else if (kind == 'u' && at_ + 4 <= text_.size()) {
        out += static_cast<char>(std::strtol(std::string(text_.substr(at_, 4)).c_str(), nullptr, 16));
        at_ += 4;
      } else {
        return false;
      }
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::map<std::string, std::string> scalars_;
  std::map<std::string, std::size_t> sizes_;
};

}  // namespace writ::test
