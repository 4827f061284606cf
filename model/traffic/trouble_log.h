// Reports what is wrong with single exchanges of one recording: the first ones each, the rest as a count.
// Covered by tests/model/traffic/exchanges_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "base/diagnostic_codes.h"

namespace writ::model {

class TroubleLog {
 public:
  TroubleLog(std::string name, std::size_t shown) : name_(std::move(name)), shown_(shown) {}

  const std::string& name() const { return name_; }
  // `place` is the input as people are shown it, such as "app.jsonl:12".
  void Report(DiagnosticCode code, std::string place, std::string message, DiagnosticSink& sink) {
    if (count_++ < shown_) sink.ReportInput(code, std::move(place), std::move(message));
  }
  // At the end of the recording.
  void Finish(DiagnosticSink& sink) {
    if (count_ <= shown_) return;
    sink.ReportInput(DiagnosticCode::kMoreUnreadable, name_,
                     std::to_string(count_ - shown_) + " more exchanges could not be read");
    count_ = 0;
  }

 private:
  std::string name_;
  std::size_t shown_;
  std::uint64_t count_ = 0;
};

}  // namespace writ::model
