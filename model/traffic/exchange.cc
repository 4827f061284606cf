// Look-ups in the lists of an exchange. Covered by tests/model/traffic/exchange_test.cc.
#include "model/traffic/exchange.h"

namespace writ::model {

Text FindValue(const NameValueList& list, std::string_view name) {
  if (list.unknown_causes != 0) return Text::Unknown(list.unknown_causes);
  for (const NameValue& item : list.items) {
    if (item.name != name) continue;
    return item.redacted ? Text::Unknown(kRedacted) : Text::Present(item.value);
  }
  // In a list that may lack items, not found is not the same as not sent.
  return list.incomplete_causes != 0 ? Text::Unknown(list.incomplete_causes) : Text::Absent();
}

}  // namespace writ::model
