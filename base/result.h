// Result<T>: a call that may have no usable answer. The error is one line for a person; trouble with
// a place in an input is a Diagnostic instead (base/diagnostics.h).
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace writ {

// What went wrong, in one line, lower case, no full stop.
struct Error {
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { WRIT_CHECK(ok()); return std::get<0>(state_); }
  const T& value() const& { WRIT_CHECK(ok()); return std::get<0>(state_); }
  T&& value() && { WRIT_CHECK(ok()); return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const std::string& error() const { WRIT_CHECK(!ok()); return std::get<1>(state_).message; }

 private:
  std::variant<T, Error> state_;
};

// A call whose only answer is that it worked.
using Status = Result<std::monostate>;
inline Status OkStatus() { return Status(std::monostate{}); }

}  // namespace writ

#define WRIT_CONCAT_INNER(a, b) a##b
#define WRIT_CONCAT(a, b) WRIT_CONCAT_INNER(a, b)
// WRIT_TRY(auto x, F()): x is the value of F(), or the enclosing function returns its error.
#define WRIT_TRY(declaration, expression) WRIT_TRY_INNER(WRIT_CONCAT(try_result_, __LINE__), declaration, expression)
#define WRIT_TRY_INNER(result, declaration, expression) \
  auto result = (expression);                           \
  if (!result.ok()) return ::writ::Error{result.error()}; \
  declaration = std::move(result).value()
