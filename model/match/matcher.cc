// One trie of path segments per API, over base path and template together, so that the order "static before
// mixed before templated" holds from the first segment of the request on. Every node has one parent, so a
// walk with backtracking visits a node at most once: matching is linear in the size of the trie, whatever the
// templates are.
#include "model/match/matcher.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "model/match/path_template.h"
#include "model/traffic/encoding.h"
#include "model/traffic/url.h"

namespace writ::model {
namespace {

constexpr std::uint32_t kNoChild = 0xffffffffu;
// Templates with more segments exist only in hostile descriptions; no request matches them.
constexpr std::size_t kMaxSegments = 256;

// An operation at the end of its template.
struct Terminal {
  const Operation* operation;
  std::size_t base_segments;            // of the base path
  std::size_t base_captures;            // parameters in the base path: no parameters of the operation
  std::vector<std::string_view> names;  // of the captures in order
};

struct MixedChild {
  SegmentTemplate segment;
  std::uint32_t node;
};

struct Node {
  std::vector<std::pair<std::string, std::uint32_t>> statics;  // sorted by text once built
  std::vector<MixedChild> mixed;  // more literal bytes first, then fewer parameters
  std::uint32_t parameter = kNoChild;
  std::vector<Terminal> terminals;
};

std::vector<std::string_view> SplitSegments(std::string_view path) {
  std::vector<std::string_view> segments;
  if (path.empty() || path.front() != '/') return segments;
  std::size_t begin = 1;
  for (;;) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    segments.push_back(path.substr(begin, end - begin));
    if (end == path.size()) return segments;
    begin = end + 1;
  }
}

struct Candidate {
  const Terminal* terminal = nullptr;
  std::string_view* captures = nullptr;
};

class PathTrie {
 public:
  PathTrie() : nodes_(1) {}

  void Add(std::string_view base_path, const Operation& operation) {
    const auto base = SplitSegments(base_path);
    const auto own = SplitSegments(operation.path);
    // A path that does not start with '/' breaks the specification and matches nothing.
    if (own.empty() || base.size() + own.size() > kMaxSegments) return;
    Terminal terminal{&operation, base.size(), 0, {}};
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < base.size() + own.size(); ++i) {
      SegmentTemplate segment = ParseSegment(i < base.size() ? base[i] : own[i - base.size()]);
      terminal.names.insert(terminal.names.end(), segment.parameters.begin(), segment.parameters.end());
      if (i < base.size()) terminal.base_captures = terminal.names.size();
      node = Child(node, std::move(segment));
    }
    max_segments_ = std::max(max_segments_, base.size() + own.size());
    max_captures_ = std::max(max_captures_, terminal.names.size());
    // Two templates that differ only in names, or in where the base path ends: the longer base path, then the
    // first.
    auto& terminals = nodes_[node].terminals;
    for (Terminal& other : terminals) {
      if (other.operation->method != operation.method) continue;
      if (other.base_segments < terminal.base_segments) other = std::move(terminal);
      return;
    }
    terminals.push_back(std::move(terminal));
  }

  void Finish() {
    edges_.clear();
    for (Node& node : nodes_) {
      std::sort(node.statics.begin(), node.statics.end());
      std::stable_sort(node.mixed.begin(), node.mixed.end(), [](const MixedChild& a, const MixedChild& b) {
        if (a.segment.literal_bytes != b.segment.literal_bytes)
          return a.segment.literal_bytes > b.segment.literal_bytes;
        return a.segment.parameters.size() < b.segment.parameters.size();
      });
    }
  }

  std::size_t max_segments() const { return max_segments_; }

  // The first node in order whose template fits and which has the method.
  Candidate Find(std::string_view method, const std::string_view* segments, std::size_t count,
                 Arena& arena) const {
    if (count == 0 || count > max_segments_) return {};
    struct Frame {
      std::uint32_t node;
      std::uint32_t next;      // the choice to try next: 0 static, 1 to n mixed, n + 1 the parameter
      std::uint32_t captures;  // made before this node
    };
    Frame* const frames = arena.NewArray<Frame>(count + 1);
    std::string_view* const captures = arena.NewArray<std::string_view>(max_captures_ + 1);
    std::size_t depth = 0;
    frames[0] = {0, 0, 0};
    for (;;) {
      Frame& frame = frames[depth];
      const Node& node = nodes_[frame.node];
      std::uint32_t child = kNoChild;
      std::uint32_t made = frame.captures;
      if (depth == count) {
        for (const Terminal& terminal : node.terminals) {
          if (terminal.operation->method == method) return {&terminal, captures};
        }
      } else {
        const std::string_view text = segments[depth];
        const auto mixed_count = static_cast<std::uint32_t>(node.mixed.size());
        while (child == kNoChild && frame.next <= mixed_count + 1) {
          const std::uint32_t choice = frame.next++;
          if (choice == 0) {
            const auto at =
                std::lower_bound(node.statics.begin(), node.statics.end(), text,
                                 [](const auto& entry, std::string_view key) { return entry.first < key; });
            if (at != node.statics.end() && at->first == text) child = at->second;
          } else if (choice <= mixed_count) {
            const MixedChild& mixed = node.mixed[choice - 1];
            if (MatchMixed(mixed.segment, text, captures + made)) {
              child = mixed.node;
              made += static_cast<std::uint32_t>(mixed.segment.parameters.size());
            }
          } else if (node.parameter != kNoChild && !text.empty()) {
            captures[made++] = text;
            child = node.parameter;
          }
        }
      }
      if (child != kNoChild) {
        frames[++depth] = {child, 0, made};
      } else if (depth == 0) {
        return {};
      } else {
        --depth;
      }
    }
  }

