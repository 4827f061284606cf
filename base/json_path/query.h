// A JSONPath query (RFC 9535) as a tree. Made by Parse (base/json_path/parse.h), which lets only well-formed and well-typed queries pass; evaluated
// by model/json_path/evaluate.h. Immutable once made, and safe to share between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/regex.h"

namespace writ::json_path {

struct Expr;

enum class SelectorKind : std::uint8_t { kName, kWildcard, kIndex, kSlice, kFilter };

struct Selector {
  SelectorKind kind = SelectorKind::kWildcard;
  std::string name;                          // kName, decoded
  std::int64_t index = 0;                    // kIndex
  std::optional<std::int64_t> start, end;    // kSlice
  std::int64_t step = 1;                     // kSlice
  std::vector<Expr> filter;                  // kFilter: one
};

struct Segment {
  bool is_descendant = false;
  std::vector<Selector> selectors;           // at least one
};

struct Query {
  bool is_absolute = true;                   // from `$`, else from `@`
  std::vector<Segment> segments;

  // Whether it can give at most one node: names and indexes only.
  bool is_singular() const;
};

// Declared types of function extensions, RFC 9535 section 2.4.1.
enum class ExprType : std::uint8_t { kNone, kValue, kLogical, kNodes };

enum class FunctionId : std::uint8_t {
#define FUNCTION(name, text, result, first, second) name,
#include "base/json_path/functions.def"
#undef FUNCTION
};

enum class ExprKind : std::uint8_t {
  kOr, kAnd, kNot, kCompare,                 // operands
  kQuery,                                    // query
  kCall,                                     // function, operands
  kNull, kTrue, kFalse, kNumber, kString,    // text of the last two
};
enum class Operator : std::uint8_t { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

struct Expr {
  ExprKind kind = ExprKind::kNull;
  Operator op = Operator::kEqual;
  FunctionId function = FunctionId::kLength;
  std::string text;                          // kString: decoded; kNumber: as written
  std::vector<Expr> operands;                // kAnd may have one: what stood in parentheses
  Query query;
  std::optional<Regex> pattern;              // of match and search with a literal that is an I-Regexp
};

// A query and the text that it was made of: what a literal stands for.
struct Path {
  std::string text;
  Query query;
};

}  // namespace writ::json_path
