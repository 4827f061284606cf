// One function for each shape of expression.
#include "tests/differential/expressions.h"

#include <algorithm>

#include "tests/differential/json.h"
#include "vm/bytecode/model_tables.h"

namespace writ::test {

namespace {

bool IsOptional(const std::string& type) { return !type.empty() && type.back() == '?'; }
std::string Unwrapped(const std::string& type) { return IsOptional(type) ? type.substr(0, type.size() - 1) : type; }
bool StartsWith(const std::string& text, std::string_view prefix) { return text.compare(0, prefix.size(), prefix) == 0; }
// "list[set[int]]" → "set[int]".
std::string ItemType(const std::string& type) {
  const std::size_t open = type.find('[');
  return type.substr(open + 1, type.size() - open - 2);
}

struct Member {
  std::string owner, name, type;
  std::vector<std::string> parameters;   // of a method
  bool is_method = false;
};

// "(Operation, int) -> Response?"
Member MethodOf(const bytecode::BuiltinInfo& info) {
  Member member;
  member.is_method = true;
  member.name = std::string(info.name);
  const std::string signature(info.signature);
  const std::size_t close = signature.rfind(") -> ");
  member.type = signature.substr(close + 5);
  std::string part;
  int depth = 0;
  std::vector<std::string> parts;
  for (const char c : signature.substr(1, close - 1)) {
    if (c == '[') ++depth;
    if (c == ']') --depth;
    if (c == ',' && depth == 0) {
      parts.push_back(part);
      part.clear();
    } else if (c != ' ' || depth > 0) {
      part += c;
    }
  }
  parts.push_back(part);
  member.owner = parts.front();
  member.parameters.assign(parts.begin() + 1, parts.end());
  return member;
}

const std::vector<Member>& Fields() {
  static const std::vector<Member> members = [] {
    std::vector<Member> out;
    for (const bytecode::FieldInfo& info : bytecode::AllFields()) {
      out.push_back({std::string(bytecode::InfoOf(info.owner).name), std::string(info.name), std::string(info.type), {}, false});
    }
    return out;
  }();
  return members;
}

const std::vector<Member>& Methods() {
  static const std::vector<Member> members = [] {
    std::vector<Member> out;
    for (const bytecode::BuiltinInfo& info : bytecode::AllBuiltins()) out.push_back(MethodOf(info));
    return out;
  }();
  return members;
}

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

const std::vector<std::string>& EnumMembers(const std::string& type) {
  static const std::map<std::string, std::vector<std::string>> members = [] {
    std::map<std::string, std::vector<std::string>> out;
    for (const bytecode::ModelEnumInfo& info : bytecode::ModelEnums()) {
      std::string word;
      for (const char c : std::string(info.members) + " ") {
        if (c != ' ') {
          word += c;
        } else {
          out[std::string(info.name)].push_back(word);
          word.clear();
        }
      }
    }
    return out;
  }();
  static const std::vector<std::string> kNone;
  const auto at = members.find(type);
  return at == members.end() ? kNone : at->second;
}

// Chains of exactly `levels` fields behind something of a type: by the type that they end in, ".a?.b".
using Routes = std::map<std::string, std::vector<std::string>>;
const Routes& RoutesFrom(const std::string& type, int levels) {
  static std::map<std::pair<std::string, int>, Routes> cache;
  const auto key = std::pair(type, levels);
  if (const auto at = cache.find(key); at != cache.end()) return at->second;
  Routes routes;
  if (levels == 0) {
    routes[type].push_back("");
  } else {
    const std::string plain = Unwrapped(type);
    for (const Member& field : Fields()) {
      if (field.owner != plain) continue;
      const bool absent = IsOptional(type) || IsOptional(field.type);
      const std::string next = Unwrapped(field.type) + (absent ? "?" : "");
      for (const auto& [end, texts] : RoutesFrom(next, levels - 1)) {
        for (const std::string& text : texts) routes[end].push_back((IsOptional(type) ? "?." : ".") + field.name + text);
      }
    }
  }
  return cache.emplace(key, std::move(routes)).first->second;
}

const std::vector<std::string> kScalars = {"bool", "int", "decimal", "string", "time", "duration", "ip", "cidr"};
const std::vector<std::string> kOrdered = {"int", "decimal", "string", "time", "duration"};
const std::vector<std::string> kTexts = {"", "a", "GET", "https", "/users/7", "application/json", "ä€", "x-trace", "7", "-3", "10.0.0.1", "id", "/a/0", "9223372036854775808", "A\\tb"};
const std::vector<std::string> kPatterns = {"a.*", "[0-9]+", "(?i)get|post", "^/users/", "", "é?", "\\\\d{1,3}"};

}  // namespace

std::string ExpressionMaker::PlainType() { return random_.Of(kScalars); }

std::string ExpressionMaker::Literal(const std::string& type) {
  const auto number = [&](std::size_t n) { return std::to_string(random_.Below(n)); };
  if (type == "bool") return random_.OneIn(2) ? "true" : "false";
  if (type == "int") {
    switch (random_.Below(12)) {
      case 0: return "9223372036854775807";
      case 1: return "(-9223372036854775808)";
      case 2: return "(-" + number(5) + ")";
      case 3: return "200";
      case 4: return "2KiB";
      default: return number(6);
    }
  }
  if (type == "decimal") {
    switch (random_.Below(6)) {
      case 0: return "50%";
      case 1: return "(-" + number(9) + ".25)";
      case 2: return "12345678901234567890.5";
      default: return number(4) + "." + number(10);
    }
  }
  if (type == "string") return random_.OneIn(8) ? "\"" + Escaped(GenerateJson(random_, 2)) + "\"" : "\"" + random_.Of(kTexts) + "\"";
  if (type == "time") return random_.OneIn(3) ? "t\"2026-01-0" + std::to_string(1 + random_.Below(3)) + "\"" : "t\"2026-01-01T00:00:0" + number(4) + (random_.OneIn(2) ? "Z\"" : ".500Z\"");
  if (type == "duration") return random_.Of(std::vector<std::string>{"0s", "1s", "250ms", "1h30m", "7d", "2m"});
  if (type == "ip") return random_.Of(std::vector<std::string>{"ip\"10.0.0.1\"", "ip\"192.0.2.7\"", "ip\"2001:db8::1\"", "ip\"::1\""});
  if (type == "cidr") return random_.Of(std::vector<std::string>{"ip\"10.0.0.0/8\"", "ip\"192.0.2.0/24\"", "ip\"2001:db8::/32\""});
  if (type == "regex") return "re\"" + random_.Of(kPatterns) + "\"";
  if (type == "jsonpath") return "jp\"" + GenerateJsonPath(random_) + "\"";
  return "";
}

std::string ExpressionMaker::FieldOf(const std::string& type, bool may_be_absent, int levels) {
  // As many tries as there are variables, so that each has its chance.
  std::string found;
  std::size_t seen = 0;
  for (const auto& [name, of] : variables) {
    for (int level = 0; level <= levels; ++level) {
      const Routes& routes = RoutesFrom(of, level);
      const auto at = routes.find(type + (may_be_absent ? "?" : ""));
      if (at == routes.end()) continue;
      // One of all variables and levels, each as likely.
      if (random_.OneIn(++seen)) found = name + random_.Of(at->second);
    }
  }
  return found;
}

std::string ExpressionMaker::Leaf(const std::string& type) {
  if (!random_.OneIn(3)) {
    const std::string field = FieldOf(type, false, 1 + static_cast<int>(random_.Below(3)));
    if (!field.empty()) return field;
  }
  std::string literal = Literal(type);
  if (!literal.empty()) return literal;
  if (StartsWith(type, "list[") || StartsWith(type, "set[")) {
    const std::string item = ItemType(type);
    const bool is_set = type[0] == 's';
    std::string items;
    const std::size_t count = 1 + random_.Below(3);
    const bool constant = random_.OneIn(2);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string one = constant ? Literal(item) : Leaf(item);
      if (one.empty()) return "";
      items += (i > 0 ? ", " : "") + one;
    }
    return is_set ? "{" + items + "}" : "[" + items + "]";
  }
  return FieldOf(type, false, 3);
}

