// The entry: reads the document, sees which format it is, and puts the model together.
#include "model/spec/read_api.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/diagnostic_codes.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "model/readers/read_document.h"
#include "model/spec/operations.h"
#include "model/spec/reading.h"
#include "model/spec/schemas.h"
#include "model/spec/security.h"
#include "model/spec/servers.h"
#include "model/spec/uses.h"

namespace writ::model {
namespace {

struct Format {
  SpecVersion version;
  std::string_view member, prefix, name;
};
constexpr Format kFormats[] = {
#define SPEC_FORMAT(id, member, prefix, name) {SpecVersion::id, member, prefix, name},
#include "model/spec/formats.def"
};

struct ForeignFormat {
  std::string_view member, name;
};
constexpr ForeignFormat kForeignFormats[] = {
#define SPEC_FORMAT(id, member, prefix, name)
#define FOREIGN_FORMAT(member, name) {member, name},
#include "model/spec/formats.def"
};

// The text of a scalar, for a version that YAML may have read as a number.
std::optional<std::string_view> VersionText(const Document& document, NodeId id) {
  if (id == kNoNode) return std::nullopt;
  const Node& node = document.node(id);
  if (node.kind != NodeKind::kString && node.kind != NodeKind::kNumber) return std::nullopt;
  return node.text;
}

bool HasVersion(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix &&
         (text.size() == prefix.size() || text[prefix.size()] == '.' || text[prefix.size()] == '-');
}

// The format of the document; null after one diagnostic that says what was seen instead.
const Format* DetectFormat(const Document& document, DiagnosticSink& sink) {
  const NodeId root = document.root();
  const Node& node = document.node(root);
  const auto at_root =
      Span{document.file(), node.value_begin, std::min(node.value_begin + 1, node.value_end)};
  if (node.kind != NodeKind::kObject) {
    sink.Report(DiagnosticCode::kNotAnApiDescription, at_root,
                "an API description is an object, this document is " + std::string(DescribeKind(node.kind)));
    return nullptr;
  }
  for (const std::string_view member : {std::string_view("openapi"), std::string_view("swagger")}) {
    const NodeId id = document.Find(root, member);
    if (id == kNoNode) continue;
    const std::optional<std::string_view> version = VersionText(document, id);
    if (version) {
      for (const Format& format : kFormats) {
        if (format.member == member && HasVersion(*version, format.prefix)) return &format;
      }
    }
    sink.Report(DiagnosticCode::kUnsupportedVersion, document.KeySpan(id),
                version ? "version `" + std::string(member) + ": " +
                              std::string(CodePointSlice(*version, 0, 40)) + "` is not supported"
                        : "`" + std::string(member) + "` is " +
                              std::string(DescribeKind(document.node(id).kind)) + ", not a version",
                "Writ reads `swagger: \"2.0\"` and `openapi: 3.0.x`, `3.1.x` and `3.2.x`");
    return nullptr;
  }
  for (const ForeignFormat& format : kForeignFormats) {
    const NodeId id = document.Find(root, format.member);
    if (id == kNoNode) continue;
    std::string seen(format.name);
    if (const auto version = VersionText(document, id))
      seen += " (`" + std::string(CodePointSlice(*version, 0, 40)) + "`)";
    sink.Report(DiagnosticCode::kNotAnApiDescription, document.KeySpan(id),
                "this is a document of another format: " + seen,
                "an OpenAPI description has a root member `openapi` or `swagger`");
    return nullptr;
  }
  std::string help = "an OpenAPI description has a root member `openapi` or `swagger`";
  std::string keys;
  for (const NodeId child : document.children(root).first(std::min<std::size_t>(5, node.child_count))) {
    const std::string key(CodePointSlice(document.node(child).key, 0, 40));
    keys += (keys.empty() ? "`" : ", `") + key + "`";
    const std::string near = Nearest(key, {"openapi", "swagger"});
    if (!near.empty()) help = "did you mean `" + near + "` for `" + key + "`?";
  }
  sink.Report(DiagnosticCode::kNotAnApiDescription, at_root,
              keys.empty()
                  ? "the document is empty: no API description"
                  : "no API description: the document has neither `openapi` nor `swagger`, but " + keys,
              help);
  return nullptr;
}

// `x-` members of the root, or of `info`, for what the metadata leaves open.
void FillMetadata(Reading& reading) {
  const Document& document = reading.document;
  const NodeId root = document.root();
  const NodeId info = document.Find(root, "info");
  ApiMetadata& metadata = reading.api.metadata;
  const auto find = [&](std::string_view key) {
    const NodeId at = document.Find(root, key);
    return at != kNoNode ? at : document.Find(info, key);
  };
  const auto fill = [&](std::string_view key, std::optional<std::string>& field) {
    if (field) return;
    if (const auto text = reading.ScalarText(find(key))) field = std::string(*text);
  };
  fill("x-sensitivity", metadata.sensitivity);
  fill("x-impact", metadata.impact);
  fill("x-owner", metadata.owner);
  fill("x-lifecycle", metadata.lifecycle);
  if (metadata.exposure != Exposure::kUnspecified) return;
  for (const std::string_view key : {std::string_view("x-exposure"), std::string_view("x-audience")}) {
    const NodeId at = find(key);
    const std::string_view word = reading.LowerCase(document.StringOf(at));
    if (word == "public" || word == "external-public") {
      metadata.exposure = Exposure::kPublic;
    } else if (word == "partner" || word == "external-partner") {
      metadata.exposure = Exposure::kPartner;
    } else if (word == "internal" || word == "private" || word == "company-internal" ||
               word == "business-unit-internal" || word == "component-internal") {
      metadata.exposure = Exposure::kInternal;
    } else if (at != kNoNode && word != "unspecified") {
      reading.reporter.Report(DiagnosticCode::kUnknownValue, at,
                              "`" + std::string(key) + "` is none of public, partner and internal");
    }
    if (metadata.exposure != Exposure::kUnspecified) return;
  }
}

void FillInfo(Reading& reading) {
  const NodeId root = reading.document.root();
  const NodeId info = reading.Object(root, "info");
  reading.api.title = reading.Text(info, "title").value_or(std::string_view{});
  reading.api.version = reading.Text(info, "version").value_or(std::string_view{});
  const NodeId tags = reading.Array(root, "tags");
  if (tags == kNoNode) return;
  for (const NodeId tag : reading.document.children(tags)) {
    if (!reading.Expect(tag, NodeKind::kObject, "a tag")) continue;
    if (const auto name = reading.Text(tag, "name")) reading.api.tags.push_back(*name);
  }
}

// References of components that no operation leads to are checked all the same: someone will use them.
void CheckComponents(Reading& reading) {
  const Document& document = reading.document;
  const NodeId holder =
      IsOpenApi2(reading.version) ? document.root() : reading.Object(document.root(), "components");
  for (const std::string_view group :
       {std::string_view("parameters"), std::string_view("responses"), std::string_view("requestBodies"),
        std::string_view("headers"), std::string_view("examples"), std::string_view("links"),
        std::string_view("callbacks"), std::string_view("pathItems"), std::string_view("mediaTypes")}) {
    const NodeId map = reading.Object(holder, group);
    if (map == kNoNode) continue;
    for (const NodeId member : document.children(map)) reading.Resolve(member);
  }
}

// "apis/users.v1.yaml" → "users.v1"
std::string StemOf(std::string_view name) {
  name.remove_prefix(name.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return std::string(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
}

}  // namespace

std::unique_ptr<Api> ReadApi(FileId file, const ApiMetadata& metadata, const SourceMap& sources,
                             const Limits& limits, DiagnosticSink& sink) {
  DiagnosticSink document_sink;
  std::optional<Document> document = ReadDocument(file, sources, limits, document_sink);
  if (!document) {
    sink.Append(document_sink);
    return nullptr;
  }
  const Format* format = DetectFormat(*document, sink);
  // What else is wrong with a document of another kind is not our business.
  if (format == nullptr) return nullptr;
  sink.Append(document_sink);

  auto api = std::make_unique<Api>();
  api->documents.push_back(std::move(*document));
  api->metadata = metadata;
  const std::string& file_name = sources.file(file).name();
  if (api->metadata.name.empty()) api->metadata.name = StemOf(file_name);
  api->name = api->metadata.name;
  api->openapi =
      *VersionText(api->documents[0], api->documents[0].Find(api->documents[0].root(), format->member));

  Reading reading(*api, format->version, file_name, limits, sink);
  FillMetadata(reading);
  FillInfo(reading);
  ReadSecuritySchemes(reading);
  SchemaTable schemas(reading);
  ServerTable servers(reading);
  OperationReader operations(reading, schemas, servers);
  operations.Run();
  CheckComponents(reading);
  if (!reading.is_too_large()) {
    schemas.Finish();
    operations.Settle();
    FillUses(reading, operations.extra_uses());
  }
  reading.reporter.Finish();
  if (reading.is_too_large()) return nullptr;
  return api;
}

}  // namespace writ::model
