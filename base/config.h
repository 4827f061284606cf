// YAML configuration (writ.yaml, pack.yaml, metadata, data files) as a small tree with positions. No yaml-cpp name leaves
// base/config.cc. Duplicate keys, aliases to an open anchor and nesting beyond the limit are diagnostics.
// Covered by tests/base/config_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "base/limits.h"

namespace writ {

struct ConfigNode {
  // Out of line, because a pair of an incomplete type may be named but not yet used.
  ConfigNode();
  ConfigNode(const ConfigNode&);
  ConfigNode(ConfigNode&&) noexcept;
  ConfigNode& operator=(const ConfigNode&);
  ConfigNode& operator=(ConfigNode&&) noexcept;
  ~ConfigNode();

  enum class Kind : std::uint8_t { kNull, kScalar, kList, kMap };
  Kind kind = Kind::kNull;
  bool quoted = false;  // a quoted scalar is always text
  Span span;
  std::string scalar;
  std::vector<ConfigNode> items;                                // kList
  std::vector<std::pair<ConfigNode, ConfigNode>> members;       // kMap, in the order of the file; keys are scalars

  const ConfigNode* Find(std::string_view key) const;
  bool is_null() const { return kind == Kind::kNull; }
  bool is_scalar() const { return kind == Kind::kScalar; }
};

// Reads one document. Nothing (with diagnostics) when it cannot be used; an empty document is a kNull node.
std::optional<ConfigNode> ParseConfig(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink);

}  // namespace writ
