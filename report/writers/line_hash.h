// `primaryLocationLineHash`: the identity by which GitHub code scanning follows a finding when lines move.
// Its uploader computes the same value and warns about any other, so the algorithm is its own: a rolling hash
// (base 37, mod 2^64) of the 100 characters from the start of the line, spaces and tabs left out, every line
// ending read as one line feed, the end of the file as U+FFFF and then zeros; hexadecimal, and how often that
// hash has occurred up to this line. Covered by tests/report/writers/line_hash_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace writ::report {

// The hashes of the 1-based `lines` of a file, by line; "271789c17abda88f:1". Lines that the file does not
// have are left out. Characters are UTF-16 code units; ill-formed bytes count as U+FFFD. One pass over the
// text.
std::map<std::uint32_t, std::string> LineHashes(std::string_view text,
                                                const std::vector<std::uint32_t>& lines);

}  // namespace writ::report
