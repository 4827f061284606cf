// One recorded exchange as JSON text → Exchange: an entry of a HAR, or a line of Writ's own format
// (docs/exchange-format.md). Both have the same shape and differ in what a missing member means. Only what
// the projection asks for is decoded; what is kept is copied to the arena, so the JSON text may go. Covered
// by tests/model/traffic/har_test.cc and tests/model/traffic/exchanges_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "base/arena.h"
#include "model/traffic/exchange.h"

namespace writ::model {

enum class ExchangeDialect : std::uint8_t {
  kHar,        // a member that is missing was not recorded
  kExchanges,  // a member that is left out is absent, null is unknown
};

class ExchangeDecoder {
 public:
  // `projection`: Capture bits.
  ExchangeDecoder(ExchangeDialect dialect, std::uint32_t projection);
  ~ExchangeDecoder();
  ExchangeDecoder(ExchangeDecoder&&) noexcept;

  // Fills `out`, whatever it held before, except `evidence`. `json` is one JSON object, followed by at least
  // 64 bytes that may be read. Empty when it worked; otherwise what was wrong in one line, and `out` is not
  // to be used.
  std::string_view Decode(std::string_view json, Exchange& out, Arena& arena);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace writ::model
