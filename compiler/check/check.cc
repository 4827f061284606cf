// The order of checking: headers, declarations, rules, waivers, tests, then what was never used.
#include "compiler/check/check.h"

#include <algorithm>

#include "base/digest.h"
#include "base/suggest.h"
#include "base/version.h"
#include "compiler/check/checker.h"

namespace writ::compiler {

namespace {

// "1.0.0", "2.3.0-rc.1": three numbers, and what may follow them.
bool IsSemanticVersion(const std::string& version) {
  std::size_t at = 0;
  for (int part = 0; part < 3; ++part) {
    if (part > 0 && (at >= version.size() || version[at++] != '.')) return false;
    const std::size_t begin = at;
    while (at < version.size() && version[at] >= '0' && version[at] <= '9') ++at;
    if (at == begin || (version[begin] == '0' && at > begin + 1)) return false;
  }
  return at == version.size() || ((version[at] == '-' || version[at] == '+') && at + 1 < version.size());
}

// Importing a policy activates none of its rules: those of packs that are only required are not even made.
bool IsRequiredOnly(const Checker& checker, std::size_t file) {
  const std::uint32_t pack = checker.policies[file].source.pack;
  return pack < checker.options.packs.size() && checker.options.packs[pack].is_required_only;
}

void CheckHeaders(Checker& checker) {
  std::map<std::string, const PolicyHeader*> first;
  checker.program.policy_of_file.assign(checker.sources.size(), 0xffffffffu);
  for (const ParsedPolicy& policy : checker.policies) {
    if (!policy.tree->header) continue;   // reported by the parser
    const PolicyHeader& header = *policy.tree->header;
    if (header.language != kLanguageEdition) {
      checker.sink.Report(DiagnosticCode::kBadLanguage, header.language_span, "language edition " + std::to_string(header.language) + " is not known",
                          "this version reads `language 1`");
    }
    if (!IsSemanticVersion(header.version)) {
      checker.sink.Report(DiagnosticCode::kBadMetadata, header.version_span, "`" + header.version + "` is no semantic version", "write `version \"1.0.0\"`");
    }
    const auto [at, fresh] = first.emplace(header.name.text, &header);
    if (!fresh && at->second->version != header.version) {
      checker.sink
          .Report(DiagnosticCode::kVersionConflict, header.version_span, "policy `" + header.name.text + "` has version \"" + at->second->version + "\" in another file",
                  "files of one policy share one version")
          .labels.push_back({at->second->version_span, "here"});
    }
    const SourceFile& file = checker.sources.file(policy.source.file);
    bytecode::PolicyInfo info;
    info.name = header.name.text, info.version = header.version, info.file = file.name();
    info.digest = Hex(Sha256Of(file.text()));
    info.description = header.doc.text;
    info.language = static_cast<std::uint32_t>(header.language);
    info.shipped = policy.source.shipped;
    checker.program.policy_of_file[static_cast<std::size_t>(policy.source.file)] = static_cast<std::uint32_t>(checker.program.policies.size());
    checker.program.policies.push_back(std::move(info));
  }
}

// `now` is the first global: the one clock of a run.
void DeclareNow(Checker& checker) {
  ir::Global now;
  now.shape.kind = bytecode::GlobalKind::kInput;
  now.shape.name = "now";
  now.shape.type = checker.program.types.Scalar(bytecode::TypeKind::kTime);
  checker.program.globals.push_back(std::move(now));
}

void CheckRules(Checker& checker) {
  std::map<std::string, Span> seen;
  for (std::size_t file = 0; file < checker.policies.size(); ++file) {
    const SyntaxTree& tree = *checker.policies[file].tree;
    if (!tree.header || IsRequiredOnly(checker, file)) continue;
    const std::size_t first = checker.program.rules.size();
    for (const RuleDecl& rule : tree.rules) {
      const auto [at, fresh] = seen.emplace(checker.PolicyOf(file) + "." + rule.name.text, rule.name.span);
      if (!fresh) {
        checker.sink.Report(DiagnosticCode::kDuplicateRule, rule.name.span, "rule `" + at->first + "` exists already", "choose another name")
            .labels.push_back({at->second, "first declared here"});
        continue;
      }
      CheckRule(checker, file, rule);
    }
    // A file-level `activate when` holds for every rule of the file.
    for (const ActivateClause& activate : tree.activations) {
      for (std::size_t i = first; i < checker.program.rules.size(); ++i) {
        ir::Rule& rule = checker.program.rules[i];
        ir::Node* condition = CheckActivation(checker, file, activate);
        if (condition == nullptr) break;
        rule.activate = rule.activate == nullptr ? condition
                                                 : checker.NewNode(ir::NodeKind::kAnd, condition->type, activate.span, {condition, rule.activate});
      }
    }
  }
  std::stable_sort(checker.program.rules.begin(), checker.program.rules.end(),
                   [](const ir::Rule& a, const ir::Rule& b) { return a.shape.id < b.shape.id; });
}

void ReportUnused(Checker& checker) {
  for (const auto& [policy, scope] : checker.scopes) {
    if (scope.is_required_only) continue;
    for (const Import& import : scope.imports) {
      if (!import.used) checker.sink.Report(DiagnosticCode::kUnusedDeclaration, import.span, "import `" + import.policy + "` is not used", "remove it");
    }
    for (const auto& [name, declaration] : scope.declarations) {
      if (declaration.used) continue;
      // What other policies may import is used or not by those who are not here.
      if (declaration.kind == DeclarationKind::kFunction || declaration.kind == DeclarationKind::kConst) {
        const SyntaxTree& tree = *checker.policies[declaration.file].tree;
        if (tree.rules.empty()) continue;
      }
      const char* word = "";
      switch (declaration.kind) {
        case DeclarationKind::kConst: word = "const"; break;
        case DeclarationKind::kParam: word = "param"; break;
        case DeclarationKind::kData: word = "data"; break;
        case DeclarationKind::kInput: word = "input"; break;
        case DeclarationKind::kFunction: word = "fn"; break;
      }
      checker.sink.Report(DiagnosticCode::kUnusedDeclaration, declaration.name.span, std::string(word) + " `" + name + "` is not used", "remove it, or use it");
    }
  }
}

}  // namespace

std::optional<ir::Program> Check(const std::vector<ParsedPolicy>& policies, const SourceMap& sources, const CompileOptions& options,
                                 DiagnosticSink& sink) {
  Checker checker(policies, sources, options, sink);
  checker.scopes = CollectScopes(policies, options.packs, sink);
  CheckHeaders(checker);
  DeclareNow(checker);
  for (auto& [policy, scope] : checker.scopes) {
    if (scope.is_required_only) continue;
    for (auto& [name, declaration] : scope.declarations) checker.Ensure(declaration, policy, declaration.name.span);
  }
  CheckRules(checker);
  for (std::size_t file = 0; file < policies.size(); ++file) {
    if (!policies[file].tree->header || IsRequiredOnly(checker, file)) continue;
    for (const WaiverDecl& waiver : policies[file].tree->waivers) CheckWaiver(checker, file, waiver);
    for (const TestDecl& test : policies[file].tree->tests) CheckTest(checker, file, test);
  }
  // An error may hide a use.
  if (!sink.has_errors()) ReportUnused(checker);
  if (sink.has_errors()) return std::nullopt;
  return std::move(checker.program);
}

}  // namespace writ::compiler
