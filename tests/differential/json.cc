// Values are small and share few names, so that queries find something.
#include "tests/differential/json.h"

namespace writ::test {

namespace {

const std::vector<std::string> kNames = {"a", "b", "id", "ä"};

std::string Scalar(Random& random) {
  return random.Of(std::vector<std::string>{"1", "1.0", "1e0", "-2.5", "7", "9223372036854775808", "true", "false", "null", "\"a\"", "\"7\"", "\"ab\"", "\"ä€\"", "\"\""});
}

// Inside a filter a text stands in single quotes.
std::string Comparable(Random& random) {
  switch (random.Below(6)) {
    case 0: return "@." + random.Of(kNames);
    case 1: return "$." + random.Of(kNames);
    case 2: return "length(@." + random.Of(kNames) + ")";
    case 3: return "count(@.*)";
    case 4: return "value(@.." + random.Of(kNames) + ")";
    default: return random.Of(std::vector<std::string>{"1", "-2.5", "1e0", "0", "true", "null", "'a'", "'ab'", "''"});
  }
}

std::string Test(Random& random, int depth) {
  switch (random.Below(depth > 0 ? 8 : 5)) {
    case 0: return "@." + random.Of(kNames);
    case 1: return "!@[0]";
    case 2: return std::string(random.OneIn(2) ? "match" : "search") + "(@" + (random.OneIn(2) ? "." + random.Of(kNames) : "") + ", " + random.Of(std::vector<std::string>{"'a.*'", "'[0-9]'", "'[^b]'", "$.id"}) + ")";
    case 3:
    case 4: return Comparable(random) + random.Of(std::vector<std::string>{" == ", " != ", " < ", " <= ", " > ", " >= "}) + Comparable(random);
    case 5: return Test(random, depth - 1) + " && " + Test(random, depth - 1);
    case 6: return Test(random, depth - 1) + " || " + Test(random, depth - 1);
    default: return "!(" + Test(random, depth - 1) + ")";
  }
}

std::string Selector(Random& random) {
  switch (random.Below(6)) {
    case 0: return "'" + random.Of(kNames) + "'";
    case 1: return "*";
    case 2: return random.Of(std::vector<std::string>{"0", "1", "-1", "7"});
    case 3: return random.Of(std::vector<std::string>{"1:", ":2", "::-1", "-2:", "3:0:-2", "::0"});
    default: return "?" + Test(random, 2);
  }
}

}  // namespace

std::string GenerateJson(Random& random, int depth) {
  const std::size_t shape = random.Below(3);
  if (depth <= 0 || shape == 0) return Scalar(random);
  std::string text;
  for (std::size_t i = random.Below(4); i > 0; --i) {
    // Names of an object are its own.
    if (shape == 1) text += "\"" + kNames[i] + "\":";
    text += GenerateJson(random, depth - 1) + (i > 1 ? "," : "");
  }
  return shape == 1 ? "{" + text + "}" : "[" + text + "]";
}

std::string GenerateJsonPath(Random& random) {
  std::string query = "$";
  for (std::size_t i = random.Below(4); i > 0; --i) {
    switch (random.Below(5)) {
      case 0: query += "." + random.Of(kNames); break;
      case 1: query += ".." + random.Of(kNames); break;
      case 2: query += random.OneIn(2) ? ".*" : "..*"; break;
      case 3: query += "[" + Selector(random) + "]"; break;
      default: query += "[" + Selector(random) + ", " + Selector(random) + "]"; break;
    }
  }
  return query;
}

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace writ::test
