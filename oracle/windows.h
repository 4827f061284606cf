// The windows of a group, each found by its definition (docs/language.md, "Groups and windows") and judged on its own.
// Covered by tests/oracle/windows_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/int128.h"
#include "oracle/oracle.h"

namespace writ::oracle {

// One row of a detector.
struct Row {
  std::vector<vm::Value> keys;
  std::vector<vm::Value> arguments;   // of the aggregates that take one, in their order
  std::int64_t time = 0;              // nanoseconds
  std::uint32_t source = 0;
  std::uint64_t ordinal = 0;
};

// Rows in order of time, then source and ordinal, and the times that the window covers.
struct Window {
  std::vector<const Row*> rows;
  Int128 from = 0, to = 0;
};
// In the order of time. `length` is positive but for kNone.
std::vector<Window> WindowsOf(bytecode::WindowKind kind, std::int64_t length, std::vector<const Row*> rows);

// What the windows of one key say together.
struct GroupVerdict {
  std::vector<vm::Value> keys;
  vm::SubjectVerdict verdict = vm::SubjectVerdict::kPass;
  std::uint64_t episodes = 0;            // raising windows that overlap or touch are one
  std::uint32_t causes = 0;              // kIndeterminate
  std::string message;                   // kFail: of the first raising window
  std::vector<const Row*> rows;          // kFail: of that window
  std::vector<vm::Value> window;         // keys, then aggregates or step values of that window or match; else of the last one that did not simply pass, else of the last
};
// All keys of a detector, in canonical order. `gap`: why rows may be missing from the recordings, as causes, or 0.
std::vector<GroupVerdict> JudgeGroups(Oracle& oracle, std::uint32_t rule, const std::vector<Row>& rows, const Limits& limits, std::uint32_t gap = 0);

}  // namespace writ::oracle
