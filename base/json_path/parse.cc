// Recursive descent over the grammar of RFC 9535, appendix A; types of expressions are checked where they are used. The first problem is kept and
// everything returns from there.
#include "base/json_path/parse.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/json_path/i_regexp.h"
#include "base/suggest.h"
#include "base/utf8.h"

namespace writ::json_path {
namespace {

// I-JSON's exact integers, RFC 7493 section 2.2.
constexpr std::int64_t kLargestInteger = (std::int64_t{1} << 53) - 1;

struct FunctionInfo {
  std::string_view name;
  ExprType result;
  std::array<ExprType, 2> parameters;
};
constexpr FunctionInfo kFunctions[] = {
#define FUNCTION(name, text, result, first, second) {text, ExprType::result, {ExprType::first, ExprType::second}},
#include "base/json_path/functions.def"
#undef FUNCTION
};

const FunctionInfo& InfoOf(FunctionId id) { return kFunctions[static_cast<std::size_t>(id)]; }
std::size_t ParameterCount(const FunctionInfo& info) { return info.parameters[1] == ExprType::kNone ? 1 : 2; }

ExprType TypeOf(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kOr:
    case ExprKind::kAnd:
    case ExprKind::kNot:
    case ExprKind::kCompare: return ExprType::kLogical;
    case ExprKind::kQuery: return ExprType::kNodes;
    case ExprKind::kCall: return InfoOf(expr.function).result;
    case ExprKind::kNull:
    case ExprKind::kTrue:
    case ExprKind::kFalse:
    case ExprKind::kNumber:
    case ExprKind::kString: return ExprType::kValue;
  }
  return ExprType::kNone;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsNameFirst(char c) { return IsLower(c) || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

class Parser {
 public:
  Parser(std::string_view text, const Limits& limits, Problem& problem) : text_(text), limits_(limits), problem_(problem) {}

  std::optional<Query> Run() {
    if (text_.size() > limits_.json_path_bytes) {
      Fail(0, text_.size(), "the query is longer than " + std::to_string(limits_.json_path_bytes) + " bytes", "split it in several");
      return std::nullopt;
    }
    if (const auto offset = FirstInvalidUtf8(text_)) {
      Fail(*offset, *offset + 1, "the query is not UTF-8");
      return std::nullopt;
    }
    if (Peek() != '$') {
      Fail(0, NextEnd(0), "a query begins with `$`, the value that it is asked of", text_.empty() ? "write `$..name`, for example" : "write `$` before it");
      return std::nullopt;
    }
    ++i_;
    Query query;
    if (!Segments(query)) return std::nullopt;
    if (i_ != text_.size()) {
      Unexpected("a query goes on with `.name`, `[…]` or `..`");
      return std::nullopt;
    }
    return query;
  }

 private:
  using Exprs = std::vector<Expr>;

  // --- text

  bool AtEnd() const { return i_ == text_.size(); }
  char Peek(std::size_t ahead = 0) const { return i_ + ahead < text_.size() ? text_[i_ + ahead] : '\0'; }
  bool Starts(std::string_view prefix) const { return text_.substr(i_, prefix.size()) == prefix; }
  bool Accept(char c) {
    if (AtEnd() || text_[i_] != c) return false;
    ++i_;
    return true;
  }
  void Spaces() {
    while (Peek() == ' ' || Peek() == '\t' || Peek() == '\n' || Peek() == '\r') ++i_;
  }
  // The end of the character that begins at `at`.
  std::size_t NextEnd(std::size_t at) const {
    if (at >= text_.size()) return text_.size();
    ++at;
    while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0u) == 0x80u) ++at;
    return at;
  }

  bool Fail(std::size_t begin, std::size_t end, std::string message, std::string help = {}) {
    problem_ = {begin, std::max(begin, end), std::move(message), std::move(help)};
    return false;
  }
  // At the next character: it is not what `help` asks for.
  bool Unexpected(std::string help) {
    if (AtEnd()) return Fail(i_, i_, "the query ends too early", std::move(help));
    const std::size_t end = NextEnd(i_);
    return Fail(i_, end, "unexpected `" + SanitizeForTerminal(text_.substr(i_, end - i_)) + "`", std::move(help));
  }

  // --- segments and selectors

  bool Segments(Query& query) {
    for (;;) {
      const std::size_t before = i_;
      Spaces();
      if (Peek() != '.' && Peek() != '[') {
        i_ = before;   // white space stands before a segment, not after the last
        return true;
      }
      Segment segment;
      if (Starts("..")) {
        segment.is_descendant = true;
        i_ += 2;
        if (Peek() != '[') {
          if (!ShortSelector(segment)) return false;
        } else if (!Bracketed(segment)) {
          return false;
        }
      } else if (Accept('.')) {
        if (!ShortSelector(segment)) return false;
      } else if (!Bracketed(segment)) {
        return false;
      }
      query.segments.push_back(std::move(segment));
    }
  }

