// libFuzzer target: a line with a JSONPath query, then a JSON document. Nothing may crash, hang or go beyond its steps; what is found is found again by its
// normalized path.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/diagnostics.h"
#include "base/json_path/i_regexp.h"
#include "base/json_path/parse.h"
#include "base/limits.h"
#include "model/json_path/evaluate.h"
#include "model/readers/json_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace writ;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view query = input.substr(0, input.find('\n'));
  const std::string_view text = input.substr(std::min(query.size() + 1, size));
  const Limits limits;
  json_path::CompileIRegexp(query, limits);
  json_path::Problem problem;
  const auto parsed = json_path::Parse(query, limits, problem);
  if (!parsed) {
    WRIT_CHECK(problem.begin <= problem.end && problem.end <= query.size() && !problem.message.empty());
    return 0;
  }
  if (!model::IsUtf8(text)) return 0;
  DiagnosticSink sink;
  bool is_syntax = false;
  const auto document = model::ReadJson(kNoFile, text, 0, limits, sink, is_syntax);
  if (!document) return 0;
  constexpr std::size_t kMaxNodes = 10'000;
  std::uint64_t steps = 200'000;
  std::vector<model::NodeId> nodes;
  model::EvaluateJsonPath(*parsed, *document, document->root(), limits, kMaxNodes, steps, nodes);
  WRIT_CHECK(steps <= 200'000 && nodes.size() <= kMaxNodes);
  constexpr std::size_t kChecked = 8;
  for (std::size_t i = 0; i < std::min(nodes.size(), kChecked); ++i) {
    const std::string path = model::NormalizedPathOf(*document, document->root(), nodes[i]);
    const auto again = json_path::Parse(path, limits, problem);
    if (!again) {
      WRIT_CHECK(path.size() > limits.json_path_bytes);
      continue;
    }
    std::vector<model::NodeId> found;
    std::uint64_t enough = 10'000;
    WRIT_CHECK(model::EvaluateJsonPath(*again, *document, document->root(), limits, kMaxNodes, enough, found) == model::JsonPathEnd::kDone);
    WRIT_CHECK(found.size() == 1 && found[0] == nodes[i]);
  }
  return 0;
}
