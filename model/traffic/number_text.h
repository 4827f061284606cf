// Numbers, times and addresses as recordings spell them, read exactly: no binary floating point touches a
// time. Covered by tests/model/traffic/number_text_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/ip.h"
#include "base/time.h"
#include "model/traffic/exchange.h"

namespace writ::model {

// An integer in JSON's notation or spelled as digits; 1.0 and 1e3 are integers.
std::optional<std::int64_t> IntegerOf(std::string_view text);
// Milliseconds since the Unix epoch, with a fraction; the precision is that of its digits. Unknown when it is
// no time.
Captured<TimePoint> TimeOfMilliseconds(std::string_view number);
// RFC 3339, also without zone (UTC) and with a zone without colon. Unknown when it is no time.
Captured<TimePoint> TimeOfText(std::string_view text);
// A span in milliseconds as nanoseconds; a negative one (HAR's -1) and what is no number are unknown.
Captured<std::int64_t> DurationOfMilliseconds(std::string_view number);
// Start plus duration, cut to the precision of the start; absent or unknown when one of them is.
Captured<TimePoint> EndOf(const Captured<TimePoint>& start, const Captured<std::int64_t>& duration);
// An address with or without a port. `is_null` or empty text: not captured.
Captured<IpAddress> IpOf(std::string_view text, bool is_null);

}  // namespace writ::model
