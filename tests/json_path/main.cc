// Asks JSONPath queries for tests/json_path/agreement.mjs, which compares the answers with those of another implementation. Reads lines of JSON,
// {"query": text, "document": any value}; writes for each a line: `invalid` and the message, `stopped` for a query that costs too much, or `nodes` and
// the normalized path of each, behind tabs (a normalized path holds none).
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/json_path/parse.h"
#include "base/limits.h"
#include "model/json_path/evaluate.h"
#include "model/readers/json_reader.h"

namespace {

using namespace writ;

std::string Answer(const std::string& line) {
  const Limits limits;
  DiagnosticSink sink;
  bool is_syntax = false;
  const auto request = model::ReadJson(kNoFile, line, 0, limits, sink, is_syntax);
  if (!request) return "unreadable";
  const model::NodeId query = request->At("/query");
  const model::NodeId root = request->At("/document");
  if (query == model::kNoNode || root == model::kNoNode) return "unreadable";
  const auto path = json_path::Compile(request->StringOf(query), limits);
  if (!path.ok()) return "invalid\t" + path.error();
  std::uint64_t steps = limits.fuel_per_subject;
  std::vector<model::NodeId> nodes;
  constexpr std::size_t kMaxNodes = 1'000'000;
  if (model::EvaluateJsonPath(path->query, *request, root, limits, kMaxNodes, steps, nodes) != model::JsonPathEnd::kDone) return "stopped";
  std::string out = "nodes";
  for (const model::NodeId node : nodes) out += "\t" + model::NormalizedPathOf(*request, root, node);
  return out;
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) std::cout << Answer(line) << "\n";
  return 0;
}
