// See build.h. After an error any part of a node may be missing: everything here takes null for an answer.
#include "compiler/parse/build.h"

#include <antlr4-runtime.h>

#include "WritParser.h"
#include "base/diagnostic_codes.h"
#include "compiler/parse/text.h"
#include "compiler/parse/token.h"
#include "grammar/item_tokens.h"

namespace writ::compiler {
namespace {

using P = grammar::WritParser;
using grammar::ItemToken;
using grammar::Node;
using TextKind = ExprBuilder::TextKind;

const ItemToken& At(antlr4::Token* token) { return *static_cast<const ItemToken*>(token); }

template <typename T>
T* As(Node node) {
  return dynamic_cast<T*>(node.context);
}

// The first node below `node` that is a rule; null if there is none.
Node Inner(Node node) {
  if (node.context == nullptr) return {};
  for (antlr4::tree::ParseTree* child : node.context->children) {
    if (auto* context = dynamic_cast<antlr4::ParserRuleContext*>(child)) return {context};
  }
  return {};
}

}  // namespace

Doc TreeBuilder::TakeDoc(std::uint32_t before) {
  Doc doc;
  for (; next_doc_ < docs_.size() && docs_[next_doc_].begin < before; ++next_doc_) {
    const Span& line = docs_[next_doc_];
    std::string_view text = text_.substr(line.begin + 2, line.end - line.begin - 2);
    if (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (!doc.span.valid()) {
      doc.span = line;
    } else {
      doc.text += '\n';
      doc.span.end = line.end;
    }
    doc.text += text;
  }
  return doc;
}

std::optional<Name> TreeBuilder::MaybeName(Node name) const {
  if (name.context == nullptr) return std::nullopt;
  Name out = exprs_.NameOf(name);
  if (out.text.empty()) return std::nullopt;
  return out;
}

void TreeBuilder::AddItem(Node unit, std::uint32_t begin, std::uint32_t end) {
  Doc doc = TakeDoc(begin);
  exprs_.BeginItem();
  const bool first = !any_item_;
  any_item_ = true;
  const Node item = Inner(Inner(unit));
  const Span span = exprs_.SpanOf(item);
  if (As<P::HeaderContext>(item) != nullptr) {
    if (tree_.header) {
      report_.Report(DiagnosticCode::kPolicyHeader, span.begin, span.begin + 6, "a file has one policy header",
                     "put the second policy into a file of its own",
                     {Span{tree_.header->span.file, tree_.header->span.begin, tree_.header->span.begin + 6}, "the first is here"});
    } else {
      if (!first) {
        report_.Report(DiagnosticCode::kPolicyHeader, span.begin, span.begin + 6, "the policy header comes first",
                       "move it to the top of the file");
      }
      AddHeader(item, std::move(doc));
    }
  } else if (auto* import = As<P::ImportDeclContext>(item)) {
    tree_.imports.push_back({span, exprs_.Dotted({import->id}), MaybeName({import->alias})});
  } else if (auto* constant = As<P::ConstDeclContext>(item)) {
    ConstDecl out{span, std::move(doc), exprs_.NameOf({constant->id}), std::nullopt, exprs_.Expression({constant->value})};
    if (constant->declared != nullptr) out.type = exprs_.Type({constant->declared});
    tree_.consts.push_back(std::move(out));
  } else if (auto* data = As<P::DataDeclContext>(item)) {
    tree_.data.push_back({span, std::move(doc), exprs_.NameOf({data->id}), exprs_.Type({data->declared}),
                          exprs_.Text({data->path}, TextKind::kConstant)});
  } else if (auto* param = As<P::ParamDeclContext>(item)) {
    tree_.params.push_back(
        {span, std::move(doc), exprs_.NameOf({param->id}), exprs_.Type({param->declared}), exprs_.Expression({param->value})});
  } else if (auto* input = As<P::InputDeclContext>(item)) {
    tree_.inputs.push_back({span, std::move(doc), exprs_.NameOf({input->id}), exprs_.Type({input->declared})});
  } else if (auto* fn = As<P::FnDeclContext>(item)) {
    FnDecl out{span, std::move(doc), exprs_.NameOf({fn->id}), {}, exprs_.Type({fn->result}), nullptr};
    for (P::FnParamContext* parameter : fn->params) {
      out.params.push_back({exprs_.NameOf({parameter->id}), exprs_.Type({parameter->declared})});
    }
    out.body = exprs_.Expression({fn->body});
    tree_.functions.push_back(std::move(out));
  } else if (auto* activate = As<P::ActivateClauseContext>(item)) {
    tree_.activations.push_back({span, exprs_.Expression({activate->condition})});
  } else if (As<P::RuleDeclContext>(item) != nullptr || As<P::DetectDeclContext>(item) != nullptr) {
    AddRule(item, std::move(doc));
  } else if (As<P::WaiverDeclContext>(item) != nullptr) {
    AddWaiver(item);
  } else if (As<P::TestDeclContext>(item) != nullptr) {
    AddTest(item);
  }
  TakeDoc(end);  // documentation inside an item belongs to nothing
}

void TreeBuilder::AddHeader(Node node, Doc doc) {
  auto* context = As<P::HeaderContext>(node);
  PolicyHeader header;
  header.span = exprs_.SpanOf(node);
  header.doc = std::move(doc);
  header.name = exprs_.Dotted({context->id});
  header.version = exprs_.PlainText({context->semver});
  header.version_span = exprs_.SpanOf({context->semver});
  if (context->edition != nullptr) {
    header.language_span = report_.At(At(context->edition).begin(), At(context->edition).end());
    header.language = exprs_.Integer(header.language_span);
  }
  tree_.header = std::move(header);
}

void TreeBuilder::AddRule(Node node, Doc doc) {
  RuleDecl rule;
  rule.span = exprs_.SpanOf(node);
  rule.doc = std::move(doc);
  const auto take = [&](auto* context) {
    rule.name = exprs_.NameOf({context->id});
    rule.title = exprs_.PlainText({context->title});
    rule.title_span = exprs_.SpanOf({context->title});
    for (auto* clause : context->clauses) {
      RuleClause out;
      if (Clause(Inner({clause}), out)) rule.clauses.push_back(std::move(out));
    }
  };
  if (auto* context = As<P::RuleDeclContext>(node)) take(context);
  if (auto* context = As<P::DetectDeclContext>(node)) {
    rule.is_detect = true;
    take(context);
  }
  tree_.rules.push_back(std::move(rule));
}

bool TreeBuilder::Clause(Node node, RuleClause& out) {
  const Span span = exprs_.SpanOf(node);
  if (node.context == nullptr) return false;
  switch (node.context->getRuleIndex()) {
    case P::RuleMetaClause: {
      MetaClause meta = Meta(node);
      if (meta.key.text.empty()) return false;
      out.meta = std::move(meta);
      return true;
    }
    case P::RuleActivateClause:
      out.activate = ActivateClause{span, exprs_.Expression({As<P::ActivateClauseContext>(node)->condition})};
      return true;
    case P::RuleFlagClause: {
      FlagClause flag{span, FlagClause::Kind::kAllowQuadratic};
      if (As<P::OnSampledContext>(node) != nullptr) flag.kind = FlagClause::Kind::kOnSampled;
      else if (As<P::ExpectEmptyContext>(node) != nullptr) flag.kind = FlagClause::Kind::kExpectEmpty;
      else if (As<P::AllowQuadraticContext>(node) == nullptr) return false;
      out.flag = flag;
      return true;
    }
    case P::RuleForEachClause:
      out.for_each = ForEach(node);
      return true;
    case P::RuleLetClause:
      out.let = Let(node);
      return true;
    case P::RuleRequireClause: {
      auto* context = As<P::RequireClauseContext>(node);
      out.require = RequireClause{span, exprs_.Expression({context->condition}), MaybeName({context->reason})};
      return true;
    }
    case P::RuleGroupClause:
      out.group = Group(node);
      return true;
    case P::RuleSequenceClause:
      out.sequence = Sequence(node);
      return true;
    case P::RuleRaiseClause:
      out.raise = RaiseClause{span, exprs_.Expression({As<P::RaiseClauseContext>(node)->condition})};
      return true;
    case P::RuleReportClause:
      out.report = Report(node);
      return true;
    default:
      return false;
  }
}

MetaClause TreeBuilder::Meta(Node node) {
  MetaClause out;
  out.span = exprs_.SpanOf(node);
  const auto key = [&](antlr4::Token* token) {
    if (token == nullptr) return;
    out.key.span = report_.At(At(token).begin(), At(token).end());
    // The spelling of the grammar, not of the file: a misspelt word has been reported and read as this one.
    out.key.text = std::string(Spelling(token->getType()));
  };
  if (auto* word = As<P::WordMetaContext>(node)) {
    key(word->key);
    out.word = MaybeName({word->word});
  } else if (auto* text = As<P::TextMetaContext>(node)) {
    key(text->key);
    for (P::String_Context* value : text->values) out.values.push_back(exprs_.Text({value}, TextKind::kConstant));
  } else if (auto* texts = As<P::TextsMetaContext>(node)) {
    key(texts->key);
    for (P::String_Context* value : texts->values) out.values.push_back(exprs_.Text({value}, TextKind::kConstant));
  } else if (auto* duration = As<P::DurationMetaContext>(node)) {
    key(duration->key);
    if (duration->length != nullptr) {
      const Span at = report_.At(At(duration->length).begin(), At(duration->length).end());
      Expr* value = exprs_.New(duration->length->getType() == P::DURATION ? ExprKind::kDuration : ExprKind::kError, at);
      value->text = TextOf(at);
      std::erase(value->text, '_');
      out.values.push_back(value);
    }
  } else if (auto* controls = As<P::ControlsMetaContext>(node)) {
    key(controls->key);
    for (P::ControlContext* control : controls->values) {
      MetaClause::Control item{exprs_.NameOf({control->framework}), nullptr};
      if (control->text != nullptr) {
        item.id = exprs_.Text({control->text}, TextKind::kConstant);
      } else if (control->number != nullptr) {
        const Span at = report_.At(At(control->number).begin(), At(control->number).end());
        item.id = exprs_.New(ExprKind::kInt, at);
        item.id->text = TextOf(at);
        std::erase(item.id->text, '_');
      } else {
        item.id = exprs_.New(ExprKind::kError, exprs_.SpanOf({control}));
      }
      out.controls.push_back(std::move(item));
    }
  } else if (auto* formerly = As<P::FormerlyMetaContext>(node)) {
    key(formerly->key);
    if (formerly->old != nullptr) out.dotted = exprs_.Dotted({formerly->old});
  }
  return out;
}

ForEachClause TreeBuilder::ForEach(Node node) {
  auto* context = As<P::ForEachClauseContext>(node);
  ForEachClause out;
  out.span = exprs_.SpanOf(node);
  if (context->variable != nullptr) {
    out.kind = exprs_.NameOf({context->kind});
    out.variable = exprs_.NameOf({context->variable});
  } else {
    out.variable = exprs_.NameOf({context->kind});
  }
  if (context->source != nullptr) out.source = exprs_.Expression({context->source});
  out.joined_kind = MaybeName({context->joinedKind});
  out.joined_variable = MaybeName({context->joinedVariable});
  if (context->condition != nullptr) out.where = exprs_.Expression({context->condition});
  return out;
}

LetClause TreeBuilder::Let(Node node) {
  auto* context = As<P::LetClauseContext>(node);
  LetClause out;
  out.span = exprs_.SpanOf(node);
  out.name = exprs_.NameOf({context->id});
  out.value = exprs_.Expression({context->value});
  if (context->otherwise != nullptr) {
    out.else_span = report_.At(At(context->otherwise).begin(), At(context->otherwise).end());
    switch (context->otherwise->getType()) {
      case P::KW_SKIP: out.otherwise = ElseKind::kSkip; break;
      case P::KW_FAIL: out.otherwise = ElseKind::kFail; break;
      case P::KW_INDETERMINATE: out.otherwise = ElseKind::kIndeterminate; break;
      default: break;
    }
  }
  if (context->message != nullptr) out.message = exprs_.Text({context->message}, TextKind::kMessage);
  out.reason = MaybeName({context->reason});
  for (P::ExprContext* at : context->at) out.at.push_back(exprs_.Expression({at}));
  return out;
}

GroupClause TreeBuilder::Group(Node node) {
  auto* context = As<P::GroupClauseContext>(node);
  GroupClause out;
  out.span = exprs_.SpanOf(node);
  for (P::GroupKeyContext* key : context->keys) out.keys.push_back({exprs_.Expression({key->value}), MaybeName({key->alias})});
  if (context->window != nullptr) {
    switch (context->window->getType()) {
      case P::KW_SLIDING: out.window = WindowKind::kSliding; break;
      case P::KW_TUMBLING: out.window = WindowKind::kTumbling; break;
      case P::KW_SESSION: out.window = WindowKind::kSession; break;
      default: break;
    }
  }
  if (context->length != nullptr) out.length = exprs_.Expression({context->length});
  return out;
}

SequenceClause TreeBuilder::Sequence(Node node) {
  auto* context = As<P::SequenceClauseContext>(node);
  SequenceClause out;
  out.span = exprs_.SpanOf(node);
  const auto add = [&](P::StepContext* step, bool without) {
    if (step == nullptr) return;
    out.steps.push_back({exprs_.SpanOf({step}), without, exprs_.NameOf({step->id}), exprs_.Expression({step->condition})});
  };
  add(context->first, false);
  for (P::NextStepContext* next : context->rest) add(next->step(), next->link != nullptr && next->link->getType() == P::KW_WITHOUT);
  if (context->within != nullptr) out.within = exprs_.Expression({context->within});
  return out;
}

ReportClause TreeBuilder::Report(Node node) {
  auto* context = As<P::ReportClauseContext>(node);
  ReportClause out;
  out.span = exprs_.SpanOf(node);
  out.message = exprs_.Text({context->message}, TextKind::kMessage);
  for (P::ExprContext* at : context->at) out.at.push_back(exprs_.Expression({at}));
  if (context->evidence != nullptr) {
    out.evidence_first = exprs_.Integer(report_.At(At(context->evidence).begin(), At(context->evidence).end()));
  }
  for (P::ExprContext* per : context->per) out.per.push_back(exprs_.Expression({per}));
  return out;
}

void TreeBuilder::AddWaiver(Node node) {
  auto* context = As<P::WaiverDeclContext>(node);
  WaiverDecl out;
  out.span = exprs_.SpanOf(node);
  out.name = exprs_.NameOf({context->id});
  out.rule = exprs_.Dotted({context->target});
  out.all = context->all != nullptr;
  if (context->condition != nullptr) out.where = exprs_.Expression({context->condition});
  if (context->until != nullptr) {
    out.until_span = report_.At(At(context->until).begin(), At(context->until).end());
    const std::string literal = TextOf(out.until_span);
    if (literal.size() > 3) out.until = literal.substr(2, literal.size() - 3);
  }
  out.reason = exprs_.PlainText({context->reason});
  out.author = exprs_.PlainText({context->author});
  out.author_span = exprs_.SpanOf({context->author});
  out.approved_by = exprs_.PlainText({context->approver});
  out.approved_by_span = exprs_.SpanOf({context->approver});
  out.ticket = exprs_.PlainText({context->ticket});
  tree_.waivers.push_back(std::move(out));
}

void TreeBuilder::AddTest(Node node) {
  auto* context = As<P::TestDeclContext>(node);
  TestDecl out;
  out.span = exprs_.SpanOf(node);
  out.title = exprs_.PlainText({context->title});
  out.rule = exprs_.Dotted({context->target});
  for (P::TestClauseContext* clause : context->clauses) TestClause({clause}, out);
  tree_.tests.push_back(std::move(out));
}

void TreeBuilder::TestClause(Node node, TestDecl& out) {
  const Span span = exprs_.SpanOf(node);
  const auto kind_of = [](std::size_t type) {
    switch (type) {
      case P::KW_EXCHANGES: return GivenKind::kExchanges;
      case P::KW_BASELINE: return GivenKind::kBaseline;
      case P::KW_DOCUMENT: return GivenKind::kDocument;
      case P::KW_INPUT: return GivenKind::kInput;
      case P::KW_PARAM: return GivenKind::kParam;
      default: return GivenKind::kSpec;
    }
  };
  if (auto* expect = As<P::ExpectClauseContext>(node)) {
    ExpectClause clause;
    clause.span = span;
    clause.verdict = exprs_.NameOf({expect->verdict});
    clause.reason = MaybeName({expect->reason});
    if (expect->at != nullptr) clause.at = exprs_.PlainText({expect->at});
    if (expect->number != nullptr) clause.count = exprs_.Integer(report_.At(At(expect->number).begin(), At(expect->number).end()));
    out.expects.push_back(std::move(clause));
    return;
  }
  GivenClause clause;
  clause.span = span;
  if (auto* text = As<P::GivenTextContext>(node)) {
    // The opening token is `given spec """` as one word.
    const ItemToken& open = At(text->getStart());
    const std::string words = TextOf(report_.At(open.begin(), open.end()));
    for (const std::size_t type : {std::size_t{P::KW_EXCHANGES}, std::size_t{P::KW_BASELINE}, std::size_t{P::KW_DOCUMENT}}) {
      if (words.find(Spelling(type)) != std::string::npos) clause.kind = kind_of(type);
    }
    const std::uint32_t end = text->text.empty() ? open.end() : At(text->text.back()).end();
    clause.text_span = report_.At(open.end(), end);
    clause.text = DedentFixture(text_.substr(open.end(), end - open.end()));
    out.givens.push_back(std::move(clause));
    return;
  }
  const Node given = Inner(node);
  if (auto* source = As<P::GivenSourceContext>(given)) {
    if (source->kind != nullptr) clause.kind = kind_of(source->kind->getType());
    if (source->path != nullptr) {
      clause.from_file = true;
      clause.text = exprs_.PlainText({source->path});
      clause.text_span = exprs_.SpanOf({source->path});
    } else if (source->text != nullptr) {
      clause.text_span = exprs_.SpanOf({source->text});
      report_.Report(DiagnosticCode::kUnexpectedToken, clause.text_span.begin, clause.text_span.end,
                     "a fixture is written between \"\"\" and \"\"\" right after its word",
                     "write `given spec \"\"\"…\"\"\"`, or `given spec file \"path\"` for a file");
    }
  } else if (auto* now = As<P::GivenNowContext>(given)) {
    clause.kind = GivenKind::kNow;
    if (now->moment != nullptr) {
      clause.text_span = report_.At(At(now->moment).begin(), At(now->moment).end());
      const std::string literal = TextOf(clause.text_span);
      if (literal.size() > 3) clause.text = literal.substr(2, literal.size() - 3);
    }
  } else if (auto* value = As<P::GivenValueContext>(given)) {
    clause.kind = kind_of(value->kind == nullptr ? std::size_t{P::KW_INPUT} : value->kind->getType());
    clause.name = exprs_.NameOf({value->id});
    clause.value = exprs_.Expression({value->value});
  } else {
    return;
  }
  out.givens.push_back(std::move(clause));
}

}  // namespace writ::compiler
