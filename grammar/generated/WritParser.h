
// Generated from WritParser.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace writ::grammar {


class  WritParser : public antlr4::Parser {
public:
  enum {
    HOLE = 1, DOC = 2, COMMENT = 3, WS = 4, KW_AND = 5, KW_OR = 6, KW_NOT = 7, 
    KW_IN = 8, KW_IS = 9, KW_MATCHES = 10, KW_CONTAINS = 11, KW_HAS = 12, 
    KW_TRUE = 13, KW_FALSE = 14, KW_FOR = 15, KW_WHERE = 16, KW_LET = 17, 
    KW_ELSE = 18, KW_REQUIRE = 19, KW_RAISE = 20, KW_WHEN = 21, KW_REPORT = 22, 
    KW_RULE = 23, KW_DETECT = 24, KW_POLICY = 25, KW_IMPORT = 26, KW_CONST = 27, 
    KW_PARAM = 28, KW_FN = 29, KW_WAIVER = 30, KW_TEST = 31, KW_ACTIVATE = 32, 
    KW_SEVERITY = 33, KW_IMPACT = 34, KW_CONFIDENCE = 35, KW_OWNER = 36, 
    KW_RATIONALE = 37, KW_REMEDIATION = 38, KW_REFERENCES = 39, KW_TAGS = 40, 
    KW_CONTROLS = 41, KW_FIX_WITHIN = 42, KW_FORMERLY = 43, KW_DATA = 44, 
    KW_INPUT = 45, KW_ENUM = 46, KW_LIST = 47, KW_SET = 48, KW_MAP = 49, 
    KW_FROM = 50, KW_VERSION = 51, KW_LANGUAGE = 52, KW_AS = 53, KW_EACH = 54, 
    KW_JOINED = 55, KW_WITH = 56, KW_GROUP = 57, KW_BY = 58, KW_WITHIN = 59, 
    KW_SLIDING = 60, KW_TUMBLING = 61, KW_SESSION = 62, KW_SEQUENCE = 63, 
    KW_THEN = 64, KW_WITHOUT = 65, KW_AT = 66, KW_EVIDENCE = 67, KW_FIRST = 68, 
    KW_PER = 69, KW_ON = 70, KW_SAMPLED = 71, KW_ALLOW = 72, KW_QUADRATIC = 73, 
    KW_EXPECT = 74, KW_EMPTY = 75, KW_PRESENT = 76, KW_KNOWN = 77, KW_SKIP = 78, 
    KW_FAIL = 79, KW_INDETERMINATE = 80, KW_UNTIL = 81, KW_REASON = 82, 
    KW_AUTHOR = 83, KW_APPROVED_BY = 84, KW_TICKET = 85, KW_GIVEN = 86, 
    KW_SPEC = 87, KW_EXCHANGES = 88, KW_BASELINE = 89, KW_DOCUMENT = 90, 
    KW_FILE = 91, KW_NOW = 92, KW_ALL = 93, KW_COUNT = 94, RAW_OPEN = 95, 
    REGEX = 96, IP = 97, TIME = 98, JPATH = 99, BAD_LITERAL = 100, PERCENT_LITERAL = 101, 
    DURATION = 102, SIZE = 103, DECIMAL = 104, INT = 105, BAD_NUMBER = 106, 
    ID = 107, STRING = 108, TRIPLE_OPEN = 109, STR_OPEN = 110, LBRACE = 111, 
    RBRACE = 112, LPAREN = 113, RPAREN = 114, LBRACK = 115, RBRACK = 116, 
    QDOT = 117, QQ = 118, Q = 119, DOT = 120, COMMA = 121, COLON = 122, 
    EQ = 123, NE = 124, LE = 125, GE = 126, LT = 127, GT = 128, ASSIGN = 129, 
    PLUS = 130, MINUS = 131, STAR = 132, SLASH = 133, PERCENT = 134, BAD_AND = 135, 
    BAD_OR = 136, BAD_NOT = 137, BAD_EQ = 138, BAD_NE = 139, BAD_GE = 140, 
    BAD_SEMICOLON = 141, BAD_LINE_COMMENT = 142, BAD_BLOCK_COMMENT = 143, 
    BAD_STRING = 144, BAD_CHAR = 145, STR_CLOSE = 146, TEXT = 147, STR_BROKEN = 148, 
    TRIPLE_CLOSE = 149, INTERP = 150
  };

  enum {
    RuleFile = 0, RuleUnit = 1, RuleItem = 2, RuleHeader = 3, RuleImportDecl = 4, 
    RuleConstDecl = 5, RuleDataDecl = 6, RuleParamDecl = 7, RuleInputDecl = 8, 
    RuleFnDecl = 9, RuleFnParam = 10, RuleRuleDecl = 11, RuleDetectDecl = 12, 
    RuleRuleClause = 13, RuleDetectClause = 14, RuleMetaClause = 15, RuleControl = 16, 
    RuleActivateClause = 17, RuleFlagClause = 18, RuleForEachClause = 19, 
    RuleLetClause = 20, RuleRequireClause = 21, RuleGroupClause = 22, RuleGroupKey = 23, 
    RuleSequenceClause = 24, RuleNextStep = 25, RuleStep = 26, RuleRaiseClause = 27, 
    RuleReportClause = 28, RuleWaiverDecl = 29, RuleTestDecl = 30, RuleTestClause = 31, 
    RuleGiven = 32, RuleExpr = 33, RuleTail = 34, RuleOperand = 35, RuleSuffix = 36, 
    RuleArgs = 37, RulePrimary = 38, RuleEntry = 39, RuleComprehension = 40, 
    RuleString_ = 41, RulePart = 42, RuleType = 43, RuleTypeBase = 44, RuleDotted = 45, 
    RuleName = 46, RuleFieldName = 47
  };

  WritParser(antlr4::TokenStream *input);
  ~WritParser();

