// The engine's wording of verdicts, lent to the oracle so that lines of both can be compared byte by byte.
#pragma once

#include "engine/collector.h"
#include "engine/identity.h"
#include "engine/trace.h"
#include "oracle/run.h"

namespace writ::test {

inline oracle::Wording EngineWording() {
  oracle::Wording wording;
  wording.subject = [](const bytecode::Rule& rule, std::span<const vm::Value> subject) { return engine::IdentityOf(rule, subject).text; };
  wording.group = [](const bytecode::Rule& rule, const std::vector<std::string>& keys) { return engine::IdentityOfGroup(rule, keys).text; };
  wording.unknown = [](std::uint32_t causes, std::uint16_t field) { return engine::UnknownText(causes, field); };
  wording.trap = [](vm::TrapKind trap) { return engine::TrapText(trap); };
  wording.reasons = [](const bytecode::Rule& rule, const vm::SubjectOutcome& outcome) { return engine::TraceReasons(rule, outcome); };
  wording.line = [](std::string_view rule, std::string_view subject, vm::SubjectVerdict verdict, const std::vector<std::string>& reasons) {
    return engine::TraceLine(rule, subject, verdict, reasons);
  };
  return wording;
}

}  // namespace writ::test