  // `*` or a name behind a dot.
  bool ShortSelector(Segment& segment) {
    Selector selector;
    if (Accept('*')) {
      segment.selectors.push_back(std::move(selector));
      return true;
    }
    if (AtEnd() || !IsNameFirst(Peek())) return Unexpected("behind a dot stands a name or `*`; other names are written `['…']`");
    const std::size_t begin = i_;
    while (!AtEnd() && (IsNameFirst(Peek()) || IsDigit(Peek()))) ++i_;
    selector.kind = SelectorKind::kName;
    selector.name = std::string(text_.substr(begin, i_ - begin));
    segment.selectors.push_back(std::move(selector));
    return true;
  }

  bool Bracketed(Segment& segment) {
    ++i_;
    do {
      Spaces();
      Selector selector;
      if (!ReadSelector(selector)) return false;
      segment.selectors.push_back(std::move(selector));
      Spaces();
    } while (Accept(','));
    return Accept(']') || Unexpected("close the brackets with `]`, or go on with `,`");
  }

  bool ReadSelector(Selector& selector) {
    const char c = Peek();
    if (c == '\'' || c == '"') {
      selector.kind = SelectorKind::kName;
      return String(selector.name);
    }
    if (Accept('*')) return true;
    if (Accept('?')) {
      Spaces();
      selector.kind = SelectorKind::kFilter;
      selector.filter.emplace_back();
      return Nested([&] { return Or(selector.filter[0]) && AsTest(selector.filter[0], last_begin_); });
    }
    if (c == ':' || c == '-' || IsDigit(c)) return IndexOrSlice(selector);
    return Unexpected("in brackets stand `'name'`, `*`, an index, a slice such as `0:3`, or a filter such as `?@.a`");
  }

  bool IndexOrSlice(Selector& selector) {
    std::optional<std::int64_t> first;
    if (Peek() != ':') {
      if (!Integer(first)) return false;
      const std::size_t before = i_;
      Spaces();
      if (Peek() != ':') {
        i_ = before;
        selector.kind = SelectorKind::kIndex;
        selector.index = *first;
        return true;
      }
    }
    ++i_;
    selector.kind = SelectorKind::kSlice;
    selector.start = first;
    Spaces();
    if (Peek() == '-' || IsDigit(Peek())) {
      if (!Integer(selector.end)) return false;
      Spaces();
    }
    if (Accept(':')) {
      Spaces();
      std::optional<std::int64_t> step;
      if ((Peek() == '-' || IsDigit(Peek())) && !Integer(step)) return false;
      selector.step = step.value_or(1);
    }
    return true;
  }

  bool Integer(std::optional<std::int64_t>& value) {
    const std::size_t begin = i_;
    const bool is_negative = Accept('-');
    const std::size_t digits = i_;
    std::int64_t number = 0;
    while (IsDigit(Peek())) {
      if (number <= kLargestInteger) number = number * 10 + (Peek() - '0');
      ++i_;
    }
    if (i_ == digits) return Unexpected("an index is digits, with `-` to count from the end");
    if (text_[digits] == '0' && (is_negative || i_ - digits > 1)) return Fail(begin, i_, "an index has no leading zero and no negative zero", "write `0`");
    if (number > kLargestInteger) return Fail(begin, i_, "an index is at most 9007199254740991 in size", "RFC 9535 keeps to the integers that every JSON reader has");
    value = is_negative ? -number : number;
    return true;
  }

  bool String(std::string& out) {
    const std::size_t begin = i_;
    const char quote = text_[i_++];
    while (!AtEnd()) {
      const char c = text_[i_];
      if (c == quote) {
        ++i_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) return Fail(i_, i_ + 1, "a control character in a string", "write it as an escape, such as `\\n` or `\\u0007`");
      if (c == '\\') {
        if (!Escape(quote, out)) return false;
      } else {
        out += c;
        ++i_;
      }
    }
    return Fail(begin, text_.size(), "the string is not closed", std::string("close it with `") + quote + "`");
  }

