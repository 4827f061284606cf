// Items one below the other, a clause a line, and long clauses broken where their parts begin.
#include "compiler/format/format.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "compiler/format/pieces.h"
#include "compiler/parse/parse.h"

namespace writ::compiler {

namespace {

constexpr std::size_t kWidth = 120;        // columns, where a line can be broken at all
constexpr std::size_t kKeywordColumn = 12; // values of metadata stand below one another

using Range = std::pair<const Piece*, const Piece*>;

bool IsOneOf(std::string_view text, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), text) != words.end(); }

bool IsWordOperator(std::string_view text) {
  return IsOneOf(text, {"and", "or", "not", "in", "is", "matches", "contains", "has", "where", "else", "when", "for", "let", "require", "raise", "report", "each", "with"});
}
bool IsCloser(std::string_view text) { return text == ")" || text == "]" || text == "}"; }
bool IsWordCharacter(char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool EndsOperand(const Piece& piece) {
  if (piece.is_string || IsCloser(piece.text) || piece.text == "?") return true;
  return (IsWordCharacter(piece.text.back()) || piece.text.back() == '%') && piece.text != "%" && !IsWordOperator(piece.text);
}

class Printer {
 public:
  // One line, or several where it is too long. `lead`: the width of what its first word is padded to, 0 for none.
  void Clause(Range range, std::size_t indent, std::size_t lead = 0) {
    for (std::size_t i = 0; i < range.first->before.size(); ++i) {
      Blank(range.first->blank_before[i]);
      Line(indent, range.first->before[i]);
    }
    Blank(range.first->blank_before.back());
    const Piece* from = range.first;
    std::size_t at = indent;
    // A comment inside ends its line.
    for (const Piece* piece = range.first; piece != range.second; ++piece) {
      if (piece != range.first && !piece->before.empty()) {
        if (from != piece) Wrapped({from, piece}, at, lead);
        for (const std::string_view comment : piece->before) Line(indent + 2, comment);
        from = piece, at = indent + 2, lead = 0;
      }
      if (piece->behind.empty()) continue;
      Wrapped({from, piece + 1}, at, lead);
      out_.pop_back();
      out_ += "  " + std::string(piece->behind) + "\n";
      from = piece + 1, at = indent + 2, lead = 0;
    }
    if (from != range.second) Wrapped({from, range.second}, at, lead);
  }

  // Keeps an empty line, but never two and none at the beginning of a body.
  void Blank(bool wanted) {
    if (wanted && !out_.empty() && !fresh_) Separate();
    fresh_ = false;
  }
  void Separate() {
    if (out_.size() >= 2 && out_.compare(out_.size() - 2, 2, "\n\n") != 0) out_ += "\n";
  }
  void BeginBody() { fresh_ = true; }

  void Line(std::size_t indent, std::string_view text) {
    out_.append(indent, ' ');
    out_ += text;
    out_ += "\n";
    fresh_ = false;
  }

  std::string Flat(Range range, std::size_t lead = 0) const {
    std::string text;
    for (const Piece* piece = range.first; piece != range.second; ++piece) {
      if (piece != range.first && NeedsSpace(piece[-1], *piece, piece - 1 == range.first || IsPrefix(piece - 1, range.first))) text += " ";
      text += piece->text;
      if (piece == range.first && lead > text.size() && piece + 1 != range.second) text.append(lead - text.size() - 1, ' ');
    }
    return text;
  }

  std::string Take() { return std::move(out_); }

 private:
  // Whether a sign stands before its operand: nothing that it could join stands before it.
  static bool IsPrefix(const Piece* piece, const Piece* first) {
    return piece->text == "-" && (piece == first || !EndsOperand(piece[-1]));
  }

  static bool NeedsSpace(const Piece& a, const Piece& b, bool a_is_prefix) {
    if (a.text == "-" && a_is_prefix) return false;
    if (IsOneOf(a.text, {"(", "[", ".", "?."}) || IsOneOf(b.text, {")", "]", ".", "?.", ",", ":", "?"})) return false;
    if (a.text == "{" || b.text == "}") return false;
    // Calls and indices follow what they belong to; a word of the language is no function.
    if (b.text == "(" && EndsOperand(a) && !a.is_string) return IsOneOf(a.text, {"by", "within", "sliding", "tumbling", "session", "per", "at", "as", "sequence"});
    if (b.text == "[" && EndsOperand(a)) return false;
    return true;
  }

  static std::size_t WidthOf(std::string_view text) {
    // What runs over several lines is as wide as its first one.
    return CodePointCount(text.substr(0, text.find('\n')));
  }

  // Breaks before the parts of a clause, then before `or`, then before `and`, then behind commas.
  void Wrapped(Range range, std::size_t indent, std::size_t lead) {
    const std::string flat = Flat(range, lead);
    if (indent + WidthOf(flat) <= kWidth || range.second - range.first < 2) return Line(indent, flat);
    const std::uint16_t base = range.first->nest;
    if (IsOneOf(range.first->text, {"fn", "const", "param"})) {
      // What is defined goes below its name.
      const Piece* sign = std::find_if(range.first, range.second, [&](const Piece& piece) { return piece.text == "=" && piece.nest == base; });
      if (sign != range.second && sign + 1 != range.second) {
        Line(indent, Flat({range.first, sign + 1}));
        return Wrapped({sign + 1, range.second}, indent + 2, 0, true);
      }
    }
    const auto parts_at = [&](std::initializer_list<std::string_view> words) {
      std::vector<const Piece*> starts{range.first};
      for (const Piece* piece = range.first + 1; piece != range.second; ++piece) {
        if (piece->nest == base && IsOneOf(piece->text, words) && piece[-1].text != ".") starts.push_back(piece);
      }
      starts.push_back(range.second);
      return starts;
    };
    for (const std::initializer_list<std::string_view> words :
         {std::initializer_list<std::string_view>{"joined", "where", "else", "until", "reason", "author", "approved_by", "ticket"}, {"or"}, {"and"}}) {
      const std::vector<const Piece*> starts = parts_at(words);
      if (starts.size() == 2) continue;
      for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        // What follows the first part stands one step in; parts of an expression that has lines of its own stand below one another.
        const bool below = broken_ && !IsOneOf(range.first->text, {"joined", "where", "else", "until"});
        Wrapped({starts[i], starts[i + 1]}, i == 0 || below ? indent : indent + 2, i == 0 ? lead : 0, i > 0);
      }
      return;
    }
    Filled(range, indent, lead);
  }
  void Wrapped(Range range, std::size_t indent, std::size_t lead, bool inner) {
    const bool outer = std::exchange(broken_, inner || broken_);
    Wrapped(range, indent, lead);
    broken_ = outer;
  }

  // As much on each line as fits; a line ends behind a comma.
  void Filled(Range range, std::size_t indent, std::size_t lead) {
    const bool is_list = IsOneOf(range.first->text, {"{", "[", "("});
    const std::size_t inner = is_list ? indent + 1 : broken_ ? indent : lead > 0 ? indent + lead : indent + 2;
    const Piece* from = range.first;
    const Piece* comma = nullptr;   // the last one after which a break would do
    std::size_t at = indent;
    for (const Piece* piece = range.first; piece != range.second; ++piece) {
      const std::string so_far = Flat({from, piece + 1}, from == range.first ? lead : 0);
      if (comma != nullptr && at + WidthOf(so_far) > kWidth) {
        Line(at, Flat({from, comma + 1}, from == range.first ? lead : 0));
        from = comma + 1, at = inner, comma = nullptr;
      }
      if (piece->text == ",") comma = piece;
    }
    Line(at, Flat({from, range.second}, from == range.first ? lead : 0));
  }

  std::string out_;
  bool fresh_ = false;    // at the beginning of a body
  bool broken_ = false;   // within a part that stands on lines of its own
};

