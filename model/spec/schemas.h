// The schemas of a description: one record per definition, edges between them. Internal to model/spec.
// Schemas are found while operations are read and filled when all are known, so that Api::schemas can stand
// in the order of the file; until Finish the pointers that At gives are stand-ins. Covered by
// tests/model/spec/schemas_test.cc.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "model/spec/reading.h"

namespace writ::model {

class SchemaTable {
 public:
  // Knows the named schemas (components.schemas, definitions) from the start.
  explicit SchemaTable(Reading& reading);

  // A stand-in for the schema that stands at `id` or that its `$ref` leads to; null for boolean schemas,
  // for kNoNode, and for what cannot be resolved (reported).
  const Schema* At(NodeId id);
  // Finds everything that the schemas so far lead to, makes Api::schemas and fills it.
  void Finish();
  // After Finish: the final record for a stand-in; null for null.
  const Schema* Final(const Schema* stand_in) const;

 private:
  // Calls `visit` with every node at which a direct subschema of the schema object `id` stands, in the order
  // of the file.
  template <typename F>
  void ForEachSubschema(NodeId id, F visit);
  void Fill(Schema& schema);
  void FillTypes(Schema& schema);
  void FillNumbers(Schema& schema);
  void FillProperties(Schema& schema);
  void FillEdges(Schema& schema);
  // The record for the schema at `id`, after Finish has made them.
  const Schema* Edge(NodeId id);
  std::optional<std::int64_t> Count(NodeId parent, std::string_view key);
  std::optional<Decimal> Number(NodeId parent, std::string_view key);
  // Where a value of `discriminator.mapping` leads: a reference or the name of a component.
  NodeId MappingTarget(NodeId id);

  Reading& reading_;
  NodeId components_ = kNoNode;          // the object whose members are the named schemas
  std::deque<Schema> found_;             // only `place` is set
  std::vector<std::uint32_t> index_of_;  // by node: 1 + index in found_, later in Api::schemas; 0: none
};

}  // namespace writ::model
