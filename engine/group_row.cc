// Layout: keys · time · source · ordinal | offset · length · label · precision of each key · arguments. What stands before the bar is what
// rows are sorted by. Texts have their size before them, so that one key never runs into the next; the order among keys means nothing.
#include "engine/group_row.h"

#include <cstring>

#include "base/check.h"

namespace writ::engine {

using vm::Value;
using vm::ValueKind;

namespace {

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  template <typename T>
  void Plain(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof value);
  }
  // In an order of bytes that is the order of numbers.
  void Ordered(std::uint64_t value) {
    for (int shift = 56; shift >= 0; shift -= 8) out_.push_back(static_cast<char>(value >> shift));
  }
  void Text(std::string_view text) {
    Plain(static_cast<std::uint32_t>(text.size()));
    out_.append(text);
  }

  void Of(const Value& value) {
    out_.push_back(static_cast<char>(value.kind));
    switch (value.kind) {
      case ValueKind::kAbsent: return;
      case ValueKind::kUnknown: return Plain(value.size), Plain(value.field);
      case ValueKind::kError:
        Plain(value.error->trap);
        return Plain(value.error->range);
      case ValueKind::kBool: return Plain(static_cast<std::uint8_t>(value.i));
      case ValueKind::kInt:
      case ValueKind::kDuration:
      case ValueKind::kEnum:
      case ValueKind::kTime: return Plain(value.i);
      case ValueKind::kDecimal: return Plain(value.decimal->coefficient), Plain(value.decimal->scale);
      case ValueKind::kString: return Text(value.string());
      case ValueKind::kIp: return Ip(*value.ip);
      case ValueKind::kCidr:
        Ip(value.cidr->network);
        return Plain(value.cidr->prefix);
      case ValueKind::kInterval:
        // Only a count has bounds before there is a group.
        Plain(value.interval->low_count());
        Plain(value.interval->high_count());
        return Plain(value.interval->causes);
      default: WRIT_CHECK(false);   // see EncodeRow
    }
  }

 private:
  void Ip(const IpAddress& address) {
    Plain(address.bytes);
    Plain(static_cast<std::uint8_t>(address.is_v6));
  }

  std::string& out_;
};

class Reader {
 public:
  explicit Reader(const char* next) : next_(next) {}

  template <typename T>
  T Plain() {
    T value;
    std::memcpy(&value, next_, sizeof value);
    next_ += sizeof value;
    return value;
  }
  std::uint64_t Ordered() {
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value = value << 8 | static_cast<unsigned char>(*next_++);
    return value;
  }
  std::string_view Text() {
    const auto size = Plain<std::uint32_t>();
    const std::string_view text(next_, size);
    next_ += size;
    return text;
  }

  // What does not fit into the value goes into `cell`, which is taken then.
  Value Of(char*& cell) {
    const auto kind = static_cast<ValueKind>(*next_++);
    Value value;
    value.kind = kind;
    switch (kind) {
      case ValueKind::kAbsent: break;
      case ValueKind::kUnknown: value.size = Plain<std::uint32_t>(), value.field = Plain<std::uint16_t>(); break;
      case ValueKind::kError: {
        const auto trap = Plain<vm::TrapKind>();
        value.error = Keep(cell, vm::ErrorRep{trap, Plain<bytecode::SourceRange>()});
        break;
      }
      case ValueKind::kBool: value.i = Plain<std::uint8_t>(); break;
      case ValueKind::kInt:
      case ValueKind::kDuration:
      case ValueKind::kEnum:
      case ValueKind::kTime: value.i = Plain<std::int64_t>(); break;
      case ValueKind::kDecimal: {
        Decimal decimal;
        decimal.coefficient = Plain<Int128>();
        decimal.scale = Plain<std::uint32_t>();
        value.decimal = Keep(cell, decimal);
        break;
      }
      case ValueKind::kString: value = Value::String(Text()); break;
      case ValueKind::kIp: value.ip = Keep(cell, Ip()); break;
      case ValueKind::kCidr: {
        const IpAddress network = Ip();
        value.cidr = Keep(cell, Cidr{network, Plain<std::uint8_t>()});
        break;
      }
      case ValueKind::kInterval: {
        const auto low = Plain<std::int64_t>(), high = Plain<std::int64_t>();
        value.interval = Keep(cell, vm::IntervalRep::OfCount(low, high, Plain<std::uint32_t>()));
        break;
      }
      default: WRIT_CHECK(false);
    }
    return value;
  }

