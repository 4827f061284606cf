// Most schemas are inline parts of one other and share its uses: such parts are folded into a group with
// their holder, and only groups are walked, one walk per operation and direction with a visited stamp.
// GitHub's description: 1,223 operations and tens of thousands of schemas, but few groups. A chain of n
// components used by n operations stays quadratic in what is asked for, hence the budgets.
#include "model/spec/uses.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "base/diagnostic_codes.h"

namespace writ::model {
namespace {

constexpr std::size_t kVisitBudget = 20'000'000;  // visits of groups: about 0.2 s
constexpr std::size_t kUseBudget = 4'000'000;     // entries of all lists: 64 MB
constexpr std::uint32_t kNone = 0xffffffffu;

template <typename F>
void ForEachEdge(const Schema& schema, F visit) {
  for (const SchemaProperty& property : schema.properties) visit(property.schema);
  visit(schema.items);
  visit(schema.additional_properties_schema);
  visit(schema.not_schema);
  for (const auto* list : {&schema.all_of, &schema.any_of, &schema.one_of, &schema.other_schemas}) {
    for (const Schema* target : *list) visit(target);
  }
}

struct Root {
  std::uint32_t operation;
  std::uint32_t schema;
  bool in_request;
};

// Adjacency in one array: targets of `from` are edges[first[from]] to edges[first[from + 1]].
struct Graph {
  std::vector<std::uint32_t> first, edges;
  std::span<const std::uint32_t> TargetsOf(std::uint32_t from) const {
    return {edges.data() + first[from], first[from + 1] - first[from]};
  }
};

struct Entry {
  std::uint32_t group;
  std::uint32_t operation;
  bool in_request, in_response;
};

class Uses {
 public:
  explicit Uses(Reading& reading) : reading_(reading), schemas_(reading.api.schemas) {}

  void Run(const std::vector<ExtraUse>& extra) {
    if (schemas_.empty()) return;
    Number();
    CollectRoots(extra);
    Group();
    Directions();
    Walk();
    Store();
  }

 private:
  std::uint32_t IndexOf(const Schema* schema) const { return index_of_.at(schema); }

  void Number() {
    index_of_.reserve(schemas_.size());
    std::uint32_t next = 0;
    for (const Schema& schema : schemas_) index_of_.emplace(&schema, next++);
    for (auto* list :
         {&reading_.api.operations, &reading_.api.webhook_operations, &reading_.api.callback_operations}) {
      for (const Operation& operation : *list) operations_.push_back(&operation);
    }
  }

  void AddRoot(std::uint32_t operation, const Schema* schema, bool in_request) {
    if (schema != nullptr) roots_.push_back({operation, IndexOf(schema), in_request});
  }
  void CollectRoots(const std::vector<ExtraUse>& extra) {
    std::unordered_map<const Operation*, std::uint32_t> number;
    for (std::uint32_t i = 0; i < operations_.size(); ++i) {
      const Operation& operation = *operations_[i];
      number.emplace(&operation, i);
      for (const Parameter& parameter : operation.parameters) AddRoot(i, parameter.schema, true);
      if (operation.request_body) {
        for (const MediaType& media : operation.request_body->media_types) AddRoot(i, media.schema, true);
      }
      for (const Response& response : operation.responses) {
        for (const MediaType& media : response.media_types) AddRoot(i, media.schema, false);
        for (const Header& header : response.headers) AddRoot(i, header.schema, false);
      }
    }
    for (const ExtraUse& use : extra) AddRoot(number.at(use.operation), use.schema, use.in_request);
    std::stable_sort(roots_.begin(), roots_.end(),
                     [](const Root& a, const Root& b) { return a.operation < b.operation; });
  }

  // A schema that no root names and a single schema leads to joins that schema's group.
  void Group() {
    const auto count = static_cast<std::uint32_t>(schemas_.size());
    std::vector<std::uint32_t> holder(count, kNone), ways(count, 0);
    std::uint32_t from = 0;
    for (const Schema& schema : schemas_) {
      ForEachEdge(schema, [&](const Schema* target) {
        if (target == nullptr) return;
        const std::uint32_t to = IndexOf(target);
        if (holder[to] == from && ways[to] == 1) return;
        holder[to] = from;
        ++ways[to];
      });
      ++from;
    }
    for (const Root& root : roots_) ways[root.schema] += 2;
    group_of_.assign(count, kNone);
    std::vector<std::uint32_t> path;
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t at = i;
      path.clear();
      while (group_of_[at] == kNone) {
        path.push_back(at);
        group_of_[at] = kOnPath;
        if (ways[at] != 1) break;
        at = holder[at];
      }
      // The end of the path: a group that is known, a schema that starts one, or a circle that nothing leads
      // into.
      std::uint32_t group = group_of_[at];
      if (group == kOnPath) group = group_count_++;
      for (const std::uint32_t member : path) group_of_[member] = group;
    }
    std::vector<std::vector<std::uint32_t>> out(group_count_);
    from = 0;
    for (const Schema& schema : schemas_) {
      const std::uint32_t group = group_of_[from++];
      ForEachEdge(schema, [&](const Schema* target) {
        if (target == nullptr) return;
        const std::uint32_t other = group_of_[IndexOf(target)];
        if (other != group) out[group].push_back(other);
      });
    }
    graph_.first.push_back(0);
    for (std::vector<std::uint32_t>& targets : out) {
      std::sort(targets.begin(), targets.end());
      targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
      graph_.edges.insert(graph_.edges.end(), targets.begin(), targets.end());
      graph_.first.push_back(static_cast<std::uint32_t>(graph_.edges.size()));
    }
  }

