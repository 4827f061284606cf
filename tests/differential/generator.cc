// Rules and detectors round expressions, and something for them to look at.
#include "tests/differential/generator.h"

#include "tests/differential/expressions.h"
#include "tests/differential/json.h"
#include "vm/bytecode/model_tables.h"

namespace writ::test {

namespace {

constexpr const char* kMetadata = "  severity high impact integrity controls cwe 1 fix_within 1d rationale \"r\" remediation \"m\" confidence high\n";

std::string Quoted(const std::string& text) { return "\"" + text + "\""; }

std::string Message(ExpressionMaker& make, Random& random) {
  std::string text = "\"seen";
  for (std::size_t i = random.Below(3); i > 0; --i) {
    const std::string value = make.Make(make.PlainType(), 1);
    // A text in a text would end it.
    if (!value.empty() && value.find('"') == std::string::npos) text += " ${" + value + "}";
  }
  return text + "\"";
}

std::string Lets(ExpressionMaker& make, Random& random, bool may_fail) {
  std::string text;
  for (std::size_t i = random.Below(4); i > 0; --i) {
    // What is never there without a test comes into scope here.
    const std::string type = random.OneIn(2) ? make.PlainType() : random.Of(std::vector<std::string>{"json", "Schema", "Response", "RequestBody", "Header", "Credential", "Operation"});
    const bool optional = random.OneIn(2) || type == "json" || type == "Schema" || type == "RequestBody" || type == "Header" || type == "Credential";
    const std::string value = make.Make(optional ? type + "?" : type, 2);
    if (value.empty()) continue;
    const std::string name = make.FreshName("l");
    text += "  let " + name + " = " + value;
    if (optional) {
      const std::size_t which = random.Below(may_fail ? 3 : 2);
      text += which == 0 ? " else skip" : which == 1 ? " else indeterminate \"who knows\"" : " else fail \"gone\" as gone_" + name;
    }
    text += "\n";
    make.variables.emplace_back(name, type);
  }
  return text;
}

// A value of JSON comes into scope: a text as JSON, or what an operation is extended with.
std::string JsonLet(ExpressionMaker& make, Random& random, const std::string& variable, const std::string& kind) {
  std::string source = Quoted(Escaped(GenerateJson(random, 3))) + ".to_json()";
  if (kind == "exchange") source = variable + random.Of(std::vector<std::string>{".response?.body?.to_json()", ".request.body?.to_json()"});
  if (kind == "operation") source = variable + ".extension(\"x-trace\")";
  const std::string name = make.FreshName("j");
  make.variables.emplace_back(name, "json");
  return "  let " + name + " = " + source + (random.OneIn(2) ? " else skip\n" : " else fail \"none\" as none_" + name + "\n");
}

std::string Rule(ExpressionMaker& make, Random& random, const std::string& name) {
  const bytecode::SubjectKindInfo& kind = random.OneIn(3) ? bytecode::InfoOf(bytecode::SubjectKind::kExchange) : random.Of(bytecode::AllSubjectKinds());
  std::string text = "rule " + name + " \"t\" {\n" + kMetadata + "  allow quadratic\n";
  if (random.OneIn(8)) {
    const auto outside = std::move(make.variables);
    make.variables.clear();
    text += "  activate when " + make.Make("bool", 1) + "\n";
    make.variables = outside;
  }
  const std::string variable = make.FreshName("s");
  make.variables.emplace_back(variable, std::string(bytecode::InfoOf(kind.record).name));
  text += "  for each " + std::string(kind.word) + " " + variable;
  if (kind.word == "exchange" && random.OneIn(3)) {
    const std::string operation = make.FreshName("o");
    make.variables.emplace_back(operation, "Operation");
    text += " joined with operation " + operation;
  }
  if (random.OneIn(2)) text += " where " + make.Make("bool", 2);
  text += "\n";
  if (kind.word == "operation" && random.OneIn(3)) {
    const std::string parameter = make.FreshName("p");
    text += "  for each " + parameter + " in " + variable + ".parameters\n";
    make.variables.emplace_back(parameter, "Parameter");
  }
  if (random.OneIn(4)) text += JsonLet(make, random, variable, std::string(kind.word));
  text += Lets(make, random, true);
  for (std::size_t i = 1 + random.Below(3); i > 0; --i) text += "  require " + make.Make("bool", 3) + " as r" + std::to_string(i) + "\n";
  text += "  report " + Message(make, random);
  if (random.OneIn(3)) {
    const std::string field = random.OneIn(2) && kind.word == "operation" ? ".security" : "";
    text += " at " + variable + field;
  }
  if (random.OneIn(4)) {
    const std::string value = make.Make(make.PlainType(), 1);
    if (!value.empty()) text += " per " + value;
  }
  return text + "\n}\n";
}

std::string Aggregate(ExpressionMaker& make, Random& random, const std::string& type) {
  if (type == "bool") return random.OneIn(2) ? "(share(" + make.Make("bool", 2) + ") >= 50%)" : "(count() > " + std::to_string(random.Below(4)) + ")";
  const auto argument = [&](const std::string& of) {
    const std::string absent = random.OneIn(2) ? make.Make(of + "?", 2) : "";
    return absent.empty() ? make.Make(of, 2) : "present(" + absent + ")";
  };
  const std::string function = random.Of(std::vector<std::string>{"distinct", "longest_run", "sum", "min", "max", "avg", "quantile", "set"});
  if (function == "distinct") return "(distinct(" + argument(make.PlainType()) + ") > " + std::to_string(random.Below(3)) + ")";
  if (function == "longest_run") return "(longest_run(" + argument("int") + ", " + std::to_string(1 + random.Below(3)) + ") >= 2)";
  if (function == "set") return "(set(" + argument("string") + ") contains \"GET\")";
  const std::string of = function == "avg" || random.OneIn(2) ? "int" : random.OneIn(2) ? "decimal" : "duration";
  const std::string value = argument(of);
  std::string folded = function + "(" + value + (function == "quantile" ? ", " + std::to_string(1 + random.Below(100)) + "%)" : ")");
  const std::string result = function == "avg" ? "decimal" : of;
  const std::string other = result == "int" ? "3" : result == "decimal" ? "1.5" : "1s";
  if (value.compare(0, 8, "present(") == 0 && function != "sum") folded = "(" + folded + " ?? " + other + ")";
  return "(" + folded + random.Of(std::vector<std::string>{" < ", " >= ", " == ", " != "}) + other + ")";
}

// An expression over one row that matched a step: only values that a row can keep.
std::string OfStep(ExpressionMaker& make, Random& random, const std::vector<std::string>& steps, const std::string& type, int depth) {
  const auto outside = make.variables;
  make.variables.emplace_back(random.Of(steps), "Exchange");
  const std::string text = make.Make(type, depth);
  make.variables = outside;
  return text;
}

// Steps over rows of the variable `row`, and what is said of a match. `outside`: what is in scope of rows and matches alike.
std::string Sequence(ExpressionMaker& make, Random& random, const std::string& row, const std::vector<std::pair<std::string, std::string>>& outside) {
  std::vector<std::string> steps;
  std::string text = "  sequence {\n";
  const std::size_t count = 2 + random.Below(3);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = make.FreshName("m");
    const bool without = i > 0 && i + 1 < count && random.OneIn(2);
    if (!without) steps.push_back(name);
    // Most conditions hold often enough for something to match.
    const std::string often = row + random.Of(std::vector<std::string>{".method != \"DELETE\"", ".path contains \"u\"", ".scheme == \"https\"", ".host == \"api.example.com\""});
    text += std::string(i == 0 ? "    " : without ? "    without " : "    then ") + name + " where " + (random.OneIn(4) ? make.Make("bool", 2) : often) + "\n";
  }
  text += "  }";
  if (random.OneIn(2)) text += random.Of(std::vector<std::string>{" within 1s", " within 2100ms", " within 1h"});
  text += "\n";
  make.variables = outside;
  if (random.OneIn(3)) {
    const std::string type = random.Of(std::vector<std::string>{"int", "string", "duration", "time", "bool"});
    std::string raise = OfStep(make, random, steps, "bool", 2);
    if (random.OneIn(2)) {
      const std::string left = OfStep(make, random, steps, type, 1), right = OfStep(make, random, steps, type, 1);
      raise = "(" + raise + (random.OneIn(2) ? " or (" : " and (") + left + " == " + right + "))";
    }
    text += "  raise when " + raise + "\n";
  }
  std::string message = "  report \"seen";
  if (const std::string value = OfStep(make, random, steps, random.Of(std::vector<std::string>{"int", "string", "time"}), 1); value.find('"') == std::string::npos) message += " ${" + value + "}";
  text += message + "\"";
  if (random.OneIn(2)) text += " at " + random.Of(steps);
  if (random.OneIn(3)) text += " evidence first " + std::to_string(1 + random.Below(3));
  return text + "\n";
}

// `by_host`: rows of one host never meet those of another.
std::string Detector(ExpressionMaker& make, Random& random, const std::string& name, bool by_host) {
  const auto outside = make.variables;
  std::string text = "detect " + name + " \"t\" {\n" + kMetadata + "  allow quadratic\n";
  if (random.OneIn(3)) text += "  on sampled\n";
  const bool is_sequence = random.OneIn(3);
  const std::string variable = make.FreshName("s");
  make.variables.emplace_back(variable, "Exchange");
  text += "  for each exchange " + variable;
  if (random.OneIn(3)) {
    const std::string operation = make.FreshName("o");
    make.variables.emplace_back(operation, "Operation");
    text += " joined with operation " + operation;
  }
  if (random.OneIn(is_sequence ? 5 : 2)) text += " where " + make.Make("bool", 2);
  text += "\n";
  if (random.OneIn(is_sequence ? 5 : 2)) text += Lets(make, random, false);
  text += "  group by ";
  if (by_host) text += variable + ".host as " + make.FreshName("k") + ", ";
  // Few keys, or every row is alone.
  const bool few = is_sequence ? !random.OneIn(4) : random.OneIn(2);
  for (std::size_t i = 0, keys = 1 + random.Below(2); i < keys; ++i) {
    const std::string key = few ? variable + random.Of(std::vector<std::string>{".host", ".scheme", ".method"}) : make.Make(make.PlainType(), 1);
    text += (i > 0 ? ", " : "") + key + " as " + make.FreshName("k");
  }
  if (is_sequence) return text + "\n" + Sequence(make, random, variable, outside) + "}\n";
  text += random.Of(std::vector<std::string>{"", " within sliding 2s", " within tumbling 3s", " within session 1s"}) + "\n  raise when ";
  text += Aggregate(make, random, random.OneIn(2) ? "bool" : "");
  if (random.OneIn(2)) text += std::string(random.OneIn(2) ? " and " : " or ") + Aggregate(make, random, random.OneIn(2) ? "bool" : "");
  return text + "\n}\n";
}

std::string Schema(Random& random, int depth) {
  std::string text = "{";
  const auto add = [&](const std::string& key, const std::string& value) { text += (text.size() > 1 ? "," : "") + Quoted(key) + ":" + value; };
  const std::string type = random.Of(std::vector<std::string>{"string", "integer", "number", "boolean", "array", "object"});
  if (!random.OneIn(6)) add("type", Quoted(type));
  const auto number = [&] { return std::to_string(random.Below(40)); };
  if (random.OneIn(3)) add("format", Quoted(random.Of(std::vector<std::string>{"uuid", "date-time", "int64", "email"})));
  if (type == "string") {
    if (random.OneIn(2)) add("maxLength", number());
    if (random.OneIn(3)) add("minLength", number());
    if (random.OneIn(3)) add("pattern", Quoted(random.Of(std::vector<std::string>{"^[a-z]+$", "^(a+)+$", "\\\\d{3}"})));
    if (random.OneIn(3)) add("enum", "[\"a\",\"b\",null,3]");
  }
  if (type == "integer" || type == "number") {
    if (random.OneIn(2)) add("maximum", number() + (random.OneIn(2) ? ".5" : ""));
    if (random.OneIn(2)) add("minimum", "-" + number());
    if (random.OneIn(3)) add("exclusiveMaximum", "true");
    if (random.OneIn(4)) add("multipleOf", "0.1");
  }
  if (random.OneIn(4)) add("example", random.Of(std::vector<std::string>{"1.0", "\"x\"", "{\"a\":[1,2]}", "1e3", "null", GenerateJson(random, 3)}));
  if (random.OneIn(4)) add("default", random.Of(std::vector<std::string>{"7", "[]", "9223372036854775808"}));
  if (random.OneIn(5)) add("nullable", "true");
  if (random.OneIn(6)) add("readOnly", "true");
  if (depth > 0 && type == "array") {
    add("items", random.OneIn(4) ? "{\"$ref\":\"#/components/schemas/Node\"}" : Schema(random, depth - 1));
    if (random.OneIn(2)) add("maxItems", number());
    if (random.OneIn(4)) add("uniqueItems", "true");
  }
  if (depth > 0 && type == "object") {
    add("properties", "{\"id\":" + Schema(random, depth - 1) + ",\"name\":" + Schema(random, depth - 1) + "}");
    if (random.OneIn(2)) add("required", "[\"id\"]");
    if (random.OneIn(2)) add("additionalProperties", random.OneIn(2) ? "false" : "true");
    if (random.OneIn(5)) add("allOf", "[" + Schema(random, 0) + "]");
    if (random.OneIn(5)) add("oneOf", "[" + Schema(random, 0) + "," + Schema(random, 0) + "]");
  }
  return text + "}";
}

}  // namespace

