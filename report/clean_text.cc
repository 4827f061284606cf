// Repair, mask, and repair again: masking works on bytes and may cut a sequence.
#include "report/clean_text.h"

#include "base/mask.h"
#include "base/utf8.h"

namespace writ::report {

std::string CleanText(std::string_view text) {
  if (text.empty()) return {};
  std::string masked = FirstInvalidUtf8(text) ? MaskSecrets(RepairUtf8(text)) : MaskSecrets(text);
  return FirstInvalidUtf8(masked) ? RepairUtf8(masked) : masked;
}

}  // namespace writ::report