std::pair<std::string, std::string> ExpressionMaker::Collection(int depth) {
  for (int tries = 0; tries < 6; ++tries) {
    std::string item;
    switch (random_.Below(6)) {
      case 0: item = random_.Of(kScalars); break;
      case 1: item = "string"; break;
      case 2: item = "json"; break;   // where there is one
      default: {
        // Of a record or text that variables lead to.
        const Member& field = random_.Of(Fields());
        const std::string type = Unwrapped(field.type);
        if (type.find('[') == std::string::npos) continue;
        item = ItemType(type);
        if (const std::string text = FieldOf(type, false, 2); !text.empty()) return {text, item};
        continue;
      }
    }
    const bool set = item != "json" && random_.OneIn(3);
    const std::string text = Make((set ? "set[" : "list[") + item + "]", depth - 1);
    if (!text.empty()) return {text, item};
  }
  return {"[1, 2, 3]", "int"};
}

std::string ExpressionMaker::Quantifier(const char* name, int depth) {
  const auto [collection, item] = Collection(depth);
  const std::string variable = FreshName("v");
  variables.emplace_back(variable, item);
  const std::string condition = Condition(depth - 1);
  variables.pop_back();
  return std::string(name) + "(" + variable + " in " + collection + ": " + condition + ")";
}