GeneratedPolicy GeneratePolicy(Random& random, std::size_t rules) {
  GeneratedPolicy policy;
  policy.head = "policy p version \"1.0.0\" language 1\n";
  ExpressionMaker make(random);
  for (std::size_t i = random.Below(4); i > 0; --i) {
    const std::string type = random.OneIn(3) ? "set[string]" : make.PlainType(), value = make.Make(type, 0);
    if (value.empty()) continue;
    const std::string name = make.FreshName(random.OneIn(2) ? "C" : "q");
    policy.head += (name[0] == 'C' ? "const " : "param ") + name + ": " + type + " = " + value + "\n";
    make.variables.emplace_back(name, type);
  }
  for (std::size_t i = random.Below(3); i > 0; --i) {
    const auto outside = make.variables;
    ExpressionMaker::Function function;
    const std::string name = make.FreshName("f");
    std::string parameters;
    for (std::size_t k = 1 + random.Below(2); k > 0; --k) {
      const std::string type = random.OneIn(4) ? "Exchange" : make.PlainType(), parameter = make.FreshName("a");
      parameters += (parameters.empty() ? "" : ", ") + parameter + ": " + type;
      function.parameters.push_back(type);
      make.variables.emplace_back(parameter, type);
    }
    function.result = make.PlainType();
    const std::string body = make.Make(function.result, 3);
    make.variables = outside;
    if (body.empty()) continue;
    policy.head += "fn " + name + "(" + parameters + "): " + function.result + " = " + body + "\n";
    make.functions[name] = function;
  }
  policy.in_two = random.OneIn(3);
  policy.sampled = random.OneIn(6);
  const auto names_source = [](const std::string& text) { return text.find(".source") != std::string::npos; };
  policy.separable = random.OneIn(3) && !names_source(policy.head);
  const auto outside = make.variables;
  for (std::size_t i = 0; i < rules; ++i) {
    const std::string name = "r" + std::to_string(i);
    std::string rule = random.OneIn(4) ? Detector(make, random, name, policy.separable) : Rule(make, random, name);
    policy.tells_ties_apart = policy.tells_ties_apart || (rule.find("sequence {") != std::string::npos && rule.find("raise when") != std::string::npos);
    if (!policy.separable || !names_source(rule)) policy.rules.push_back(std::move(rule));
    make.variables = outside;
  }
  return policy;
}

