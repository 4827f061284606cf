// `writ new policy | rule | pack`: a start that works. What is written comes from cli/templates and passes fmt, lint and test as it stands;
// nothing that exists is overwritten. Covered by tests/cli/new_test.cc.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>

#include "base/file.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/print_diagnostics.h"
#include "cli/project.h"
#include "cli/templates/templates.h"
#include "cli/verbs.h"
#include "compiler/compile.h"
#include "compiler/format/format.h"
#include "compiler/parse/parse.h"
#include "pack/manifest.h"
#include "pack/source.h"

namespace writ::cli {

namespace {

constexpr const char* kFirstVersion = "0.1.0";
// Names become names of files; more would not fit into one.
constexpr std::size_t kLongestName = 100;

bool EndsWith(std::string_view text, std::string_view end) { return text.size() >= end.size() && text.substr(text.size() - end.size()) == end; }

std::string LastPart(const std::string& dotted) { return dotted.substr(dotted.rfind('.') + 1); }

// As a shell wants to read it.
std::string ForShell(const std::string& path) {
  const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '/';
  });
  if (plain && path[0] != '-') return path;
  std::string out = "'";
  for (const char c : path) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return (path[0] == '-' ? "./" : "") + out + "'";
}

std::string TextOf(const std::string& name) {
  for (const Template& row : AllTemplates()) {
    if (row.name == name) return std::string(row.text);
  }
  return {};
}

std::string Replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
  return text;
}

// One run of `writ new VERB NAME`.
struct Session {
  const CommandContext& context;
  std::string verb;
  Limits limits;
  SourceMap sources;
  DiagnosticSink sink;

  int Refuse(const std::string& what, const std::string& help = "") const {
    PrintDiagnostics(sink, sources, context.colour_err);
    std::fprintf(stderr, "writ new %s: %s\n", verb.c_str(), what.c_str());
    if (!help.empty()) std::fprintf(stderr, "  help: %s\n", help.c_str());
    return kBadInput;
  }
  int RefuseWithDiagnostics() const {
    PrintDiagnostics(sink, sources, context.colour_err);
    return kBadInput;
  }
};

// Whether names are in order, with what is wrong with them: "" or a message, and a help.
struct NameTrouble {
  std::string message, help;
};
std::optional<NameTrouble> TroubleWith(const std::string& name, bool dotted) {
  const std::string shown = "`" + SanitizeForTerminal(name) + "`";
  const char* const example = dotted ? "letters, digits and `_`, joined by dots: `acme.payments`" : "letters, digits and `_`: `tokens_expire`";
  if (name.size() > kLongestName) return NameTrouble{"a name has at most " + std::to_string(kLongestName) + " characters", example};
  if (!pack::IsPackName(name) || (!dotted && name.find('.') != std::string::npos)) return NameTrouble{shown + " cannot be a name", example};
  if (name == "writ" || name.rfind("writ.", 0) == 0) return NameTrouble{shown + " is for policies that come with writ", "begin with the name of your organisation: `acme.payments`"};
  return std::nullopt;
}

// A template with the names that it gets, formatted anew since their lengths decide where lines break. Nothing, with a reason, when a name is one
// that means something else in a policy: a reserved word, or a name that the template uses.
struct Rendered {
  std::string text;
  std::string trouble;
  std::size_t test_count = 0;
};
Rendered Render(const std::string& text, const std::string& policy, const std::string& version, const std::string& rule) {
  std::string out = Replaced(Replaced(text, "my_rule", rule), "my.policy version \"0.1.0\"", policy + " version \"" + version + "\"");
  const Limits limits;
  SourceMap sources;
  DiagnosticSink sink;
  const FileId file = sources.Add("template", std::move(out));
  std::vector<compiler::ParsedPolicy> trees;
  compiler::CompileOptions options;
  const bool compiles = compiler::Analyse({{file}}, sources, options, sink, &trees).has_value();
  Rendered rendered;
  if (std::optional<std::string> formatted; compiles && (formatted = compiler::Format(file, sources, limits, sink))) {
    rendered.text = std::move(*formatted);
    rendered.test_count = trees[0].tree->tests.size();
  } else {
    rendered.trouble = sink.all().empty() ? "it does not compile" : sink.all().front().message;
  }
  return rendered;
}

