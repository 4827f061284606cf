// Expressions of a wanted type.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/differential/generator.h"

namespace writ::test {

// Types are texts in the notation of the language: "list[Header]", "int?".
class ExpressionMaker {
 public:
  explicit ExpressionMaker(Random& random) : random_(random) {}

  // Names in scope, with their types; `functions`: name to parameters and result.
  std::vector<std::pair<std::string, std::string>> variables;
  struct Function {
    std::vector<std::string> parameters;
    std::string result;
  };
  std::map<std::string, Function> functions;

  // An expression of exactly this type, which may be optional. `depth` bounds its nesting.
  std::string Make(const std::string& type, int depth);
  // A type that variables and rows can have.
  std::string PlainType();
  std::string FreshName(const std::string& stem) { return stem + std::to_string(next_name_++); }

 private:
  std::string Leaf(const std::string& type);
  std::string Literal(const std::string& type);
  std::string Condition(int depth);
  std::string Guarded(int depth);
  std::string Optional(const std::string& element, int depth);
  std::string Comprehension(const std::string& element, int depth);
  std::string Quantifier(const char* name, int depth);
  std::string Call(const std::string& type, int depth);
  // What variables lead to by fields, one level after the other; "" when nothing of this type is near.
  std::string FieldOf(const std::string& type, bool may_be_absent, int levels);
  // A collection in scope: its text and the type of its items.
  std::pair<std::string, std::string> Collection(int depth);

  Random& random_;
  std::uint32_t next_name_ = 0;
};

}  // namespace writ::test