 private:
  std::uint32_t NewNode() {
    nodes_.emplace_back();
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  std::uint32_t Child(std::uint32_t parent, SegmentTemplate segment) {
    // The segment without its names, as one text. The lengths in front keep different literals apart.
    std::string key = std::to_string(parent);
    for (const std::string& literal : segment.literals) key += ' ' + std::to_string(literal.size());
    for (const std::string& literal : segment.literals) key += ' ' + literal;
    const auto [edge, is_new] = edges_.try_emplace(std::move(key), kNoChild);
    if (!is_new) return edge->second;
    const std::uint32_t made = NewNode();
    edge->second = made;
    switch (segment.kind) {
      case SegmentKind::kStatic:
        nodes_[parent].statics.emplace_back(std::move(segment.literals.front()), made);
        break;
      case SegmentKind::kMixed:
        nodes_[parent].mixed.push_back({std::move(segment), made});
        break;
      case SegmentKind::kParameter:
        nodes_[parent].parameter = made;
        break;
    }
    return made;
  }

  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::uint32_t> edges_;  // while building
  std::size_t max_segments_ = 0;
  std::size_t max_captures_ = 0;
};

struct IndexedApi {
  const Api* api = nullptr;
  std::vector<std::string> hosts;  // lower case
  PathTrie trie;
};

// A bound host without a port stands for every port.
bool HostMatches(std::string_view bound, std::string_view host) {
  if (bound == host) return true;
  const std::size_t colon = host.rfind(':');
  const bool has_port = colon != std::string_view::npos &&
                        host.find_first_not_of("0123456789", colon + 1) == std::string_view::npos &&
                        (host.find(':') == colon || host[colon - 1] == ']');
  return has_port && bound == host.substr(0, colon);
}

bool IsBoundTo(const IndexedApi& indexed, std::string_view host, std::string_view scheme, Arena& arena) {
  return std::any_of(indexed.hosts.begin(), indexed.hosts.end(), [&](const std::string& bound) {
    return HostMatches(CanonicalHost(bound, scheme, arena), host);
  });
}

}  // namespace

struct Matcher::Index {
  std::vector<IndexedApi> apis;
  std::size_t max_segments = 0;
};

Matcher::Matcher(const std::vector<const Api*>& apis) : index_(std::make_unique<Index>()) {
  for (const Api* api : apis) {
    IndexedApi& indexed = index_->apis.emplace_back();
    indexed.api = api;
    Arena arena;
    for (const std::string& host : api->hosts) indexed.hosts.emplace_back(LowerCase(host, arena));
    for (const Operation& operation : api->operations) {
      if (operation.servers.empty()) indexed.trie.Add("", operation);
      for (std::size_t i = 0; i < operation.servers.size(); ++i) {
        const std::string_view base = operation.servers[i]->base_path;
        const bool is_repeated =
            std::any_of(operation.servers.begin(), operation.servers.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const Server* other) { return other->base_path == base; });
        if (!is_repeated) indexed.trie.Add(base, operation);
      }
    }
    indexed.trie.Finish();
    index_->max_segments = std::max(index_->max_segments, indexed.trie.max_segments());
  }
}
Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

void Matcher::Match(Exchange& x, Arena& arena) const {
  x.operation = {};
  x.path_parameters.clear();
  if (x.method.empty() || x.path.empty() || x.path.front() != '/') return;

  // The request's segments, decoded once each; a request with more than any template has cannot match.
  const std::size_t limit = index_->max_segments;
  std::string_view* const segments = arena.NewArray<std::string_view>(limit + 1);
  std::size_t count = 0;
  for (std::size_t begin = 1;;) {
    if (count == limit) return;
    const std::size_t end = std::min(x.path.find('/', begin), x.path.size());
    segments[count++] = PercentDecode(x.path.substr(begin, end - begin), false, arena);
    if (end == x.path.size()) break;
    begin = end + 1;
  }

  // Bound hosts first: they decide over APIs without one. Then the longer base path; two APIs that are still
  // equal are ambiguous.
  const std::string_view scheme = x.scheme.is_present() ? x.scheme.value : std::string_view{};
  Candidate best;
  bool best_is_bound = false, is_ambiguous = false, needs_host = false;
  for (const IndexedApi& indexed : index_->apis) {
    const bool is_bound = !indexed.hosts.empty();
    const bool is_host_known = x.host.is_present();
    if (is_bound && is_host_known && !IsBoundTo(indexed, x.host.value, scheme, arena)) continue;
    const Candidate found = indexed.trie.Find(x.method, segments, count, arena);
    if (found.terminal == nullptr) continue;
    if (is_bound && !is_host_known) {
      needs_host = true;
      continue;
    }
    const auto rank = std::pair(is_bound, found.terminal->base_segments);
    const auto best_rank = best.terminal == nullptr ? std::pair(false, std::size_t{0})
                                                    : std::pair(best_is_bound, best.terminal->base_segments);
    if (best.terminal == nullptr || rank > best_rank) {
      best = found;
      best_is_bound = is_bound;
      is_ambiguous = false;
    } else if (rank == best_rank) {
      is_ambiguous = true;
    }
  }
  if (needs_host) {
    x.operation = Captured<const Operation*>::Unknown(x.host.presence == Presence::kUnknown ? x.host.causes
                                                                                            : kNotCaptured);
    return;
  }
  if (is_ambiguous) {
    x.operation = Captured<const Operation*>::Unknown(kAmbiguousMatch);
    return;
  }
  if (best.terminal == nullptr) return;
  x.operation = Captured<const Operation*>::Present(best.terminal->operation);
  for (std::size_t i = best.terminal->base_captures; i < best.terminal->names.size(); ++i) {
    x.path_parameters.push_back({best.terminal->names[i], best.captures[i]});
  }
}

}  // namespace writ::model
