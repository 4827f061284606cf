// Document → Api. Understands OpenAPI 3.0 and 3.1 (and reads 2.0 and 3.2 by the same rules where they agree); resolves
// internal references, cycles included. Other files and the network are never fetched: W4xxx warnings and a coverage gap.
// Formats are the rows of model/spec/formats.def. Covered by tests/model/spec/*_test.cc.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "model/spec/api_spec.h"

namespace writ::model {

// Reads the description `file`. Null, with one clear diagnostic, when it is no usable API description.
std::unique_ptr<Api> ReadApi(FileId file, const ApiMetadata& metadata, const SourceMap& sources, const Limits& limits,
                             DiagnosticSink& sink);

}  // namespace writ::model
