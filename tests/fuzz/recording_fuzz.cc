// libFuzzer target: any bytes as a recording, HAR or exchanges one a line, read in one batch of many exchanges and in many batches of one.
// Both must see the same exchanges, and nothing is dropped without being counted or reported.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/diagnostics.h"
#include "model/traffic/reader.h"

namespace {

using namespace writ;

std::uint64_t CountExchanges(const std::string& text, std::size_t batch_exchanges) {
  DiagnosticSink sink;
  Limits limits;
  limits.batch_exchanges = batch_exchanges;
  const auto reader = model::OpenRecordingText(text, "fuzz", {}, limits, sink);
  if (reader == nullptr) {
    WRIT_CHECK(sink.has_errors());
    return 0;
  }
  model::ExchangeBatch batch;
  std::uint64_t count = 0;
  while (reader->Next(batch, sink)) count += batch.count;
  WRIT_CHECK(count == reader->summary().exchange_count);
  WRIT_CHECK((reader->summary().unreadable_count == 0 && !reader->summary().truncated) || !sink.all().empty());
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  WRIT_CHECK(CountExchanges(text, 1024) == CountExchanges(text, 1));
  return 0;
}
