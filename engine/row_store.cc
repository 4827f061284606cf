// Rows on their way to windows.
#include "engine/row_store.h"

#include "engine/collector.h"
#include "engine/secrets.h"

namespace writ::engine {

using vm::Value;
using vm::ValueKind;

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
  arguments_ = values.size() - keys_;
  EncodeRow(values, keys_, time, exchange.evidence, ExchangeLabel(exchange), encoded_);
  rows_.Add(encoded_);
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
  rows_.Merge(std::move(other.rows_));
  if (other.arguments_ != 0) arguments_ = other.arguments_;
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

Result<bool> RowStore::Reader::Next(GroupRow& row) {
  std::string_view bytes;
  WRIT_TRY(const bool more, stream_.Next(bytes));
  if (more) row.Decode(bytes, keys_, arguments_);
  return more;
}

}  // namespace writ::engine
