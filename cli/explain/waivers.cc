// The `where` of a waiver sees the identity of a finding and its reason; both are in the report.
#include "cli/explain/waivers.h"

#include "base/utf8.h"
#include "cli/explain/tell.h"
#include "cli/oracle_run.h"

namespace writ::cli {

using compiler::ir::Waiver;
using vm::Value;

namespace {

// As engine/waivers.cc makes it: sorted by name.
Value IdentityValue(const ReportedFinding& finding, Arena& arena) {
  const auto count = static_cast<std::uint32_t>(finding.identity.size());
  Value* keys = arena.NewArray<Value>(count);
  Value* values = arena.NewArray<Value>(count);
  std::uint32_t i = 0;
  for (const auto& [name, value] : finding.identity) {
    new (&keys[i]) Value(Value::String(arena.Copy(name)));
    new (&values[i++]) Value(Value::String(arena.Copy(value)));
  }
  return Value::Map(arena.New<vm::MapRep>(vm::MapRep{keys, values, count}));
}

// Who answers for it, and why.
std::string Signed(const bytecode::Waiver& waiver) {
  const std::string ticket = waiver.ticket.empty() ? "" : ", " + waiver.ticket;
  return "    because: " + SanitizeForTerminal(waiver.reason) + "\n    by " + SanitizeForTerminal(waiver.author + ", approved by " + waiver.approved_by + ticket) + "\n";
}

}  // namespace

Result<std::string> TellWaivers(const TypedPolicies& policies, const ReportedFinding& finding, const engine::RunOptions& options, const SourceMap& sources) {
  const compiler::ir::Program& program = policies.program;
  Result<OracleRun> prepared = PrepareOracle(program, *policies.module, {}, {}, options);
  if (!prepared.ok()) return Error{prepared.error()};
  const oracle::RunInput& input = prepared->input;
  oracle::Oracle oracle(program, input.outside, input.facts, options.limits);
  ProofRecorder recorder;
  const oracle::Observer observer = [&](const compiler::ir::Node& node, const Value& value, std::size_t depth) { recorder.Note(node, value, depth); };
  oracle.Observe(&observer);
  const ProofText text(program, nullptr, sources, nullptr);
  const auto named = finding.identity.find("waiver");
  const bool is_about_a_waiver = finding.subject_kind == "waiver" && named != finding.identity.end();
  std::string out;
  for (std::uint32_t i = 0; i < program.waivers.size(); ++i) {
    const Waiver& waiver = program.waivers[i];
    const bytecode::Waiver& shape = waiver.shape;
    if (is_about_a_waiver ? shape.name != named->second : shape.rule != finding.rule) continue;
    const bytecode::PolicyInfo& policy = program.policies[shape.range.policy];
    out += "\n  waiver " + SanitizeForTerminal(shape.name) + " of " + shape.rule + "    " + SanitizeForTerminal(policy.file) + ":" + std::to_string(shape.range.line) + ":" + std::to_string(shape.range.column) + "\n";
    const bool has_ended = options.now.nanos >= shape.until;
    if (is_about_a_waiver) {
      out += std::string("    ") + (has_ended ? "ended on " : "holds until ") + shape.until_text + "\n" + Signed(shape);
      continue;
    }
    recorder.Clear();
    oracle.Reset();
    const bool covers = oracle.WaiverHolds(i, IdentityValue(finding, oracle.arena()), Value::String(finding.reason)).is_true();
    out += !covers ? "    does not cover it\n" : has_ended ? "    covered it until it ended on " + shape.until_text + "\n" : "    covers it until " + shape.until_text + "\n";
    for (const Proof& proof : recorder.Take()) out += TellCondition(proof, text, 6);
    if (covers) out += Signed(shape);
  }
  if (!out.empty()) return out;
  return std::string(is_about_a_waiver ? "\n  no waiver of this run has this name\n" : "\n  no waiver names this rule\n");
}

}  // namespace writ::cli
