// The Lua side: a closure per predicate over tables made beforehand, in one loop inside Lua, so that no call from C is timed.
#include "bench/vm/rows.h"

#ifdef WRIT_BENCH_LUA
#include <lua.hpp>

#include <cstdio>
#include <cstdlib>
#endif

namespace writ::bench {

#ifdef WRIT_BENCH_LUA
namespace {

constexpr char kProgram[] = R"(
local sub = string.sub
function make(status, prefix, methods)
  local size = #prefix
  return function(r)
    return r.scheme ~= "https" or r.auth == nil or r.status >= status or (methods[r.method] and sub(r.path, 1, size) ~= prefix)
  end
end
function run(rows, predicates)
  local n = 0
  for i = 1, #rows do
    local r = rows[i]
    for k = 1, #predicates do
      if predicates[k](r) then n = n + 1 end
    end
  end
  return n
end
)";

void Must(lua_State* lua, int status) {
  if (status == LUA_OK) return;
  std::fprintf(stderr, "lua: %s\n", lua_tostring(lua, -1));
  std::exit(1);
}

void SetText(lua_State* lua, const char* key, std::string_view text) {
  lua_pushlstring(lua, text.data(), text.size());
  lua_setfield(lua, -2, key);
}

}  // namespace

std::optional<LuaResult> MeasureLua(const std::vector<Predicate>& predicates, const std::vector<PlainRow>& rows) {
  lua_State* lua = luaL_newstate();
  luaL_openlibs(lua);
  Must(lua, luaL_dostring(lua, kProgram));
  lua_createtable(lua, static_cast<int>(rows.size()), 0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    lua_createtable(lua, 0, 5);
    SetText(lua, "scheme", rows[i].scheme);
    SetText(lua, "method", rows[i].method);
    SetText(lua, "path", rows[i].path);
    if (rows[i].has_credential) SetText(lua, "auth", "present");
    lua_pushinteger(lua, rows[i].status);
    lua_setfield(lua, -2, "status");
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i + 1));
  }
  lua_setglobal(lua, "rows");
  lua_createtable(lua, static_cast<int>(predicates.size()), 0);
  for (std::size_t i = 0; i < predicates.size(); ++i) {
    lua_getglobal(lua, "make");
    lua_pushinteger(lua, predicates[i].status);
    lua_pushlstring(lua, predicates[i].prefix.data(), predicates[i].prefix.size());
    lua_createtable(lua, 0, 4);
    for (const std::string& method : predicates[i].methods) {
      lua_pushboolean(lua, 1);
      lua_setfield(lua, -2, method.c_str());
    }
    Must(lua, lua_pcall(lua, 3, 1, 0));
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i + 1));
  }
  lua_setglobal(lua, "predicates");
  LuaResult result;
  result.seconds = Median([&] {
    lua_getglobal(lua, "run");
    lua_getglobal(lua, "rows");
    lua_getglobal(lua, "predicates");
    Must(lua, lua_pcall(lua, 2, 1, 0));
    result.violations = static_cast<std::uint64_t>(lua_tointeger(lua, -1));
    lua_pop(lua, 1);
  });
  lua_close(lua);
  return result;
}
#else
std::optional<LuaResult> MeasureLua(const std::vector<Predicate>&, const std::vector<PlainRow>&) { return std::nullopt; }
#endif

}  // namespace writ::bench
