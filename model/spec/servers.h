// Servers: 3.x `servers`, and 2.0 `schemes`, `host` and `basePath`. Internal to model/spec. Covered by
// tests/model/spec/servers_test.cc.
#pragma once

#include <unordered_map>
#include <vector>

#include "model/spec/reading.h"

namespace writ::model {

// The servers that `holder` (the root, a path item or an operation) declares, added to Api::servers at the
// first call for it.
class ServerTable {
 public:
  explicit ServerTable(Reading& reading) : reading_(reading) {}
  const std::vector<const Server*>& DeclaredBy(NodeId holder);

 private:
  void ReadList(NodeId list, std::vector<const Server*>& out);
  void ReadSchemes(NodeId holder, std::vector<const Server*>& out);
  void AddOpenApi2(std::string_view scheme, NodeId at, std::vector<const Server*>& out);

  Reading& reading_;
  std::unordered_map<std::uint32_t, std::vector<const Server*>> by_holder_;
};

}  // namespace writ::model
