// Judging one subject: nested loops, the evaluate function, and what it found into the collector.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/collector.h"
#include "engine/profile.h"
#include "engine/row_store.h"
#include "vm/machine.h"
#include "vm/screen.h"

namespace writ::engine {

// What one worker owns.
struct Worker {
  Worker(const vm::Program& program, SpillFile& disk, const Limits& limits) : machine(program, limits), screen(program), collector(program.module().rules) {
    for (const bytecode::Rule& rule : program.module().rules) rows.emplace_back(rule.group ? rule.group->keys.size() : 0, disk, limits);
  }
  vm::Machine machine;
  vm::Screen screen;
  Collector collector;
  std::vector<RowStore> rows;          // by rule; used by detectors
  vm::SubjectOutcome outcome;          // reused
  std::vector<std::string> trace;
  std::vector<RuleProfile> profile;    // by rule; empty when nobody wants it
};

// Judges `rule` on the subjects below `root` (one or two values: the outermost variable, and the joined operation). `exchange` and
// `captures` are of the recording when the subject is an exchange.
void Judge(Worker& worker, const bytecode::Module& module, std::uint32_t rule, std::vector<vm::Value>& root, const model::Exchange* exchange,
           std::uint32_t captures, bool want_trace);

}  // namespace writ::engine
