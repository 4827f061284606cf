// Places of the model, and which response describes a status.
#include "model/spec/api_spec.h"

namespace writ::model {

Span Api::SpanOf(const Place& place) const {
  return place.valid() && place.document < documents.size() ? documents[place.document].ValueSpan(place.node)
                                                            : Span{};
}

Span Api::KeySpanOf(const Place& place) const {
  return place.valid() && place.document < documents.size() ? documents[place.document].KeySpan(place.node)
                                                            : Span{};
}

std::string Api::PointerOf(const Place& place) const {
  return place.valid() && place.document < documents.size() ? documents[place.document].PointerOf(place.node)
                                                            : std::string{};
}

const Response* FindDeclaredResponse(const Operation& operation, std::string_view key) {
  for (const Response& response : operation.responses) {
    if (response.status == key) return &response;
  }
  return nullptr;
}

const Response* FindResponse(const Operation& operation, std::int64_t status) {
  if (const Response* exact = FindDeclaredResponse(operation, std::to_string(status))) return exact;
  const std::int64_t status_class = status / 100;
  if (status_class >= 1 && status_class <= 9) {
    const char digit = static_cast<char>('0' + status_class);
    for (const Response& response : operation.responses) {
      const std::string_view key = response.status;
      if (key.size() == 3 && key[0] == digit && (key[1] == 'X' || key[1] == 'x') &&
          (key[2] == 'X' || key[2] == 'x')) {
        return &response;
      }
    }
  }
  return FindDeclaredResponse(operation, "default");
}

}  // namespace writ::model
