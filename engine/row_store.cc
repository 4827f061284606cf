// Rows of detectors, copied out of the batch: text is kept once.
#include "base/regex.h"
#include "engine/groups.h"
#include "engine/secrets.h"

namespace writ::engine {

using vm::Value;
using vm::ValueKind;

std::string_view RowStore::Keep(std::string_view text) {
  const auto found = texts_.find(text);
  if (found != texts_.end()) return found->second;
  const std::string_view kept = arenas_.back().Copy(text);
  texts_.emplace(kept, kept);
  return kept;
}

Value RowStore::Persist(const Value& value) {
  Arena& arena = arenas_.back();
  Value copy = value;
  switch (value.kind) {
    case ValueKind::kString: copy = Value::String(Keep(value.string())); break;
    case ValueKind::kDecimal: copy.decimal = arena.New<Decimal>(*value.decimal); break;
    case ValueKind::kIp: copy.ip = arena.New<IpAddress>(*value.ip); break;
    case ValueKind::kCidr: copy.cidr = arena.New<Cidr>(*value.cidr); break;
    case ValueKind::kInterval: copy.interval = arena.New<vm::IntervalRep>(*value.interval); break;
    case ValueKind::kError: copy.error = arena.New<vm::ErrorRep>(*value.error); break;
    default: break;   // in place; the checker admits no records, lists or json here
  }
  return copy;
}

void RowStore::NoteSecrets(std::span<const Value> values, const model::Exchange& exchange) {
  std::vector<std::string_view> secrets;
  bool looked = false;
  for (const Value& value : values) {
    // A fingerprint is what stands for a secret, and by far the most frequent key.
    if (value.kind != ValueKind::kString || value.string().substr(0, 7) == "sha256:") continue;
    if (!looked) secrets = SecretsOf(exchange);
    looked = true;
    for (const std::string_view secret : secrets) {
      if (value.string().find(secret) != std::string_view::npos) secrets_.emplace(secret);
    }
  }
}

void RowStore::Add(std::span<const Value> values, std::int64_t time, const model::Exchange& exchange) {
  NoteSecrets(values, exchange);
  width_ = values.size();
  for (const Value& value : values) values_.push_back(Persist(value));
  rows_.push_back({time, exchange.evidence, Keep(ExchangeLabel(exchange))});
}

void RowStore::AddUndecided(const model::Exchange& exchange, const std::string& why, bool is_error, bool should_have_shown) {
  Undecided& undecided = undecided_[{exchange.evidence.source, why}];
  if (undecided.count == 0 || exchange.evidence.ordinal < undecided.first.ordinal) {
    undecided.first = exchange.evidence;
    undecided.label = ExchangeLabel(exchange);
  }
  ++undecided.count;
  undecided.is_error = is_error;
  undecided.should_have_shown = undecided.should_have_shown || should_have_shown;
}

void RowStore::Merge(RowStore&& other) {
  // Writing goes on in our own arena; the other's arenas only have to stay alive.
  for (Arena& arena : other.arenas_) arenas_.insert(arenas_.begin(), std::move(arena));
  rows_.insert(rows_.end(), other.rows_.begin(), other.rows_.end());
  values_.insert(values_.end(), other.values_.begin(), other.values_.end());
  if (other.width_ != 0) width_ = other.width_;
  secrets_.insert(other.secrets_.begin(), other.secrets_.end());
  for (auto& [key, from] : other.undecided_) {
    Undecided& to = undecided_[key];
    if (to.count == 0 || from.first.ordinal < to.first.ordinal) {
      to.first = from.first;
      to.label = from.label;
    }
    to.count += from.count;
    to.is_error = from.is_error;
    to.should_have_shown = to.should_have_shown || from.should_have_shown;
  }
}

}  // namespace writ::engine
