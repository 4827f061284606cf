// Canonical order of constants.
#include "compiler/check/constants.h"

#include <algorithm>

namespace writ::compiler {

using bytecode::Constant;
using bytecode::ConstantKind;

namespace {

template <typename T>
int Order(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

}  // namespace

int CompareConstants(const std::vector<Constant>& constants, std::uint32_t left, std::uint32_t right) {
  if (left == right) return 0;
  const Constant& a = constants[left];
  const Constant& b = constants[right];
  if (a.kind != b.kind) return Order(a.kind, b.kind);
  switch (a.kind) {
    case ConstantKind::kBool:
    case ConstantKind::kInt:
    case ConstantKind::kDuration:
    case ConstantKind::kEnum:
    case ConstantKind::kTime: return Order(a.integer, b.integer);
    case ConstantKind::kDecimal: return Order(a.decimal, b.decimal);
    case ConstantKind::kString:
    case ConstantKind::kRegex: return Order(a.text, b.text);
    case ConstantKind::kIp: return Order(a.cidr.network, b.cidr.network);
    case ConstantKind::kCidr: return Order(a.cidr, b.cidr);
    case ConstantKind::kList:
    case ConstantKind::kSet:
    case ConstantKind::kMap:
      for (std::size_t i = 0; i < a.items.size() && i < b.items.size(); ++i) {
        const int order = CompareConstants(constants, a.items[i], b.items[i]);
        if (order != 0) return order;
      }
      return Order(a.items.size(), b.items.size());
  }
  return 0;
}

void SortConstants(const std::vector<Constant>& constants, std::vector<std::uint32_t>& items) {
  std::stable_sort(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) { return CompareConstants(constants, a, b) < 0; });
  items.erase(std::unique(items.begin(), items.end(), [&](std::uint32_t a, std::uint32_t b) { return CompareConstants(constants, a, b) == 0; }),
              items.end());
}

}  // namespace writ::compiler
