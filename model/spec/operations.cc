// Path items → operations. Whatever is read through a reference is read for each operation that names it,
// because the records name their operation; Reading::MayAdd bounds how far that multiplies.
#include "model/spec/operations.h"

#include <algorithm>
#include <string>

#include "base/diagnostic_codes.h"
#include "model/spec/security.h"

namespace writ::model {
namespace {

constexpr std::pair<std::string_view, std::string_view> kMethods[] = {
    {"get", "GET"},   {"put", "PUT"},     {"post", "POST"},   {"delete", "DELETE"}, {"options", "OPTIONS"},
    {"head", "HEAD"}, {"patch", "PATCH"}, {"trace", "TRACE"}, {"query", "QUERY"}};

bool IsExtension(std::string_view key) {
  return key.substr(0, 2) == "x-";
}

bool IsStatusKey(std::string_view key) {
  if (key == "default") return true;
  if (key.size() != 3 || key[0] < '1' || key[0] > '5') return false;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return (is_digit(key[1]) && is_digit(key[2])) || key.substr(1) == "XX" || key.substr(1) == "xx";
}

}  // namespace

void OperationReader::Run() {
  Api& api = reading_.api;
  const NodeId root = reading_.document.root();
  root_security_ = reading_.Array(root, "security");
  if (root_security_ != kNoNode) root_requirements_ = ReadSecurityRequirements(reading_, root_security_);
  for (const SecurityRequirement& requirement : root_requirements_)
    root_record_count_ += 1 + requirement.schemes.size();
  // Servers of the root, then of paths, then of operations: the order of Api::servers.
  servers_.DeclaredBy(root);
  std::vector<PathItem> paths = PathItems(reading_.Object(root, "paths"), true);
  std::vector<PathItem> hooks;
  if (HasJsonSchema(reading_.version)) hooks = PathItems(reading_.Object(root, "webhooks"), false);
  for (const auto* items : {&paths, &hooks}) {
    for (const PathItem& item : *items) {
      servers_.DeclaredBy(item.holder);
      if (item.target != kNoNode) servers_.DeclaredBy(item.target);
    }
  }
  for (const PathItem& item : paths) ReadItem(item, OperationOrigin::kPath, api.operations);
  for (const PathItem& item : hooks) ReadItem(item, OperationOrigin::kWebhook, api.webhook_operations);
  // Operations of callbacks may have callbacks: the list grows while it is walked.
  for (std::size_t i = 0; i < callbacks_.size(); ++i) {
    for (const PathItem& item : PathItems(callbacks_[i], false)) {
      ReadItem(item, OperationOrigin::kCallback, api.callback_operations);
    }
  }
}

void OperationReader::Settle() {
  Api& api = reading_.api;
  for (auto* operations : {&api.operations, &api.webhook_operations, &api.callback_operations}) {
    for (Operation& operation : *operations) {
      for (Parameter& parameter : operation.parameters) parameter.schema = schemas_.Final(parameter.schema);
      if (operation.request_body) {
        for (MediaType& media : operation.request_body->media_types)
          media.schema = schemas_.Final(media.schema);
      }
      for (Response& response : operation.responses) {
        for (MediaType& media : response.media_types) media.schema = schemas_.Final(media.schema);
        for (Header& header : response.headers) header.schema = schemas_.Final(header.schema);
      }
    }
  }
  for (ExtraUse& use : extra_) use.schema = schemas_.Final(use.schema);
}

std::vector<OperationReader::PathItem> OperationReader::PathItems(NodeId map, bool are_paths) {
  std::vector<PathItem> out;
  if (map == kNoNode) return out;
  for (const NodeId member : reading_.document.children(map)) {
    const std::string_view key = reading_.node(member).key;
    if (IsExtension(key) || (!are_paths && key == "$ref")) continue;
    if (reading_.node(member).kind == NodeKind::kNull) continue;
    if (!reading_.Expect(member, NodeKind::kObject, "a path item")) continue;
    if (are_paths && (key.empty() || key[0] != '/')) {
      reading_.reporter.Report(DiagnosticCode::kUnknownValue, member,
                               "path `" + std::string(key) + "` does not start with `/`");
    }
    NodeId target = reading_.Resolve(member);
    if (target != kNoNode && !reading_.Expect(target, NodeKind::kObject, "a path item")) target = kNoNode;
    out.push_back({key, member, target});
  }
  return out;
}

// The operations of a path item in the order of the file.
std::vector<OperationReader::Source> OperationReader::OperationsOf(NodeId item) {
  std::vector<Source> out;
  if (item == kNoNode) return out;
  for (const NodeId member : reading_.document.children(item)) {
    const std::string_view key = reading_.node(member).key;
    const auto* method =
        std::find_if(std::begin(kMethods), std::end(kMethods), [&](const auto& m) { return m.first == key; });
    if (method != std::end(kMethods)) {
      if (key == "query" && reading_.version != SpecVersion::kOpenApi32) continue;
      if (key == "trace" && IsOpenApi2(reading_.version)) continue;
      if (reading_.node(member).kind == NodeKind::kNull) continue;
      if (reading_.Expect(member, NodeKind::kObject, "an operation")) out.push_back({member, method->second});
    } else if (key == "additionalOperations" && reading_.version == SpecVersion::kOpenApi32) {
      if (!reading_.Expect(member, NodeKind::kObject, "`additionalOperations`")) continue;
      for (const NodeId other : reading_.document.children(member)) {
        if (reading_.Expect(other, NodeKind::kObject, "an operation"))
          out.push_back({other, reading_.node(other).key});
      }
    }
  }
  return out;
}

void OperationReader::ReadItem(const PathItem& item, OperationOrigin origin, std::deque<Operation>& out) {
  std::vector<Source> sources = OperationsOf(item.holder);
  if (item.target != item.holder) {
    // What stands beside a `$ref` wins over what it leads to.
    for (const Source& source : OperationsOf(item.target)) {
      if (std::none_of(sources.begin(), sources.end(),
                       [&](const Source& s) { return s.method == source.method; })) {
        sources.push_back(source);
      }
    }
  }
  for (const Source& source : sources) {
    if (!reading_.MayAdd(1, source.node)) return;
    Operation& operation = out.emplace_back();
    operation.api = &reading_.api;
    operation.origin = origin;
    ReadOperation(item, source, operation);
  }
}

void OperationReader::ReadOperation(const PathItem& item, const Source& source, Operation& operation) {
  const NodeId at = source.node;
  operation.place = Reading::PlaceOf(at);
  operation.method = source.method;
  operation.path = item.path;
  operation.operation_id = reading_.Text(at, "operationId");
  operation.id = operation.operation_id
                     ? *operation.operation_id
                     : reading_.api.strings.Copy(std::string(source.method) + " " + std::string(item.path));
  operation.summary = reading_.Text(at, "summary");
  operation.description = reading_.Text(at, "description");
  operation.deprecated = reading_.Flag(at, "deprecated", false);
  operation.tags = reading_.Texts(at, "tags");
  ReadParameters(item, operation);
  if (IsOpenApi2(reading_.version)) {
    MakeRequestBody(operation);
  } else {
    ReadRequestBody(operation);
  }
  ReadResponses(operation);
  ReadSecurity(operation);
  const NodeId root = reading_.document.root();
  for (const NodeId holder : {at, item.holder, item.target, root}) {
    if (holder == kNoNode) continue;
    const std::vector<const Server*>& declared = servers_.DeclaredBy(holder);
    if (declared.empty()) continue;
    if (reading_.MayAdd(declared.size() / 8, at)) operation.servers = declared;
    break;
  }
  QueueCallbacks(at);
}

void OperationReader::ReadParameters(const PathItem& item, Operation& operation) {
  const auto read_list = [&](NodeId holder) {
    std::vector<Parameter> out;
    if (holder == kNoNode) return out;
    const NodeId list = reading_.Array(holder, "parameters");
    if (list == kNoNode || !reading_.MayAdd(reading_.node(list).child_count, list)) return out;
    out.reserve(reading_.node(list).child_count);
    for (const NodeId entry : reading_.document.children(list)) {
      const NodeId at = reading_.Resolve(entry);
      Parameter parameter;
      if (reading_.Expect(at, NodeKind::kObject, "a parameter") && ReadParameter(at, operation, parameter)) {
        out.push_back(parameter);
      }
    }
    return out;
  };
  const auto key_of = [](const Parameter& p) { return std::make_pair(p.name, p.location); };
  std::vector<Parameter> own = read_list(operation.place.node);
  std::vector<std::pair<std::string_view, ParameterLocation>> taken;
  for (const Parameter& parameter : own) taken.push_back(key_of(parameter));
  std::sort(taken.begin(), taken.end());
  const auto inherit = [&](NodeId holder) {
    for (const Parameter& parameter : read_list(holder)) {
      if (!std::binary_search(taken.begin(), taken.end(), key_of(parameter)))
        operation.parameters.push_back(parameter);
    }
  };
  inherit(item.holder);
  if (item.target != item.holder) inherit(item.target);
  operation.parameters.insert(operation.parameters.end(), own.begin(), own.end());
}

bool OperationReader::ReadParameter(NodeId at, Operation& operation, Parameter& parameter) {
  const std::optional<std::string_view> name = reading_.Text(at, "name");
  const std::optional<std::string_view> in = reading_.Text(at, "in");
  if (!name || !in) {
    reading_.reporter.Report(DiagnosticCode::kMissingMember, at,
                             std::string("a parameter has no `") + (name ? "in" : "name") + "`");
    return false;
  }
  const bool is_openapi2 = IsOpenApi2(reading_.version);
  if (*in == "path") {
    parameter.location = ParameterLocation::kPath;
  } else if (*in == "query" || (*in == "querystring" && reading_.version == SpecVersion::kOpenApi32)) {
    parameter.location = ParameterLocation::kQuery;
  } else if (*in == "header") {
    parameter.location = ParameterLocation::kHeader;
  } else if (*in == "cookie" && !is_openapi2) {
    parameter.location = ParameterLocation::kCookie;
  } else if (*in == "body" && is_openapi2) {
    parameter.location = ParameterLocation::kBody;
  } else if (*in == "formData" && is_openapi2) {
    parameter.location = ParameterLocation::kForm;
  } else {
    reading_.reporter.Report(
        DiagnosticCode::kUnknownValue, reading_.document.Find(at, "in"),
        "a parameter cannot be in `" + std::string(*in) + "`",
        is_openapi2 ? "use path, query, header, body or formData" : "use path, query, header or cookie");
    return false;
  }
  parameter.api = &reading_.api;
  parameter.operation = &operation;
  parameter.name = *name;
  parameter.required = reading_.Flag(at, "required", false);
  parameter.deprecated = reading_.Flag(at, "deprecated", false);
  parameter.description = reading_.Text(at, "description");
  parameter.place = Reading::PlaceOf(at);
  ReadStyle(at, parameter);
  if (is_openapi2 && parameter.location != ParameterLocation::kBody) {
    // The parameter itself carries the keywords of its schema.
    parameter.schema = schemas_.At(at);
    return true;
  }
  parameter.schema = schemas_.At(reading_.document.Find(at, "schema"));
  if (const NodeId content = reading_.Object(at, "content"); content != kNoNode) {
    std::vector<MediaType> media_types;
    ReadContent(content, operation, true, media_types);
    for (const MediaType& media : media_types) {
      if (parameter.schema == nullptr) {
        parameter.schema = media.schema;
      } else if (media.schema != nullptr) {
        extra_.push_back({&operation, media.schema, true});
      }
    }
  }
  return true;
}

void OperationReader::ReadStyle(NodeId at, Parameter& parameter) {
  const bool is_form = parameter.location == ParameterLocation::kQuery ||
                       parameter.location == ParameterLocation::kCookie ||
                       parameter.location == ParameterLocation::kForm;
  parameter.style = is_form ? "form" : "simple";
  if (IsOpenApi2(reading_.version)) {
    const std::optional<std::string_view> format = reading_.Text(at, "collectionFormat");
    if (format == "multi") parameter.explode = true;
    if (format == "ssv") parameter.style = "spaceDelimited";
    if (format == "pipes") parameter.style = "pipeDelimited";
    if (format == "tsv") parameter.style = "tabDelimited";
    return;
  }
  if (const std::optional<std::string_view> style = reading_.Text(at, "style")) parameter.style = *style;
  parameter.explode = reading_.Flag(at, "explode", parameter.style == "form");
}

void OperationReader::ReadRequestBody(Operation& operation) {
  const NodeId member = reading_.document.Find(operation.place.node, "requestBody");
  if (member == kNoNode || reading_.node(member).kind == NodeKind::kNull) return;
  const NodeId at = reading_.Resolve(member);
  if (!reading_.Expect(at, NodeKind::kObject, "`requestBody`")) return;
  RequestBody body;
  body.operation = &operation;
  body.required = reading_.Flag(at, "required", false);
  body.place = Reading::PlaceOf(at);
  if (const NodeId content = reading_.Object(at, "content"); content != kNoNode) {
    ReadContent(content, operation, true, body.media_types);
  }
  operation.request_body = std::move(body);
}

// 2.0: the body parameter, or the form parameters, in each media type that is consumed.
void OperationReader::MakeRequestBody(Operation& operation) {
  const Parameter* body = nullptr;
  bool has_file = false;
  for (const Parameter& parameter : operation.parameters) {
    if (parameter.location == ParameterLocation::kBody ||
        (parameter.location == ParameterLocation::kForm && body == nullptr)) {
      body = &parameter;
    }
    if (reading_.document.StringOf(reading_.document.Find(parameter.place.node, "type")) == "file")
      has_file = true;
  }
  if (body == nullptr) return;
  const bool is_form = body->location == ParameterLocation::kForm;
  RequestBody made;
  made.operation = &operation;
  made.place = body->place;
  made.required = std::any_of(operation.parameters.begin(), operation.parameters.end(),
                              [&](const Parameter& p) { return p.location == body->location && p.required; });
  std::vector<std::string_view> names = MediaTypesOf(operation, "consumes");
  if (is_form) {
    std::erase_if(names, [](std::string_view n) {
      return n != "application/x-www-form-urlencoded" && n != "multipart/form-data";
    });
    if (names.empty())
      names.push_back(has_file ? "multipart/form-data" : "application/x-www-form-urlencoded");
  }
  if (!reading_.MayAdd(names.size(), body->place.node)) return;
  for (const std::string_view name : names)
    made.media_types.push_back({name, is_form ? nullptr : body->schema, body->place});
  operation.request_body = std::move(made);
}

void OperationReader::ReadResponses(Operation& operation) {
  const NodeId map = reading_.Object(operation.place.node, "responses");
  if (map == kNoNode || !reading_.MayAdd(reading_.node(map).child_count, map)) return;
  operation.responses.reserve(reading_.node(map).child_count);
  for (const NodeId member : reading_.document.children(map)) {
    const std::string_view status = reading_.node(member).key;
    if (IsExtension(status)) continue;
    if (!IsStatusKey(status)) {
      reading_.reporter.Report(DiagnosticCode::kUnknownValue, member,
                               "`" + std::string(status) + "` is no status of a response",
                               "use a code such as 404, a class such as 4XX, or default");
    }
    const NodeId at = reading_.Resolve(member);
    if (!reading_.Expect(at, NodeKind::kObject, "a response")) continue;
    Response response;
    response.operation = &operation;
    response.status = status;
    response.description = reading_.Text(at, "description");
    response.place = Reading::PlaceOf(at);
    if (IsOpenApi2(reading_.version)) {
      if (const Schema* schema = schemas_.At(reading_.document.Find(at, "schema")); schema != nullptr) {
        const NodeId place = reading_.document.Find(at, "schema");
        const std::vector<std::string_view> names = MediaTypesOf(operation, "produces");
        if (!reading_.MayAdd(names.size(), at)) return;
        for (const std::string_view name : names)
          response.media_types.push_back({name, schema, Reading::PlaceOf(place)});
        if (names.empty()) extra_.push_back({&operation, schema, false});
      }
    } else if (const NodeId content = reading_.Object(at, "content"); content != kNoNode) {
      ReadContent(content, operation, false, response.media_types);
    }
    if (const NodeId headers = reading_.Object(at, "headers"); headers != kNoNode) {
      ReadHeaders(headers, operation, response.headers);
    }
    operation.responses.push_back(std::move(response));
  }
}

void OperationReader::ReadHeaders(NodeId map, const Operation& operation, std::vector<Header>& out) {
  if (!reading_.MayAdd(reading_.node(map).child_count, map)) return;
  for (const NodeId member : reading_.document.children(map)) {
    const NodeId at = reading_.Resolve(member);
    if (!reading_.Expect(at, NodeKind::kObject, "a header")) continue;
    Header header;
    header.operation = &operation;
    header.name = reading_.node(member).key;
    header.required = reading_.Flag(at, "required", false);
    header.place = Reading::PlaceOf(at);
    header.schema =
        IsOpenApi2(reading_.version) ? schemas_.At(at) : schemas_.At(reading_.document.Find(at, "schema"));
    if (header.schema == nullptr) {
      if (const NodeId content = reading_.Object(at, "content"); content != kNoNode) {
        std::vector<MediaType> media_types;
        ReadContent(content, operation, false, media_types);
        if (!media_types.empty()) header.schema = media_types[0].schema;
      }
    }
    out.push_back(header);
  }
}

void OperationReader::ReadContent(NodeId content, const Operation& operation, bool in_request,
                                  std::vector<MediaType>& out) {
  if (!reading_.MayAdd(reading_.node(content).child_count, content)) return;
  for (const NodeId member : reading_.document.children(content)) {
    if (IsExtension(reading_.node(member).key)) continue;
    const NodeId at = reading_.Resolve(member);
    if (!reading_.Expect(at, NodeKind::kObject, "a media type")) continue;
    MediaType media;
    media.name = MediaTypeName(reading_.node(member).key);
    media.place = Reading::PlaceOf(at);
    media.schema = schemas_.At(reading_.document.Find(at, "schema"));
    if (media.schema == nullptr) media.schema = schemas_.At(reading_.document.Find(at, "itemSchema"));
    if (const NodeId examples = reading_.document.Find(at, "examples"); reading_.IsObject(examples)) {
      for (const NodeId example : reading_.document.children(examples)) reading_.Resolve(example);
    }
    if (const NodeId encodings = reading_.Object(at, "encoding"); encodings != kNoNode) {
      for (const NodeId encoding : reading_.document.children(encodings)) {
        if (!reading_.Expect(encoding, NodeKind::kObject, "an encoding")) continue;
        const NodeId headers = reading_.Object(encoding, "headers");
        if (headers == kNoNode) continue;
        std::vector<Header> read;
        ReadHeaders(headers, operation, read);
        for (const Header& header : read) {
          if (header.schema != nullptr) extra_.push_back({&operation, header.schema, in_request});
        }
      }
    }
    out.push_back(media);
  }
}

void OperationReader::ReadSecurity(Operation& operation) {
  const NodeId own = reading_.Array(operation.place.node, "security");
  if (own != kNoNode) {
    operation.security_place = Reading::PlaceOf(own);
    if (reading_.MayAdd(reading_.node(own).child_count, own))
      operation.security = ReadSecurityRequirements(reading_, own);
  } else if (root_security_ != kNoNode) {
    operation.security_place = Reading::PlaceOf(root_security_);
    if (reading_.MayAdd(root_record_count_, root_security_)) operation.security = root_requirements_;
  }
}

void OperationReader::QueueCallbacks(NodeId operation) {
  if (IsOpenApi2(reading_.version)) return;
  const NodeId map = reading_.Object(operation, "callbacks");
  if (map == kNoNode) return;
  for (const NodeId member : reading_.document.children(map)) {
    if (IsExtension(reading_.node(member).key)) continue;
    const NodeId at = reading_.Resolve(member);
    if (!reading_.Expect(at, NodeKind::kObject, "a callback")) continue;
    if (seen_callbacks_.insert(static_cast<std::uint32_t>(at)).second) callbacks_.push_back(at);
  }
}

std::string_view OperationReader::MediaTypeName(std::string_view text) {
  text = text.substr(0, text.find(';'));
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return reading_.LowerCase(text);
}

std::vector<std::string_view> OperationReader::MediaTypesOf(const Operation& operation,
                                                            std::string_view key) {
  const NodeId own = reading_.Array(operation.place.node, key);
  std::vector<std::string_view> names =
      reading_.Texts(own != kNoNode ? operation.place.node : reading_.document.root(), key);
  for (std::string_view& name : names) name = MediaTypeName(name);
  return names;
}

}  // namespace writ::model