  virtual std::string getGrammarFileName() const override;
  virtual const antlr4::atn::ATN& getATN() const override { return _atn; };
  virtual const std::vector<std::string>& getTokenNames() const override { return _tokenNames; }; // deprecated: use vocabulary instead.
  virtual const std::vector<std::string>& getRuleNames() const override;
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;


  class FileContext;
  class UnitContext;
  class ItemContext;
  class HeaderContext;
  class ImportDeclContext;
  class ConstDeclContext;
  class DataDeclContext;
  class ParamDeclContext;
  class InputDeclContext;
  class FnDeclContext;
  class FnParamContext;
  class RuleDeclContext;
  class DetectDeclContext;
  class RuleClauseContext;
  class DetectClauseContext;
  class MetaClauseContext;
  class ControlContext;
  class ActivateClauseContext;
  class FlagClauseContext;
  class ForEachClauseContext;
  class LetClauseContext;
  class RequireClauseContext;
  class GroupClauseContext;
  class GroupKeyContext;
  class SequenceClauseContext;
  class NextStepContext;
  class StepContext;
  class RaiseClauseContext;
  class ReportClauseContext;
  class WaiverDeclContext;
  class TestDeclContext;
  class TestClauseContext;
  class GivenContext;
  class ExprContext;
  class TailContext;
  class OperandContext;
  class SuffixContext;
  class ArgsContext;
  class PrimaryContext;
  class EntryContext;
  class ComprehensionContext;
  class String_Context;
  class PartContext;
  class TypeContext;
  class TypeBaseContext;
  class DottedContext;
  class NameContext;
  class FieldNameContext; 

  class  FileContext : public antlr4::ParserRuleContext {
  public:
    FileContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *EOF();
    std::vector<ItemContext *> item();
    ItemContext* item(size_t i);

   
  };

  FileContext* file();

  class  UnitContext : public antlr4::ParserRuleContext {
  public:
    UnitContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ItemContext *item();
    antlr4::tree::TerminalNode *EOF();

   
  };

  UnitContext* unit();

  class  ItemContext : public antlr4::ParserRuleContext {
  public:
    ItemContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    HeaderContext *header();
    ImportDeclContext *importDecl();
    ConstDeclContext *constDecl();
    DataDeclContext *dataDecl();
    ParamDeclContext *paramDecl();
    InputDeclContext *inputDecl();
    FnDeclContext *fnDecl();
    ActivateClauseContext *activateClause();
    RuleDeclContext *ruleDecl();
    DetectDeclContext *detectDecl();
    WaiverDeclContext *waiverDecl();
    TestDeclContext *testDecl();

   
  };

  ItemContext* item();

  class  HeaderContext : public antlr4::ParserRuleContext {
  public:
    WritParser::DottedContext *id = nullptr;;
    WritParser::String_Context *semver = nullptr;;
    antlr4::Token *edition = nullptr;;
    HeaderContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_POLICY();
    antlr4::tree::TerminalNode *KW_VERSION();
    antlr4::tree::TerminalNode *KW_LANGUAGE();
    DottedContext *dotted();
    String_Context *string_();
    antlr4::tree::TerminalNode *INT();

   
  };

  HeaderContext* header();

