// Expressions that have the same value are one term: `x.status` before and after `has x.status`, a `let` and what it stands for, a call and its body.
// Nothing in the language changes or depends on when it is asked, so a term has one value for one subject. Covered by tests/conformance/lint.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/ir/ir.h"
#include "compiler/lint/values.h"

namespace writ::compiler::lint {

enum class TermId : std::uint32_t {};

struct Frame;

// What a slot of a body stands for.
struct Binding {
  TermId term{};
  const ir::Node* value = nullptr;   // of a let or an argument; null for variables
  Frame* frame = nullptr;            // in which `value` is read
};
struct Frame {
  std::vector<Binding> slots;
};

struct Term {
  ir::NodeKind kind{};               // kHas, kIsEmpty, kAny: about operands[0]; kLess with index 1: the order of two terms, -1, 0 or 1; kLocal: a variable
  std::uint32_t index = 0;
  bytecode::TypeId type{0};
  std::vector<TermId> operands;
};

class Terms {
 public:
  explicit Terms(const ir::Program& program);

  const Term& operator[](TermId id) const { return terms_[static_cast<std::size_t>(id)]; }

  // Before each rule, waiver or function: bounds the work that it may take. What is beyond the bound is a term of its own, like nothing else.
  void Begin();
  // The same, and everything made so far stays.
  void Refill();
  bool Spend(std::size_t work = 1) {
    budget_ -= std::min<std::size_t>(budget_, work);
    return budget_ > 0;
  }
  // Since the last Begin or Refill.
  std::size_t spent() const;
  Frame& NewFrame(std::size_t slots);

  TermId Of(const ir::Node* node, Frame& frame);
  // Variables of one space are told apart by their number; two rules share those of a space.
  enum class Space : std::uint8_t { kSubject, kWindow, kElement, kWaiver, kParameter };
  TermId Variable(Space space, std::size_t number, bytecode::TypeId type);
  TermId Has(TermId term) { return Make(ir::NodeKind::kHas, 0, bool_, {term}); }
  TermId IsEmpty(TermId term) { return Make(ir::NodeKind::kIsEmpty, 0, bool_, {term}); }
  TermId Exists(TermId collection, TermId condition) { return Make(ir::NodeKind::kAny, 0, bool_, {collection, condition}); }
  TermId Negation(TermId condition);
  // The order of two terms: a < b is -1. `swapped`: the term is that of b and a.
  TermId Order(TermId a, TermId b, bool& swapped);
  // Gives the slot of an element its variable, by how many others are open; the caller closes it.
  void OpenElement(const ir::Node* loop, Frame& frame);
  void CloseElement() { --depth_; }

  // Follows what only names something else: lets, arguments, calls, `T?` as `T`. A node and the frame that it is read in.
  std::pair<const ir::Node*, Frame*> Resolve(const ir::Node* node, Frame* frame);

  // The number that stands for a constant: itself, or twice its place among the constants of its type, plus one. Nothing for what has no order.
  std::optional<std::int64_t> NumberOf(std::uint32_t constant) const { return numbers_[constant]; }
  // A text that need not be a constant: between two of them it has the even number in between.
  std::int64_t NumberOf(const std::string& text) const;
  std::int64_t NumberOf(const Decimal& decimal) const;
  // The text that has a number; null for what lies between.
  const std::string* TextOf(std::int64_t number) const;
  // What a term can be, as far as its type says it.
  ValueSet Possible(TermId term) const;
  // What a variable of the rule that is looked at can be.
  void Give(TermId term, ValueSet possible) { given_[term] = std::move(possible); }
  bool IsValued(bytecode::TypeId type) const;

  const ir::Program& program() const { return program_; }

 private:
  TermId Make(ir::NodeKind kind, std::uint32_t index, bytecode::TypeId type, std::vector<TermId> operands);
  TermId Alone(bytecode::TypeId type) { return Make(ir::NodeKind::kLocal, 0x80000000u + alone_++, type, {}); }

  struct KeyHash {
    std::size_t operator()(const std::vector<std::uint32_t>& key) const {
      std::size_t hash = key.size();
      for (const std::uint32_t part : key) hash = (hash ^ part) * 0x100000001B3u;
      return hash;
    }
  };

  const ir::Program& program_;
  bytecode::TypeId bool_{};
  std::deque<Term> terms_;
  std::unordered_map<std::vector<std::uint32_t>, TermId, KeyHash> ids_;
  std::vector<std::optional<std::int64_t>> numbers_;
  std::vector<std::uint32_t> texts_, decimals_;   // constants in their order, without repeats
  std::map<TermId, ValueSet> given_;
  std::deque<Frame> frames_;
  std::uint32_t alone_ = 0;
  std::size_t inlined_ = 0;
  std::size_t depth_ = 0;
  std::size_t budget_ = 0;
};

}  // namespace writ::compiler::lint
