// The shipped pack as encoded bytecode (vm/bytecode/codec.h). Made by embed_pack.cc while building.
#pragma once

#include <string_view>
#include <vector>

namespace writ {
std::string_view EmbeddedPack();

// What it was made from: its policies, then their .case files, each by name: "stdlib-policies/transport/…/rule.writ".
struct EmbeddedFile {
  std::string_view name, text;
};
std::vector<EmbeddedFile> EmbeddedPackFiles();
}  // namespace writ
