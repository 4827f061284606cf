// Text → Document. JSON through simdjson, YAML through libyaml's events with scalars resolved by the YAML 1.2 core schema.
// The format is told from the first significant byte, not from the file's name. Bounded against depth, size and alias bombs.
// Covered by tests/model/readers/*_test.cc.
#pragma once

#include <optional>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "model/document.h"

namespace writ::model {

// Reads the file `file` of `sources`. Nothing, with at least one diagnostic, when it cannot be used. Duplicate keys are
// diagnostics (the first wins) and do not make a document unusable.
std::optional<Document> ReadDocument(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ::model
