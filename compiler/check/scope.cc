// Collects declarations and imports.
#include "compiler/check/scope.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/diagnostic_codes.h"
#include "base/suggest.h"

namespace writ::compiler {
namespace {

void Declare(PolicyScope& scope, Declaration declaration, DiagnosticSink& sink) {
  const auto [at, fresh] = scope.declarations.emplace(declaration.name.text, declaration);
  if (fresh) return;
  sink.Report(DiagnosticCode::kDuplicateName, declaration.name.span,
              "`" + declaration.name.text + "` is already declared in this policy",
              "choose another name; a name means one thing everywhere")
      .labels.push_back({at->second.name.span, "first declared here"});
}

// A cycle of imports would make the order in which policies are read matter.
void FindCycles(const Scopes& scopes, DiagnosticSink& sink) {
  std::set<std::string> done, open;
  std::function<void(const std::string&)> visit = [&](const std::string& policy) {
    if (done.count(policy) != 0) return;
    open.insert(policy);
    const auto scope = scopes.find(policy);
    if (scope != scopes.end()) {
      for (const Import& import : scope->second.imports) {
        if (open.count(import.policy) != 0) {
          sink.Report(DiagnosticCode::kImportCycle, import.span, "policy `" + policy + "` and `" + import.policy + "` import each other",
                      "move what both need into a third policy");
        } else {
          visit(import.policy);
        }
      }
    }
    open.erase(policy);
    done.insert(policy);
  };
  for (const auto& [name, scope] : scopes) visit(name);
}

// Packs are only told apart where there are several.
std::string Described(const PackScope& pack) { return pack.name.empty() ? "the policies without pack" : "`" + pack.name + "`"; }

bool Sees(const std::vector<PackScope>& packs, std::uint32_t from, std::uint32_t to) {
  return from == to || from >= packs.size() || std::find(packs[from].sees.begin(), packs[from].sees.end(), to) != packs[from].sees.end();
}

}  // namespace

Scopes CollectScopes(const std::vector<ParsedPolicy>& policies, const std::vector<PackScope>& packs, DiagnosticSink& sink) {
  Scopes scopes;
  for (std::size_t file = 0; file < policies.size(); ++file) {
    const SyntaxTree& tree = *policies[file].tree;
    if (!tree.header) continue;
    const auto [entry, fresh_scope] = scopes.try_emplace(tree.header->name.text);
    PolicyScope& scope = entry->second;
    const std::uint32_t pack = policies[file].source.pack;
    if (fresh_scope) {
      scope.pack = pack;
      scope.is_required_only = pack < packs.size() && packs[pack].is_required_only;
    } else if (scope.pack != pack) {
      // Otherwise one pack could put declarations into a policy of another.
      sink.Report(DiagnosticCode::kPackConflict, tree.header->name.span, "policy `" + entry->first + "` is in two packs, " + Described(packs[scope.pack]) + " and " + Described(packs[pack]),
                  "give one of them another name");
      continue;
    }
    const auto declare = [&](DeclarationKind kind, const auto& syntax) {
      Declaration declaration;
      declaration.kind = kind;
      declaration.file = file;
      declaration.syntax = &syntax;
      declaration.name = syntax.name;
      declaration.span = syntax.span;
      Declare(scope, declaration, sink);
    };
    for (const ConstDecl& d : tree.consts) declare(DeclarationKind::kConst, d);
    for (const ParamDecl& d : tree.params) declare(DeclarationKind::kParam, d);
    for (const DataDecl& d : tree.data) declare(DeclarationKind::kData, d);
    for (const InputDecl& d : tree.inputs) declare(DeclarationKind::kInput, d);
    for (const FnDecl& d : tree.functions) declare(DeclarationKind::kFunction, d);
  }
  for (const ParsedPolicy& policy : policies) {
    const SyntaxTree& tree = *policy.tree;
    if (!tree.header) continue;
    PolicyScope& scope = scopes[tree.header->name.text];
    for (const ImportDecl& import : tree.imports) {
      const std::string& dotted = import.policy.text;
      const std::string alias = import.alias ? import.alias->text : dotted.substr(dotted.rfind('.') + 1);
      const auto target = scopes.find(dotted);
      if (target == scopes.end()) {
        std::vector<std::string> names;
        for (const auto& [name, other] : scopes) {
          if (Sees(packs, scope.pack, other.pack)) names.push_back(name);
        }
        sink.Report(DiagnosticCode::kUnknownPolicy, import.policy.span, "no policy is called `" + dotted + "`",
                    DidYouMean(dotted, names));
        scope.imports.push_back({dotted, alias, import.span, true});   // what is taken from it is no mistake of its own
        continue;
      }
      if (!Sees(packs, scope.pack, target->second.pack)) {
        const std::string& owner = packs[target->second.pack].name;
        sink.Report(DiagnosticCode::kUnknownPolicy, import.policy.span,
                    "policy `" + dotted + "` is of " + Described(packs[target->second.pack]) + ", which " + Described(packs[scope.pack]) + " does not require",
                    owner.empty() ? "move it into the pack" : "add `" + owner + "` to `requires` in pack.yaml");
        continue;
      }
      bool known = false;
      for (const Import& other : scope.imports) {
        if (other.alias == alias && other.policy != dotted) {
          sink.Report(DiagnosticCode::kDuplicateName, import.span, "`" + alias + "` already stands for policy `" + other.policy + "`",
                      "give this one another name: `import " + dotted + " as other`");
        }
        known = known || other.alias == alias;
      }
      if (!known) scope.imports.push_back({dotted, alias, import.span, false});
    }
  }
  FindCycles(scopes, sink);
  return scopes;
}

}  // namespace writ::compiler
