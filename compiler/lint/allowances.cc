// `# lint: allow W8010 because the contract says 20`: findings that somebody has looked at. Behind a line, or above one, it holds for that line; above
// an item for the item; above the header of the policy for the file. One that allows nothing is a finding itself.
#include <algorithm>

#include "base/suggest.h"
#include "compiler/lint/context.h"

namespace writ::compiler::lint {

namespace {

struct Allowance {
  Span comment;
  std::vector<DiagnosticCode> codes;
  std::uint32_t begin = 0, end = 0;   // where it holds: findings that begin here
  bool is_used = false;
};

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    if (c != ' ' && c != '\t' && c != ',') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

class FileAllowances {
 public:
  FileAllowances(Context& context, const SyntaxTree& tree) : context_(context), tree_(tree), text_(context.input.sources.file(tree.file).text()) {}

  std::vector<Allowance> Read() {
    if (text_.find("lint:") == std::string_view::npos) return {};
    const Pieces& cut = context_.editor.PiecesOf(tree_.file);
    for (const Piece& piece : cut.pieces) {
      for (const std::string_view comment : piece.before) Take(comment, piece.begin, true);
      if (!piece.behind.empty()) Take(piece.behind, piece.begin, false);
    }
    for (const std::string_view comment : cut.footer) Take(comment, static_cast<std::uint32_t>(text_.size()), true);
    return std::move(allowances_);
  }

 private:
  void Take(std::string_view comment, std::uint32_t piece, bool is_above) {
    std::string_view rest = comment;
    rest.remove_prefix(std::min(rest.find_first_not_of('#'), rest.size()));
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (rest.substr(0, 5) != "lint:") return;
    const std::vector<std::string> words = WordsOf(rest.substr(5));
    const auto begin = static_cast<std::uint32_t>(comment.data() - text_.data());
    Allowance allowance;
    allowance.comment = {tree_.file, begin, begin + static_cast<std::uint32_t>(comment.size())};
    const auto refuse = [&](const std::string& what, const std::string& help) { context_.Report(DiagnosticCode::kLintComment, allowance.comment, what, help); };
    const auto because = std::find(words.begin(), words.end(), "because");
    const std::string form = "write `# lint: allow W8010 because …`";
    if (words.empty() || words[0] != "allow") return refuse("this comment allows nothing", form);
    if (because == words.end() || because + 1 == words.end()) return refuse("this allowance gives no reason", form + ": the next reader wants to know");
    for (auto word = words.begin() + 1; word != because; ++word) {
      const LintInfo* lint = FindLint(*word);
      if (lint != nullptr && lint->code == DiagnosticCode::kLintComment) return refuse("`" + *word + "` cannot be allowed", "remove the comment that it is about");
      if (lint != nullptr) {
        allowance.codes.push_back(lint->code);
        continue;
      }
      std::vector<std::string> names;
      for (const LintInfo& row : AllLints()) names.insert(names.end(), {std::string(InfoOf(row.code).code), std::string(row.name)});
      return refuse("no lint is called `" + *word + "`", DidYouMean(*word, names));
    }
    if (allowance.codes.empty()) return refuse("this comment allows nothing", form);
    Place(allowance, piece, is_above);
    allowances_.push_back(std::move(allowance));
  }

  void Place(Allowance& allowance, std::uint32_t piece, bool is_above) const {
    allowance.begin = LineBegin(piece), allowance.end = LineEnd(piece);
    if (!is_above) return;
    if (tree_.header && tree_.header->span.begin == piece) {
      allowance.begin = 0, allowance.end = static_cast<std::uint32_t>(text_.size());
    }
    const auto item = [&](const Span& span) {
      if (span.begin == piece) allowance.begin = span.begin, allowance.end = span.end;
    };
    for (const ImportDecl& decl : tree_.imports) item(decl.span);
    for (const ConstDecl& decl : tree_.consts) item(decl.span);
    for (const DataDecl& decl : tree_.data) item(decl.span);
    for (const ParamDecl& decl : tree_.params) item(decl.span);
    for (const InputDecl& decl : tree_.inputs) item(decl.span);
    for (const FnDecl& decl : tree_.functions) item(decl.span);
    for (const ActivateClause& clause : tree_.activations) item(clause.span);
    for (const RuleDecl& decl : tree_.rules) item(decl.span);
    for (const WaiverDecl& decl : tree_.waivers) item(decl.span);
  }

  std::uint32_t LineBegin(std::uint32_t at) const {
    const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1);
  }
  std::uint32_t LineEnd(std::uint32_t at) const { return static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size())); }

  Context& context_;
  const SyntaxTree& tree_;
  std::string_view text_;
  std::vector<Allowance> allowances_;
};

}  // namespace

void ApplyAllowances(Context& context) {
  std::map<FileId, std::vector<Allowance>> by_file;
  for (const SyntaxTree* tree : context.trees) {
    std::vector<Allowance> read = FileAllowances(context, *tree).Read();
    if (!read.empty()) by_file.emplace(tree->file, std::move(read));
  }
  if (by_file.empty()) return;
  const auto is_allowed = [&](const Finding& finding) {
    const Span& span = finding.diagnostic.span;
    const auto file = by_file.find(span.file);
    bool allowed = false;
    if (file == by_file.end() || finding.diagnostic.code == DiagnosticCode::kLintComment) return false;
    for (Allowance& allowance : file->second) {
      const bool holds = span.begin >= allowance.begin && span.begin < allowance.end;
      if (!holds || std::find(allowance.codes.begin(), allowance.codes.end(), finding.diagnostic.code) == allowance.codes.end()) continue;
      allowance.is_used = allowed = true;
    }
    return allowed;
  };
  context.findings.erase(std::remove_if(context.findings.begin(), context.findings.end(), is_allowed), context.findings.end());
  for (const auto& [file, allowances] : by_file) {
    for (const Allowance& allowance : allowances) {
      if (allowance.is_used) continue;
      Finding& finding = context.Report(DiagnosticCode::kLintComment, allowance.comment, "this allowance is not used", "remove it");
      finding.fix = context.editor.RemoveComment(allowance.comment);
    }
  }
}

}  // namespace writ::compiler::lint
