// Names of files as SARIF has them. Covered by tests/report/writers/sarif_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace writ::report {

// A relative reference (RFC 3986 section 4.2) for a path: other than unreserved characters and '/' are
// percent-encoded. A first segment with a colon would read as a scheme; encoding the colon avoids it.
std::string UriOf(std::string_view path);

}  // namespace writ::report
