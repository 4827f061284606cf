// Folds verdicts into findings. One per worker; Merge is associative and commutative, and what is kept of a finding (its first evidence, its
// places) is chosen by place in the inputs, so that no order of evaluation shows. Covered by tests/engine/collector_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/identity.h"
#include "engine/ordinals.h"
#include "engine/results.h"
#include "model/traffic/exchange.h"
#include "vm/outcome.h"

namespace writ::engine {

// A place in an order that holds for all inputs of a run: descriptions by file and offset, exchanges by recording and ordinal.
struct PlaceKey {
  std::uint64_t major = 0, minor = 0;
  friend auto operator<=>(const PlaceKey&, const PlaceKey&) = default;
};

struct PendingEvidence {
  PlaceKey key;
  Evidence evidence;
  std::vector<Place> related;
};

// The exchanges of a finding: all of them by recording and ordinal, the first ones with their place in the file (Limits::places_kept).
struct ExchangeLog {
  std::map<std::uint32_t, OrdinalLog> ordinals;   // by recording
  std::vector<model::Evidence> first;             // by recording and ordinal

  void Add(const model::Evidence& evidence);
  void Merge(ExchangeLog&& other);
};

struct PendingFinding {
  std::uint32_t rule = 0;
  Verdict verdict = Verdict::kFail;
  std::string reason;
  Identity identity;
  std::vector<std::string> per;
  std::uint64_t count = 0, episodes = 0;
  bool should_have_shown = false;            // kIndeterminate: the source holds the field, so not knowing it is a fault
  std::vector<PendingEvidence> evidence;     // the first k by place
  // Every place.
  std::vector<std::pair<Span, std::string>> spans;   // in descriptions
  ExchangeLog exchanges;
};

class Collector {
 public:
  explicit Collector(const std::vector<bytecode::Rule>& rules) : rules_(rules), counts_(rules.size()), by_api_(rules.size()) {}

  // Counts a verdict of a rule; `api` may be empty.
  void Count(std::uint32_t rule, vm::SubjectVerdict verdict, std::string_view api, std::uint64_t subjects = 1);
  void CountUnmatched(std::uint32_t rule) { ++counts_[rule].unmatched; }
  // The finding of (rule, verdict, reason, identity, per), made on first use.
  PendingFinding& Finding(std::uint32_t rule, Verdict verdict, const std::string& reason, const Identity& identity, const std::vector<std::string>& per);
  // Keeps evidence if it is among the first k of the finding.
  void AddEvidence(PendingFinding& finding, PendingEvidence evidence);
  void Merge(Collector&& other);

  const Denominators& counts(std::uint32_t rule) const { return counts_[rule]; }
  const std::map<std::string, Denominators, std::less<>>& by_api(std::uint32_t rule) const { return by_api_[rule]; }
  std::unordered_map<std::string, PendingFinding>& findings() { return findings_; }

 private:
  const std::vector<bytecode::Rule>& rules_;
  std::vector<Denominators> counts_;
  std::vector<std::map<std::string, Denominators, std::less<>>> by_api_;
  std::unordered_map<std::string, PendingFinding> findings_;
};

// A verdict of one subject → counts and findings. `subject_place`: where it stands when the rule names no place of its own.
struct SubjectContext {
  std::uint32_t rule = 0;
  std::span<const vm::Value> subject;
  const model::Exchange* exchange = nullptr;   // the exchange judged, if it is one
  std::uint32_t captures = ~0u;                // of its recording's format
};
void Collect(Collector& collector, const bytecode::Module& module, const SubjectContext& context, const vm::SubjectOutcome& outcome);

// "GET /users/7 → 200", masked.
std::string ExchangeLabel(const model::Exchange& exchange);
// Why a clause could not be decided, for people: "`client_ip` is not recorded".
std::string UnknownText(std::uint32_t causes, std::uint16_t field_plus_one);
std::string TrapText(vm::TrapKind trap);
// "division by zero at line 5, column 11 of the policy"; "overflow in an aggregate", which has no place there.
std::string ErrorText(vm::TrapKind trap, const bytecode::SourceRange& range);

}  // namespace writ::engine
