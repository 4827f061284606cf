// Operations of paths, webhooks and callbacks with what they inherit. Internal to model/spec.
// Covered by tests/model/spec/operations_test.cc.
#pragma once

#include <deque>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/spec/reading.h"
#include "model/spec/schemas.h"
#include "model/spec/servers.h"
#include "model/spec/uses.h"

namespace writ::model {

class OperationReader {
 public:
  OperationReader(Reading& reading, SchemaTable& schemas, ServerTable& servers)
      : reading_(reading), schemas_(schemas), servers_(servers) {}

  // Reads all operations. Their schemas are place-holders until Settle.
  void Run();
  // After SchemaTable::Finish: puts the final schemas in place.
  void Settle();
  const std::vector<ExtraUse>& extra_uses() const { return extra_; }

 private:
  struct PathItem {
    std::string_view path;
    NodeId holder;  // the member of `paths`, which may have a `$ref`
    NodeId target;  // where it leads; the same without `$ref`; kNoNode when that is nowhere
  };
  struct Source {
    NodeId node;
    std::string_view method;
  };

  std::vector<PathItem> PathItems(NodeId map, bool are_paths);
  std::vector<Source> OperationsOf(NodeId item);
  void ReadItem(const PathItem& item, OperationOrigin origin, std::deque<Operation>& out);
  void ReadOperation(const PathItem& item, const Source& source, Operation& operation);
  void ReadParameters(const PathItem& item, Operation& operation);
  bool ReadParameter(NodeId at, Operation& operation, Parameter& parameter);
  void ReadStyle(NodeId at, Parameter& parameter);
  void ReadRequestBody(Operation& operation);
  void MakeRequestBody(Operation& operation);
  void ReadResponses(Operation& operation);
  void ReadHeaders(NodeId map, const Operation& operation, std::vector<Header>& out);
  void ReadContent(NodeId content, const Operation& operation, bool in_request, std::vector<MediaType>& out);
  void ReadSecurity(Operation& operation);
  void QueueCallbacks(NodeId operation);
  std::string_view MediaTypeName(std::string_view text);
  std::vector<std::string_view> MediaTypesOf(const Operation& operation, std::string_view key);

  Reading& reading_;
  SchemaTable& schemas_;
  ServerTable& servers_;
  NodeId root_security_ = kNoNode;
  std::vector<SecurityRequirement> root_requirements_;
  std::size_t root_record_count_ = 0;  // requirements and scheme uses among them
  std::vector<ExtraUse> extra_;
  std::vector<NodeId> callbacks_;  // callback objects to read, each once
  std::unordered_set<std::uint32_t> seen_callbacks_;
};

}  // namespace writ::model
