// See parse.h: text → tokens → items → declarations, in that order and without looking back.
#include "compiler/parse/parse.h"

#include <mutex>
#include <string>

#include "base/diagnostic_codes.h"
#include "base/utf8.h"
#include "compiler/parse/build.h"
#include "compiler/parse/lex.h"
#include "compiler/parse/parse_item.h"
#include "compiler/parse/split.h"
#include "compiler/parse/words.h"
#include "grammar/item_tokens.h"

namespace writ::compiler {
namespace {

// Whether the bytes of a file can be read at all; reports why not.
bool IsReadable(FileId file, std::string_view text, const Limits& limits, DiagnosticSink& sink) {
  if (text.size() > limits.policy_bytes) {
    sink.Report(DiagnosticCode::kInputTooLarge, Span{file, 0, 0},
                Cat({"the policy has ", std::to_string(text.size()), " bytes, the limit is ", std::to_string(limits.policy_bytes)}),
                "split it into several files");
    return false;
  }
  if (text.empty()) {
    sink.Report(DiagnosticCode::kEmptyInput, Span{file, 0, 0}, "the policy is empty",
                "a policy begins with `policy acme.name version \"1.0.0\" language 1`");
    return false;
  }
  if (const std::optional<std::size_t> bad = FirstInvalidUtf8(text)) {
    const auto at = static_cast<std::uint32_t>(*bad);
    sink.Report(DiagnosticCode::kInvalidUtf8, Span{file, at, at + 1}, "this byte is not part of UTF-8 text",
                "save the file as UTF-8, for example with `iconv -f LATIN1 -t UTF-8`");
    return false;
  }
  return true;
}

}  // namespace

std::unique_ptr<SyntaxTree> Parse(FileId file, const SourceMap& sources, const Limits& limits, DiagnosticSink& sink) {
  // The runtime keeps its prediction tables in statics shared by all parsers and races on some of them.
  static std::mutex runtime;
  const std::lock_guard lock(runtime);

  auto tree = std::make_unique<SyntaxTree>();
  tree->file = file;
  const std::string_view text = sources.file(file).text();
  if (!IsReadable(file, text, limits, sink)) return tree;

  Reporter reporter(file, limits.syntax_errors);
  LexedFile lexed = Lex(file, text, limits, reporter);
  const std::vector<ItemRange> items = SplitItems(lexed, text, reporter);
  ItemParser parser(lexed, text, reporter);
  TreeBuilder builder(*tree, text, lexed.docs, limits, reporter);
  for (const ItemRange& item : items) {
    if (reporter.full()) break;
    const std::uint32_t begin = lexed.tokens[item.first].begin, end = lexed.tokens[item.last - 1].end;
    builder.AddItem({parser.Parse(item).tree}, begin, end);
    if (reporter.HasErrorIn(begin, end)) tree->broken.push_back({file, begin, end});
  }
  if (!tree->header && reporter.count() == 0) {
    const std::uint32_t at = lexed.tokens.empty() ? 0 : lexed.tokens.front().begin;
    const std::uint32_t end = lexed.tokens.empty() ? 0 : lexed.tokens.front().end;
    reporter.Report(DiagnosticCode::kPolicyHeader, at, end, "the policy header is missing",
                    "begin the file with `policy acme.name version \"1.0.0\" language 1`");
  }
  reporter.Flush(sink);
  return tree;
}

}  // namespace writ::compiler
