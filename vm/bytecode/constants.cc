// Comparison by kind; depth is that of the type, which is bounded.
#include "vm/bytecode/constants.h"

#include <algorithm>
#include <compare>

#include "base/check.h"

namespace writ::bytecode {
namespace {

int Sign(std::strong_ordering order) { return order < 0 ? -1 : order > 0 ? 1 : 0; }

// By the first difference among items `first`, `first + step`, …, then by length.
int CompareItems(const std::vector<Constant>& constants, const Constant& x, const Constant& y, std::size_t first, std::size_t step) {
  for (std::size_t i = first; i < std::min(x.items.size(), y.items.size()); i += step) {
    if (const int order = CompareConstants(constants, x.items[i], y.items[i]); order != 0) return order;
  }
  return Sign(x.items.size() <=> y.items.size());
}

}  // namespace

int CompareConstants(const std::vector<Constant>& constants, std::uint32_t a, std::uint32_t b) {
  if (a == b) return 0;
  const Constant& x = constants[a];
  const Constant& y = constants[b];
  switch (x.kind) {
    case ConstantKind::kBool:
    case ConstantKind::kInt:
    case ConstantKind::kDuration:
    case ConstantKind::kEnum:
    case ConstantKind::kTime: return Sign(x.integer <=> y.integer);
    case ConstantKind::kDecimal: return Sign(x.decimal <=> y.decimal);
    case ConstantKind::kString:
    case ConstantKind::kRegex:
    case ConstantKind::kJsonPath: return Sign(x.text.compare(y.text) <=> 0);
    case ConstantKind::kIp: return Sign(x.cidr.network <=> y.cidr.network);
    case ConstantKind::kCidr: return Sign(x.cidr <=> y.cidr);
    case ConstantKind::kList:
    case ConstantKind::kSet: return CompareItems(constants, x, y, 0, 1);
    case ConstantKind::kMap: {
      const int keys = CompareItems(constants, x, y, 0, 2);
      return keys != 0 ? keys : CompareItems(constants, x, y, 1, 2);
    }
  }
  WRIT_CHECK(false);
}

}  // namespace writ::bytecode