// Where items and clauses begin, by the syntax tree.
struct Outline {
  std::set<std::uint32_t> items, clauses, metadata;
};

Outline OutlineOf(const SyntaxTree& tree) {
  Outline out;
  const auto items = [&](const auto& list) {
    for (const auto& item : list) out.items.insert(item.span.begin);
  };
  if (tree.header) out.items.insert(tree.header->span.begin);
  items(tree.imports), items(tree.consts), items(tree.data), items(tree.params), items(tree.inputs), items(tree.functions);
  items(tree.activations), items(tree.rules), items(tree.waivers), items(tree.tests);
  const auto clause = [&](const auto& part) {
    if (part) out.clauses.insert(part->span.begin);
  };
  for (const RuleDecl& rule : tree.rules) {
    for (const RuleClause& part : rule.clauses) {
      if (part.meta) out.metadata.insert(part.meta->span.begin);
      clause(part.meta), clause(part.activate), clause(part.flag), clause(part.for_each), clause(part.let), clause(part.require);
      clause(part.group), clause(part.sequence), clause(part.raise), clause(part.report);
      if (!part.sequence) continue;
      for (const SequenceStep& step : part.sequence->steps) out.clauses.insert(step.span.begin);
    }
  }
  for (const TestDecl& test : tree.tests) {
    for (const GivenClause& given : test.givens) out.clauses.insert(given.span.begin);
    for (const ExpectClause& expect : test.expects) out.clauses.insert(expect.span.begin);
  }
  return out;
}