  bool Escape(char quote, std::string& out) {
    const std::size_t begin = i_++;
    const char c = Peek();
    if (!AtEnd()) ++i_;
    switch (c) {
      case 'b': out += '\b'; return true;
      case 'f': out += '\f'; return true;
      case 'n': out += '\n'; return true;
      case 'r': out += '\r'; return true;
      case 't': out += '\t'; return true;
      case '/':
      case '\\': out += c; return true;
      case 'u': return UnicodeEscape(begin, out);
      default: break;
    }
    if (c == quote) {
      out += c;
      return true;
    }
    return Fail(begin, c == '\0' ? i_ : NextEnd(i_ - 1), "unknown escape in a string", std::string("escapes are `\\b \\f \\n \\r \\t \\/ \\\\ \\") + quote + " \\uXXXX`");
  }

  bool UnicodeEscape(std::size_t begin, std::string& out) {
    std::uint32_t code = 0;
    if (!HexDigits(code)) return Fail(begin, i_, "`\\u` without four hexadecimal digits");
    if (code >= 0xDC00 && code <= 0xDFFF) return Fail(begin, i_, "the second half of a surrogate pair without the first");
    if (code >= 0xD800 && code <= 0xDBFF) {
      std::uint32_t low = 0;
      const bool is_pair = Starts("\\u") && (i_ += 2, HexDigits(low)) && low >= 0xDC00 && low <= 0xDFFF;
      if (!is_pair) return Fail(begin, begin + 6, "the first half of a surrogate pair without the second");
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    AppendUtf8(out, code);
    return true;
  }

  bool HexDigits(std::uint32_t& code) {
    for (int k = 0; k < 4; ++k) {
      const int digit = HexValue(Peek());
      if (digit < 0) return false;
      code = code << 4 | static_cast<std::uint32_t>(digit);
      ++i_;
    }
    return true;
  }

  // --- filters

  template <typename Body>
  bool Nested(Body body) {
    if (depth_ >= limits_.json_path_depth) return Fail(i_, NextEnd(i_), "filters, parentheses and calls are nested more than " + std::to_string(limits_.json_path_depth) + " deep");
    ++depth_;
    const bool good = body();
    --depth_;
    return good;
  }

  // A value or a call that gives one is no condition; nodes are: whether there are any.
  bool AsTest(const Expr& expr, std::size_t begin) {
    if (TypeOf(expr) != ExprType::kValue) return true;
    const bool is_call = expr.kind == ExprKind::kCall;
    return Fail(begin, i_, is_call ? "`" + std::string(InfoOf(expr.function).name) + "` gives a value, which is no condition" : "a literal is no condition", "compare it with something: `… == …`");
  }

  // Operands joined by `mark`; a lone one is returned as it is. last_begin_ is where it began.
  template <typename Next>
  bool Chain(Expr& out, ExprKind kind, std::string_view mark, Next next) {
    const std::size_t begin = i_;
    std::size_t operand_begin = i_;
    if (!next(out)) return false;
    std::size_t end = i_;
    Spaces();
    if (!Starts(mark)) {
      i_ = end;
      last_begin_ = begin;
      return true;
    }
    Exprs operands;
    operands.push_back(std::move(out));
    for (;;) {
      const std::size_t after = std::exchange(i_, end);
      if (!AsTest(operands.back(), operand_begin)) return false;
      i_ = after;
      if (!Starts(mark)) break;
      i_ += mark.size();
      Spaces();
      operand_begin = i_;
      operands.emplace_back();
      if (!next(operands.back())) return false;
      end = i_;
      Spaces();
    }
    i_ = end;
    out = Expr{};
    out.kind = kind;
    out.operands = std::move(operands);
    last_begin_ = begin;
    return true;
  }

  bool Or(Expr& out) {
    return Chain(out, ExprKind::kOr, "||", [this](Expr& expr) { return And(expr); });
  }
  bool And(Expr& out) {
    return Chain(out, ExprKind::kAnd, "&&", [this](Expr& expr) { return Basic(expr); });
  }

  bool Basic(Expr& out) {
    const std::size_t begin = i_;
    if (Accept('!')) {
      Spaces();
      out.kind = ExprKind::kNot;
      out.operands.emplace_back();
      Expr& operand = out.operands[0];
      const std::size_t operand_begin = i_;
      if (Peek() == '(') {
        if (!Parenthesised(operand)) return false;
      } else if (Peek() == '!') {
        return Unexpected("write `!(!…)`, or leave both out");
      } else if (!Operand(operand) || !AsTest(operand, operand_begin)) {
        return false;
      }
      return NoComparison(begin, "`!` stands before a test, not before a comparison", "put the comparison in parentheses: `!(@.a == 1)`");
    }
    if (Peek() == '(') {
      if (!Parenthesised(out)) return false;
      return NoComparison(begin, "what stands in parentheses is a condition and cannot be compared", "compare inside the parentheses");
    }
    if (!Operand(out)) return false;
    const std::size_t end = i_;
    Spaces();
    const std::size_t op_begin = i_;
    const auto op = Comparison();
    if (!op) {
      if (i_ != op_begin || Peek() == '=') return Fail(op_begin, op_begin + 1, "unexpected `=`", "comparisons are `== != < <= > >=`");
      i_ = end;
      return true;
    }
    const std::size_t after = std::exchange(i_, end);
    if (!AsComparable(out, begin)) return false;
    i_ = after;
    Spaces();
    const std::size_t right_begin = i_;
    Expr right;
    if (!Operand(right) || !AsComparable(right, right_begin)) return false;
    Expr left = std::exchange(out, Expr{});
    out.kind = ExprKind::kCompare;
    out.op = *op;
    out.operands.push_back(std::move(left));
    out.operands.push_back(std::move(right));
    return NoComparison(begin, "comparisons do not chain", "join them: `@.a == 1 && @.b == 1`");
  }

  bool Parenthesised(Expr& out) {
    return Nested([&] {
      ++i_;
      Spaces();
      Expr inner;
      if (!Or(inner) || !AsTest(inner, last_begin_)) return false;
      Spaces();
      if (!Accept(')')) return Unexpected("close the parentheses with `)`, or go on with `&&` or `||`");
      out.kind = ExprKind::kAnd;
      out.operands.push_back(std::move(inner));
      return true;
    });
  }

  // Nothing when the next characters are no operator; those are taken.
  std::optional<Operator> Comparison() {
    const auto take = [this](std::size_t length, Operator op) {
      i_ += length;
      return op;
    };
    if (Starts("==")) return take(2, Operator::kEqual);
    if (Starts("!=")) return take(2, Operator::kNotEqual);
    if (Starts("<=")) return take(2, Operator::kLessEqual);
    if (Starts(">=")) return take(2, Operator::kGreaterEqual);
    if (Starts("<")) return take(1, Operator::kLess);
    if (Starts(">")) return take(1, Operator::kGreater);
    return std::nullopt;
  }

  bool NoComparison(std::size_t begin, std::string message, std::string help) {
    const std::size_t end = i_;
    Spaces();
    if (Comparison()) return Fail(begin, end, std::move(message), std::move(help));
    i_ = end;
    return true;
  }

  bool AsComparable(const Expr& expr, std::size_t begin) {
    switch (TypeOf(expr)) {
      case ExprType::kNone:
      case ExprType::kValue: return true;
      case ExprType::kNodes:
        if (expr.kind == ExprKind::kQuery && expr.query.is_singular()) return true;
        return Fail(begin, i_, "this query can give several values, and a comparison takes one", "compare `value(…)` or `count(…)` of it, or filter inside: `@.a[?@ == 1]`");
      case ExprType::kLogical:
        return Fail(begin, i_, "`" + std::string(InfoOf(expr.function).name) + "` gives true or false by itself and cannot be compared", "leave the comparison out; `!` turns it round");
    }
    return true;
  }

  // A literal, a query or a call.
  bool Operand(Expr& out) {
    const char c = Peek();
    if (c == '@' || c == '$') {
      ++i_;
      out.kind = ExprKind::kQuery;
      out.query.is_absolute = c == '$';
      return Segments(out.query);
    }
    if (c == '\'' || c == '"') {
      out.kind = ExprKind::kString;
      return String(out.text);
    }
    if (c == '-' || IsDigit(c)) return Number(out);
    if (IsLower(c)) return Word(out);
    return Unexpected("here stands a query from `@` or `$`, a function, a number, a string, `true`, `false` or `null`");
  }

  bool Number(Expr& out) {
    const std::size_t begin = i_;
    const auto digits = [this] {
      const std::size_t from = i_;
      while (IsDigit(Peek())) ++i_;
      return i_ - from;
    };
    Accept('-');
    const std::size_t first = i_;
    const std::size_t whole = digits();
    bool good = whole == 1 || (whole > 1 && text_[first] != '0');
    if (Peek() == '.') {
      ++i_;
      good = digits() > 0 && good;
    }
    if (Peek() == 'e' || Peek() == 'E') {
      ++i_;
      if (Peek() == '+' || Peek() == '-') ++i_;
      good = digits() > 0 && good;
    }
    if (!good) return Fail(begin, std::max(i_, NextEnd(begin)), "not a number of JSON", "write `10`, `-0.5` or `1e3`");
    out.kind = ExprKind::kNumber;
    out.text = std::string(text_.substr(begin, i_ - begin));
    return true;
  }

  bool Word(Expr& out) {
    const std::size_t begin = i_;
    while (IsLower(Peek()) || IsDigit(Peek()) || Peek() == '_') ++i_;
    const std::string_view word = text_.substr(begin, i_ - begin);
    if (Peek() == '(') return Call(out, word, begin);
    if (word == "null" || word == "true" || word == "false") {
      out.kind = word == "null" ? ExprKind::kNull : word == "true" ? ExprKind::kTrue : ExprKind::kFalse;
      return true;
    }
    return Fail(begin, i_, "unknown word `" + std::string(word) + "`", "write `@." + std::string(word) + "` for a member, `'" + std::string(word) + "'` for a text");
  }

  bool Call(Expr& out, std::string_view name, std::size_t begin) {
    const auto known = std::find_if(std::begin(kFunctions), std::end(kFunctions), [&](const FunctionInfo& info) { return info.name == name; });
    if (known == std::end(kFunctions)) {
      std::vector<std::string> names;
      for (const FunctionInfo& info : kFunctions) names.emplace_back(info.name);
      const std::string hint = DidYouMean(name, names);
      return Fail(begin, i_, "unknown function `" + std::string(name) + "`", hint.empty() ? "there are `length`, `count`, `match`, `search` and `value`" : hint);
    }
    out.kind = ExprKind::kCall;
    out.function = static_cast<FunctionId>(known - std::begin(kFunctions));
    return Nested([&] { return Arguments(out, *known, begin); });
  }

  bool Arguments(Expr& out, const FunctionInfo& info, std::size_t begin) {
    ++i_;
    Spaces();
    while (Peek() != ')') {
      Expr argument;
      if (!Or(argument)) return false;
      const std::size_t count = out.operands.size();
      if (count < ParameterCount(info) && !AsArgument(argument, info, info.parameters[count], last_begin_)) return false;
      out.operands.push_back(std::move(argument));
      Spaces();
      if (Peek() == ')') break;
      if (!Accept(',')) return Unexpected("close the call with `)`, or go on with `,`");
      Spaces();
      if (Peek() == ')') return Unexpected("an argument follows the comma");
    }
    if (!Accept(')')) return Unexpected("close the call with `)`");
    if (out.operands.size() != ParameterCount(info)) {
      return Fail(begin, i_, "`" + std::string(info.name) + "` takes " + (ParameterCount(info) == 1 ? "one argument" : "two arguments") + ", not " + std::to_string(out.operands.size()));
    }
    const bool has_pattern = out.function == FunctionId::kMatch || out.function == FunctionId::kSearch;
    if (has_pattern && out.operands[1].kind == ExprKind::kString) out.pattern = CompileIRegexp(out.operands[1].text, limits_);
    return true;
  }

  // Well-typedness of an argument, RFC 9535 section 2.4.3.
  bool AsArgument(const Expr& expr, const FunctionInfo& info, ExprType wanted, std::size_t begin) {
    const ExprType type = TypeOf(expr);
    const std::string name = "`" + std::string(info.name) + "`";
    if (wanted == ExprType::kNodes && type != ExprType::kNodes) return Fail(begin, i_, name + " takes a query", "write a query, such as `@.items[*]`");
    if (wanted == ExprType::kValue && type == ExprType::kLogical) return Fail(begin, i_, name + " takes a value, and this is a condition");
    if (wanted == ExprType::kValue && type == ExprType::kNodes && !(expr.kind == ExprKind::kQuery && expr.query.is_singular())) {
      return Fail(begin, i_, name + " takes one value, and this query can give several", "write `value(…)` round it, or `count(…)` for how many there are");
    }
    return true;
  }

  std::string_view text_;
  const Limits& limits_;
  Problem& problem_;
  std::size_t i_ = 0;
  std::size_t depth_ = 0;
  std::size_t last_begin_ = 0;   // where the last chain of operands began
};

}  // namespace

bool Query::is_singular() const {
  return std::all_of(segments.begin(), segments.end(), [](const Segment& segment) {
    return !segment.is_descendant && segment.selectors.size() == 1 &&
           (segment.selectors[0].kind == SelectorKind::kName || segment.selectors[0].kind == SelectorKind::kIndex);
  });
}

std::optional<Query> Parse(std::string_view text, const Limits& limits, Problem& problem) { return Parser(text, limits, problem).Run(); }

Result<Path> Compile(std::string_view text, const Limits& limits) {
  Problem problem;
  auto query = Parse(text, limits, problem);
  if (!query) return Error{problem.message + ", at character " + std::to_string(CodePointCount(text.substr(0, problem.begin)) + 1)};
  return Path{std::string(text), *std::move(query)};
}

}  // namespace writ::json_path