std::string GenerateDescription(Random& random) {
  std::string text = R"({"openapi":")" + random.Of(std::vector<std::string>{"3.0.3", "3.1.0"}) + R"(","info":{"title":"t","version":"1"},"tags":[{"name":"a"}],)";
  if (random.OneIn(2)) text += R"("servers":[{"url":"https://{h}.example.com/v1","variables":{"h":{"default":"api"}},"description":"d"},{"url":"/v1"}],)";
  if (random.OneIn(2)) text += R"("security":[{"bearer":[]},{}],)";
  if (random.OneIn(2)) text += R"("x-exposure":"public","x-owner":"team",)";
  text += R"("paths":{)";
  const std::vector<std::string> paths = {"/users/{id}", "/users", "/login", "/a/b"};
  for (std::size_t i = 0; i < paths.size(); ++i) {
    text += (i > 0 ? "," : "") + Quoted(paths[i]) + ":{";
    const std::vector<std::string> methods = {"get", "post", "delete"};
    bool first = true;
    for (const std::string& method : methods) {
      if (random.OneIn(3)) continue;
      text += (first ? "" : ",") + Quoted(method) + ":{";
      first = false;
      if (random.OneIn(2)) text += "\"operationId\":" + Quoted(method + std::to_string(i)) + ",";
      if (random.OneIn(3)) text += R"("summary":"s","description":"long text","deprecated":true,"tags":["a","b"],)";
      if (random.OneIn(3)) text += R"("security":[{"key":[]},{"oauth":["read","write"],"bearer":[]}],)";
      if (random.OneIn(3)) text += "\"x-trace\":" + GenerateJson(random, 3) + ",";
      text += R"("parameters":[{"name":"id","in":")" + random.Of(std::vector<std::string>{"path", "query", "header"}) + R"(","required":true,"schema":)" + Schema(random, 1) + "}],";
      if (random.OneIn(2)) text += R"("requestBody":{"required":true,"content":{"application/json":{"schema":)" + Schema(random, 2) + "}}},";
      text += R"("responses":{"200":{"description":"ok","headers":{"X-Trace":{"required":true,"schema":)" + Schema(random, 0) + R"(}},"content":{"application/json":{"schema":)" + Schema(random, 2) + "}}}";
      if (random.OneIn(2)) text += R"(,"4XX":{"description":"no"})";
      if (random.OneIn(2)) text += R"(,"default":{"description":"else"})";
      text += "}";
      if (random.OneIn(5)) text += R"(,"callbacks":{"done":{"{$request.body#/url}":{"post":{"responses":{"200":{"description":"ok"}}}}}})";
      text += "}";
    }
    text += "}";
  }
  text += R"(},"components":{"schemas":{"Node":{"type":"object","title":"N","properties":{"next":{"$ref":"#/components/schemas/Node"},"v":)" + Schema(random, 1) + R"(}}},"securitySchemes":{)";
  text += R"("bearer":{"type":"http","scheme":"Bearer","bearerFormat":"JWT"},"key":{"type":"apiKey","in":"header","name":"X-Key"},)";
  text += R"("oauth":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"https://id.example.com/t","scopes":{"read":"r","write":"w"}}}}}})";
  if (text.find("3.1.0") != std::string::npos && random.OneIn(2)) text += R"(,"webhooks":{"made":{"post":{"operationId":"made","responses":{"200":{"description":"ok"}}}}})";
  return text + "}";
}

std::string GenerateExchanges(Random& random, std::size_t count, bool distinct) {
  std::string text;
  const std::size_t first = random.Below(31);
  for (std::size_t i = 0; i < count; ++i) {
    // A member that is left out is absent, null is unknown.
    const auto member = [&](const std::string& name, const std::string& value) -> std::string {
      if (random.OneIn(7)) return "";
      return "," + Quoted(name) + ":" + (random.OneIn(7) ? "null" : value);
    };
    text += "{\"id\":\"e" + std::to_string(i) + "\"";
    const std::size_t tick = distinct ? (first + i * 7) % 31 : random.Below(6);
    text += member("ts", std::to_string(1767225600000 + static_cast<long long>(tick) * 700));
    text += member("time_ms", std::to_string(random.Below(2000)));
    text += member("client_ip", Quoted(random.Of(std::vector<std::string>{"10.0.0.1", "192.0.2.7", "2001:db8::9", "192.0.2.8"})));
    text += member("server_ip", "\"10.1.1.1\"");
    text += ",\"request\":{\"method\":" + Quoted(random.Of(std::vector<std::string>{"GET", "POST", "DELETE"}));
    text += member("scheme", Quoted(random.OneIn(3) ? "http" : "https"));
    text += ",\"host\":" + Quoted(random.OneIn(3) ? "other.example.com" : "api.example.com");
    text += ",\"path\":" + Quoted(random.Of(std::vector<std::string>{"/v1/users/7", "/users/8", "/v1/login", "/users", "/nowhere", "/a/b"}));
    text += member("query", Quoted(random.Of(std::vector<std::string>{"id=7", "id=8&n=%20x", "", "q=1&q=2"})));
    text += member("headers", R"([{"name":"Authorization","value":"Bearer )" + random.Of(std::vector<std::string>{"aaaaaaaaaaaa", "bbbbbbbbbbbb"}) +
                                  R"("},{"name":"Content-Type","value":"application/json; charset=utf-8"},{"name":"Cookie","value":"sid=s1; theme=x"}])");
    if (random.OneIn(3)) text += member("body", Quoted(Escaped(GenerateJson(random, 3))));
    text += "}";
    if (!random.OneIn(9)) {
      text += ",\"response\":{\"status\":" + (random.OneIn(8) ? std::string("null") : std::to_string(random.Of(std::vector<int>{200, 204, 301, 404, 500})));
      text += member("headers", R"([{"name":"Content-Type","value":"text/plain"},{"name":"Set-Cookie","value":"sid=s2; Secure"}])");
      text += member("content", R"({"mimeType":"application/json","size":12,"text":)" + Quoted(Escaped(GenerateJson(random, 3))) + "}");
      text += "}";
    }
    text += "}\n";
  }
  return text;
}

}  // namespace writ::test