class Layout {
 public:
  Layout(const Pieces& cut, const Outline& outline) : cut_(cut), outline_(outline) {}

  std::string Run() {
    const Piece* end = cut_.pieces.data() + cut_.pieces.size();
    bool after_block = false;
    for (const Piece* piece = cut_.pieces.data(); piece != end;) {
      const Piece* next = piece + 1;
      while (next != end && outline_.items.count(next->begin) == 0) ++next;
      const bool is_block = IsOneOf(piece->text, {"rule", "detect", "test", "waiver"});
      // Blocks stand apart from everything, and the header from what follows.
      if (is_block || after_block) printer_.Separate();
      Item({piece, next});
      after_block = is_block || piece->text == "policy";
      piece = next;
    }
    if (after_block && !cut_.footer.empty()) printer_.Separate();
    for (std::size_t i = 0; i < cut_.footer.size(); ++i) {
      printer_.Blank(cut_.blank_before[i]);
      printer_.Line(0, cut_.footer[i]);
    }
    return printer_.Take();
  }

 private:
  void Item(Range range) {
    // The braces of a body stand outside all brackets; those of a set do so too, but only in items that have no body.
    const bool has_body = IsOneOf(range.first->text, {"rule", "detect", "test"});
    const Piece* open = std::find_if(range.first, range.second, [&](const Piece& piece) { return has_body && piece.text == "{" && piece.nest == range.first->nest; });
    if (open == range.second) return printer_.Clause(range, 0);
    Body(range, open, 0);
  }

  // `head {`, clauses, `}` and what follows it.
  void Body(Range range, const Piece* open, std::size_t indent) {
    printer_.Clause({range.first, open + 1}, indent);
    const Piece* close = std::find_if(open + 1, range.second, [&](const Piece& piece) { return piece.text == "}" && piece.nest == open->nest; });
    printer_.BeginBody();
    for (const Piece* piece = open + 1; piece < close;) {
      const Piece* next = piece + 1;
      while (next < close && (next->nest != open->nest + 1 || !BeginsClause(next))) ++next;
      Part({piece, next}, indent + 2);
      piece = next;
    }
    if (close == range.second) return;
    printer_.Clause({close, range.second}, indent);
  }

  // A step of a sequence begins with the word that links it to the one before.
  bool BeginsClause(const Piece* piece) const {
    const auto is_link = [](const Piece& word) { return IsOneOf(word.text, {"then", "without"}); };
    if (is_link(*piece) && outline_.clauses.count(piece[1].begin) != 0) return true;
    return outline_.clauses.count(piece->begin) != 0 && !is_link(piece[-1]);
  }

  void Part(Range range, std::size_t indent) {
    if (range.first->text == "sequence" && range.second - range.first > 1 && range.first[1].text == "{") return Body(range, range.first + 1, indent);
    printer_.Clause(range, indent, outline_.metadata.count(range.first->begin) != 0 ? kKeywordColumn : 0);
  }

  const Pieces& cut_;
  const Outline& outline_;
  Printer printer_;
};

}  // namespace

std::optional<std::string> Format(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  const std::size_t errors = sink.error_count();
  const std::unique_ptr<SyntaxTree> tree = Parse(file, sources, limits, sink);
  if (sink.error_count() != errors) return std::nullopt;
  const Pieces cut = CutIntoPieces(file, sources.file(file).text(), limits);
  return Layout(cut, OutlineOf(*tree)).Run();
}

}  // namespace writ::compiler
