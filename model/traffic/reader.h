// Recordings as streams of batches. A reader keeps only what the projection asks for and never holds more
// than one batch plus one entry, so memory does not grow with the recording. Formats are rows of
// model/traffic/formats.def. Covered by tests/model/traffic/*_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/digest.h"
#include "base/limits.h"
#include "base/result.h"
#include "model/spec/api_spec.h"
#include "model/traffic/exchange.h"

namespace writ::model {

enum class TrafficFormat : std::uint8_t {
#define TRAFFIC_FORMAT(name, id, captures, title, meaning) name,
#include "model/traffic/formats.def"
#undef TRAFFIC_FORMAT
};

struct TrafficFormatInfo {
  std::string_view id;     // "har", "exchanges"
  std::uint32_t captures;  // Capture bits that this format can hold
  std::string_view title;  // "HAR 1.2"
  std::string_view meaning;
};
const TrafficFormatInfo& InfoOf(TrafficFormat format);
const std::vector<TrafficFormatInfo>& AllTrafficFormats();

struct ExchangeBatch {
  Arena arena;
  std::vector<Exchange> exchanges;  // reused; only the first `count` are of this batch
  std::size_t count = 0;
  void Clear() {
    arena.Reset();
    count = 0;
  }
};

struct RecordingSummary {
  std::uint64_t exchange_count = 0;
  std::uint64_t unreadable_count =
      0;  // entries or lines that could not be read: reported and counted, never dropped in silence
  std::uint64_t bytes = 0;
  bool truncated = false;  // the file broke off inside an entry
  Sha256Digest digest{};   // of the whole file; valid after the last batch
};

// Options that every format shares.
struct RecordingOptions {
  std::uint32_t projection = ~0u;  // Capture bits to fill; the others may be left absent
  std::uint32_t source = 0;        // Evidence::source
};

class RecordingReader {
 public:
  virtual ~RecordingReader() = default;
  virtual TrafficFormat format() const = 0;
  // Fills `batch` (cleared first) with up to Limits::batch_exchanges exchanges; false when there were no
  // more. Trouble goes to `sink`, located by `name:line` or byte offset in the message (recordings are not in
  // the SourceMap).
  virtual bool Next(ExchangeBatch& batch, DiagnosticSink& sink) = 0;
  // Complete after Next returned false.
  virtual const RecordingSummary& summary() const = 0;
};

// Opens a recording; `name` is what people are shown. The format is told from the content. Null with a
// diagnostic when it cannot be read.
std::unique_ptr<RecordingReader> OpenRecording(const std::string& path, const std::string& name,
                                               const RecordingOptions& options, const Limits& limits,
                                               DiagnosticSink& sink);
// The same over bytes in memory, for test fixtures (`given exchanges`).
std::unique_ptr<RecordingReader> OpenRecordingText(std::string text, const std::string& name,
                                                   const RecordingOptions& options, const Limits& limits,
                                                   DiagnosticSink& sink);

}  // namespace writ::model
