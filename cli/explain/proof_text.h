// Proofs and values as text for a terminal: what every expression came to and where its value stands. Nothing that it prints holds a secret.
// Covered by tests/cli/explain_test.cc.
#pragma once

#include <string>
#include <vector>

#include "cli/explain/proof.h"
#include "compiler/ir/ir.h"
#include "model/traffic/exchange.h"

namespace writ::cli {

class ProofText {
 public:
  // `rule`: whose expressions they are; null for others. `exchange`: whose secrets must not be shown; null when the subject is none. Of a rule that reads bodies, texts that it takes apart are shown by
  // their size: what stands in a body is known to be a secret neither by its place nor always by its look.
  ProofText(const compiler::ir::Program& program, const compiler::ir::Rule* rule, const SourceMap& sources, const model::Exchange* exchange);

  // The lines below a proof's own: its operands as far as they tell something, `indent` spaces in.
  std::string Below(const Proof& proof, std::size_t indent) const;
  // "false", "`GET /users/{id}`", "unknown: …".
  std::string ValueText(const vm::Value& value, bytecode::TypeId type) const;
  std::string ValueText(const Proof& proof) const;
  // The expression as written, on one line and not too long.
  std::string SourceText(Span span) const;
  // "file:line:column".
  std::string PlaceText(Span span) const;

 private:
  void AppendBelow(const Proof& proof, std::size_t indent, std::size_t level, std::vector<std::string>& lines) const;
  void Append(const Proof& proof, std::size_t indent, std::size_t level, std::vector<std::string>& lines) const;
  std::string Whereabouts(const Proof& proof) const;
  std::string Clean(std::string text) const;
  bool Hides(const compiler::ir::Node& node, const vm::Value& value) const;

  const compiler::ir::Program& program_;
  const SourceMap& sources_;
  const model::Exchange* exchange_;
  bool reads_bodies_ = false;
};

}  // namespace writ::cli
