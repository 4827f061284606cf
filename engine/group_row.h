// A row of a detector outside the batch it came from: the exchange's place, the keys and the arguments of aggregates, as bytes that sort by
// key, time, recording and ordinal, so that they can go to disk and come back in the order in which windows want them.
// Covered by tests/engine/group_row_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/traffic/exchange.h"
#include "vm/value.h"

namespace writ::engine {

// The bytes of a row. The first `keys` values are its keys: present, and of types with an order. None of the values is a record, a collection,
// json or a pattern; the checker and the verifier admit no others.
void EncodeRow(std::span<const vm::Value> values, std::size_t keys, std::int64_t time, const model::Evidence& evidence, std::string_view label,
               std::string& out);

// A row read back. What its values point to lives as long as it does, also when it is moved.
class GroupRow {
 public:
  // `bytes` come from EncodeRow with as many keys and other values. Memory is reused.
  void Decode(std::string_view bytes, std::size_t keys, std::size_t arguments);

  // One of its own, whose memory is no larger than the row.
  GroupRow Copy() const;

  std::int64_t time() const { return time_; }                  // nanoseconds since the Unix epoch
  const model::Evidence& evidence() const { return evidence_; }
  std::string_view label() const { return label_; }            // of the exchange, for evidence
  std::span<const vm::Value> keys() const { return {values_.data(), key_count_}; }
  std::span<const vm::Value> arguments() const { return std::span<const vm::Value>(values_).subspan(key_count_); }
  // Equal for rows of one group, and only for those.
  std::string_view group() const { return {storage_.get(), group_size_}; }

 private:
  std::unique_ptr<char[]> storage_;    // the bytes, then one cell for each value that needs more than its sixteen bytes
  std::size_t capacity_ = 0, size_ = 0;
  std::size_t group_size_ = 0, key_count_ = 0;
  std::int64_t time_ = 0;
  model::Evidence evidence_;
  std::string_view label_;
  std::vector<vm::Value> values_;
};

}  // namespace writ::engine