  class  ImportDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::DottedContext *id = nullptr;;
    WritParser::NameContext *alias = nullptr;;
    ImportDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_IMPORT();
    DottedContext *dotted();
    antlr4::tree::TerminalNode *KW_AS();
    NameContext *name();

   
  };

  ImportDeclContext* importDecl();

  class  ConstDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::TypeContext *declared = nullptr;;
    WritParser::ExprContext *value = nullptr;;
    ConstDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_CONST();
    antlr4::tree::TerminalNode *ASSIGN();
    NameContext *name();
    ExprContext *expr();
    antlr4::tree::TerminalNode *COLON();
    TypeContext *type();

   
  };

  ConstDeclContext* constDecl();

  class  DataDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::TypeContext *declared = nullptr;;
    WritParser::String_Context *path = nullptr;;
    DataDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_DATA();
    antlr4::tree::TerminalNode *COLON();
    antlr4::tree::TerminalNode *KW_FROM();
    NameContext *name();
    TypeContext *type();
    String_Context *string_();

   
  };

  DataDeclContext* dataDecl();

  class  ParamDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::TypeContext *declared = nullptr;;
    WritParser::ExprContext *value = nullptr;;
    ParamDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_PARAM();
    antlr4::tree::TerminalNode *COLON();
    antlr4::tree::TerminalNode *ASSIGN();
    NameContext *name();
    TypeContext *type();
    ExprContext *expr();

   
  };

  ParamDeclContext* paramDecl();

  class  InputDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::TypeContext *declared = nullptr;;
    InputDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_INPUT();
    antlr4::tree::TerminalNode *COLON();
    NameContext *name();
    TypeContext *type();

   
  };

  InputDeclContext* inputDecl();

  class  FnDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::FnParamContext *fnParamContext = nullptr;;
    std::vector<FnParamContext *> params;;
    WritParser::TypeContext *result = nullptr;;
    WritParser::ExprContext *body = nullptr;;
    FnDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_FN();
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    antlr4::tree::TerminalNode *COLON();
    antlr4::tree::TerminalNode *ASSIGN();
    NameContext *name();
    TypeContext *type();
    ExprContext *expr();
    std::vector<FnParamContext *> fnParam();
    FnParamContext* fnParam(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  FnDeclContext* fnDecl();

  class  FnParamContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::TypeContext *declared = nullptr;;
    FnParamContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *COLON();
    NameContext *name();
    TypeContext *type();

   
  };

  FnParamContext* fnParam();

  class  RuleDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::String_Context *title = nullptr;;
    WritParser::RuleClauseContext *ruleClauseContext = nullptr;;
    std::vector<RuleClauseContext *> clauses;;
    RuleDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_RULE();
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    NameContext *name();
    String_Context *string_();
    std::vector<RuleClauseContext *> ruleClause();
    RuleClauseContext* ruleClause(size_t i);

   
  };

  RuleDeclContext* ruleDecl();

  class  DetectDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::String_Context *title = nullptr;;
    WritParser::DetectClauseContext *detectClauseContext = nullptr;;
    std::vector<DetectClauseContext *> clauses;;
    DetectDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_DETECT();
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    NameContext *name();
    String_Context *string_();
    std::vector<DetectClauseContext *> detectClause();
    DetectClauseContext* detectClause(size_t i);

   
  };

  DetectDeclContext* detectDecl();

  class  RuleClauseContext : public antlr4::ParserRuleContext {
  public:
    RuleClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    MetaClauseContext *metaClause();
    ActivateClauseContext *activateClause();
    FlagClauseContext *flagClause();
    ForEachClauseContext *forEachClause();
    LetClauseContext *letClause();
    RequireClauseContext *requireClause();
    ReportClauseContext *reportClause();

   
  };

  RuleClauseContext* ruleClause();

  class  DetectClauseContext : public antlr4::ParserRuleContext {
  public:
    DetectClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    MetaClauseContext *metaClause();
    ActivateClauseContext *activateClause();
    FlagClauseContext *flagClause();
    ForEachClauseContext *forEachClause();
    LetClauseContext *letClause();
    GroupClauseContext *groupClause();
    SequenceClauseContext *sequenceClause();
    RaiseClauseContext *raiseClause();
    ReportClauseContext *reportClause();

   
  };

  DetectClauseContext* detectClause();

  class  MetaClauseContext : public antlr4::ParserRuleContext {
  public:
    MetaClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    MetaClauseContext() = default;
    void copyFrom(MetaClauseContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  ControlsMetaContext : public MetaClauseContext {
  public:
    ControlsMetaContext(MetaClauseContext *ctx);

    antlr4::Token *key = nullptr;
    WritParser::ControlContext *controlContext = nullptr;
    std::vector<ControlContext *> values;
    antlr4::tree::TerminalNode *KW_CONTROLS();
    std::vector<ControlContext *> control();
    ControlContext* control(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
  };

  class  WordMetaContext : public MetaClauseContext {
  public:
    WordMetaContext(MetaClauseContext *ctx);

    antlr4::Token *key = nullptr;
    WritParser::NameContext *word = nullptr;
    NameContext *name();
    antlr4::tree::TerminalNode *KW_SEVERITY();
    antlr4::tree::TerminalNode *KW_IMPACT();
    antlr4::tree::TerminalNode *KW_CONFIDENCE();
  };

  class  DurationMetaContext : public MetaClauseContext {
  public:
    DurationMetaContext(MetaClauseContext *ctx);

    antlr4::Token *key = nullptr;
    antlr4::Token *length = nullptr;
    antlr4::tree::TerminalNode *KW_FIX_WITHIN();
    antlr4::tree::TerminalNode *DURATION();
  };

  class  TextMetaContext : public MetaClauseContext {
  public:
    TextMetaContext(MetaClauseContext *ctx);

    antlr4::Token *key = nullptr;
    WritParser::String_Context *string_Context = nullptr;
    std::vector<String_Context *> values;
    String_Context *string_();
    antlr4::tree::TerminalNode *KW_OWNER();
    antlr4::tree::TerminalNode *KW_RATIONALE();
    antlr4::tree::TerminalNode *KW_REMEDIATION();
  };

  class  TextsMetaContext : public MetaClauseContext {
  public:
    TextsMetaContext(MetaClauseContext *ctx);

    antlr4::Token *key = nullptr;
    WritParser::String_Context *string_Context = nullptr;
    std::vector<String_Context *> values;
    std::vector<String_Context *> string_();
    String_Context* string_(size_t i);
    antlr4::tree::TerminalNode *KW_TAGS();
    antlr4::tree::TerminalNode *KW_REFERENCES();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
  };

  class  FormerlyMetaContext : public MetaClauseContext {
  public:
    FormerlyMetaContext(MetaClauseContext *ctx);

    antlr4::Token *key = nullptr;
    WritParser::DottedContext *old = nullptr;
    antlr4::tree::TerminalNode *KW_FORMERLY();
    DottedContext *dotted();
  };

  MetaClauseContext* metaClause();

  class  ControlContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *framework = nullptr;;
    WritParser::String_Context *text = nullptr;;
    antlr4::Token *number = nullptr;;
    ControlContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    String_Context *string_();
    antlr4::tree::TerminalNode *INT();

   
  };

  ControlContext* control();

  class  ActivateClauseContext : public antlr4::ParserRuleContext {
  public:
    WritParser::ExprContext *condition = nullptr;;
    ActivateClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_ACTIVATE();
    antlr4::tree::TerminalNode *KW_WHEN();
    ExprContext *expr();

   
  };

  ActivateClauseContext* activateClause();

  class  FlagClauseContext : public antlr4::ParserRuleContext {
  public:
    FlagClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    FlagClauseContext() = default;
    void copyFrom(FlagClauseContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  OnSampledContext : public FlagClauseContext {
  public:
    OnSampledContext(FlagClauseContext *ctx);

    antlr4::tree::TerminalNode *KW_ON();
    antlr4::tree::TerminalNode *KW_SAMPLED();
  };

  class  AllowQuadraticContext : public FlagClauseContext {
  public:
    AllowQuadraticContext(FlagClauseContext *ctx);

    antlr4::tree::TerminalNode *KW_ALLOW();
    antlr4::tree::TerminalNode *KW_QUADRATIC();
  };

  class  ExpectEmptyContext : public FlagClauseContext {
  public:
    ExpectEmptyContext(FlagClauseContext *ctx);

    antlr4::tree::TerminalNode *KW_EXPECT();
    antlr4::tree::TerminalNode *KW_EMPTY();
  };

  FlagClauseContext* flagClause();

  class  ForEachClauseContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *kind = nullptr;;
    WritParser::NameContext *variable = nullptr;;
    WritParser::ExprContext *source = nullptr;;
    WritParser::NameContext *joinedKind = nullptr;;
    WritParser::NameContext *joinedVariable = nullptr;;
    WritParser::ExprContext *condition = nullptr;;
    ForEachClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_FOR();
    antlr4::tree::TerminalNode *KW_EACH();
    std::vector<NameContext *> name();
    NameContext* name(size_t i);
    antlr4::tree::TerminalNode *KW_IN();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    antlr4::tree::TerminalNode *KW_JOINED();
    antlr4::tree::TerminalNode *KW_WITH();
    antlr4::tree::TerminalNode *KW_WHERE();

   
  };

  ForEachClauseContext* forEachClause();

  class  LetClauseContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::ExprContext *value = nullptr;;
    antlr4::Token *otherwise = nullptr;;
    WritParser::String_Context *message = nullptr;;
    WritParser::NameContext *reason = nullptr;;
    WritParser::ExprContext *exprContext = nullptr;;
    std::vector<ExprContext *> at;;
    LetClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_LET();
    antlr4::tree::TerminalNode *ASSIGN();
    std::vector<NameContext *> name();
    NameContext* name(size_t i);
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    antlr4::tree::TerminalNode *KW_ELSE();
    antlr4::tree::TerminalNode *KW_SKIP();
    antlr4::tree::TerminalNode *KW_FAIL();
    antlr4::tree::TerminalNode *KW_INDETERMINATE();
    antlr4::tree::TerminalNode *KW_AS();
    antlr4::tree::TerminalNode *KW_AT();
    String_Context *string_();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  LetClauseContext* letClause();

  class  RequireClauseContext : public antlr4::ParserRuleContext {
  public:
    WritParser::ExprContext *condition = nullptr;;
    WritParser::NameContext *reason = nullptr;;
    RequireClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_REQUIRE();
    ExprContext *expr();
    antlr4::tree::TerminalNode *KW_AS();
    NameContext *name();

   
  };

  RequireClauseContext* requireClause();

  class  GroupClauseContext : public antlr4::ParserRuleContext {
  public:
    WritParser::GroupKeyContext *groupKeyContext = nullptr;;
    std::vector<GroupKeyContext *> keys;;
    antlr4::Token *window = nullptr;;
    WritParser::ExprContext *length = nullptr;;
    GroupClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_GROUP();
    antlr4::tree::TerminalNode *KW_BY();
    std::vector<GroupKeyContext *> groupKey();
    GroupKeyContext* groupKey(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
    antlr4::tree::TerminalNode *KW_WITHIN();
    ExprContext *expr();
    antlr4::tree::TerminalNode *KW_SLIDING();
    antlr4::tree::TerminalNode *KW_TUMBLING();
    antlr4::tree::TerminalNode *KW_SESSION();

   
  };

  GroupClauseContext* groupClause();

  class  GroupKeyContext : public antlr4::ParserRuleContext {
  public:
    WritParser::ExprContext *value = nullptr;;
    WritParser::NameContext *alias = nullptr;;
    GroupKeyContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    ExprContext *expr();
    antlr4::tree::TerminalNode *KW_AS();
    NameContext *name();

   
  };

  GroupKeyContext* groupKey();

  class  SequenceClauseContext : public antlr4::ParserRuleContext {
  public:
    WritParser::StepContext *first = nullptr;;
    WritParser::NextStepContext *nextStepContext = nullptr;;
    std::vector<NextStepContext *> rest;;
    WritParser::ExprContext *within = nullptr;;
    SequenceClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_SEQUENCE();
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    StepContext *step();
    antlr4::tree::TerminalNode *KW_WITHIN();
    std::vector<NextStepContext *> nextStep();
    NextStepContext* nextStep(size_t i);
    ExprContext *expr();

   
  };

  SequenceClauseContext* sequenceClause();

  class  NextStepContext : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *link = nullptr;;
    NextStepContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    StepContext *step();
    antlr4::tree::TerminalNode *KW_THEN();
    antlr4::tree::TerminalNode *KW_WITHOUT();

   
  };

  NextStepContext* nextStep();

  class  StepContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::ExprContext *condition = nullptr;;
    StepContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_WHERE();
    NameContext *name();
    ExprContext *expr();

   
  };

  StepContext* step();

  class  RaiseClauseContext : public antlr4::ParserRuleContext {
  public:
    WritParser::ExprContext *condition = nullptr;;
    RaiseClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_RAISE();
    antlr4::tree::TerminalNode *KW_WHEN();
    ExprContext *expr();

   
  };

  RaiseClauseContext* raiseClause();

  class  ReportClauseContext : public antlr4::ParserRuleContext {
  public:
    WritParser::String_Context *message = nullptr;;
    WritParser::ExprContext *exprContext = nullptr;;
    std::vector<ExprContext *> at;;
    antlr4::Token *evidence = nullptr;;
    std::vector<ExprContext *> per;;
    ReportClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_REPORT();
    String_Context *string_();
    antlr4::tree::TerminalNode *KW_AT();
    antlr4::tree::TerminalNode *KW_EVIDENCE();
    antlr4::tree::TerminalNode *KW_FIRST();
    antlr4::tree::TerminalNode *KW_PER();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    antlr4::tree::TerminalNode *INT();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  ReportClauseContext* reportClause();

  class  WaiverDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::DottedContext *target = nullptr;;
    WritParser::ExprContext *condition = nullptr;;
    antlr4::Token *all = nullptr;;
    antlr4::Token *until = nullptr;;
    WritParser::String_Context *reason = nullptr;;
    WritParser::String_Context *author = nullptr;;
    WritParser::String_Context *approver = nullptr;;
    WritParser::String_Context *ticket = nullptr;;
    WaiverDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_WAIVER();
    antlr4::tree::TerminalNode *KW_FOR();
    antlr4::tree::TerminalNode *KW_UNTIL();
    antlr4::tree::TerminalNode *KW_REASON();
    antlr4::tree::TerminalNode *KW_AUTHOR();
    antlr4::tree::TerminalNode *KW_APPROVED_BY();
    NameContext *name();
    DottedContext *dotted();
    antlr4::tree::TerminalNode *TIME();
    std::vector<String_Context *> string_();
    String_Context* string_(size_t i);
    antlr4::tree::TerminalNode *KW_WHERE();
    ExprContext *expr();
    antlr4::tree::TerminalNode *KW_ALL();
    antlr4::tree::TerminalNode *KW_TICKET();

   
  };

  WaiverDeclContext* waiverDecl();

  class  TestDeclContext : public antlr4::ParserRuleContext {
  public:
    WritParser::String_Context *title = nullptr;;
    WritParser::DottedContext *target = nullptr;;
    WritParser::TestClauseContext *testClauseContext = nullptr;;
    std::vector<TestClauseContext *> clauses;;
    TestDeclContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_TEST();
    antlr4::tree::TerminalNode *KW_FOR();
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    String_Context *string_();
    DottedContext *dotted();
    std::vector<TestClauseContext *> testClause();
    TestClauseContext* testClause(size_t i);

   
  };

  TestDeclContext* testDecl();

  class  TestClauseContext : public antlr4::ParserRuleContext {
  public:
    TestClauseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    TestClauseContext() = default;
    void copyFrom(TestClauseContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  GivenOtherContext : public TestClauseContext {
  public:
    GivenOtherContext(TestClauseContext *ctx);

    antlr4::tree::TerminalNode *KW_GIVEN();
    GivenContext *given();
  };

  class  GivenTextContext : public TestClauseContext {
  public:
    GivenTextContext(TestClauseContext *ctx);

    antlr4::Token *textToken = nullptr;
    std::vector<antlr4::Token *> text;
    antlr4::tree::TerminalNode *RAW_OPEN();
    antlr4::tree::TerminalNode *TRIPLE_CLOSE();
    std::vector<antlr4::tree::TerminalNode *> TEXT();
    antlr4::tree::TerminalNode* TEXT(size_t i);
  };

  class  ExpectClauseContext : public TestClauseContext {
  public:
    ExpectClauseContext(TestClauseContext *ctx);

    WritParser::NameContext *verdict = nullptr;
    WritParser::NameContext *reason = nullptr;
    WritParser::String_Context *at = nullptr;
    antlr4::Token *number = nullptr;
    antlr4::tree::TerminalNode *KW_EXPECT();
    std::vector<NameContext *> name();
    NameContext* name(size_t i);
    antlr4::tree::TerminalNode *KW_AS();
    antlr4::tree::TerminalNode *KW_AT();
    antlr4::tree::TerminalNode *KW_COUNT();
    String_Context *string_();
    antlr4::tree::TerminalNode *INT();
  };

  TestClauseContext* testClause();

  class  GivenContext : public antlr4::ParserRuleContext {
  public:
    GivenContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    GivenContext() = default;
    void copyFrom(GivenContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  GivenValueContext : public GivenContext {
  public:
    GivenValueContext(GivenContext *ctx);

    antlr4::Token *kind = nullptr;
    WritParser::NameContext *id = nullptr;
    WritParser::ExprContext *value = nullptr;
    antlr4::tree::TerminalNode *ASSIGN();
    NameContext *name();
    ExprContext *expr();
    antlr4::tree::TerminalNode *KW_INPUT();
    antlr4::tree::TerminalNode *KW_PARAM();
  };

  class  GivenNowContext : public GivenContext {
  public:
    GivenNowContext(GivenContext *ctx);

    antlr4::Token *moment = nullptr;
    antlr4::tree::TerminalNode *KW_NOW();
    antlr4::tree::TerminalNode *TIME();
  };

  class  GivenSourceContext : public GivenContext {
  public:
    GivenSourceContext(GivenContext *ctx);

    antlr4::Token *kind = nullptr;
    WritParser::String_Context *path = nullptr;
    WritParser::String_Context *text = nullptr;
    antlr4::tree::TerminalNode *KW_SPEC();
    antlr4::tree::TerminalNode *KW_EXCHANGES();
    antlr4::tree::TerminalNode *KW_BASELINE();
    antlr4::tree::TerminalNode *KW_DOCUMENT();
    antlr4::tree::TerminalNode *KW_FILE();
    String_Context *string_();
  };

  GivenContext* given();

  class  ExprContext : public antlr4::ParserRuleContext {
  public:
    WritParser::OperandContext *first = nullptr;;
    WritParser::TailContext *tailContext = nullptr;;
    std::vector<TailContext *> rest;;
    ExprContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    OperandContext *operand();
    std::vector<TailContext *> tail();
    TailContext* tail(size_t i);

   
  };

  ExprContext* expr();

  class  TailContext : public antlr4::ParserRuleContext {
  public:
    TailContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    TailContext() = default;
    void copyFrom(TailContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  IsTailContext : public TailContext {
  public:
    IsTailContext(TailContext *ctx);

    antlr4::Token *op = nullptr;
    antlr4::Token *negation = nullptr;
    antlr4::Token *state = nullptr;
    antlr4::tree::TerminalNode *KW_IS();
    antlr4::tree::TerminalNode *KW_EMPTY();
    antlr4::tree::TerminalNode *KW_PRESENT();
    antlr4::tree::TerminalNode *KW_KNOWN();
    antlr4::tree::TerminalNode *KW_NOT();
  };

  class  BinaryTailContext : public TailContext {
  public:
    BinaryTailContext(TailContext *ctx);

    antlr4::Token *op = nullptr;
    WritParser::OperandContext *right = nullptr;
    OperandContext *operand();
    antlr4::tree::TerminalNode *KW_OR();
    antlr4::tree::TerminalNode *KW_AND();
    antlr4::tree::TerminalNode *EQ();
    antlr4::tree::TerminalNode *NE();
    antlr4::tree::TerminalNode *LT();
    antlr4::tree::TerminalNode *LE();
    antlr4::tree::TerminalNode *GT();
    antlr4::tree::TerminalNode *GE();
    antlr4::tree::TerminalNode *QQ();
    antlr4::tree::TerminalNode *PLUS();
    antlr4::tree::TerminalNode *MINUS();
    antlr4::tree::TerminalNode *STAR();
    antlr4::tree::TerminalNode *SLASH();
    antlr4::tree::TerminalNode *PERCENT();
  };

  class  WordTailContext : public TailContext {
  public:
    WordTailContext(TailContext *ctx);

    antlr4::Token *negation = nullptr;
    antlr4::Token *op = nullptr;
    WritParser::OperandContext *right = nullptr;
    OperandContext *operand();
    antlr4::tree::TerminalNode *KW_IN();
    antlr4::tree::TerminalNode *KW_MATCHES();
    antlr4::tree::TerminalNode *KW_CONTAINS();
    antlr4::tree::TerminalNode *KW_NOT();
  };

  TailContext* tail();

  class  OperandContext : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *kw_notToken = nullptr;;
    std::vector<antlr4::Token *> prefixes;;
    antlr4::Token *minusToken = nullptr;;
    antlr4::Token *kw_hasToken = nullptr;;
    antlr4::Token *_tset1350 = nullptr;;
    WritParser::PrimaryContext *base = nullptr;;
    WritParser::SuffixContext *suffixContext = nullptr;;
    std::vector<SuffixContext *> suffixes;;
    OperandContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    PrimaryContext *primary();
    std::vector<SuffixContext *> suffix();
    SuffixContext* suffix(size_t i);
    std::vector<antlr4::tree::TerminalNode *> KW_NOT();
    antlr4::tree::TerminalNode* KW_NOT(size_t i);
    std::vector<antlr4::tree::TerminalNode *> MINUS();
    antlr4::tree::TerminalNode* MINUS(size_t i);
    std::vector<antlr4::tree::TerminalNode *> KW_HAS();
    antlr4::tree::TerminalNode* KW_HAS(size_t i);

   
  };

  OperandContext* operand();

  class  SuffixContext : public antlr4::ParserRuleContext {
  public:
    SuffixContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    SuffixContext() = default;
    void copyFrom(SuffixContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  MemberSuffixContext : public SuffixContext {
  public:
    MemberSuffixContext(SuffixContext *ctx);

    antlr4::Token *op = nullptr;
    WritParser::FieldNameContext *member = nullptr;
    WritParser::ArgsContext *call = nullptr;
    FieldNameContext *fieldName();
    antlr4::tree::TerminalNode *DOT();
    antlr4::tree::TerminalNode *QDOT();
    ArgsContext *args();
  };

  class  IndexSuffixContext : public SuffixContext {
  public:
    IndexSuffixContext(SuffixContext *ctx);

    WritParser::ExprContext *index = nullptr;
    antlr4::tree::TerminalNode *LBRACK();
    antlr4::tree::TerminalNode *RBRACK();
    ExprContext *expr();
  };

  SuffixContext* suffix();

  class  ArgsContext : public antlr4::ParserRuleContext {
  public:
    WritParser::ExprContext *exprContext = nullptr;;
    std::vector<ExprContext *> values;;
    ArgsContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);

   
  };

  ArgsContext* args();

  class  PrimaryContext : public antlr4::ParserRuleContext {
  public:
    PrimaryContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    PrimaryContext() = default;
    void copyFrom(PrimaryContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  TextContext : public PrimaryContext {
  public:
    TextContext(PrimaryContext *ctx);

    String_Context *string_();
  };

  class  NameOrCallContext : public PrimaryContext {
  public:
    NameOrCallContext(PrimaryContext *ctx);

    WritParser::NameContext *id = nullptr;
    antlr4::Token *open = nullptr;
    WritParser::ExprContext *exprContext = nullptr;
    std::vector<ExprContext *> values;
    WritParser::ExprContext *body = nullptr;
    NameContext *name();
    antlr4::tree::TerminalNode *RPAREN();
    antlr4::tree::TerminalNode *LPAREN();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    antlr4::tree::TerminalNode *COLON();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
  };

  class  SetOrMapContext : public PrimaryContext {
  public:
    SetOrMapContext(PrimaryContext *ctx);

    antlr4::Token *open = nullptr;
    WritParser::EntryContext *entryContext = nullptr;
    std::vector<EntryContext *> entries;
    antlr4::tree::TerminalNode *RBRACE();
    antlr4::tree::TerminalNode *LBRACE();
    std::vector<EntryContext *> entry();
    EntryContext* entry(size_t i);
    ComprehensionContext *comprehension();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
  };

  class  ListContext : public PrimaryContext {
  public:
    ListContext(PrimaryContext *ctx);

    antlr4::Token *open = nullptr;
    WritParser::ExprContext *exprContext = nullptr;
    std::vector<ExprContext *> values;
    antlr4::tree::TerminalNode *RBRACK();
    antlr4::tree::TerminalNode *LBRACK();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    ComprehensionContext *comprehension();
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
  };

  class  LiteralContext : public PrimaryContext {
  public:
    LiteralContext(PrimaryContext *ctx);

    antlr4::Token *value = nullptr;
    antlr4::tree::TerminalNode *INT();
    antlr4::tree::TerminalNode *DECIMAL();
    antlr4::tree::TerminalNode *PERCENT_LITERAL();
    antlr4::tree::TerminalNode *DURATION();
    antlr4::tree::TerminalNode *SIZE();
    antlr4::tree::TerminalNode *REGEX();
    antlr4::tree::TerminalNode *IP();
    antlr4::tree::TerminalNode *TIME();
    antlr4::tree::TerminalNode *JPATH();
    antlr4::tree::TerminalNode *KW_TRUE();
    antlr4::tree::TerminalNode *KW_FALSE();
    antlr4::tree::TerminalNode *HOLE();
  };

  class  GroupContext : public PrimaryContext {
  public:
    GroupContext(PrimaryContext *ctx);

    WritParser::ExprContext *inner = nullptr;
    antlr4::tree::TerminalNode *LPAREN();
    antlr4::tree::TerminalNode *RPAREN();
    ExprContext *expr();
  };

  PrimaryContext* primary();

  class  EntryContext : public antlr4::ParserRuleContext {
  public:
    WritParser::ExprContext *key = nullptr;;
    WritParser::ExprContext *value = nullptr;;
    EntryContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    antlr4::tree::TerminalNode *COLON();

   
  };

  EntryContext* entry();

  class  ComprehensionContext : public antlr4::ParserRuleContext {
  public:
    WritParser::NameContext *id = nullptr;;
    WritParser::ExprContext *source = nullptr;;
    WritParser::ExprContext *condition = nullptr;;
    ComprehensionContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *KW_FOR();
    antlr4::tree::TerminalNode *KW_IN();
    NameContext *name();
    std::vector<ExprContext *> expr();
    ExprContext* expr(size_t i);
    antlr4::tree::TerminalNode *KW_WHERE();

   
  };

  ComprehensionContext* comprehension();

  class  String_Context : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *plain = nullptr;;
    WritParser::PartContext *partContext = nullptr;;
    std::vector<PartContext *> parts;;
    antlr4::Token *triple = nullptr;;
    String_Context(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *STRING();
    antlr4::tree::TerminalNode *STR_OPEN();
    antlr4::tree::TerminalNode *STR_CLOSE();
    std::vector<PartContext *> part();
    PartContext* part(size_t i);
    antlr4::tree::TerminalNode *TRIPLE_CLOSE();
    antlr4::tree::TerminalNode *TRIPLE_OPEN();

   
  };

  String_Context* string_();

  class  PartContext : public antlr4::ParserRuleContext {
  public:
    antlr4::Token *literal_ = nullptr;;
    WritParser::ExprContext *value = nullptr;;
    PartContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *TEXT();
    antlr4::tree::TerminalNode *INTERP();
    antlr4::tree::TerminalNode *RBRACE();
    ExprContext *expr();

   
  };

  PartContext* part();

  class  TypeContext : public antlr4::ParserRuleContext {
  public:
    WritParser::TypeBaseContext *base = nullptr;;
    antlr4::Token *optional = nullptr;;
    TypeContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    TypeBaseContext *typeBase();
    antlr4::tree::TerminalNode *Q();

   
  };

  TypeContext* type();

  class  TypeBaseContext : public antlr4::ParserRuleContext {
  public:
    TypeBaseContext(antlr4::ParserRuleContext *parent, size_t invokingState);
   
    TypeBaseContext() = default;
    void copyFrom(TypeBaseContext *context);
    using antlr4::ParserRuleContext::copyFrom;

    virtual size_t getRuleIndex() const override;

   
  };

  class  NamedTypeContext : public TypeBaseContext {
  public:
    NamedTypeContext(TypeBaseContext *ctx);

    WritParser::NameContext *id = nullptr;
    NameContext *name();
  };

  class  CollectionTypeContext : public TypeBaseContext {
  public:
    CollectionTypeContext(TypeBaseContext *ctx);

    antlr4::Token *kind = nullptr;
    WritParser::TypeContext *typeContext = nullptr;
    std::vector<TypeContext *> arguments;
    antlr4::tree::TerminalNode *LBRACK();
    antlr4::tree::TerminalNode *RBRACK();
    TypeContext *type();
    antlr4::tree::TerminalNode *KW_LIST();
    antlr4::tree::TerminalNode *KW_SET();
  };

  class  EnumTypeContext : public TypeBaseContext {
  public:
    EnumTypeContext(TypeBaseContext *ctx);

    antlr4::Token *kind = nullptr;
    WritParser::NameContext *nameContext = nullptr;
    std::vector<NameContext *> members;
    antlr4::tree::TerminalNode *LBRACE();
    antlr4::tree::TerminalNode *RBRACE();
    antlr4::tree::TerminalNode *KW_ENUM();
    std::vector<NameContext *> name();
    NameContext* name(size_t i);
    std::vector<antlr4::tree::TerminalNode *> COMMA();
    antlr4::tree::TerminalNode* COMMA(size_t i);
  };

  class  MapTypeContext : public TypeBaseContext {
  public:
    MapTypeContext(TypeBaseContext *ctx);

    antlr4::Token *kind = nullptr;
    WritParser::TypeContext *typeContext = nullptr;
    std::vector<TypeContext *> arguments;
    antlr4::tree::TerminalNode *LBRACK();
    antlr4::tree::TerminalNode *COMMA();
    antlr4::tree::TerminalNode *RBRACK();
    antlr4::tree::TerminalNode *KW_MAP();
    std::vector<TypeContext *> type();
    TypeContext* type(size_t i);
  };

  TypeBaseContext* typeBase();

  class  DottedContext : public antlr4::ParserRuleContext {
  public:
    DottedContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    std::vector<antlr4::tree::TerminalNode *> DOT();
    antlr4::tree::TerminalNode* DOT(size_t i);
    std::vector<FieldNameContext *> fieldName();
    FieldNameContext* fieldName(size_t i);

   
  };

  DottedContext* dotted();

  class  NameContext : public antlr4::ParserRuleContext {
  public:
    NameContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    antlr4::tree::TerminalNode *ID();
    antlr4::tree::TerminalNode *KW_SEVERITY();
    antlr4::tree::TerminalNode *KW_IMPACT();
    antlr4::tree::TerminalNode *KW_CONFIDENCE();
    antlr4::tree::TerminalNode *KW_OWNER();
    antlr4::tree::TerminalNode *KW_RATIONALE();
    antlr4::tree::TerminalNode *KW_REMEDIATION();
    antlr4::tree::TerminalNode *KW_REFERENCES();
    antlr4::tree::TerminalNode *KW_TAGS();
    antlr4::tree::TerminalNode *KW_CONTROLS();
    antlr4::tree::TerminalNode *KW_FIX_WITHIN();
    antlr4::tree::TerminalNode *KW_FORMERLY();
    antlr4::tree::TerminalNode *KW_DATA();
    antlr4::tree::TerminalNode *KW_INPUT();
    antlr4::tree::TerminalNode *KW_ENUM();
    antlr4::tree::TerminalNode *KW_LIST();
    antlr4::tree::TerminalNode *KW_SET();
    antlr4::tree::TerminalNode *KW_MAP();
    antlr4::tree::TerminalNode *KW_FROM();
    antlr4::tree::TerminalNode *KW_VERSION();
    antlr4::tree::TerminalNode *KW_LANGUAGE();
    antlr4::tree::TerminalNode *KW_AS();
    antlr4::tree::TerminalNode *KW_EACH();
    antlr4::tree::TerminalNode *KW_JOINED();
    antlr4::tree::TerminalNode *KW_WITH();
    antlr4::tree::TerminalNode *KW_GROUP();
    antlr4::tree::TerminalNode *KW_BY();
    antlr4::tree::TerminalNode *KW_WITHIN();
    antlr4::tree::TerminalNode *KW_SLIDING();
    antlr4::tree::TerminalNode *KW_TUMBLING();
    antlr4::tree::TerminalNode *KW_SESSION();
    antlr4::tree::TerminalNode *KW_SEQUENCE();
    antlr4::tree::TerminalNode *KW_THEN();
    antlr4::tree::TerminalNode *KW_WITHOUT();
    antlr4::tree::TerminalNode *KW_AT();
    antlr4::tree::TerminalNode *KW_EVIDENCE();
    antlr4::tree::TerminalNode *KW_FIRST();
    antlr4::tree::TerminalNode *KW_PER();
    antlr4::tree::TerminalNode *KW_ON();
    antlr4::tree::TerminalNode *KW_SAMPLED();
    antlr4::tree::TerminalNode *KW_ALLOW();
    antlr4::tree::TerminalNode *KW_QUADRATIC();
    antlr4::tree::TerminalNode *KW_EXPECT();
    antlr4::tree::TerminalNode *KW_EMPTY();
    antlr4::tree::TerminalNode *KW_PRESENT();
    antlr4::tree::TerminalNode *KW_KNOWN();
    antlr4::tree::TerminalNode *KW_SKIP();
    antlr4::tree::TerminalNode *KW_FAIL();
    antlr4::tree::TerminalNode *KW_INDETERMINATE();
    antlr4::tree::TerminalNode *KW_UNTIL();
    antlr4::tree::TerminalNode *KW_REASON();
    antlr4::tree::TerminalNode *KW_AUTHOR();
    antlr4::tree::TerminalNode *KW_APPROVED_BY();
    antlr4::tree::TerminalNode *KW_TICKET();
    antlr4::tree::TerminalNode *KW_GIVEN();
    antlr4::tree::TerminalNode *KW_SPEC();
    antlr4::tree::TerminalNode *KW_EXCHANGES();
    antlr4::tree::TerminalNode *KW_BASELINE();
    antlr4::tree::TerminalNode *KW_DOCUMENT();
    antlr4::tree::TerminalNode *KW_FILE();
    antlr4::tree::TerminalNode *KW_NOW();
    antlr4::tree::TerminalNode *KW_ALL();
    antlr4::tree::TerminalNode *KW_COUNT();

   
  };

  NameContext* name();

  class  FieldNameContext : public antlr4::ParserRuleContext {
  public:
    FieldNameContext(antlr4::ParserRuleContext *parent, size_t invokingState);
    virtual size_t getRuleIndex() const override;
    NameContext *name();
    antlr4::tree::TerminalNode *KW_AND();
    antlr4::tree::TerminalNode *KW_OR();
    antlr4::tree::TerminalNode *KW_NOT();
    antlr4::tree::TerminalNode *KW_IN();
    antlr4::tree::TerminalNode *KW_IS();
    antlr4::tree::TerminalNode *KW_MATCHES();
    antlr4::tree::TerminalNode *KW_CONTAINS();
    antlr4::tree::TerminalNode *KW_HAS();
    antlr4::tree::TerminalNode *KW_TRUE();
    antlr4::tree::TerminalNode *KW_FALSE();
    antlr4::tree::TerminalNode *KW_FOR();
    antlr4::tree::TerminalNode *KW_WHERE();
    antlr4::tree::TerminalNode *KW_LET();
    antlr4::tree::TerminalNode *KW_ELSE();
    antlr4::tree::TerminalNode *KW_REQUIRE();
    antlr4::tree::TerminalNode *KW_RAISE();
    antlr4::tree::TerminalNode *KW_WHEN();
    antlr4::tree::TerminalNode *KW_REPORT();
    antlr4::tree::TerminalNode *KW_RULE();
    antlr4::tree::TerminalNode *KW_DETECT();
    antlr4::tree::TerminalNode *KW_POLICY();
    antlr4::tree::TerminalNode *KW_IMPORT();
    antlr4::tree::TerminalNode *KW_CONST();
    antlr4::tree::TerminalNode *KW_PARAM();
    antlr4::tree::TerminalNode *KW_FN();
    antlr4::tree::TerminalNode *KW_WAIVER();
    antlr4::tree::TerminalNode *KW_TEST();
    antlr4::tree::TerminalNode *KW_ACTIVATE();

   
  };

  FieldNameContext* fieldName();


private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  struct Initializer {
    Initializer();
  };
  static Initializer _init;
};

}  // namespace writ::grammar
