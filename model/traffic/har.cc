// HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/, as lenient as its producers need it. The file is
// never parsed as one document: StructureScanner finds `log.entries`, BraceScanner cuts the entries, each is
// decoded on its own. Covered by tests/model/traffic/har_test.cc.
#include <algorithm>
#include <utility>

#include "model/readers/exchange_decoder.h"
#include "model/traffic/brace_scanner.h"
#include "model/traffic/formats.h"
#include "model/traffic/structure_scanner.h"
#include "model/traffic/trouble_log.h"

namespace writ::model {
namespace {

class HarReader final : public RecordingReader {
 public:
  HarReader(InputBuffer input, const std::string& name, const RecordingOptions& options, const Limits& limits)
      : input_(std::move(input)),
        options_(options),
        limits_(limits),
        structure_(limits.document_depth),
        decoder_(ExchangeDialect::kHar, options.projection),
        trouble_(name, limits.input_diagnostics) {}

  TrafficFormat format() const override { return TrafficFormat::kHar; }
  const RecordingSummary& summary() const override { return summary_; }

  bool Next(ExchangeBatch& batch, DiagnosticSink& sink) override {
    batch.Clear();
    while (state_ != State::kDone && batch.count < limits_.batch_exchanges &&
           batch.arena.bytes_used() < kBatchBytes) {
      Step(batch, sink);
    }
    return batch.count != 0;
  }

 private:
  enum class State : std::uint8_t {
    kStart,     // before a byte order mark
    kAround,    // outside of `log.entries`
    kBetween,   // in `log.entries`, before an element or the `]`
    kEntry,     // inside an entry, which starts at the window's first byte
    kTooLarge,  // inside an entry that is skipped
    kNoObject,  // inside an element that is not an object
    kDone,
  };

  // One move of the machine: takes bytes, or reads more, or ends.
  void Step(ExchangeBatch& batch, DiagnosticSink& sink) {
    const std::string_view window = input_.window();
    switch (state_) {
      case State::kStart:
        if (window.size() < 3 && !input_.at_end()) {
          input_.Fill();
          return;
        }
        input_.Consume(MarkSize(window));
        state_ = State::kAround;
        return;
      case State::kAround: {
        if (window.empty()) return Refill(sink);
        std::size_t taken = 0;
        const auto event = structure_.Scan(window, taken);
        input_.Consume(taken);
        if (event == StructureScanner::Event::kEntries) state_ = State::kBetween;
        if (event == StructureScanner::Event::kBroken) Broken(sink);
        return;
      }
      case State::kBetween: {
        const std::size_t at = std::min(window.find_first_not_of(" \t\r\n,"), window.size());
        input_.Consume(at);
        if (at == window.size()) return Refill(sink);
        if (window[at] == '{') {
          brace_.Start();
          scanned_ = 0;
          entry_offset_ = input_.offset();
          state_ = State::kEntry;
        } else if (window[at] == ']') {
          input_.Consume(1);
          structure_.LeaveEntries();
          state_ = State::kAround;
        } else {
          entry_offset_ = input_.offset();
          depth_ = 0;
          in_string_ = escaped_ = false;
          state_ = State::kNoObject;
        }
        return;
      }
      case State::kEntry: {
        const std::size_t end = brace_.Scan(window.substr(scanned_));
        if (end == BraceScanner::kNotFound) {
          scanned_ = window.size();
          if (scanned_ > limits_.exchange_bytes) {
            input_.Consume(window.size());
            state_ = State::kTooLarge;
          } else {
            Refill(sink);
          }
          return;
        }
        const std::size_t size = scanned_ + end;
        if (size > limits_.exchange_bytes) {
          TooLarge(sink);
        } else {
          Entry(window.substr(0, size), batch, sink);
        }
        input_.Consume(size);
        state_ = State::kBetween;
        return;
      }
      case State::kTooLarge: {
        if (window.empty()) return Refill(sink);
        const std::size_t end = brace_.Scan(window);
        input_.Consume(std::min(end, window.size()));
        if (end == BraceScanner::kNotFound) return;
        TooLarge(sink);
        state_ = State::kBetween;
        return;
      }
      case State::kNoObject:
        if (window.empty()) return Refill(sink);
        SkipElement(window, sink);
        return;
      case State::kDone:
        return;
    }
  }

  void Entry(std::string_view json, ExchangeBatch& batch, DiagnosticSink& sink) {
    Exchange& row = NextRow(batch, limits_);
    const std::string_view why = decoder_.Decode(json, row, batch.arena);
    if (!why.empty()) return Unreadable(DiagnosticCode::kUnreadableExchange, std::string(why), sink);
    row.evidence = {options_.source, ordinal_++, entry_offset_, json.size()};
    ++batch.count;
    ++summary_.exchange_count;
  }

