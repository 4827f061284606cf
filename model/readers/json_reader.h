// JSON → Document through simdjson. Internal to model/readers; the entry for others is ReadDocument.
// Covered by tests/model/readers/json_reader_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "model/document.h"

namespace writ::model {

// Fast check of a whole text; base/utf8.h tells where it fails.
bool IsUtf8(std::string_view text);

// Reads the JSON value of `text` (the text of `file`) that starts at `offset`, behind a byte order mark.
// `text` must be UTF-8 and outlive the document. Nothing, with one diagnostic, when it is no JSON or passes a
// limit; `is_syntax` tells which.
std::optional<Document> ReadJson(FileId file, std::string_view text, std::size_t offset, const Limits& limits,
                                 DiagnosticSink& sink, bool& is_syntax);

}  // namespace writ::model
