// Files: reading with a bound, and writing so that a half-written result never looks complete.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"

namespace writ {

// The whole file. The error is one line ("is a directory", "permission denied", "larger than the limit of 256 MiB").
Result<std::string> ReadFile(const std::string& path, std::size_t limit);
// Reads a text input into `sources` under `name`; reports W6001 to W6004 and gives kNoFile when it cannot be used.
FileId LoadSource(const std::string& path, const std::string& name, std::size_t limit, SourceMap& sources,
                  DiagnosticSink& sink);
// Writes `path` by way of a temporary neighbour, fsync and rename. Mode 0644 whatever the umask.
Status WriteFileAtomically(const std::string& path, std::string_view bytes);
// Writes a file where nothing is; a link that leads nowhere counts as something. Mode 0644 less the umask.
Status CreateFile(const std::string& path, std::string_view bytes);
Status MakeDirectories(const std::string& path);
bool IsDirectory(const std::string& path);
bool FileExists(const std::string& path);
// Files below `folder` whose names end in `suffix`, sorted by their path; not following links out of it.
std::vector<std::string> FilesBelow(const std::string& folder, std::string_view suffix);
// `path` as seen from `folder`: relative where possible with lexical ".." steps, with '/' separators.
std::string RelativeTo(const std::string& path, const std::string& folder);
// "a/b/../c" → "a/c", lexically.
std::string NormalisePath(std::string_view path);
std::string JoinPath(std::string_view folder, std::string_view name);
std::string FolderOf(std::string_view path);

}  // namespace writ