  static constexpr std::size_t kCell = 48;

  const char* next() const { return next_; }

 private:
  template <typename T>
  static const T* Keep(char*& cell, const T& value) {
    static_assert(sizeof(T) <= kCell && alignof(T) <= 16 && std::is_trivially_destructible_v<T>);
    const T* kept = new (cell) T(value);
    cell += kCell;
    return kept;
  }
  IpAddress Ip() {
    IpAddress address;
    address.bytes = Plain<std::array<std::uint8_t, 16>>();
    address.is_v6 = Plain<std::uint8_t>() != 0;
    return address;
  }

  const char* next_;
};

// Negative numbers first.
constexpr std::uint64_t kSign = std::uint64_t{1} << 63;

}  // namespace

void EncodeRow(std::span<const Value> values, std::size_t keys, std::int64_t time, const model::Evidence& evidence, std::string_view label,
               std::string& out) {
  out.clear();
  Writer writer(out);
  for (const Value& key : values.subspan(0, keys)) writer.Of(key);
  writer.Ordered(static_cast<std::uint64_t>(time) ^ kSign);
  writer.Ordered(evidence.source);
  writer.Ordered(evidence.ordinal);
  writer.Plain(evidence.offset);
  writer.Plain(evidence.length);
  writer.Text(label);
  // Keys that differ in the precision of a time alone are one key.
  for (const Value& key : values.subspan(0, keys)) writer.Plain(key.tag);
  for (const Value& argument : values.subspan(keys)) {
    writer.Of(argument);
    if (argument.kind == ValueKind::kTime) writer.Plain(argument.tag);
  }
}

void GroupRow::Decode(std::string_view bytes, std::size_t keys, std::size_t arguments) {
  const std::size_t cells_at = (bytes.size() + 15) & ~std::size_t{15};
  const std::size_t size = cells_at + Reader::kCell * (keys + arguments);
  if (size > capacity_) {
    storage_ = std::make_unique<char[]>(size);   // aligned to 16, as every array of char is
    capacity_ = size;
  }
  size_ = bytes.size();
  std::memcpy(storage_.get(), bytes.data(), size_);
  char* cell = storage_.get() + cells_at;
  Reader reader(storage_.get());
  values_.clear();
  for (std::size_t i = 0; i < keys; ++i) values_.push_back(reader.Of(cell));
  key_count_ = keys;
  group_size_ = static_cast<std::size_t>(reader.next() - storage_.get());
  time_ = static_cast<std::int64_t>(reader.Ordered() ^ kSign);
  evidence_.source = static_cast<std::uint32_t>(reader.Ordered());
  evidence_.ordinal = reader.Ordered();
  evidence_.offset = reader.Plain<std::uint64_t>();
  evidence_.length = reader.Plain<std::uint64_t>();
  label_ = reader.Text();
  for (std::size_t i = 0; i < keys; ++i) values_[i].tag = reader.Plain<std::uint8_t>();
  for (std::size_t i = 0; i < arguments; ++i) {
    Value argument = reader.Of(cell);
    if (argument.kind == ValueKind::kTime) argument.tag = reader.Plain<std::uint8_t>();
    values_.push_back(argument);
  }
}

GroupRow GroupRow::Copy() const {
  GroupRow copy;
  copy.Decode({storage_.get(), size_}, key_count_, values_.size() - key_count_);
  return copy;
}

}  // namespace writ::engine
