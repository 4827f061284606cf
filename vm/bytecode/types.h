// The types of the language as interned ids, shared by the compiler (which infers them), the module format (which
// carries them) and the verifier (which checks registers against them). Covered by tests/vm/bytecode/types_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace writ::bytecode {

enum class TypeKind : std::uint8_t {
  kBool, kInt, kDecimal, kString, kTime, kDuration, kIp, kCidr, kRegex, kJson, kJsonPath,
  kList, kSet, kMap,   // element; kMap: key and element
  kEnum,               // index: into TypeTable::enums()
  kRecord,             // index: RecordId
  kOptional,           // element: `T?`
  kVariable,           // index: only inside signatures of builtins (T, K)
  kIterator,           // element: only registers, never an expression
  kNever,              // the element type of an empty literal, and of expressions that had an error
};

enum class TypeId : std::uint32_t {};

struct Type {
  TypeKind kind = TypeKind::kNever;
  std::uint32_t index = 0;
  TypeId element{0};
  TypeId key{0};
  friend bool operator==(const Type&, const Type&) = default;
};

struct EnumType {
  std::string name;                  // "" for one declared in place: enum {a, b}
  std::vector<std::string> members;
};

// Interns types. The scalar kinds and the model's enums have the same ids in every table.
class TypeTable {
 public:
  TypeTable();

  const Type& Get(TypeId id) const { return types_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return types_.size(); }
  TypeId Intern(const Type& type);
  TypeId Scalar(TypeKind kind) const { return static_cast<TypeId>(kind); }  // kBool … kJsonPath
  TypeId Never() const { return never_; }
  TypeId ListOf(TypeId element) { return Intern({TypeKind::kList, 0, element, TypeId{0}}); }
  TypeId SetOf(TypeId element) { return Intern({TypeKind::kSet, 0, element, TypeId{0}}); }
  TypeId MapOf(TypeId key, TypeId element) { return Intern({TypeKind::kMap, 0, element, key}); }
  TypeId OptionalOf(TypeId element);   // `T??` is `T?`
  TypeId IteratorOf(TypeId element) { return Intern({TypeKind::kIterator, 0, element, TypeId{0}}); }
  TypeId Record(std::uint32_t record) { return Intern({TypeKind::kRecord, record, TypeId{0}, TypeId{0}}); }
  TypeId EnumOf(std::vector<std::string> members);           // declared in place
  std::optional<TypeId> NamedEnum(std::string_view name) const;
  const EnumType& EnumInfo(TypeId id) const { return enums_[Get(id).index]; }
  const std::vector<EnumType>& enums() const { return enums_; }

  bool IsOptional(TypeId id) const { return Get(id).kind == TypeKind::kOptional; }
  TypeId Unwrap(TypeId id) const { return IsOptional(id) ? Get(id).element : id; }

  // The notation of the language: "list[string]?", "enum {a, b}", "Operation".
  std::string ToString(TypeId id) const;
  // Reads that notation: scalars, list set map, names of enums and records, `?`, and the variables T and K. Nothing if malformed.
  std::optional<TypeId> Parse(std::string_view text);

 private:
  std::vector<Type> types_;
  std::vector<EnumType> enums_;
  TypeId never_{0};
};

}  // namespace writ::bytecode
