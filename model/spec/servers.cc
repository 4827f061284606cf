// URL templates are taken apart as RFC 3986 has it, with variables replaced by their defaults.
#include "model/spec/servers.h"

#include <algorithm>
#include <string>

#include "base/diagnostic_codes.h"

namespace writ::model {
namespace {

// scheme "://" authority path, or a part of it. `url` is the template with defaults put in.
void TakeApart(Reading& reading, std::string_view url, Server& server) {
  url = url.substr(0, std::min(url.find('?'), url.find('#')));
  std::string_view path = url;
  const std::size_t authority = url.find("//");
  if (authority == 0 || (authority != std::string_view::npos && authority > 1 && url[authority - 1] == ':' &&
                         url.find('/') == authority)) {
    if (authority > 1) server.scheme = reading.LowerCase(url.substr(0, authority - 1));
    const std::size_t end = std::min(url.find('/', authority + 2), url.size());
    std::string_view host = url.substr(authority + 2, end - authority - 2);
    if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    if (!host.empty()) server.host = reading.LowerCase(host);
    path = url.substr(end);
  }
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  // A relative URL is relative to where the description is served from; the usual reading is the root of that
  // host.
  if (path.substr(0, 2) == "./") path.remove_prefix(1);
  if (path == ".") path = {};
  if (!path.empty() && path[0] != '/') path = reading.api.strings.Copy("/" + std::string(path));
  server.base_path = path;
}

}  // namespace

const std::vector<const Server*>& ServerTable::DeclaredBy(NodeId holder) {
  const auto made = by_holder_.try_emplace(static_cast<std::uint32_t>(holder));
  std::vector<const Server*>& out = made.first->second;
  if (!made.second) return out;
  if (IsOpenApi2(reading_.version)) {
    ReadSchemes(holder, out);
  } else if (const NodeId list = reading_.Array(holder, "servers"); list != kNoNode) {
    ReadList(list, out);
  }
  return out;
}

void ServerTable::ReadList(NodeId list, std::vector<const Server*>& out) {
  const Document& document = reading_.document;
  for (const NodeId item : document.children(list)) {
    if (!reading_.Expect(item, NodeKind::kObject, "a server")) continue;
    const std::optional<std::string_view> url = reading_.Text(item, "url");
    if (!url) {
      reading_.reporter.Report(DiagnosticCode::kMissingMember, item, "a server has no `url`");
      continue;
    }
    Server& server = reading_.api.servers.emplace_back();
    server.api = &reading_.api;
    server.url = *url;
    server.description = reading_.Text(item, "description");
    server.place = Reading::PlaceOf(item);
    if (const NodeId variables = reading_.Object(item, "variables"); variables != kNoNode) {
      for (const NodeId member : document.children(variables)) {
        if (reading_.node(member).key.substr(0, 2) == "x-" ||
            !reading_.Expect(member, NodeKind::kObject, "a server variable")) {
          continue;
        }
        Server::Variable variable;
        variable.name = reading_.node(member).key;
        variable.default_value = reading_.Text(member, "default");
        variable.allowed = reading_.Texts(member, "enum");
        server.variables.push_back(std::move(variable));
      }
    }
    std::string resolved;
    std::string_view rest = *url;
    while (!rest.empty()) {
      const std::size_t open = std::min(rest.find('{'), rest.size());
      const std::size_t close = rest.find('}', open);
      resolved += rest.substr(0, open);
      if (open == rest.size() || close == std::string_view::npos) {
        resolved += rest.substr(open);
        break;
      }
      const std::string_view name = rest.substr(open + 1, close - open - 1);
      const auto variable = std::find_if(server.variables.begin(), server.variables.end(),
                                         [&](const Server::Variable& v) { return v.name == name; });
      // Without a default the template stays, as something that no concrete host equals.
      resolved += variable != server.variables.end() && variable->default_value
                      ? *variable->default_value
                      : rest.substr(open, close - open + 1);
      rest.remove_prefix(close + 1);
    }
    TakeApart(reading_, resolved == *url ? *url : reading_.api.strings.Copy(resolved), server);
    out.push_back(&server);
  }
}

// 2.0: each scheme with the document's host and base path. Operations may have schemes of their own.
void ServerTable::ReadSchemes(NodeId holder, std::vector<const Server*>& out) {
  const Document& document = reading_.document;
  const NodeId root = document.root();
  const NodeId schemes = reading_.Array(holder, "schemes");
  if (schemes != kNoNode) {
    for (const NodeId item : document.children(schemes)) {
      if (const auto scheme = reading_.ScalarText(item)) AddOpenApi2(*scheme, item, out);
    }
    if (!out.empty()) return;
  }
  if (holder != root) return;
  NodeId at = document.Find(root, "host");
  if (at == kNoNode) at = document.Find(root, "basePath");
  if (at != kNoNode) AddOpenApi2({}, at, out);
}

void ServerTable::AddOpenApi2(std::string_view scheme, NodeId at, std::vector<const Server*>& out) {
  const NodeId root = reading_.document.root();
  const std::string_view host = reading_.Text(root, "host").value_or(std::string_view{});
  const std::string_view base = reading_.Text(root, "basePath").value_or(std::string_view{});
  std::string url;
  if (!host.empty()) url = (scheme.empty() ? "//" : std::string(scheme) + "://") + std::string(host);
  if (!base.empty() && base[0] != '/') url += '/';
  url += base;
  Server& server = reading_.api.servers.emplace_back();
  server.api = &reading_.api;
  server.url = reading_.api.strings.Copy(url);
  server.place = Reading::PlaceOf(at);
  TakeApart(reading_, server.url, server);
  // Without a host the scheme is still declared, for the host that the description is served from.
  if (!scheme.empty()) server.scheme = reading_.LowerCase(scheme);
  out.push_back(&server);
}

}  // namespace writ::model