std::string ExpressionMaker::Comprehension(const std::string& element, int depth) {
  const auto [collection, item] = Collection(depth);
  const std::string variable = FreshName("v");
  variables.emplace_back(variable, item);
  std::string text = Make(element, depth - 1);
  if (!text.empty()) {
    text = "[" + text + " for " + variable + " in " + collection;
    if (random_.OneIn(2)) text += " where " + Condition(depth - 1);
    text += "]";
  }
  variables.pop_back();
  return text;
}

// A method or a function with this result.
std::string ExpressionMaker::Call(const std::string& type, int depth) {
  std::vector<const Member*> fitting;
  for (const Member& method : Methods()) {
    const bool generic = method.type == "T?" || method.type == "set[T]" || method.type == "int" || method.type == "list[T]";
    if (method.type == type || (generic && (method.type == "T?" ? IsOptional(type) : method.type == "set[T]" ? StartsWith(type, "set[") : method.type == type))) fitting.push_back(&method);
  }
  std::vector<std::string> called;
  for (const auto& [name, function] : functions) {
    if (function.result == type) called.push_back(name);
  }
  if (!called.empty() && random_.OneIn(3)) {
    const std::string& name = random_.Of(called);
    std::string text = name + "(";
    for (std::size_t i = 0; i < functions[name].parameters.size(); ++i) {
      const std::string argument = Make(functions[name].parameters[i], depth - 1);
      if (argument.empty()) return "";
      text += (i > 0 ? ", " : "") + argument;
    }
    return text + ")";
  }
  if (fitting.empty()) return "";
  const Member& method = *random_.Of(fitting);
  // T and K are what the result wants, else anything.
  std::string element = random_.Of(kScalars), key = random_.OneIn(2) ? "string" : "int";
  if (method.type == "T?") element = Unwrapped(type);
  if (method.type == "set[T]" || method.type == "list[T]") element = ItemType(type);
  const auto bound = [&](const std::string& of) { return Replaced(Replaced(of, "[T]", "[" + element + "]"), "map[K, T]", "map[" + key + ", " + element + "]"); };
  const std::string owner = bound(method.owner);
  const bool chained = IsOptional(method.type) && random_.OneIn(3);
  std::string receiver = chained ? FieldOf(owner, true, 3) : "";
  const char* dot = receiver.empty() ? "." : "?.";
  if (receiver.empty()) receiver = Make(owner, depth - 1);
  if (receiver.empty()) return "";
  std::string text = "(" + receiver + ")" + dot + method.name + "(";
  for (std::size_t i = 0; i < method.parameters.size(); ++i) {
    std::string of = method.parameters[i] == "K" ? key : bound(method.parameters[i]);
    const std::string argument = Make(of, random_.OneIn(2) ? 0 : depth - 1);
    if (argument.empty()) return "";
    text += (i > 0 ? ", " : "") + argument;
  }
  return text + ")";
}

