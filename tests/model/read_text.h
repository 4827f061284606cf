// Reads documents and descriptions from text, and prints them and their problems in a form that fits an
// expectation.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/limits.h"
#include "model/readers/read_document.h"
#include "model/spec/read_api.h"

namespace writ::test {

// One line a problem: "W4005 3:1 key `a` is used twice…", then " | help".
inline std::string Problems(const DiagnosticSink& sink, const SourceMap& sources) {
  std::string out;
  for (const Diagnostic& d : sink.all()) {
    out += std::string(InfoOf(d.code).code) + " ";
    if (d.span.valid()) {
      const LineColumn at = sources.Locate(d.span);
      out += std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
    }
    out += d.message + (d.help.empty() ? "" : " | " + d.help) + "\n";
  }
  return out;
}

// Compact JSON-like text with unquoted strings: what was understood, not how it was written.
inline std::string Dump(const model::Document& document, model::NodeId id) {
  const model::Node& node = document.node(id);
  std::string out;
  switch (node.kind) {
    case model::NodeKind::kNull:
      return "null";
    case model::NodeKind::kBool:
      return node.bool_value ? "true" : "false";
    case model::NodeKind::kNumber:
      return std::string(node.text);
    case model::NodeKind::kString:
      return "'" + std::string(node.text) + "'";
    case model::NodeKind::kArray:
      for (const model::NodeId child : document.children(id))
        out += (out.empty() ? "" : ",") + Dump(document, child);
      return "[" + out + "]";
    case model::NodeKind::kObject:
      for (const model::NodeId child : document.children(id)) {
        out += (out.empty() ? "" : ",") + std::string(document.node(child).key) + ":" + Dump(document, child);
      }
      return "{" + out + "}";
  }
  return out;
}

struct ReadText {
  explicit ReadText(std::string text, const Limits& limits = {}) {
    file = sources.Add("test", std::move(text));
    document = model::ReadDocument(file, sources, limits, sink);
  }
  std::string dump() const { return document ? Dump(*document, document->root()) : "nothing"; }
  std::string problems() const { return Problems(sink, sources); }
  // The bytes of the value at a JSON pointer.
  std::string TextAt(std::string_view pointer) const {
    return std::string(sources.Text(document->ValueSpan(document->At(pointer))));
  }
  std::string KeyTextAt(std::string_view pointer) const {
    return std::string(sources.Text(document->KeySpan(document->At(pointer))));
  }

  SourceMap sources;
  FileId file = kNoFile;
  DiagnosticSink sink;
  std::optional<model::Document> document;
};

struct ReadSpec {
  explicit ReadSpec(std::string text, const Limits& limits = {}, const model::ApiMetadata& metadata = {}) {
    file = sources.Add("apis/test.v1.yaml", std::move(text));
    api = model::ReadApi(file, metadata, sources, limits, sink);
  }
  std::string problems() const { return Problems(sink, sources); }
  const model::Schema* SchemaAt(std::string_view pointer) const {
    for (const model::Schema& schema : api->schemas) {
      if (api->PointerOf(schema.place) == pointer) return &schema;
    }
    return nullptr;
  }

  SourceMap sources;
  FileId file = kNoFile;
  DiagnosticSink sink;
  std::unique_ptr<model::Api> api;
};

}  // namespace writ::test
