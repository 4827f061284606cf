// Ends the process when one of our own invariants does not hold. Exit code 3 is never green.
#include "base/check.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace writ {

void CheckFailed(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "writ: internal error: %s (%s:%d)\nThis is a defect in writ, not in your input; please report it.\n",
               expression, file, line);
  std::fflush(stderr);
  ::_exit(3);
}

}  // namespace writ
