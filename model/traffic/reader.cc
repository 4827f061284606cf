// Tells a recording's format from its content and opens the reader of that row.
#include "model/traffic/reader.h"

#include <algorithm>
#include <utility>

#include "base/diagnostic_codes.h"
#include "model/traffic/formats.h"
#include "model/traffic/structure_scanner.h"

namespace writ::model {
namespace {

constexpr std::size_t kProbedLines = 1000;

std::unique_ptr<RecordingReader> Open(InputBuffer input, const std::string& name,
                                      const RecordingOptions& options, const Limits& limits,
                                      DiagnosticSink& sink) {
  while (input.window().size() < InputBuffer::kReadSize && input.Fill()) {
  }
  if (!input.error().empty()) {
    sink.ReportInput(DiagnosticCode::kCannotRead, name, input.error());
    return nullptr;
  }
  switch (ContentOf(input.window(), limits)) {
    case Content::kHar:
      return OpenHar(std::move(input), name, options, limits);
    case Content::kExchanges:
      return OpenExchanges(std::move(input), name, options, limits);
    case Content::kEmpty:
      sink.ReportInput(DiagnosticCode::kEmptyInput, name, "the recording is empty");
      return nullptr;
    case Content::kCompressed:
      sink.ReportInput(DiagnosticCode::kNotARecording, name, "the file is compressed", "decompress it first");
      return nullptr;
    case Content::kOther:
      sink.ReportInput(DiagnosticCode::kNotARecording, name,
                       "is neither a HAR (a JSON document with `log.entries`) nor lines of exchanges (JSON "
                       "objects with `request`)",
                       "docs/exchange-format.md shows how to turn other logs into exchanges");
      return nullptr;
  }
  return nullptr;
}

}  // namespace

const std::vector<TrafficFormatInfo>& AllTrafficFormats() {
  static const std::vector<TrafficFormatInfo> kFormats{
#define TRAFFIC_FORMAT(name, id, captures, title, meaning) {id, captures, title, meaning},
#include "model/traffic/formats.def"
#undef TRAFFIC_FORMAT
  };
  return kFormats;
}

const TrafficFormatInfo& InfoOf(TrafficFormat format) {
  return AllTrafficFormats()[static_cast<std::size_t>(format)];
}

Content ContentOf(std::string_view start, const Limits& limits) {
  start.remove_prefix(MarkSize(start));
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return Content::kEmpty;
  start.remove_prefix(first);
  // gzip, zlib (RFC 1950: 0x78 and a check in the second byte), zstd, zip, bzip2.
  const std::string_view magic = start.substr(0, 4);
  const bool is_zlib =
      magic.size() >= 2 && magic[0] == 0x78 && (0x7800 + static_cast<unsigned char>(magic[1])) % 31 == 0;
  if (magic.substr(0, 2) == "\x1f\x8b" || magic == "\x28\xb5\x2f\xfd" || magic == "PK\x03\x04" ||
      magic.substr(0, 3) == "BZh" || is_zlib) {
    return Content::kCompressed;
  }
  // The first line that decides. Lines that are no JSON do not: a bad line must not hide the good ones behind
  // it.
  const std::string_view whole = start;
  bool is_document = false;
  for (std::size_t count = 0; count < kProbedLines && !start.empty(); ++count) {
    const std::size_t end = start.find('\n');
    const std::string_view line = start.substr(0, end);
    start.remove_prefix(end == std::string_view::npos ? start.size() : end + 1);
    const std::size_t brace = line.find_first_not_of(" \t\r");
    if (brace == std::string_view::npos || line[brace] != '{') continue;
    StructureScanner scanner(limits.document_depth);
    std::size_t taken = 0;
    const auto event = scanner.Scan(line.substr(brace), taken);
    if (scanner.has_request() && !scanner.has_entries()) return Content::kExchanges;
    if (scanner.has_log() || event == StructureScanner::Event::kEntries) return Content::kHar;
    if (event == StructureScanner::Event::kMore && count == 0) {
      // The first line closes nothing: the start of a document of many lines, or a bad line.
      is_document = true;
      StructureScanner document(limits.document_depth);
      document.Scan(whole, taken);
      if (document.has_log()) return Content::kHar;
    }
  }
  return is_document ? Content::kHar : Content::kOther;
}

Exchange& NextRow(ExchangeBatch& batch, const Limits& limits) {
  if (batch.count == batch.exchanges.size()) {
    if (batch.exchanges.empty()) batch.exchanges.reserve(std::min<std::size_t>(limits.batch_exchanges, 4096));
    batch.exchanges.emplace_back();
  }
  return batch.exchanges[batch.count];
}

std::unique_ptr<RecordingReader> OpenRecording(const std::string& path, const std::string& name,
                                               const RecordingOptions& options, const Limits& limits,
                                               DiagnosticSink& sink) {
  auto input = InputBuffer::OpenFile(path);
  if (!input.ok()) {
    sink.ReportInput(DiagnosticCode::kCannotRead, name, input.error());
    return nullptr;
  }
  return Open(std::move(input).value(), name, options, limits, sink);
}

std::unique_ptr<RecordingReader> OpenRecordingText(std::string text, const std::string& name,
                                                   const RecordingOptions& options, const Limits& limits,
                                                   DiagnosticSink& sink) {
  return Open(InputBuffer::OverText(std::move(text)), name, options, limits, sink);
}

}  // namespace writ::model
