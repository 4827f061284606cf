// 128-bit integers as both compilers spell them under -Wpedantic.
#pragma once

namespace writ {
__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;
}  // namespace writ
