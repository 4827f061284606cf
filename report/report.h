// The report as plain data: everything that an artifact shows, with spans turned into lines and columns,
// texts masked and repaired, and all lists in a stable order. Made by BuildReport (report/build_report.h);
// the writers only render it. docs/reports.md says what each part means to a reader.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"

namespace writ::report {

// 1-based; columns count code points.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

// A place in a file (a description, a policy) or in a recording.
struct Location {
  enum class Kind : std::uint8_t { kFile, kExchange };
  Kind kind = Kind::kFile;
  // kFile: half open. `first_line_end` is `end`, cut where the first line ends: what an editor or a merge
  // request underlines.
  std::string file;
  Position begin, end, first_line_end;
  std::string pointer;       // RFC 6901
  bool is_ancestor = false;  // the node asked for is absent; this is the nearest one above it
  Span span;  // for excerpts; never printed. May be invalid: then there are no positions either
  // kExchange
  std::string recording;
  std::uint64_t ordinal = 0, offset = 0, length = 0;  // bytes of the recording
  std::string label;

  bool has_position() const { return begin.line != 0; }
};

// Exchanges of one recording, by 0-based ordinal: "0-3,7".
struct ExchangePlaces {
  std::string recording, ordinals;
  std::uint64_t count = 0;
};

struct Evidence {
  Location place;
  std::string message;
};

struct Control {
  std::string framework, id;
};

// A file that the verdicts depend on. `sha256` is 64 hexadecimal digits, or empty when the file was never
// read to its end.
struct Input {
  enum class Role : std::uint8_t { kData, kDescription, kPolicy, kRecording };
  Role role = Role::kDescription;
  std::string name, sha256;
  std::optional<std::uint64_t> bytes;
};

struct Policy {
  std::string name, version, file, sha256;
  std::uint32_t language = 1;
  bool is_shipped = false;
};

// A set of policies that is versioned as one.
struct Pack {
  std::string name, version, sha256;
  bool is_shipped = false;
};

// A param or input as it was in force.
struct Value {
  std::string name, kind;  // kind: "param", "input"
  std::string value, source;
  bool is_default = false;
};

// Subjects by verdict. The number of examined subjects is always their sum.
struct Counts {
  std::uint64_t not_applicable = 0, passed = 0, failed = 0, waived = 0, indeterminate = 0, errors = 0;
  std::uint64_t unmatched = 0;  // beside the sum: exchanges without operation

  std::uint64_t examined() const {
    return not_applicable + passed + failed + waived + indeterminate + errors;
  }
  Counts& operator+=(const Counts& other);
};

struct Rule {
  std::string id, title, description, policy, policy_version;
  bool is_detect = false;
  std::string severity;            // "critical", "high", "medium", "low", "info"
  std::string impact, confidence;  // confidence: "" when it is not stated
  std::vector<Control> controls;
  std::int64_t fix_within = 0;  // nanoseconds
  std::string owner, rationale, remediation;
  std::vector<std::string> references, tags, formerly;
  std::string subject;  // "operation", "exchange", …
  std::string cost;
  std::optional<Location> defined_at;
  std::string status;  // "evaluated", "inactive", "not_evaluated", "vacuous", "never_applied"
  std::string status_reason;
  Counts counts;
  std::map<std::string, Counts> by_api;
};

struct Finding {
  std::string fingerprint;
  std::vector<std::string> formerly;
  std::uint32_t rule = 0;  // index into Report::rules
  std::string verdict;     // "fail", "waived", "indeterminate", "error"
  std::string reason, api, subject_kind, subject;
  std::map<std::string, std::string> identity;
  std::string message;
  Location main;
  std::vector<Location> related;
  std::uint64_t count = 0, episodes = 0;
  std::vector<Location> places;           // all in descriptions, then the first exchanges
  std::vector<ExchangePlaces> exchanges;  // all
  std::vector<Evidence> evidence;
  std::optional<std::string> waiver;
  bool blocks = false;
};

struct Api {
  std::string name, title, version, format, exposure;
  std::optional<std::string> owner, sensitivity, impact, lifecycle;
  std::vector<std::string> hosts;
  std::vector<std::string> descriptions;  // names of inputs
  std::uint64_t operations = 0, schemas = 0, external_references = 0, exchanges = 0, operations_observed = 0;
  Counts counts;                        // summed over the rules
  std::vector<std::uint32_t> findings;  // indices into Report::findings
};

struct Recording {
  std::string name, format;
  std::uint64_t exchanges = 0, matched = 0, ambiguous = 0, unreadable = 0;
  bool is_truncated = false;
};

struct CapabilityNote {
  std::string rule, recording, format;
  std::vector<std::string> fields;
};

struct Waiver {
  std::string name, rule, until, reason, author, approved_by, ticket;
  std::optional<Location> defined_at;
  std::uint64_t findings = 0;  // that it covers in this run
};

struct GateReason {
  std::string what;
  std::uint64_t count = 0;
};
struct Gate {
  bool passed = true;
  std::string fail_on;
  std::vector<GateReason> reasons;  // worst first
};

struct Report {
  std::string project, now;
  std::map<std::string, std::uint64_t> limits;  // bounds in force that a verdict can depend on, by name
  std::string module_sha256;                  // of the compiled policies; "" when unknown
  std::vector<Pack> packs;                    // sorted by name
  std::vector<Policy> policies;               // sorted by name, then file
  std::vector<Input> inputs;                  // sorted by name, then role
  std::vector<Value> values;                  // sorted by name
  std::vector<Api> apis;                      // sorted by name
  std::vector<Recording> recordings;          // sorted by name
  std::vector<Rule> rules;                    // sorted by id
  std::vector<Finding> findings;              // sorted by rule, API, subject, reason, fingerprint
  std::vector<std::uint32_t> other_findings;  // those of no API: unmatched exchanges, groups over all
  std::vector<CapabilityNote> capability_notes;
  std::vector<Waiver> waivers;  // sorted by name
  std::uint64_t input_errors = 0;
  std::vector<std::string> input_problems;
  Counts counts;  // summed over the rules
  Gate gate;
};

// 0 for the gravest severity; unknown words rank last.
int SeverityRank(const std::string& severity);

}  // namespace writ::report
