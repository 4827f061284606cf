// Exchanges as text, for tests to compare: one line a field, absent ones left out, unknown ones as `?` with
// their causes.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic_codes.h"
#include "base/ip.h"
#include "base/time.h"
#include "model/traffic/reader.h"

namespace writ::model {

inline std::string CausesText(std::uint32_t causes) {
  std::string text = "?";
  if ((causes & kNotCaptured) != 0) text += " not captured";
  if ((causes & kRedacted) != 0) text += " redacted";
  if ((causes & kTruncated) != 0) text += " truncated";
  if ((causes & kUndecodable) != 0) text += " undecodable";
  if ((causes & kIncomplete) != 0) text += " incomplete";
  return text;
}

template <typename T, typename Print>
void PrintField(std::string& out, const char* name, const Captured<T>& field, Print print) {
  if (field.presence == Presence::kAbsent) return;
  out +=
      std::string(name) + ": " + (field.is_present() ? print(field.value) : CausesText(field.causes)) + "\n";
}

inline void PrintList(std::string& out, const char* name, const NameValueList& list) {
  if (list.unknown_causes != 0) out += std::string(name) + ": " + CausesText(list.unknown_causes) + "\n";
  if (list.incomplete_causes != 0)
    out += std::string(name) + " lack: " + CausesText(list.incomplete_causes) + "\n";
  for (const NameValue& item : list.items) {
    out += std::string(name) + ": " + std::string(item.name) + "=" + std::string(item.value) +
           (item.redacted ? " (redacted)" : "") + "\n";
  }
}

inline std::string PrintExchange(const Exchange& x) {
  const auto text = [](std::string_view v) { return std::string(v); };
  const auto number = [](std::int64_t v) { return std::to_string(v); };
  const auto time = [](const TimePoint& v) { return FormatTime(v); };
  const auto ip = [](const IpAddress& v) { return v.ToString(); };
  std::string out = std::string(x.method) + " " + std::string(x.path) + "\n";
  PrintField(out, "id", x.id, text);
  PrintField(out, "start", x.start, time);
  PrintField(out, "end", x.end, time);
  PrintField(out, "duration", x.duration, [](std::int64_t v) { return FormatDuration(v); });
  PrintField(out, "scheme", x.scheme, text);
  PrintField(out, "host", x.host, text);
  PrintField(out, "query", x.query, text);
  PrintList(out, "param", x.query_parameters);
  PrintField(out, "client", x.client_ip, ip);
  PrintField(out, "server", x.server_ip, ip);
  const auto body = [&](const char* name, const Body& b) {
    if (b.presence == Presence::kPresent) out += std::string(name) + ": " + std::string(b.bytes) + "\n";
    if (b.presence == Presence::kUnknown) out += std::string(name) + ": " + CausesText(b.causes) + "\n";
    PrintField(out, (std::string(name) + " size").c_str(), b.size, number);
  };
  PrintList(out, "> header", x.request_headers);
  PrintList(out, "> cookie", x.request_cookies);
  PrintField(out, "> type", x.request_media_type, text);
  body("> body", x.request_body);
  if (!x.has_response && x.status.presence != Presence::kUnknown) out += "no response\n";
  PrintField(out, "status", x.status, number);
  PrintList(out, "< header", x.response_headers);
  PrintList(out, "< cookie", x.response_cookies);
  PrintField(out, "< type", x.response_media_type, text);
  body("< body", x.response_body);
  return out;
}

// What reading a text gives: every exchange as text, then the diagnostics as "CODE input: message".
struct ReadResult {
  std::vector<std::string> exchanges;
  std::vector<Evidence> evidence;
  std::vector<std::string> diagnostics;
  RecordingSummary summary;
  bool opened = false;
  std::string format;
};

inline ReadResult ReadAll(std::unique_ptr<RecordingReader> reader, DiagnosticSink& sink) {
  ReadResult result;
  if (reader != nullptr) {
    result.opened = true;
    result.format = InfoOf(reader->format()).id;
    ExchangeBatch batch;
    while (reader->Next(batch, sink)) {
      for (std::size_t i = 0; i < batch.count; ++i) {
        result.exchanges.push_back(PrintExchange(batch.exchanges[i]));
        result.evidence.push_back(batch.exchanges[i].evidence);
      }
    }
    result.summary = reader->summary();
  }
  for (const Diagnostic& d : sink.all()) {
    result.diagnostics.push_back(std::string(InfoOf(d.code).code) + " " + d.input + ": " + d.message);
  }
  return result;
}

inline ReadResult ReadText(std::string text, const RecordingOptions& options = {},
                           const Limits& limits = {}) {
  DiagnosticSink sink;
  auto reader = OpenRecordingText(std::move(text), "t", options, limits, sink);
  return ReadAll(std::move(reader), sink);
}

}  // namespace writ::model
