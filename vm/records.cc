// One case per row of records.def.
#include "vm/records.h"

#include "base/check.h"

namespace writ::vm {
namespace {

using bytecode::RecordId;

RecordPlace OfOperation(const model::Operation* operation, model::Place place) {
  return {operation == nullptr ? nullptr : operation->api, operation, place};
}

}  // namespace

std::optional<RecordPlace> PlaceOf(const Value& record) {
  switch (record.record_id()) {
    case RecordId::kApi: {
      const auto& api = record.as<model::Api>();
      if (api.documents.empty()) return RecordPlace{&api, nullptr, {}};
      return RecordPlace{&api, nullptr, {0, api.documents[0].root()}};
    }
    case RecordId::kOperation: {
      const auto& operation = record.as<model::Operation>();
      return OfOperation(&operation, operation.place);
    }
    case RecordId::kParameter: {
      const auto& parameter = record.as<model::Parameter>();
      return RecordPlace{parameter.api, parameter.operation, parameter.place};
    }
    case RecordId::kRequestBody: return OfOperation(record.as<model::RequestBody>().operation, record.as<model::RequestBody>().place);
    case RecordId::kResponse: return OfOperation(record.as<model::Response>().operation, record.as<model::Response>().place);
    case RecordId::kHeader: return OfOperation(record.as<model::Header>().operation, record.as<model::Header>().place);
    case RecordId::kSchema: return RecordPlace{record.as<model::Schema>().api, nullptr, record.as<model::Schema>().place};
    case RecordId::kProperty: {
      const auto& property = record.as<model::SchemaProperty>();
      return RecordPlace{property.api, nullptr, property.place};
    }
    case RecordId::kSecurityRequirement: {
      const auto& requirement = record.as<model::SecurityRequirement>();
      const model::Api* api = nullptr;
      for (const model::SchemeUse& use : requirement.schemes) {
        if (use.scheme != nullptr) api = use.scheme->api;
      }
      return RecordPlace{api, nullptr, requirement.place};
    }
    case RecordId::kSchemeUse: {
      const auto& use = record.as<model::SchemeUse>();
      return RecordPlace{use.scheme == nullptr ? nullptr : use.scheme->api, nullptr, use.place};
    }
    case RecordId::kSecurityScheme: {
      const auto& scheme = record.as<model::SecurityScheme>();
      return RecordPlace{scheme.api, nullptr, scheme.place};
    }
    case RecordId::kFlow: return RecordPlace{nullptr, nullptr, record.as<model::SecurityScheme::Flow>().place};
    case RecordId::kServer: return RecordPlace{record.as<model::Server>().api, nullptr, record.as<model::Server>().place};
    case RecordId::kExchange:
    case RecordId::kExchangeRequest:
    case RecordId::kExchangeResponse:
    case RecordId::kCredential:
    case RecordId::kNameValue: return std::nullopt;
  }
  WRIT_CHECK(false);
}

const model::Exchange* ExchangeOf(const Value& record) {
  switch (record.record_id()) {
    case RecordId::kExchange:
    case RecordId::kExchangeRequest:
    case RecordId::kExchangeResponse:
    case RecordId::kCredential: return &record.as<model::Exchange>();
    case RecordId::kApi:
    case RecordId::kOperation:
    case RecordId::kParameter:
    case RecordId::kRequestBody:
    case RecordId::kResponse:
    case RecordId::kHeader:
    case RecordId::kSchema:
    case RecordId::kProperty:
    case RecordId::kSecurityRequirement:
    case RecordId::kSchemeUse:
    case RecordId::kSecurityScheme:
    case RecordId::kFlow:
    case RecordId::kServer:
    case RecordId::kNameValue: return nullptr;
  }
  WRIT_CHECK(false);
}

}  // namespace writ::vm
