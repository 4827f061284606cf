// Literals as constants. An integer literal where a decimal is expected is a decimal: a literal has the type of its place, values never do.
#include <algorithm>
#include <charconv>

#include "base/json_path/parse.h"
#include "base/regex.h"
#include "compiler/check/expression.h"

namespace writ::compiler {

using bytecode::Constant;
using bytecode::ConstantKind;
using bytecode::TypeKind;
using ir::Node;

namespace {

std::optional<std::int64_t> ParseInt(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Bytes of "64KiB"; nothing on overflow.
std::optional<std::int64_t> ParseSize(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  const auto number = ParseInt(text.substr(0, digits));
  const std::string_view unit = text.substr(digits);
  std::int64_t factor = 0;
  if (unit == "B") factor = 1;
  if (unit == "KB") factor = 1'000;
  if (unit == "MB") factor = 1'000'000;
  if (unit == "GB") factor = 1'000'000'000;
  if (unit == "KiB") factor = std::int64_t{1} << 10;
  if (unit == "MiB") factor = std::int64_t{1} << 20;
  if (unit == "GiB") factor = std::int64_t{1} << 30;
  std::int64_t bytes = 0;
  if (!number || factor == 0 || __builtin_mul_overflow(*number, factor, &bytes)) return std::nullopt;
  return bytes;
}

// The place of bytes `begin` to `end` of what a literal such as jp"…" stands for, in which `\"` is one byte; what is missing at the end points at the
// closing quote.
Span SpanInLiteral(Span literal, std::string_view source, std::size_t begin, std::size_t end) {
  std::size_t at = source.find('"') + 1;
  std::size_t seen = 0;
  const auto advance = [&](std::size_t to) {
    for (; seen < to && at + 1 < source.size(); ++seen) at += source.substr(at, 2) == "\\\"" ? 2 : 1;
    return literal.begin + static_cast<std::uint32_t>(at);
  };
  Span span = literal;
  span.begin = advance(begin);
  span.end = std::max(advance(end), span.begin + 1);
  return span;
}

}  // namespace

Node* ExpressionChecker::CheckLiteral(const Expr& expr, TypeId expected) {
  Constant constant;
  const auto finish = [&](ConstantKind kind, TypeKind type) {
    constant.kind = kind;
    constant.type = Scalar(type);
    return checker_.ConstantNode(constant, expr.span);
  };
  const auto bad = [&](std::string message, std::string help) {
    checker_.sink.Report(DiagnosticCode::kBadLiteral, expr.span, std::move(message), std::move(help));
    return Broken(expr.span);
  };
  const bool wants_decimal = KindOf(types_.Unwrap(expected)) == TypeKind::kDecimal;
  switch (expr.kind) {
    case ExprKind::kInt: {
      if (wants_decimal) {
        const auto decimal = Decimal::Parse(expr.text);
        if (!decimal) return bad("`" + expr.text + "` has too many digits", "a decimal holds 38 digits");
        constant.decimal = *decimal;
        return finish(ConstantKind::kDecimal, TypeKind::kDecimal);
      }
      const auto value = ParseInt(expr.text);
      if (!value) return bad("`" + expr.text + "` does not fit 64 bits", "the largest int is 9223372036854775807");
      constant.integer = *value;
      return finish(ConstantKind::kInt, TypeKind::kInt);
    }
    case ExprKind::kDecimal: {
      const auto decimal = Decimal::Parse(expr.text);
      if (!decimal) return bad("`" + expr.text + "` is no decimal number of up to 38 digits", "write it as `0.25`");
      constant.decimal = *decimal;
      return finish(ConstantKind::kDecimal, TypeKind::kDecimal);
    }
    case ExprKind::kPercent: {
      const auto decimal = Decimal::Parse(expr.text);
      const auto share = decimal ? Divide(*decimal, Decimal::FromInt(100)) : std::nullopt;
      if (!share) return bad("`" + expr.text + "%` is out of range", "write a percentage such as `50%` or `0.5%`");
      constant.decimal = *share;
      return finish(ConstantKind::kDecimal, TypeKind::kDecimal);
    }
    case ExprKind::kDuration: {
      const auto nanos = ParseDuration(expr.text);
      if (!nanos) return bad("`" + expr.text + "` is no duration that 64-bit nanoseconds hold", "the longest is about 292 years; write `10m`, `1h30m`, `7d`");
      constant.integer = *nanos;
      return finish(ConstantKind::kDuration, TypeKind::kDuration);
    }
    case ExprKind::kSize: {
      const auto bytes = ParseSize(expr.text);
      if (!bytes) return bad("`" + expr.text + "` does not fit 64 bits", "sizes are bytes: `64KiB`, `10MB`");
      constant.integer = *bytes;
      return finish(ConstantKind::kInt, TypeKind::kInt);
    }
    case ExprKind::kRegex: {
      const auto regex = Regex::Compile(expr.text);
      if (!regex.ok()) {
        checker_.sink.Report(DiagnosticCode::kBadRegex, expr.span, "this pattern does not compile: " + regex.error(),
                             "patterns use RE2 syntax: no back-references, no look-around");
        return Broken(expr.span);
      }
      constant.text = expr.text;
      return finish(ConstantKind::kRegex, TypeKind::kRegex);
    }
    case ExprKind::kIp: {
      const bool block = expr.text.find('/') != std::string::npos || KindOf(types_.Unwrap(expected)) == TypeKind::kCidr;
      if (block) {
        const auto cidr = Cidr::Parse(expr.text);
        if (!cidr) return bad("`" + expr.text + "` is no address block", "write `ip\"10.0.0.0/8\"` or `ip\"2001:db8::/32\"`");
        constant.cidr = *cidr;
        return finish(ConstantKind::kCidr, TypeKind::kCidr);
      }
      const auto address = IpAddress::Parse(expr.text);
      if (!address) return bad("`" + expr.text + "` is no IP address", "write `ip\"192.0.2.1\"` or `ip\"2001:db8::1\"`");
      constant.cidr.network = *address;
      return finish(ConstantKind::kIp, TypeKind::kIp);
    }
    case ExprKind::kTime: {
      const auto time = ParseTime(expr.text);
      const bool has_zone = expr.text.size() <= 10 || expr.text.find_first_of("Zz+-", 10) != std::string::npos;
      if (time && !has_zone) return bad("`" + expr.text + "` does not say in which zone", "write `t\"" + expr.text + "Z\"` for UTC");
      if (!time) return bad("`" + expr.text + "` is no time", "write `t\"2026-12-31\"` or `t\"2026-01-01T00:00:00Z\"`");
      constant.integer = time->nanos;
      constant.precision = time->precision == kNanosPerDay ? kNanosPerDay : 1;
      return finish(ConstantKind::kTime, TypeKind::kTime);
    }
    case ExprKind::kBool: {
      constant.integer = expr.bool_value ? 1 : 0;
      return finish(ConstantKind::kBool, TypeKind::kBool);
    }
    case ExprKind::kJsonPath: {
      json_path::Problem problem;
      if (!json_path::Parse(expr.text, Limits{}, problem)) {
        checker_.sink.Report(DiagnosticCode::kBadJsonPath, SpanInLiteral(expr.span, checker_.SourceText(expr.span), problem.begin, problem.end),
                             "not a JSONPath: " + problem.message, problem.help);
        return Broken(expr.span);
      }
      constant.text = expr.text;
      return finish(ConstantKind::kJsonPath, TypeKind::kJsonPath);
    }
    default: return Broken(expr.span);
  }
}

Node* ExpressionChecker::CheckString(const Expr& expr) {
  Constant constant;
  constant.kind = ConstantKind::kString;
  constant.type = Scalar(TypeKind::kString);
  for (const StringPart& part : expr.parts) {
    if (part.expr != nullptr) return Broken(expr.span);   // reported by the parser
    constant.text += part.text;
  }
  return checker_.ConstantNode(constant, expr.span);
}

Node* ExpressionChecker::CheckMessage(const Expr& expr) {
  const TypeId string = Scalar(TypeKind::kString);
  Node* join = checker_.NewNode(ir::NodeKind::kJoin, string, expr.span);
  for (const StringPart& part : expr.parts) {
    if (part.expr == nullptr) {
      Constant constant;
      constant.kind = ConstantKind::kString;
      constant.type = string;
      constant.text = part.text;
      join->operands.push_back(checker_.ConstantNode(constant, expr.span));
      continue;
    }
    in_message_ = true;
    Node* value = nullptr;
    {
      FactScope scope(*this);
      value = Check(*part.expr);
    }
    in_message_ = false;
    if (IsBroken(value)) continue;
    join->operands.push_back(checker_.NewNode(ir::NodeKind::kFormat, string, part.expr->span, {value}));
  }
  return join;
}

}  // namespace writ::compiler
