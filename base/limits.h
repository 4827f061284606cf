// Every bound that Writ puts on its inputs, in one place. Each is honoured where its comment says; passing one is
// a diagnostic (or the verdict `error` for those that a rule can reach), never a crash.
#pragma once

#include <cstddef>
#include <cstdint>

namespace writ {

struct Limits {
  std::size_t policy_bytes = std::size_t{2} << 20;        // compiler/parse: one policy file
  std::size_t syntax_depth = 200;                         // compiler/parse: nesting of expressions and clauses
  std::size_t syntax_errors = 50;                         // compiler/parse: reported per file
  std::size_t description_bytes = std::size_t{256} << 20; // model/readers: one API description
  std::size_t document_depth = 512;                       // model/readers: nesting of JSON and YAML
  std::size_t document_nodes = 20'000'000;                // model/readers: nodes after alias expansion
  std::size_t config_bytes = std::size_t{4} << 20;        // base/config: writ.yaml, pack.yaml, data files
  std::size_t exchange_bytes = std::size_t{64} << 20;     // model/traffic: one exchange of a recording
  std::size_t batch_exchanges = 1024;                     // model/traffic: exchanges per batch
  std::size_t input_diagnostics = 100;                    // all readers: reported per file, the rest are counted
  std::uint64_t fuel_per_subject = 10'000'000;            // vm: loop elements and calls per rule and subject, and of all constants together
  std::size_t value_bytes_per_subject = std::size_t{64} << 20;  // vm: memory a rule may build for one subject, and all constants together
  std::size_t rows_per_group = 1'000'000;                 // engine: rows of one group key
  std::size_t row_bytes = std::size_t{1} << 20;           // engine: rows of a detector in the memory of one worker; the others are on disk
  std::size_t sequence_in_flight = 1024;                  // engine: exchanges of a key that have not ended and may go on with a sequence
  std::size_t sequence_unordered = 64;                    // engine: exchanges of a key and several recordings without a known order
  std::size_t places_kept = 100;                          // engine: exchanges of a finding with their byte ranges; all keep their ordinal
  std::size_t evidence_shown = 5;                         // report: places shown to people per finding
  std::size_t json_path_bytes = 4096;                     // base/json_path: one JSONPath query
  std::size_t json_path_depth = 32;                       // base/json_path: nesting of filters, parentheses and function calls
  std::size_t text_json_nodes = 500'000;                  // vm: values in a text that to_json() reads; above it the value is unknown
  std::size_t i_regexp_bytes = 1024;                      // base/json_path: one pattern of match() or search()
  std::size_t config_depth = 100;                         // base/config: nesting
  std::size_t pack_bytes = std::size_t{128} << 20;        // pack: a `.wpk` file, or all files of a pack
  std::size_t pack_files = 10'000;                        // pack: files of one pack
  std::size_t packs = 256;                                // pack: packs of one run, those that others require included
  std::size_t explained_bytes = std::size_t{512} << 20;   // cli/explain: recordings that are held in memory together
  std::size_t explained_rows = 20'000;                    // cli/explain: rows of the group that is explained
};

}  // namespace writ
