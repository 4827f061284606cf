// `.wpk` ↔ its parts. Reading ends like the archive's: what is not what EncodePack makes of the parts is refused.
#include "pack/wpk.h"

#include <algorithm>
#include <charconv>

#include "base/digest.h"
#include "pack/archive.h"
#include "vm/bytecode/codec.h"

namespace writ::pack {

namespace {

constexpr std::string_view kFirst = "PACK", kSums = "SHA256SUMS", kModule = "module.writbc", kFolder = "pack/";
constexpr std::string_view kMagic = "writ-pack ";
constexpr std::size_t kHeaderBytes = 30 + kFirst.size();   // before the text of PACK, in every version of the format

std::string FirstText(const PackedPack& pack) {
  return std::string(kMagic) + std::to_string(kPackFormat) + "\nname " + pack.name + "\nversion " + pack.version + "\nlanguage " +
         std::to_string(pack.language) + "\nwrit " + pack.built_by + "\n";
}

void AddSum(std::string& out, std::string_view bytes, std::string_view folder, std::string_view name) {
  out.append(Hex(Sha256Of(bytes))).append("  ").append(folder).append(name).append("\n");
}


std::string SumsText(const PackedPack& pack, std::string_view first) {
  std::string out;
  AddSum(out, first, "", kFirst);
  AddSum(out, pack.bytecode, "", kModule);
  for (const PackedFile& file : pack.files) AddSum(out, file.text, kFolder, file.path);
  return out;
}

// "WORD rest-of-line"; takes the line off `text`.
std::string TakeLine(std::string_view& text, std::string_view word) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  if (end == std::string_view::npos || line.substr(0, word.size() + 1) != std::string(word) + " ") return {};
  text.remove_prefix(end + 1);
  return std::string(line.substr(word.size() + 1));
}

bool IsWord(std::string_view text) {
  return !text.empty() && text.size() <= 256 && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

}  // namespace

std::string DigestOfFiles(const std::vector<PackedFile>& files) {
  std::string lines;
  for (const PackedFile& file : files) AddSum(lines, file.text, "", file.path);
  return Hex(Sha256Of(lines));
}

std::string EncodePack(const PackedPack& pack) {
  const std::string first = FirstText(pack), sums = SumsText(pack, first);
  std::vector<std::string> names;
  for (const PackedFile& file : pack.files) names.push_back(std::string(kFolder).append(file.path));
  std::vector<ArchiveEntry> entries = {{kFirst, first}, {kSums, sums}, {kModule, pack.bytecode}};
  for (std::size_t i = 0; i < names.size(); ++i) entries.push_back({names[i], pack.files[i].text});
  return WriteArchive(entries);
}

Result<PackedPack> DecodePack(std::string_view bytes, const Limits& limits) {
  // The version stands at the same place in every version, and is looked at before anything that may have changed.
  if (bytes.size() < kHeaderBytes || bytes.substr(0, 4) != std::string_view("PK\3\4", 4) || bytes.substr(30, kFirst.size()) != kFirst ||
      bytes.substr(kHeaderBytes, kMagic.size()) != kMagic) {
    return Error{"not a pack: it does not begin as a `.wpk` does"};
  }
  const std::string_view behind = bytes.substr(kHeaderBytes + kMagic.size(), 20);
  const std::string version(behind.substr(0, behind.find('\n')));
  if (version != std::to_string(kPackFormat)) {
    return Error{"pack format `" + version + "`, and this build reads format " + std::to_string(kPackFormat) + ": build the pack again from its folder"};
  }
  WRIT_TRY(const std::vector<ArchiveEntry> entries, ReadArchive(bytes, limits));
  if (entries.size() < 3 || entries[0].name != kFirst || entries[1].name != kSums || entries[2].name != kModule) {
    return Error{"damaged pack: `PACK`, `SHA256SUMS` and `module.writbc` are not its first files"};
  }
  PackedPack pack;
  pack.bytecode = entries[2].bytes;
  for (std::size_t i = 3; i < entries.size(); ++i) {
    if (entries[i].name.substr(0, kFolder.size()) != kFolder) return Error{"damaged pack: a file that is neither its own nor below `pack/`"};
    pack.files.push_back({entries[i].name.substr(kFolder.size()), entries[i].bytes});
    if (i > 3 && pack.files[i - 4].path >= pack.files[i - 3].path) return Error{"damaged pack: its files are not in the order of their paths"};
  }
  std::string_view text = entries[0].bytes;
  TakeLine(text, "writ-pack");
  pack.name = TakeLine(text, "name");
  pack.version = TakeLine(text, "version");
  const std::string language = TakeLine(text, "language");
  pack.built_by = TakeLine(text, "writ");
  std::from_chars(language.data(), language.data() + language.size(), pack.language);
  if (!IsWord(pack.name) || !IsWord(pack.version) || !IsWord(pack.built_by) || entries[0].bytes != FirstText(pack)) {
    return Error{"damaged pack: `PACK` does not say name, version, language and writ, one a line"};
  }
  if (entries[1].bytes != SumsText(pack, entries[0].bytes)) return Error{"damaged pack: a file does not have the digest that `SHA256SUMS` says"};
  return pack;
}

Result<bytecode::VerifiedModule> LoadPack(std::string_view bytes, const Limits& limits) {
  WRIT_TRY(const PackedPack pack, DecodePack(bytes, limits));
  WRIT_TRY(bytecode::Module module, bytecode::Decode(pack.bytecode));
  const std::string digest = DigestOfFiles(pack.files);
  const bool is_its_own = std::any_of(module.packs.begin(), module.packs.end(), [&](const bytecode::PackInfo& info) {
    return info.name == pack.name && info.version == pack.version && info.digest == digest && !info.shipped;
  });
  if (!is_its_own) return Error{"damaged pack: its bytecode was not compiled from its files"};
  return bytecode::Verify(std::move(module));
}

}  // namespace writ::pack