std::string ExpressionMaker::Optional(const std::string& element, int depth) {
  for (int tries = 0; tries < 8; ++tries) {
    std::string text;
    switch (random_.Below(6)) {
      case 0:
      case 1: text = FieldOf(element, true, 1 + static_cast<int>(random_.Below(3))); break;
      case 2: text = depth > 0 ? Call(element + "?", depth) : ""; break;
      case 3: {
        const std::string list = depth > 0 ? Make("list[" + element + "]", depth - 1) : "";
        if (!list.empty()) text = "(" + list + ")[" + Make("int", 0) + "]";
        break;
      }
      case 4: {
        const std::string map = depth > 0 ? Make("map[string, " + element + "]", depth - 1) : "";
        if (!map.empty()) text = "(" + map + ")[" + Make("string", 0) + "]";
        break;
      }
      default: {
        const std::string first = FieldOf(element, true, 2), second = depth > 0 ? Optional(element, depth - 1) : "";
        if (!first.empty() && !second.empty()) text = "(" + first + " ?? " + second + ")";
        break;
      }
    }
    if (!text.empty()) return text;
  }
  return "";
}

// `has path and …`: the path is present behind it.
std::string ExpressionMaker::Guarded(int depth) {
  const std::string type = random_.Of(kOrdered);
  const std::string path = FieldOf(type, true, 3);
  if (path.empty()) return "true";
  const std::string plain = Replaced(path, "?.", ".");
  const std::string other = Make(type, depth - 1);
  const std::string test = "(" + plain + random_.Of(std::vector<std::string>{" == ", " < ", " >= "}) + other + ")";
  return random_.OneIn(2) ? "(has " + plain + " and " + test + ")" : "(not has " + plain + " or " + test + ")";
}

std::string ExpressionMaker::Condition(int depth) {
  if (depth <= 0) return Leaf("bool");
  const auto binary = [&](const std::string& type, const std::vector<std::string>& operators) {
    const std::string left = Make(type, depth - 1), right = Make(type, depth - 1);
    return left.empty() || right.empty() ? "true" : "(" + left + " " + random_.Of(operators) + " " + right + ")";
  };
  switch (random_.Below(16)) {
    case 0: return "(" + Condition(depth - 1) + " and " + Condition(depth - 1) + ")";
    case 1: return "(" + Condition(depth - 1) + " or " + Condition(depth - 1) + ")";
    case 2: return "(not " + Condition(depth - 1) + ")";
    case 3: return binary(random_.Of(kOrdered), {"<", "<=", ">", ">="});
    case 4: return binary(random_.Of(kScalars), {"==", "!="});
    case 5: return Quantifier("any", depth);
    case 6: return Quantifier("all", depth);
    case 7: return Quantifier("none", depth);
    case 8: {
      const std::string item = Make(random_.OneIn(4) ? "int" : "string", depth - 1);
      const auto [collection, of] = Collection(depth);
      if (random_.OneIn(2)) return "(" + Make("string", depth - 1) + (random_.OneIn(3) ? " not in " : " in ") + Make(random_.OneIn(2) ? "set[string]" : "list[string]", depth - 1) + ")";
      const std::string one = Make(of, 0);
      return one.empty() ? "true" : "(" + one + " in " + collection + ")";
    }
    case 9: {
      if (random_.OneIn(3)) return "(" + Make("string", depth - 1) + " in " + Make("map[string, int]", depth - 1) + ")";
      return "(" + Make("ip", depth - 1) + " in " + (random_.OneIn(2) ? Literal("cidr") : "{" + Literal("cidr") + ", " + Literal("cidr") + "}") + ")";
    }
    case 10: return "(" + Make("string", depth - 1) + (random_.OneIn(2) ? " matches " : " contains ") + Literal("regex") + ")";
    case 11: return "(" + Make("string", depth - 1) + " contains " + Make("string", 0) + ")";
    case 12: {
      const std::string what = random_.OneIn(3) ? "(" + Make("string", depth - 1) + ")" : "(" + Collection(depth).first + ")";
      return "(" + what + (random_.OneIn(2) ? " is empty" : " is not empty") + ")";
    }
    case 13: {
      const std::string what = Optional(random_.Of(kScalars), depth - 1);
      return what.empty() ? "true" : "((" + what + ")" + random_.Of(std::vector<std::string>{" is present", " is not present", " is known", " is not known"}) + ")";
    }
    case 14: {
      // An enumeration of the model against one of its members.
      const bytecode::ModelEnumInfo& info = random_.Of(bytecode::ModelEnums());
      const std::string field = FieldOf(std::string(info.name), false, 3);
      if (field.empty()) return Guarded(depth);
      const std::vector<std::string>& members = EnumMembers(std::string(info.name));
      return random_.OneIn(2) ? "(" + field + " == " + random_.Of(members) + ")" : "(" + field + " in {" + random_.Of(members) + ", " + random_.Of(members) + "})";
    }
    default: {
      if (random_.OneIn(3)) return binary(random_.OneIn(2) ? "list[string]" : "set[int]", {"==", "!="});
      if (random_.OneIn(3)) {
        // Two of a record, or two of json.
        const std::string same = random_.Of(std::vector<std::string>{"json", "json", "Api", "Operation", "Schema"});
        const std::string left = FieldOf(same, false, 2), right = FieldOf(same, false, 2);
        if (!left.empty() && !right.empty()) return "(" + left + random_.Of(std::vector<std::string>{" == ", " != "}) + right + ")";
      }
      return Guarded(depth);
    }
  }
}

