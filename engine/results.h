// What a run found: verdicts folded into findings, denominators, statuses. Everything here is sorted and free of clocks, addresses
// and thread order; the report (report/) is a rendering of it. Filled by engine/evaluate.h; semantics: docs/language.md, "Verdicts".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/source.h"
#include "vm/bytecode/module.h"

namespace writ::engine {

enum class Verdict : std::uint8_t { kPass, kFail, kWaived, kNotApplicable, kIndeterminate, kError };
enum class RuleStatus : std::uint8_t { kEvaluated, kInactive, kNotEvaluated, kVacuous, kNeverApplied };
std::string_view NameOf(Verdict verdict);   // "not_applicable"
std::string_view NameOf(RuleStatus status);

// One place: in a description (span and pointer) or in a recording (source, ordinal, bytes).
struct Place {
  enum class Kind : std::uint8_t { kDescription, kExchange };
  Kind kind = Kind::kDescription;
  Span span;                     // kDescription
  std::string pointer;           // kDescription: RFC 6901
  bool is_ancestor = false;      // the node asked for is absent; this is the nearest one above it
  std::uint32_t source = 0;      // kExchange: index into Evaluation::recordings
  std::uint64_t ordinal = 0, offset = 0, length = 0;
  std::string label;             // kExchange: "GET /users/7 → 200", masked
};

struct Evidence {
  Place place;
  std::string message;           // masked
};

// Exchanges of one recording, by ordinal.
struct ExchangePlaces {
  std::uint32_t source = 0;      // index into Evaluation::recordings
  std::uint64_t count = 0;
  std::string ordinals;          // 0-based, ascending ranges: "0-3,7"
};

// Failing (or undecided) subjects of one rule with one reason and one stable identity.
struct Finding {
  std::string fingerprint;       // hex SHA-256
  std::vector<std::string> formerly;  // fingerprints under earlier rule ids
  std::uint32_t rule = 0;        // index into Evaluation::rules
  Verdict verdict = Verdict::kFail;   // kFail, kWaived, kIndeterminate, kError
  std::string reason;            // clause name; for kIndeterminate: causes, for kError: the trap
  std::string api;               // name; "" for unmatched exchanges and groups over all
  std::string subject_kind;      // "operation", "exchange", "group", …
  std::string subject;           // for people: "GET /users/{id}", "token sha256:…"
  std::map<std::string, std::string> identity;  // stable: api, method, path, pointer, keys…: what a waiver's subject.* sees
  std::string message;           // of the first place, masked
  Place main;
  std::vector<Place> related;
  std::uint64_t count = 0;       // subjects folded into it
  std::uint64_t episodes = 0;    // detectors
  std::vector<Place> places;     // every place in descriptions, then the first exchanges (Limits::places_kept)
  std::vector<ExchangePlaces> exchanges;  // every exchange
  std::vector<Evidence> evidence;  // the first k
  std::optional<std::string> waiver;   // name, when waived
  bool blocks = false;           // set by the gate
};

struct Denominators {
  std::uint64_t examined = 0, not_applicable = 0, passed = 0, failed = 0, waived = 0, indeterminate = 0, errors = 0;
  std::uint64_t unmatched = 0;   // exchanges without operation, beside `joined with operation`
};

// "`token_replay` cannot be decided on `web.har`: HAR 1.2 does not record `client_ip`".
struct CapabilityNote {
  std::uint32_t rule = 0;
  std::uint32_t recording = 0;
  std::vector<std::string> fields;  // what the format does not record, as written in policies
};

struct RuleResult {
  std::uint32_t module_rule = 0;    // index into the module's rules
  const bytecode::Rule* rule = nullptr;   // of the module, which outlives the evaluation
  RuleStatus status = RuleStatus::kEvaluated;
  std::string status_reason;        // one line for people, "" when evaluated
  Denominators counts;
  std::map<std::string, Denominators> by_api;  // description rules and matched exchanges
};

struct ApiResult {
  std::string name, title, version, format;   // format: "OpenAPI 3.0.3"
  std::string exposure;
  std::optional<std::string> owner, sensitivity, impact, lifecycle;
  std::vector<std::string> hosts;
  struct File { std::string name, digest; std::uint64_t bytes = 0; };
  std::vector<File> descriptions;
  std::uint64_t operations = 0, schemas = 0;
  std::uint64_t external_references = 0;
  std::uint64_t exchanges = 0;                // matched to its operations
  std::uint64_t operations_observed = 0;      // operations with at least one exchange
};

struct RecordingResult {
  std::string name, format, digest;
  std::uint64_t bytes = 0, exchanges = 0, matched = 0, ambiguous = 0, unreadable = 0;
  bool truncated = false;
};

struct GateReason { std::string what; std::uint64_t count = 0; };
struct GateResult {
  bool passed = true;
  std::string fail_on;                        // severity threshold
  std::vector<GateReason> reasons;            // why it failed, worst first
};

struct InputValue { std::string name, value, source; bool is_default = false; };  // params and inputs that were used

struct Evaluation {
  std::string project;                        // writ.yaml's `project`, else ""
  std::string now;                            // RFC 3339
  const bytecode::Module* module = nullptr;   // outlives the evaluation
  Limits limits;                              // the bounds in force: a verdict can depend on them
  std::vector<ApiResult> apis;                // sorted by name
  std::vector<RecordingResult> recordings;    // sorted by name
  std::vector<RuleResult> rules;              // sorted by id
  std::vector<Finding> findings;              // sorted: rule id, api, subject, reason, fingerprint
  std::vector<CapabilityNote> capability_notes;
  std::vector<InputValue> values;             // sorted by name
  std::uint64_t input_errors = 0;             // inputs that could not be used or only in part: exit code 2
  std::vector<std::string> input_problems;    // one line each, for the report
  GateResult gate;
};

}  // namespace writ::engine
