// The readers behind the rows of model/traffic/formats.def, and how a recording's format is told. Only
// model/traffic/reader.cc calls these.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "model/traffic/input_buffer.h"
#include "model/traffic/reader.h"

namespace writ::model {

// Bytes of a batch at which it is handed over although it could take more exchanges: a batch of large bodies
// stays small.
inline constexpr std::size_t kBatchBytes = std::size_t{8} << 20;

// A row of `batch` to fill, beyond those that count.
Exchange& NextRow(ExchangeBatch& batch, const Limits& limits);

std::unique_ptr<RecordingReader> OpenHar(InputBuffer input, const std::string& name,
                                         const RecordingOptions& options, const Limits& limits);
std::unique_ptr<RecordingReader> OpenExchanges(InputBuffer input, const std::string& name,
                                               const RecordingOptions& options, const Limits& limits);

enum class Content : std::uint8_t { kHar, kExchanges, kEmpty, kCompressed, kOther };
// `start` is the beginning of a recording: its first megabyte, or all of it.
Content ContentOf(std::string_view start, const Limits& limits);

// Bytes of a byte order mark at the front.
inline std::size_t MarkSize(std::string_view text) {
  return text.substr(0, 3) == "\xef\xbb\xbf" ? 3 : 0;
}

}  // namespace writ::model
