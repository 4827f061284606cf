// Writ's own format: one JSON object a line (docs/exchange-format.md). A bad line is reported with its
// number, counted and left out. Covered by tests/model/traffic/exchanges_test.cc.
#include <cstring>
#include <utility>

#include "model/readers/exchange_decoder.h"
#include "model/traffic/formats.h"
#include "model/traffic/trouble_log.h"

namespace writ::model {
namespace {

class ExchangesReader final : public RecordingReader {
 public:
  ExchangesReader(InputBuffer input, const std::string& name, const RecordingOptions& options,
                  const Limits& limits)
      : input_(std::move(input)),
        options_(options),
        limits_(limits),
        decoder_(ExchangeDialect::kExchanges, options.projection),
        trouble_(name, limits.input_diagnostics) {}

  TrafficFormat format() const override { return TrafficFormat::kExchanges; }
  const RecordingSummary& summary() const override { return summary_; }

  bool Next(ExchangeBatch& batch, DiagnosticSink& sink) override {
    batch.Clear();
    while (!is_done_ && batch.count < limits_.batch_exchanges && batch.arena.bytes_used() < kBatchBytes)
      Step(batch, sink);
    return batch.count != 0;
  }

 private:
  // Takes one line, or reads more, or ends.
  void Step(ExchangeBatch& batch, DiagnosticSink& sink) {
    const std::string_view window = input_.window();
    const char* const unseen = window.data() + scanned_;
    const auto* const newline =
        window.size() == scanned_
            ? nullptr
            : static_cast<const char*>(std::memchr(unseen, '\n', window.size() - scanned_));
    if (newline != nullptr) {
      const auto size = static_cast<std::size_t>(newline - window.data());
      ++line_;
      Line(window.substr(0, size), true, batch, sink);
      input_.Consume(size + 1);
      scanned_ = 0;
      is_skipping_ = false;
      return;
    }
    scanned_ = window.size();
    if (scanned_ > limits_.exchange_bytes) {
      // The rest of the line is read and forgotten.
      is_skipping_ = true;
      input_.Consume(scanned_);
      scanned_ = 0;
    }
    if (input_.Fill()) return;
    if (!input_.error().empty()) {
      summary_.truncated = true;
      sink.ReportInput(
          DiagnosticCode::kCannotRead, trouble_.name(),
          "reading stopped at byte " + std::to_string(input_.bytes_read()) + ": " + input_.error());
    }
    if (scanned_ != 0 || is_skipping_) {
      ++line_;
      Line(input_.window(), false, batch, sink);
      input_.Consume(input_.window().size());
    }
    Finish(sink);
  }

  void Line(std::string_view line, bool is_whole, ExchangeBatch& batch, DiagnosticSink& sink) {
    if (is_skipping_ || line.size() > limits_.exchange_bytes) {
      return Unreadable(
          DiagnosticCode::kExchangeTooLarge,
          "the line is larger than the limit of " + std::to_string(limits_.exchange_bytes) + " bytes", sink);
    }
    std::uint64_t offset = input_.offset();
    if (line_ == 1) {
      offset += MarkSize(line);
      line.remove_prefix(MarkSize(line));
    }
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
      line.remove_suffix(1);
    if (line.empty()) return;
    Exchange& row = NextRow(batch, limits_);
    const std::string_view why = decoder_.Decode(line, row, batch.arena);
    if (!why.empty()) {
      if (is_whole)
        return Unreadable(DiagnosticCode::kUnreadableExchange, "the line " + std::string(why), sink);
      // The last line, without its end: the recorder was stopped while it wrote.
      summary_.truncated = true;
      ++summary_.unreadable_count;
      ++ordinal_;
      sink.ReportInput(DiagnosticCode::kBrokenRecording, Place(),
                       "the recording breaks off inside its last line, which " + std::string(why) + "; " +
                           std::to_string(summary_.exchange_count) + " exchanges before it are judged");
      return;
    }
    row.evidence = {options_.source, ordinal_++, offset, line.size()};
    ++batch.count;
    ++summary_.exchange_count;
  }

  std::string Place() const { return trouble_.name() + ":" + std::to_string(line_); }
  void Unreadable(DiagnosticCode code, std::string message, DiagnosticSink& sink) {
    ++summary_.unreadable_count;
    ++ordinal_;
    trouble_.Report(code, Place(), std::move(message), sink);
  }
  void Finish(DiagnosticSink& sink) {
    trouble_.Finish(sink);
    if (ordinal_ == 0)
      sink.ReportInput(DiagnosticCode::kNoExchanges, trouble_.name(),
                       "the file has no line with an exchange");
    summary_.bytes = input_.bytes_read();
    summary_.digest = input_.FinishDigest();
    is_done_ = true;
  }

  InputBuffer input_;
  RecordingOptions options_;
  Limits limits_;
  ExchangeDecoder decoder_;
  TroubleLog trouble_;
  RecordingSummary summary_;
  std::size_t scanned_ = 0;    // bytes of the window without a line break
  std::uint64_t line_ = 0;     // 1-based, of the line at hand
  std::uint64_t ordinal_ = 0;  // exchanges, unreadable ones too
  bool is_skipping_ = false;   // inside a line that is too large
  bool is_done_ = false;
};

}  // namespace

std::unique_ptr<RecordingReader> OpenExchanges(InputBuffer input, const std::string& name,
                                               const RecordingOptions& options, const Limits& limits) {
  return std::make_unique<ExchangesReader>(std::move(input), name, options, limits);
}

}  // namespace writ::model