std::string ExpressionMaker::Make(const std::string& type, int depth) {
  if (IsOptional(type)) return Optional(Unwrapped(type), depth);
  if (type == "bool") {
    if (depth > 0 && random_.OneIn(4)) {
      if (std::string call = Call(type, depth); !call.empty()) return call;
    }
    return Condition(depth);
  }
  if (StartsWith(type, "map[")) {
    const std::size_t comma = type.find(", ");
    const std::string key = type.substr(4, comma - 4), value = type.substr(comma + 2, type.size() - comma - 3);
    // Keys and values are constants.
    const std::string one = Literal(value), two = Literal(value);
    if (one.empty()) return "";
    return key == "string" ? "{\"a\": " + one + ", \"GET\": " + two + "}" : key == "int" ? "{1: " + one + ", 200: " + two + "}" : "";
  }
  if (depth <= 0) return Leaf(type);
  for (int tries = 0; tries < 4; ++tries) {
    std::string text;
    switch (random_.Below(5)) {
      case 0: text = Leaf(type); break;
      case 1: text = Call(type, depth); break;
      case 2: {
        const std::string maybe = Optional(type, depth - 1), otherwise = Leaf(type);
        if (!maybe.empty() && !otherwise.empty()) text = "(" + maybe + " ?? " + otherwise + ")";
        break;
      }
      default: {
        const auto both = [&](const std::string& a, const std::vector<std::string>& operators, const std::string& b) {
          const std::string left = Make(a, depth - 1), right = Make(b, depth - 1);
          return left.empty() || right.empty() ? "" : "(" + left + " " + random_.Of(operators) + " " + right + ")";
        };
        if (type == "int") {
          text = random_.OneIn(4) ? Quantifier("count", depth) : random_.OneIn(5) ? "(-" + Make(type, depth - 1) + ")" : both(type, {"+", "-", "*", "/", "%"}, type);
        } else if (type == "decimal") {
          text = random_.OneIn(5) ? "(-" + Make(type, depth - 1) + ")" : both(type, {"+", "-", "*", "/"}, type);
        } else if (type == "string") {
          text = both(type, {"+"}, type);
        } else if (type == "duration") {
          const std::size_t which = random_.Below(4);
          text = which == 0 ? both(type, {"+", "-"}, type) : which == 1 ? both(type, {"*", "/"}, "int") : which == 2 ? both("time", {"-"}, "time") : "(-" + Make(type, depth - 1) + ")";
        } else if (type == "time") {
          text = both(type, {"+", "-"}, "duration");
        } else if (StartsWith(type, "list[")) {
          text = random_.OneIn(4) ? both(type, {"+"}, type) : Comprehension(ItemType(type), depth);
        } else if (StartsWith(type, "set[")) {
          if (random_.OneIn(3)) {
            const std::string list = Comprehension(ItemType(type), depth);
            if (!list.empty()) text = "{" + list.substr(1, list.size() - 2) + "}";
            break;
          }
          const std::string list = Make("list[" + ItemType(type) + "]", depth - 1);
          if (!list.empty()) text = "(" + list + ").to_set()";
        }
        break;
      }
    }
    if (!text.empty()) return text;
  }
  return Leaf(type);
}

}  // namespace writ::test
