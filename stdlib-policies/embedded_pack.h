// The shipped pack as encoded bytecode (vm/bytecode/codec.h). Made by embed_pack.cc while building.
#pragma once

#include <string_view>

namespace writ {
std::string_view EmbeddedPack();
}  // namespace writ
