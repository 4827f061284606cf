// Faults as a compiler could make them, planted in the bytecode of every case: a fault that no case notices is a hole in the cases.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/case_files.h"
#include "vm/bytecode/module.h"

namespace writ::test {

struct PlantedFault {
  std::string name;
  std::function<void(bytecode::Module&)> plant;
};
const std::vector<PlantedFault>& PlantedFaults();

// Cases whose verdicts, rules or findings come out otherwise under the fault, by name. Being refused by the verifier does not count.
std::vector<std::string> CasesThatNotice(const PlantedFault& fault, const std::vector<NamedCase>& cases);

}  // namespace writ::test