// Where new policies go when nobody says: the first folder under `policies` in ./writ.yaml, else here. Nothing when writ.yaml cannot be read.
std::optional<std::string> UsualFolder(Session& session) {
  if (!FileExists("writ.yaml")) return ".";
  const std::optional<Project> project = LoadProject("writ.yaml", session.sources, session.limits, session.sink);
  if (!project) return std::nullopt;
  for (const std::string& path : project->policies) {
    if (!FileExists(path) && !EndsWith(path, ".writ") && !EndsWith(path, ".wpk")) return path;
  }
  return ".";
}

// What a folder's files say of themselves; no files of folders below it.
struct Neighbours {
  std::map<std::string, std::string> versions;                 // of each policy
  std::map<std::string, std::string> rules;                    // id → file
};
Neighbours NeighboursIn(const std::string& folder, Session& session) {
  std::vector<std::string> files;
  std::error_code ignored;
  for (std::filesystem::directory_iterator at(folder, ignored), end; !ignored && at != end; at.increment(ignored)) {
    if (EndsWith(at->path().string(), ".writ") && FileExists(at->path().string())) files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  Neighbours neighbours;
  for (const std::string& path : files) {
    DiagnosticSink of_others;   // what is wrong there is for other commands to say
    const FileId file = LoadSource(path, NormalisePath(path), session.limits.policy_bytes, session.sources, of_others);
    if (file == kNoFile) continue;
    const auto tree = compiler::Parse(file, session.sources, session.limits, of_others);
    if (!tree->header) continue;
    const std::string& name = tree->header->name.text;
    neighbours.versions[name] = tree->header->version;
    for (const auto& rule : tree->rules) neighbours.rules.emplace(name + "." + rule.name.text, NormalisePath(path));
  }
  return neighbours;
}

// Creates a file and says so.
bool Write(const Session& session, const std::string& path, const std::string& text, const std::string& what) {
  Status written = MakeDirectories(FolderOf(path));
  if (written.ok()) written = CreateFile(path, text);
  if (!written.ok()) {
    std::fprintf(stderr, "writ new %s: `%s` cannot be written: %s\n", session.verb.c_str(), path.c_str(), written.error().c_str());
    return false;
  }
  std::printf("wrote %s: %s\n", path.c_str(), what.c_str());
  return true;
}

bool IsThere(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::symlink_status(path, ignored).type() != std::filesystem::file_type::not_found;
}

// Folder or file that was asked for → the file. `into` may be "".
std::optional<std::string> Target(Session& session, const std::string& into, const std::string& stem) {
  std::string folder = into;
  if (folder.empty()) {
    const std::optional<std::string> usual = UsualFolder(session);
    if (!usual) return std::nullopt;
    folder = *usual;
  }
  return NormalisePath(EndsWith(folder, ".writ") && !IsDirectory(folder) ? folder : JoinPath(folder, stem + ".writ"));
}

std::optional<int> OneName(const Session& session, const std::vector<std::string>& names, const std::string& example) {
  if (names.size() == 1) return std::nullopt;
  return session.Refuse(names.empty() ? "say how it is called" : "one name at a time", "`" + example + "`, or `writ new " + session.verb + " --help`");
}

int NewPolicy(const CommandContext& context) {
  std::vector<std::string> names;
  std::string into;
  Options parser("new policy", "Begin a policy: a file with its header, a first rule, and tests of it.",
                 "  writ new policy acme.payments                     payments.writ, here or in the first folder under `policies` of ./writ.yaml\n"
                 "  writ new policy acme.payments --into policies     policies/payments.writ\n");
  parser.Positional("name", names, "the dotted name of the policy");
  parser.Text("--into", into, "a folder, or the .writ file to write; nothing is overwritten");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  Session session{context, "policy", {}, {}, {}};
  if (const auto code = OneName(session, names, "writ new policy acme.payments")) return *code;
  const std::string& name = names[0];
  if (const auto trouble = TroubleWith(name, true)) return session.Refuse(trouble->message, trouble->help);
  const Rendered rendered = Render(TextOf("policy.writ"), name, kFirstVersion, "asks_for_credential");
  if (!rendered.trouble.empty()) return session.Refuse("`" + name + "` cannot be the name of a policy: " + rendered.trouble, "choose another name");
  const std::optional<std::string> path = Target(session, into, LastPart(name));
  if (!path) return session.RefuseWithDiagnostics();
  if (IsThere(*path)) return session.Refuse("`" + *path + "` exists and is left as it is", "`writ new rule NAME --into " + ForShell(*path) + "` adds a rule to it");
  if (!Write(session, *path, rendered.text, "policy " + name + ", with a first rule and " + std::to_string(rendered.test_count) + " tests")) return kBadInput;
  const std::string shown = ForShell(*path);
  std::printf("next:\n  writ test %s --mutants\n  writ check --policies %s --spec openapi.yaml\n", shown.c_str(), shown.c_str());
  return kConforms;
}

struct RuleOptions {
  std::vector<std::string> names;
  std::string into, policy, subject;
  bool detector = false, sequence = false;
};

// The template that the options ask for; "" after having said why there is none.
std::string TemplateOf(const RuleOptions& options, const Session& session) {
  const bool detects = options.detector || options.sequence;
  if (detects && !options.subject.empty() && options.subject != "exchange") {
    session.Refuse("a detector looks at exchanges, not at `" + SanitizeForTerminal(options.subject) + "`", "leave --subject out");
    return {};
  }
  if (detects) return options.sequence ? "detector/sequence.writ" : "detector/window.writ";
  std::vector<std::string> kinds;
#define SUBJECT_KIND(enumerator, word, record, source, meaning) kinds.emplace_back(word);
#include "vm/bytecode/kinds.def"
#undef SUBJECT_KIND
  const std::string kind = options.subject.empty() ? "operation" : options.subject;
  if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return "rule/" + kind + ".writ";
  std::string help = DidYouMean(kind, kinds);
  if (help.empty()) {
    for (const std::string& word : kinds) help += (help.empty() ? "write one of " : ", ") + word;
  }
  session.Refuse("no rule ranges over `" + SanitizeForTerminal(kind) + "`", help);
  return {};
}

// Adds the rule behind what the file has. The policy is the one of the file.
int AppendRule(Session& session, const RuleOptions& options, const std::string& form, const std::string& path) {
  const std::string& name = options.names[0];
  const FileId file = LoadSource(path, path, session.limits.policy_bytes, session.sources, session.sink);
  if (file == kNoFile) return session.RefuseWithDiagnostics();
  const auto tree = compiler::Parse(file, session.sources, session.limits, session.sink);
  if (session.sink.has_errors() || !tree->header) return session.Refuse("`" + path + "` cannot be read as a policy, and is left as it is");
  const std::string& policy = tree->header->name.text;
  if (!options.policy.empty() && options.policy != policy) return session.Refuse("`" + path + "` belongs to the policy `" + policy + "`, not to `" + SanitizeForTerminal(options.policy) + "`", "leave --policy out, or name another file");
  for (const auto& [id, where] : NeighboursIn(FolderOf(path), session).rules) {
    if (id == policy + "." + name) return session.Refuse("`" + id + "` stands in " + where + " already", "choose another name");
  }
  const Rendered rendered = Render(TextOf(form), policy, tree->header->version, name);
  if (!rendered.trouble.empty()) return session.Refuse("`" + name + "` cannot be the name of a rule here: " + rendered.trouble, "choose another name");
  // Without the header and what is above it; the empty line below it stays.
  std::string text(session.sources.file(file).text());
  if (!text.empty() && text.back() != '\n') text += '\n';
  text += rendered.text.substr(rendered.text.find('\n', rendered.text.find("\npolicy ") + 1) + 1);
  if (text.size() > session.limits.policy_bytes) return session.Refuse("`" + path + "` would be larger than a policy may be", "name another file");
  const Status written = WriteFileAtomically(path, text);
  if (!written.ok()) return session.Refuse("`" + path + "` cannot be written: " + written.error());
  std::printf("added to %s: %s %s.%s, with %zu tests\n", path.c_str(), options.detector || options.sequence ? "detector" : "rule", policy.c_str(), name.c_str(), rendered.test_count);
  return kConforms;
}

// The policy that a new file belongs to, with its version: what was asked for, else the only one of the folder, else that of the pack there.
std::optional<std::pair<std::string, std::string>> PolicyFor(Session& session, const RuleOptions& options, const std::string& folder, const Neighbours& neighbours) {
  if (!options.policy.empty()) {
    if (const auto trouble = TroubleWith(options.policy, true)) {
      session.Refuse(trouble->message, trouble->help);
      return std::nullopt;
    }
    const auto there = neighbours.versions.find(options.policy);
    return std::pair(options.policy, there == neighbours.versions.end() ? std::string(kFirstVersion) : there->second);
  }
  if (neighbours.versions.size() == 1) return *neighbours.versions.begin();
  if (neighbours.versions.empty()) {
    if (pack::IsPackFolder(folder)) {
      const std::string path = JoinPath(folder, pack::kManifestName);
      const FileId file = LoadSource(path, path, session.limits.policy_bytes, session.sources, session.sink);
      std::optional<pack::Manifest> manifest;
      if (file != kNoFile) manifest = pack::ReadManifest(file, session.sources, session.limits, session.sink);
      if (!manifest) {
        session.RefuseWithDiagnostics();
        return std::nullopt;
      }
      return std::pair(manifest->name, manifest->version.ToString());
    }
    session.Refuse("there is no policy in `" + folder + "` to which the rule could belong", "say which with --policy acme.payments, or begin with `writ new policy acme.payments`");
    return std::nullopt;
  }
  std::string names;
  for (const auto& [name, version] : neighbours.versions) names += (names.empty() ? "`" : ", `") + name + "`";
  session.Refuse("`" + folder + "` holds several policies: " + names, "say which with --policy");
  return std::nullopt;
}

int NewRule(const CommandContext& context) {
  RuleOptions options;
  Options parser("new rule", "Begin a rule or a detector, with tests that it passes and that show what it finds.",
                 "  writ new rule tokens_expire                               tokens_expire.writ, beside the policy that is there\n"
                 "  writ new rule tokens_expire --into policies/auth.writ     at the end of a file\n"
                 "  writ new rule names_are_short --subject schema            about schemas; else it is about operations\n"
                 "  writ new rule answers_are_typed --subject exchange        about recorded traffic\n"
                 "  writ new rule password_guessing --detector                exchanges counted in groups and windows\n"
                 "  writ new rule used_after_logout --sequence                exchanges that follow each other\n\n"
                 "A new file belongs to the policy of the folder's other files, or to the one of --policy.\n");
  parser.Positional("name", options.names, "the name of the rule");
  parser.Text("--subject", options.subject, "what it is about: api, operation, parameter, request_body, response, header, schema, property, security_scheme, server, webhook_operation, callback_operation or exchange");
  parser.Flag("--detector", options.detector, "a detector of groups of exchanges");
  parser.Flag("--sequence", options.sequence, "a detector of exchanges that follow each other");
  parser.Text("--policy", options.policy, "the dotted name of the policy that it belongs to");
  parser.Text("--into", options.into, "a folder, a new .writ file, or one to whose end the rule is added");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  Session session{context, "rule", {}, {}, {}};
  if (const auto code = OneName(session, options.names, "writ new rule tokens_expire")) return *code;
  const std::string& name = options.names[0];
  if (const auto trouble = TroubleWith(name, false)) return session.Refuse(trouble->message, trouble->help);
  const std::string form = TemplateOf(options, session);
  if (form.empty()) return kBadInput;
  const std::optional<std::string> path = Target(session, options.into, name);
  if (!path) return session.RefuseWithDiagnostics();
  const std::string shown = ForShell(*path);
  const bool is_addition = !options.into.empty() && EndsWith(options.into, ".writ") && FileExists(*path);
  if (is_addition) {
    if (const int code = AppendRule(session, options, form, *path); code != kConforms) return code;
  } else {
    if (IsThere(*path)) return session.Refuse("`" + *path + "` exists and is left as it is", "choose another name, or add to it: --into " + shown);
    const std::string folder = FolderOf(*path);
    const Neighbours neighbours = NeighboursIn(folder, session);
    const auto policy = PolicyFor(session, options, folder, neighbours);
    if (!policy) return kBadInput;
    const std::string id = policy->first + "." + name;
    if (const auto there = neighbours.rules.find(id); there != neighbours.rules.end()) return session.Refuse("`" + id + "` stands in " + there->second + " already", "choose another name");
    const Rendered rendered = Render(TextOf(form), policy->first, policy->second, name);
    if (!rendered.trouble.empty()) return session.Refuse("`" + name + "` cannot be the name of a rule here: " + rendered.trouble, "choose another name");
    const std::string what = std::string(options.detector || options.sequence ? "detector " : "rule ") + id + ", with " + std::to_string(rendered.test_count) + " tests";
    if (!Write(session, *path, rendered.text, what)) return kBadInput;
  }
  std::printf("next:\n  writ test %s --filter %s --mutants\n", shown.c_str(), name.c_str());
  return kConforms;
}

int NewPack(const CommandContext& context) {
  std::vector<std::string> names;
  std::string into;
  Options parser("new pack", "Begin a pack: a folder with pack.yaml and a policy with a first rule and tests of it.",
                 "  writ new pack acme.payments                  the folder payments\n"
                 "  writ new pack acme.payments --into packs/p   another folder, which is new or empty\n");
  parser.Positional("name", names, "the dotted name of the pack");
  parser.Text("--into", into, "the folder of the pack: new, or empty");
  if (const auto code = parser.Parse(context.arguments)) return *code;
  Session session{context, "pack", {}, {}, {}};
  if (const auto code = OneName(session, names, "writ new pack acme.payments")) return *code;
  const std::string& name = names[0];
  if (const auto trouble = TroubleWith(name, true)) return session.Refuse(trouble->message, trouble->help);
  const Rendered rendered = Render(TextOf("policy.writ"), name, kFirstVersion, "asks_for_credential");
  if (!rendered.trouble.empty()) return session.Refuse("`" + name + "` cannot be the name of a policy: " + rendered.trouble, "choose another name");
  const std::string folder = NormalisePath(into.empty() ? LastPart(name) : into);
  std::error_code ignored;
  if (IsThere(folder) && !(IsDirectory(folder) && std::filesystem::is_empty(folder, ignored))) return session.Refuse("`" + folder + "` exists and is left as it is", "name a folder that is new or empty: --into FOLDER");
  const bool written = Write(session, JoinPath(folder, pack::kManifestName), Replaced(TextOf("pack.yaml"), "my.policy", name), "pack " + name + " " + kFirstVersion) &&
                       Write(session, JoinPath(folder, LastPart(name) + ".writ"), rendered.text, "policy " + name + ", with a first rule and " + std::to_string(rendered.test_count) + " tests");
  if (!written) return kBadInput;
  const std::string shown = ForShell(folder);
  std::printf("next:\n  writ test %s --mutants\n  writ pack build %s -o %s-%s.wpk\n", shown.c_str(), shown.c_str(), name.c_str(), kFirstVersion);
  return kConforms;
}

constexpr Verb kVerbs[] = {
    {"policy", NewPolicy, "a file with the header of a policy, a first rule and its tests"},
    {"rule", NewRule, "a rule or detector with its tests, in a file of its own or at the end of one"},
    {"pack", NewPack, "a folder with pack.yaml and a first policy"},
};

}  // namespace

int NewCommand(const CommandContext& context) {
  return RunVerb(context, "new", kVerbs, "Begin a policy, a rule or a pack from a template that passes fmt, lint and test.", "docs/getting-started.md goes on from there.");
}

}  // namespace writ::cli
