// Servers: variables, relative URLs, inheritance, and the three members of 2.0.
#include "model/spec/servers.h"

#include <doctest/doctest.h>

#include "tests/model/read_text.h"

namespace writ::model {
namespace {

using test::ReadSpec;

std::string Shown(const Server& server) {
  return std::string(server.url) + " = " + std::string(server.scheme.value_or("-")) + " " +
         std::string(server.host.value_or("-")) + " " + std::string(server.base_path);
}

std::string AllServers(const std::string& servers) {
  const ReadSpec read("openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\nservers:\n" + servers);
  CHECK(read.problems() == "");
  std::string out;
  for (const Server& server : read.api->servers) out += Shown(server) + "\n";
  return out;
}

TEST_CASE("servers: URLs are taken apart") {
  CHECK(AllServers(
            "- url: HTTPS://API.Example.com:8443/v1/\n"
            "- url: /\n- url: /v2\n- url: v3/x\n- url: //example.com/a\n- url: ''\n- url: .\n- url: ./v4\n"
            "- url: https://user@example.com?x=//y\n- url: /path//odd\n") ==
        "HTTPS://API.Example.com:8443/v1/ = https api.example.com:8443 /v1\n"
        "/ = - - \n"
        "/v2 = - - /v2\n"
        "v3/x = - - /v3/x\n"
        "//example.com/a = - example.com /a\n"
        " = - - \n"
        ". = - - \n"
        "./v4 = - - /v4\n"
        "https://user@example.com?x=//y = https example.com \n"
        "/path//odd = - - /path//odd\n");
}

TEST_CASE("servers: variables are replaced by their defaults") {
  CHECK(AllServers("- url: '{scheme}://{region}.example.com/{base}/{none}'\n"
                   "  variables: {scheme: {default: https, enum: [https, http]}, region: {default: EU}, "
                   "base: {default: v1}, none: {}}\n"
                   "- url: 'https://x.example/{open'\n") ==
        "{scheme}://{region}.example.com/{base}/{none} = https eu.example.com /v1/{none}\n"
        "https://x.example/{open = https x.example /{open\n");
}

TEST_CASE("servers: the nearest declaration counts and none is invented") {
  const ReadSpec read(
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\nservers: [{url: /root}]\npaths:\n"
      "  /a:\n    get: {servers: [{url: /op}], responses: {}}\n    put: {responses: {}}\n    servers: [{url: "
      "/path}]\n"
      "  /b: {get: {responses: {}, servers: []}}\n");
  REQUIRE(read.api);
  REQUIRE(read.api->operations.size() == 3);
  CHECK(read.api->operations[0].servers[0]->url == "/op");
  CHECK(read.api->operations[1].servers[0]->url == "/path");
  CHECK(read.api->operations[2].servers[0]->url == "/root");
  std::string order;
  for (const Server& server : read.api->servers) order += std::string(server.url) + " ";
  CHECK(order == "/root /path /op ");
  const ReadSpec none(
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {/a: {get: {responses: {}}}}\n");
  CHECK(none.api->servers.empty());
  CHECK(none.api->operations[0].servers.empty());
}

TEST_CASE("servers: 2.0 has schemes times host and base path") {
  const ReadSpec read(
      "swagger: '2.0'\ninfo: {title: t, version: '1'}\nhost: Example.com\nbasePath: /v1\nschemes: [https, "
      "http]\n"
      "paths: {/a: {get: {responses: {}, schemes: [wss]}, put: {responses: {}}}}\n");
  CHECK(read.problems() == "");
  std::string out;
  for (const Server& server : read.api->servers) out += Shown(server) + "\n";
  CHECK(out ==
        "https://Example.com/v1 = https example.com /v1\nhttp://Example.com/v1 = http example.com /v1\n"
        "wss://Example.com/v1 = wss example.com /v1\n");
  CHECK(read.api->operations[0].servers.size() == 1);
  CHECK(read.api->operations[1].servers.size() == 2);
  const ReadSpec path_only("swagger: '2.0'\ninfo: {title: t, version: '1'}\nbasePath: v1\npaths: {}\n");
  REQUIRE(path_only.api->servers.size() == 1);
  CHECK(Shown(path_only.api->servers[0]) == "/v1 = - - /v1");
  const ReadSpec none("swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\n");
  CHECK(none.api->servers.empty());
}

TEST_CASE("servers: faulty ones are reported and left out") {
  const ReadSpec read(
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\nservers: [x, {description: d}, {url: [1]}, "
      "{url: /ok}]\n");
  CHECK(read.problems() ==
        "W4026 4:11 a server is a text, not an object\nW4027 4:14 a server has no `url`\n"
        "W4027 4:32 a server has no `url`\nW4026 4:33 `url` is a list, not a text\n");
  CHECK(read.api->servers.size() == 1);
}

}  // namespace
}  // namespace writ::model
