// Subjects of descriptions.
#include "engine/subjects.h"

namespace writ::engine {

using bytecode::RecordId;
using bytecode::SubjectKind;
using vm::Value;

void ForEachSubject(SubjectKind kind, const model::Api& api, const std::function<void(const Value&)>& visit) {
  const auto operations = [&](const std::deque<model::Operation>& list) {
    for (const model::Operation& op : list) visit(Value::Record(RecordId::kOperation, &op));
  };
  switch (kind) {
    case SubjectKind::kApi: visit(Value::Record(RecordId::kApi, &api)); break;
    case SubjectKind::kOperation: operations(api.operations); break;
    case SubjectKind::kWebhookOperation: operations(api.webhook_operations); break;
    case SubjectKind::kCallbackOperation: operations(api.callback_operations); break;
    case SubjectKind::kParameter:
      for (const model::Operation& op : api.operations) {
        for (const model::Parameter& parameter : op.parameters) visit(Value::Record(RecordId::kParameter, &parameter));
      }
      break;
    case SubjectKind::kRequestBody:
      for (const model::Operation& op : api.operations) {
        if (op.request_body) visit(Value::Record(RecordId::kRequestBody, &*op.request_body));
      }
      break;
    case SubjectKind::kResponse:
      for (const model::Operation& op : api.operations) {
        for (const model::Response& response : op.responses) visit(Value::Record(RecordId::kResponse, &response));
      }
      break;
    case SubjectKind::kHeader:
      for (const model::Operation& op : api.operations) {
        for (const model::Response& response : op.responses) {
          for (const model::Header& header : response.headers) visit(Value::Record(RecordId::kHeader, &header));
        }
      }
      break;
    case SubjectKind::kSchema:
      for (const model::Schema& schema : api.schemas) {
        if (schema.reachable) visit(Value::Record(RecordId::kSchema, &schema));
      }
      break;
    case SubjectKind::kProperty:
      for (const model::Schema& schema : api.schemas) {
        if (!schema.reachable) continue;
        for (const model::SchemaProperty& property : schema.properties) visit(Value::Record(RecordId::kProperty, &property));
      }
      break;
    case SubjectKind::kSecurityScheme:
      for (const model::SecurityScheme& scheme : api.security_schemes) visit(Value::Record(RecordId::kSecurityScheme, &scheme));
      break;
    case SubjectKind::kServer:
      for (const model::Server& server : api.servers) visit(Value::Record(RecordId::kServer, &server));
      break;
    case SubjectKind::kExchange: break;
  }
}

}  // namespace writ::engine
