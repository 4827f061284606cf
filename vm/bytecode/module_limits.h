// Every bound on a compiled module. Decode honours those on counts and bytes, Verify all of them; the compiler reports a rule that
// would pass one. docs/bytecode-format.md lists them for people.
#pragma once

#include <cstddef>
#include <cstdint>

namespace writ::bytecode {

struct ModuleLimits {
  std::size_t encoded_bytes = std::size_t{64} << 20;   // of an encoded module, header included
  std::size_t decoded_bytes = std::size_t{512} << 20;  // memory that Decode may take for one module
  std::size_t types = 4096;
  std::size_t type_depth = 16;            // list[list[int]] has depth 3
  std::size_t enums = 512;                // declared in place
  std::size_t enum_members = 1024;
  std::size_t constants = std::size_t{1} << 20;
  std::size_t expanded_constants = std::size_t{1} << 24;  // sum over constants of their size when every item is written out
  std::size_t pattern_bytes = std::size_t{64} << 10;      // of one regular expression
  std::size_t globals = 65'536;           // load_global has 16 bits
  std::size_t functions = 65'536;
  std::size_t registers = 256;            // operands have 8 bits
  std::size_t instructions = 65'536;      // of one function
  std::size_t all_instructions = std::size_t{1} << 22;  // of all functions together
  std::size_t side_table = 256;           // fields, builtins, callees: operands have 8 bits
  std::size_t call_depth = 64;            // longest chain of calls, the first function included
  std::size_t loop_depth = 32;            // nesting of loops in one function
  std::size_t conditions = 16'384;        // of screens; as many indexes
  std::size_t condition_steps = 8;        // fields and functions on the way to the value of one condition
  std::size_t screen_steps = 4096;        // of one rule
  std::size_t screen_depth = 32;          // values on the stack of a screen
  std::size_t policies = 4096;
  std::size_t rules = 16'384;
  std::size_t clauses = 4096;             // of one rule
  std::size_t nested_sources = 8;         // inner `for each` of one rule
  std::size_t group_keys = 16;
  std::size_t aggregates = 64;
  std::size_t steps = 16;                 // of a sequence
  std::size_t step_values = 64;
  std::size_t per_values = 16;
  std::size_t list_entries = 1024;        // controls, references, tags, former ids of one rule; inputs and expectations of one test
  std::size_t waivers = 16'384;
  std::size_t tests = 65'536;
};
inline constexpr ModuleLimits kModuleLimits;

}  // namespace writ::bytecode