  // An element that is no object: up to the comma or bracket behind it.
  void SkipElement(std::string_view window, DiagnosticSink& sink) {
    for (std::size_t i = 0; i < window.size(); ++i) {
      const char c = window[i];
      if (in_string_) {
        if (escaped_)
          escaped_ = false;
        else if (c == '\\')
          escaped_ = true;
        else if (c == '"')
          in_string_ = false;
        continue;
      }
      if (c == '"') in_string_ = true;
      if (c == '[' || c == '{') ++depth_;
      if (depth_ == 0 && (c == ',' || c == ']' || c == '}')) {
        input_.Consume(i);
        Unreadable(DiagnosticCode::kUnreadableExchange, "is not a JSON object", sink);
        // A `}` here closes nothing that is open: the document cannot be followed any further.
        if (c == '}') return Broken(sink);
        state_ = State::kBetween;
        return;
      }
      if (c == ']' || c == '}') --depth_;
    }
    input_.Consume(window.size());
  }

  void TooLarge(DiagnosticSink& sink) {
    Unreadable(DiagnosticCode::kExchangeTooLarge,
               "is larger than the limit of " + std::to_string(limits_.exchange_bytes) + " bytes", sink);
  }
  void Unreadable(DiagnosticCode code, std::string why, DiagnosticSink& sink) {
    ++summary_.unreadable_count;
    trouble_.Report(
        code, trouble_.name(),
        "entry " + std::to_string(ordinal_++) + ", at byte " + std::to_string(entry_offset_) + ", " + why,
        sink);
  }

  // More bytes, or the end of the file, which is good only outside of everything.
  void Refill(DiagnosticSink& sink) {
    if (input_.Fill()) return;
    const bool is_whole = state_ == State::kAround && structure_.is_outside();
    if (!input_.error().empty()) {
      sink.ReportInput(
          DiagnosticCode::kCannotRead, trouble_.name(),
          "reading stopped at byte " + std::to_string(input_.bytes_read()) + ": " + input_.error());
      summary_.truncated = true;
    } else if (!is_whole) {
      summary_.truncated = true;
      const bool in_entry = state_ != State::kAround && state_ != State::kBetween;
      std::string message = "the recording breaks off at byte " + std::to_string(input_.bytes_read());
      if (in_entry)
        message += ", inside entry " + std::to_string(ordinal_) + ", which starts at byte " +
                   std::to_string(entry_offset_);
      message += structure_.has_entries()
                     ? "; " + std::to_string(summary_.exchange_count) + " exchanges before it are judged"
                     : "; it has no `log.entries` up to there";
      sink.ReportInput(DiagnosticCode::kBrokenRecording, trouble_.name(), message);
    } else if (!structure_.has_entries()) {
      sink.ReportInput(DiagnosticCode::kNotARecording, trouble_.name(),
                       "the document has no list `log.entries`, so it is not a HAR",
                       "for a file of exchanges, put one JSON object on each line (docs/exchange-format.md)");
    } else if (ordinal_ == 0) {
      sink.ReportInput(DiagnosticCode::kNoExchanges, trouble_.name(), "the HAR has no entries");
    }
    Finish(sink);
  }
  void Broken(DiagnosticSink& sink) {
    const std::string place = std::to_string(input_.offset());
    if (structure_.has_entries()) {
      summary_.truncated = true;
      sink.ReportInput(DiagnosticCode::kBrokenRecording, trouble_.name(),
                       "the JSON cannot be followed beyond byte " + place + "; " +
                           std::to_string(summary_.exchange_count) + " exchanges before it are judged");
    } else {
      sink.ReportInput(DiagnosticCode::kNotARecording, trouble_.name(),
                       "is not JSON: byte " + place + " cannot stand there");
    }
    // The digest is that of the whole file.
    do input_.Consume(input_.window().size());
    while (input_.Fill());
    Finish(sink);
  }
  void Finish(DiagnosticSink& sink) {
    trouble_.Finish(sink);
    summary_.bytes = input_.bytes_read();
    summary_.digest = input_.FinishDigest();
    state_ = State::kDone;
  }

  InputBuffer input_;
  RecordingOptions options_;
  Limits limits_;
  StructureScanner structure_;
  BraceScanner brace_;
  ExchangeDecoder decoder_;
  TroubleLog trouble_;
  RecordingSummary summary_;
  State state_ = State::kStart;
  std::size_t scanned_ = 0;  // bytes of the window that brace_ has taken
  std::uint64_t entry_offset_ = 0;
  std::uint64_t ordinal_ = 0;
  std::int64_t depth_ = 0;  // of kNoObject
  bool in_string_ = false, escaped_ = false;
};

}  // namespace

std::unique_ptr<RecordingReader> OpenHar(InputBuffer input, const std::string& name,
                                         const RecordingOptions& options, const Limits& limits) {
  return std::make_unique<HarReader>(std::move(input), name, options, limits);
}

}  // namespace writ::model
