// Versions that reports carry.
#pragma once

#include <string_view>

namespace writ {
inline constexpr std::string_view kToolVersion = "0.1.0";
inline constexpr int kLanguageEdition = 1;      // the newest edition of the policy language
inline constexpr int kBytecodeVersion = 1;      // docs/bytecode-format.md
inline constexpr std::string_view kReportVersion = "1.0.0";  // docs/report.schema.json
}  // namespace writ
