// YAML → Document through libyaml's events. Internal to model/readers; the entry for others is ReadDocument.
// Covered by tests/model/readers/yaml_reader_test.cc.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "model/document.h"

namespace writ::model {

// Reads the first document of `text` (the text of `file`) from `offset`, behind a byte order mark. `text`
// must be UTF-8 and outlive the document. Nothing, with one diagnostic, when it is no YAML or passes a limit.
// Merge keys are applied and aliases become copies.
std::optional<Document> ReadYaml(FileId file, std::string_view text, std::size_t offset, const Limits& limits,
                                 DiagnosticSink& sink);

}  // namespace writ::model