  // Groups reachable from `stack_`, each once, for the current stamp.
  template <typename F>
  void Flood(std::vector<std::uint32_t>& stamps, std::uint32_t stamp, F visit) {
    while (!stack_.empty()) {
      const std::uint32_t group = stack_.back();
      stack_.pop_back();
      if (stamps[group] == stamp) continue;
      stamps[group] = stamp;
      visit(group);
      const auto targets = graph_.TargetsOf(group);
      visits_ += 1 + targets.size();
      for (const std::uint32_t target : targets) {
        if (stamps[target] != stamp) stack_.push_back(target);
      }
    }
  }

  // The exact and linear part: whether any operation uses a schema, and in which direction.
  void Directions() {
    for (const bool in_request : {true, false}) {
      for (const Root& root : roots_) {
        if (root.in_request == in_request) stack_.push_back(group_of_[root.schema]);
      }
      std::vector<std::uint32_t> stamps(group_count_, 0);
      Flood(stamps, 1, [](std::uint32_t) {});
      std::uint32_t i = 0;
      for (Schema& schema : schemas_) {
        if (stamps[group_of_[i++]] != 1) continue;
        schema.reachable = true;
        (in_request ? schema.in_request : schema.in_response) = true;
      }
    }
    visits_ = 0;
  }

  // One walk per operation and direction. Entries of one operation are made once and then marked with the
  // second direction.
  void Walk() {
    std::vector<std::uint32_t> stamps(group_count_, 0), entry_of(group_count_, 0),
        entry_stamp(group_count_, 0);
    std::uint32_t stamp = 0;
    for (std::size_t i = 0; i < roots_.size();) {
      std::size_t end = i;
      while (end < roots_.size() && roots_[end].operation == roots_[i].operation) ++end;
      const std::uint32_t operation = roots_[i].operation;
      for (const bool in_request : {true, false}) {
        for (std::size_t k = i; k < end; ++k) {
          if (roots_[k].in_request == in_request) stack_.push_back(group_of_[roots_[k].schema]);
        }
        Flood(stamps, ++stamp, [&](std::uint32_t group) {
          if (entry_stamp[group] != operation + 1) {
            entry_stamp[group] = operation + 1;
            entry_of[group] = static_cast<std::uint32_t>(entries_.size());
            entries_.push_back({group, operation, false, false});
          }
          Entry& entry = entries_[entry_of[group]];
          (in_request ? entry.in_request : entry.in_response) = true;
        });
      }
      i = end;
      if (visits_ > kVisitBudget || entries_.size() > kUseBudget) {
        if (i == roots_.size()) break;
        reading_.api.uses_truncated = true;
        reading_.reporter.Report(DiagnosticCode::kUsesTruncated, reading_.document.root(),
                                 "uses of schemas are listed for the first " + std::to_string(operation + 1) +
                                     " of " + std::to_string(operations_.size()) + " operations");
        break;
      }
    }
  }

  // Entries are in the order of operations: a counting sort by group keeps that.
  void Store() {
    std::vector<std::uint32_t> first(group_count_ + 1, 0);
    for (const Entry& entry : entries_) ++first[entry.group + 1];
    for (std::uint32_t g = 0; g < group_count_; ++g) first[g + 1] += first[g];
    SchemaUse* uses = reading_.api.strings.NewArray<SchemaUse>(entries_.size());
    std::vector<std::uint32_t> next = first;
    for (const Entry& entry : entries_) {
      uses[next[entry.group]++] = {operations_[entry.operation], entry.in_request, entry.in_response};
    }
    std::uint32_t i = 0;
    for (Schema& schema : schemas_) {
      const std::uint32_t group = group_of_[i++];
      schema.uses = {uses + first[group], first[group + 1] - first[group]};
    }
  }

  static constexpr std::uint32_t kOnPath = kNone - 1;

  Reading& reading_;
  std::deque<Schema>& schemas_;
  std::unordered_map<const Schema*, std::uint32_t> index_of_;
  std::vector<const Operation*> operations_;
  std::vector<Root> roots_;              // by operation
  std::vector<std::uint32_t> group_of_;  // by schema
  std::uint32_t group_count_ = 0;
  Graph graph_;  // of groups
  std::vector<std::uint32_t> stack_;
  std::vector<Entry> entries_;
  std::size_t visits_ = 0;
};

}  // namespace

void FillUses(Reading& reading, const std::vector<ExtraUse>& extra) {
  Uses(reading).Run(extra);
}

}  // namespace writ::model
