
// Generated from WritParser.g4 by ANTLR 4.7.2



#include "WritParser.h"


using namespace antlrcpp;
using namespace writ::grammar;
using namespace antlr4;

WritParser::WritParser(TokenStream *input) : Parser(input) {
  _interpreter = new atn::ParserATNSimulator(this, _atn, _decisionToDFA, _sharedContextCache);
}

WritParser::~WritParser() {
  delete _interpreter;
}

std::string WritParser::getGrammarFileName() const {
  return "WritParser.g4";
}

const std::vector<std::string>& WritParser::getRuleNames() const {
  return _ruleNames;
}

dfa::Vocabulary& WritParser::getVocabulary() const {
  return _vocabulary;
}


//----------------- FileContext ------------------------------------------------------------------

WritParser::FileContext::FileContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::FileContext::EOF() {
  return getToken(WritParser::EOF, 0);
}

std::vector<WritParser::ItemContext *> WritParser::FileContext::item() {
  return getRuleContexts<WritParser::ItemContext>();
}

WritParser::ItemContext* WritParser::FileContext::item(size_t i) {
  return getRuleContext<WritParser::ItemContext>(i);
}


size_t WritParser::FileContext::getRuleIndex() const {
  return WritParser::RuleFile;
}


WritParser::FileContext* WritParser::file() {
  FileContext *_localctx = _tracker.createInstance<FileContext>(_ctx, getState());
  enterRule(_localctx, 0, WritParser::RuleFile);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(99);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << WritParser::KW_RULE)
      | (1ULL << WritParser::KW_DETECT)
      | (1ULL << WritParser::KW_POLICY)
      | (1ULL << WritParser::KW_IMPORT)
      | (1ULL << WritParser::KW_CONST)
      | (1ULL << WritParser::KW_PARAM)
      | (1ULL << WritParser::KW_FN)
      | (1ULL << WritParser::KW_WAIVER)
      | (1ULL << WritParser::KW_TEST)
      | (1ULL << WritParser::KW_ACTIVATE)
      | (1ULL << WritParser::KW_DATA)
      | (1ULL << WritParser::KW_INPUT))) != 0)) {
      setState(96);
      item();
      setState(101);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(102);
    match(WritParser::EOF);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- UnitContext ------------------------------------------------------------------

WritParser::UnitContext::UnitContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::ItemContext* WritParser::UnitContext::item() {
  return getRuleContext<WritParser::ItemContext>(0);
}

tree::TerminalNode* WritParser::UnitContext::EOF() {
  return getToken(WritParser::EOF, 0);
}


size_t WritParser::UnitContext::getRuleIndex() const {
  return WritParser::RuleUnit;
}


WritParser::UnitContext* WritParser::unit() {
  UnitContext *_localctx = _tracker.createInstance<UnitContext>(_ctx, getState());
  enterRule(_localctx, 2, WritParser::RuleUnit);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(104);
    item();
    setState(105);
    match(WritParser::EOF);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ItemContext ------------------------------------------------------------------

WritParser::ItemContext::ItemContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::HeaderContext* WritParser::ItemContext::header() {
  return getRuleContext<WritParser::HeaderContext>(0);
}

WritParser::ImportDeclContext* WritParser::ItemContext::importDecl() {
  return getRuleContext<WritParser::ImportDeclContext>(0);
}

WritParser::ConstDeclContext* WritParser::ItemContext::constDecl() {
  return getRuleContext<WritParser::ConstDeclContext>(0);
}

WritParser::DataDeclContext* WritParser::ItemContext::dataDecl() {
  return getRuleContext<WritParser::DataDeclContext>(0);
}

WritParser::ParamDeclContext* WritParser::ItemContext::paramDecl() {
  return getRuleContext<WritParser::ParamDeclContext>(0);
}

WritParser::InputDeclContext* WritParser::ItemContext::inputDecl() {
  return getRuleContext<WritParser::InputDeclContext>(0);
}

WritParser::FnDeclContext* WritParser::ItemContext::fnDecl() {
  return getRuleContext<WritParser::FnDeclContext>(0);
}

WritParser::ActivateClauseContext* WritParser::ItemContext::activateClause() {
  return getRuleContext<WritParser::ActivateClauseContext>(0);
}

WritParser::RuleDeclContext* WritParser::ItemContext::ruleDecl() {
  return getRuleContext<WritParser::RuleDeclContext>(0);
}

WritParser::DetectDeclContext* WritParser::ItemContext::detectDecl() {
  return getRuleContext<WritParser::DetectDeclContext>(0);
}

WritParser::WaiverDeclContext* WritParser::ItemContext::waiverDecl() {
  return getRuleContext<WritParser::WaiverDeclContext>(0);
}

WritParser::TestDeclContext* WritParser::ItemContext::testDecl() {
  return getRuleContext<WritParser::TestDeclContext>(0);
}


size_t WritParser::ItemContext::getRuleIndex() const {
  return WritParser::RuleItem;
}


WritParser::ItemContext* WritParser::item() {
  ItemContext *_localctx = _tracker.createInstance<ItemContext>(_ctx, getState());
  enterRule(_localctx, 4, WritParser::RuleItem);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(119);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_POLICY: {
        enterOuterAlt(_localctx, 1);
        setState(107);
        header();
        break;
      }

      case WritParser::KW_IMPORT: {
        enterOuterAlt(_localctx, 2);
        setState(108);
        importDecl();
        break;
      }

      case WritParser::KW_CONST: {
        enterOuterAlt(_localctx, 3);
        setState(109);
        constDecl();
        break;
      }

      case WritParser::KW_DATA: {
        enterOuterAlt(_localctx, 4);
        setState(110);
        dataDecl();
        break;
      }

      case WritParser::KW_PARAM: {
        enterOuterAlt(_localctx, 5);
        setState(111);
        paramDecl();
        break;
      }

      case WritParser::KW_INPUT: {
        enterOuterAlt(_localctx, 6);
        setState(112);
        inputDecl();
        break;
      }

      case WritParser::KW_FN: {
        enterOuterAlt(_localctx, 7);
        setState(113);
        fnDecl();
        break;
      }

      case WritParser::KW_ACTIVATE: {
        enterOuterAlt(_localctx, 8);
        setState(114);
        activateClause();
        break;
      }

      case WritParser::KW_RULE: {
        enterOuterAlt(_localctx, 9);
        setState(115);
        ruleDecl();
        break;
      }

      case WritParser::KW_DETECT: {
        enterOuterAlt(_localctx, 10);
        setState(116);
        detectDecl();
        break;
      }

      case WritParser::KW_WAIVER: {
        enterOuterAlt(_localctx, 11);
        setState(117);
        waiverDecl();
        break;
      }

      case WritParser::KW_TEST: {
        enterOuterAlt(_localctx, 12);
        setState(118);
        testDecl();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- HeaderContext ------------------------------------------------------------------

WritParser::HeaderContext::HeaderContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::HeaderContext::KW_POLICY() {
  return getToken(WritParser::KW_POLICY, 0);
}

tree::TerminalNode* WritParser::HeaderContext::KW_VERSION() {
  return getToken(WritParser::KW_VERSION, 0);
}

tree::TerminalNode* WritParser::HeaderContext::KW_LANGUAGE() {
  return getToken(WritParser::KW_LANGUAGE, 0);
}

WritParser::DottedContext* WritParser::HeaderContext::dotted() {
  return getRuleContext<WritParser::DottedContext>(0);
}

WritParser::String_Context* WritParser::HeaderContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

tree::TerminalNode* WritParser::HeaderContext::INT() {
  return getToken(WritParser::INT, 0);
}


size_t WritParser::HeaderContext::getRuleIndex() const {
  return WritParser::RuleHeader;
}


WritParser::HeaderContext* WritParser::header() {
  HeaderContext *_localctx = _tracker.createInstance<HeaderContext>(_ctx, getState());
  enterRule(_localctx, 6, WritParser::RuleHeader);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(121);
    match(WritParser::KW_POLICY);
    setState(122);
    dynamic_cast<HeaderContext *>(_localctx)->id = dotted();
    setState(123);
    match(WritParser::KW_VERSION);
    setState(124);
    dynamic_cast<HeaderContext *>(_localctx)->semver = string_();
    setState(125);
    match(WritParser::KW_LANGUAGE);
    setState(126);
    dynamic_cast<HeaderContext *>(_localctx)->edition = match(WritParser::INT);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ImportDeclContext ------------------------------------------------------------------

WritParser::ImportDeclContext::ImportDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::ImportDeclContext::KW_IMPORT() {
  return getToken(WritParser::KW_IMPORT, 0);
}

WritParser::DottedContext* WritParser::ImportDeclContext::dotted() {
  return getRuleContext<WritParser::DottedContext>(0);
}

tree::TerminalNode* WritParser::ImportDeclContext::KW_AS() {
  return getToken(WritParser::KW_AS, 0);
}

WritParser::NameContext* WritParser::ImportDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}


size_t WritParser::ImportDeclContext::getRuleIndex() const {
  return WritParser::RuleImportDecl;
}


WritParser::ImportDeclContext* WritParser::importDecl() {
  ImportDeclContext *_localctx = _tracker.createInstance<ImportDeclContext>(_ctx, getState());
  enterRule(_localctx, 8, WritParser::RuleImportDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(128);
    match(WritParser::KW_IMPORT);
    setState(129);
    dynamic_cast<ImportDeclContext *>(_localctx)->id = dotted();
    setState(132);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_AS) {
      setState(130);
      match(WritParser::KW_AS);
      setState(131);
      dynamic_cast<ImportDeclContext *>(_localctx)->alias = name();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ConstDeclContext ------------------------------------------------------------------

WritParser::ConstDeclContext::ConstDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::ConstDeclContext::KW_CONST() {
  return getToken(WritParser::KW_CONST, 0);
}

tree::TerminalNode* WritParser::ConstDeclContext::ASSIGN() {
  return getToken(WritParser::ASSIGN, 0);
}

WritParser::NameContext* WritParser::ConstDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::ExprContext* WritParser::ConstDeclContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

tree::TerminalNode* WritParser::ConstDeclContext::COLON() {
  return getToken(WritParser::COLON, 0);
}

WritParser::TypeContext* WritParser::ConstDeclContext::type() {
  return getRuleContext<WritParser::TypeContext>(0);
}


size_t WritParser::ConstDeclContext::getRuleIndex() const {
  return WritParser::RuleConstDecl;
}


WritParser::ConstDeclContext* WritParser::constDecl() {
  ConstDeclContext *_localctx = _tracker.createInstance<ConstDeclContext>(_ctx, getState());
  enterRule(_localctx, 10, WritParser::RuleConstDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(134);
    match(WritParser::KW_CONST);
    setState(135);
    dynamic_cast<ConstDeclContext *>(_localctx)->id = name();
    setState(138);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::COLON) {
      setState(136);
      match(WritParser::COLON);
      setState(137);
      dynamic_cast<ConstDeclContext *>(_localctx)->declared = type();
    }
    setState(140);
    match(WritParser::ASSIGN);
    setState(141);
    dynamic_cast<ConstDeclContext *>(_localctx)->value = expr();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- DataDeclContext ------------------------------------------------------------------

WritParser::DataDeclContext::DataDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::DataDeclContext::KW_DATA() {
  return getToken(WritParser::KW_DATA, 0);
}

tree::TerminalNode* WritParser::DataDeclContext::COLON() {
  return getToken(WritParser::COLON, 0);
}

tree::TerminalNode* WritParser::DataDeclContext::KW_FROM() {
  return getToken(WritParser::KW_FROM, 0);
}

WritParser::NameContext* WritParser::DataDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::TypeContext* WritParser::DataDeclContext::type() {
  return getRuleContext<WritParser::TypeContext>(0);
}

WritParser::String_Context* WritParser::DataDeclContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}


size_t WritParser::DataDeclContext::getRuleIndex() const {
  return WritParser::RuleDataDecl;
}


WritParser::DataDeclContext* WritParser::dataDecl() {
  DataDeclContext *_localctx = _tracker.createInstance<DataDeclContext>(_ctx, getState());
  enterRule(_localctx, 12, WritParser::RuleDataDecl);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(143);
    match(WritParser::KW_DATA);
    setState(144);
    dynamic_cast<DataDeclContext *>(_localctx)->id = name();
    setState(145);
    match(WritParser::COLON);
    setState(146);
    dynamic_cast<DataDeclContext *>(_localctx)->declared = type();
    setState(147);
    match(WritParser::KW_FROM);
    setState(148);
    dynamic_cast<DataDeclContext *>(_localctx)->path = string_();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ParamDeclContext ------------------------------------------------------------------

WritParser::ParamDeclContext::ParamDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::ParamDeclContext::KW_PARAM() {
  return getToken(WritParser::KW_PARAM, 0);
}

tree::TerminalNode* WritParser::ParamDeclContext::COLON() {
  return getToken(WritParser::COLON, 0);
}

tree::TerminalNode* WritParser::ParamDeclContext::ASSIGN() {
  return getToken(WritParser::ASSIGN, 0);
}

WritParser::NameContext* WritParser::ParamDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::TypeContext* WritParser::ParamDeclContext::type() {
  return getRuleContext<WritParser::TypeContext>(0);
}

WritParser::ExprContext* WritParser::ParamDeclContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}


size_t WritParser::ParamDeclContext::getRuleIndex() const {
  return WritParser::RuleParamDecl;
}


WritParser::ParamDeclContext* WritParser::paramDecl() {
  ParamDeclContext *_localctx = _tracker.createInstance<ParamDeclContext>(_ctx, getState());
  enterRule(_localctx, 14, WritParser::RuleParamDecl);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(150);
    match(WritParser::KW_PARAM);
    setState(151);
    dynamic_cast<ParamDeclContext *>(_localctx)->id = name();
    setState(152);
    match(WritParser::COLON);
    setState(153);
    dynamic_cast<ParamDeclContext *>(_localctx)->declared = type();
    setState(154);
    match(WritParser::ASSIGN);
    setState(155);
    dynamic_cast<ParamDeclContext *>(_localctx)->value = expr();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- InputDeclContext ------------------------------------------------------------------

WritParser::InputDeclContext::InputDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::InputDeclContext::KW_INPUT() {
  return getToken(WritParser::KW_INPUT, 0);
}

tree::TerminalNode* WritParser::InputDeclContext::COLON() {
  return getToken(WritParser::COLON, 0);
}

WritParser::NameContext* WritParser::InputDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::TypeContext* WritParser::InputDeclContext::type() {
  return getRuleContext<WritParser::TypeContext>(0);
}


size_t WritParser::InputDeclContext::getRuleIndex() const {
  return WritParser::RuleInputDecl;
}


WritParser::InputDeclContext* WritParser::inputDecl() {
  InputDeclContext *_localctx = _tracker.createInstance<InputDeclContext>(_ctx, getState());
  enterRule(_localctx, 16, WritParser::RuleInputDecl);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(157);
    match(WritParser::KW_INPUT);
    setState(158);
    dynamic_cast<InputDeclContext *>(_localctx)->id = name();
    setState(159);
    match(WritParser::COLON);
    setState(160);
    dynamic_cast<InputDeclContext *>(_localctx)->declared = type();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FnDeclContext ------------------------------------------------------------------

WritParser::FnDeclContext::FnDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::FnDeclContext::KW_FN() {
  return getToken(WritParser::KW_FN, 0);
}

tree::TerminalNode* WritParser::FnDeclContext::LPAREN() {
  return getToken(WritParser::LPAREN, 0);
}

tree::TerminalNode* WritParser::FnDeclContext::RPAREN() {
  return getToken(WritParser::RPAREN, 0);
}

tree::TerminalNode* WritParser::FnDeclContext::COLON() {
  return getToken(WritParser::COLON, 0);
}

tree::TerminalNode* WritParser::FnDeclContext::ASSIGN() {
  return getToken(WritParser::ASSIGN, 0);
}

WritParser::NameContext* WritParser::FnDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::TypeContext* WritParser::FnDeclContext::type() {
  return getRuleContext<WritParser::TypeContext>(0);
}

WritParser::ExprContext* WritParser::FnDeclContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

std::vector<WritParser::FnParamContext *> WritParser::FnDeclContext::fnParam() {
  return getRuleContexts<WritParser::FnParamContext>();
}

WritParser::FnParamContext* WritParser::FnDeclContext::fnParam(size_t i) {
  return getRuleContext<WritParser::FnParamContext>(i);
}

std::vector<tree::TerminalNode *> WritParser::FnDeclContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::FnDeclContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}


size_t WritParser::FnDeclContext::getRuleIndex() const {
  return WritParser::RuleFnDecl;
}


WritParser::FnDeclContext* WritParser::fnDecl() {
  FnDeclContext *_localctx = _tracker.createInstance<FnDeclContext>(_ctx, getState());
  enterRule(_localctx, 18, WritParser::RuleFnDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(162);
    match(WritParser::KW_FN);
    setState(163);
    dynamic_cast<FnDeclContext *>(_localctx)->id = name();
    setState(164);
    match(WritParser::LPAREN);
    setState(173);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << WritParser::KW_SEVERITY)
      | (1ULL << WritParser::KW_IMPACT)
      | (1ULL << WritParser::KW_CONFIDENCE)
      | (1ULL << WritParser::KW_OWNER)
      | (1ULL << WritParser::KW_RATIONALE)
      | (1ULL << WritParser::KW_REMEDIATION)
      | (1ULL << WritParser::KW_REFERENCES)
      | (1ULL << WritParser::KW_TAGS)
      | (1ULL << WritParser::KW_CONTROLS)
      | (1ULL << WritParser::KW_FIX_WITHIN)
      | (1ULL << WritParser::KW_FORMERLY)
      | (1ULL << WritParser::KW_DATA)
      | (1ULL << WritParser::KW_INPUT)
      | (1ULL << WritParser::KW_ENUM)
      | (1ULL << WritParser::KW_LIST)
      | (1ULL << WritParser::KW_SET)
      | (1ULL << WritParser::KW_MAP)
      | (1ULL << WritParser::KW_FROM)
      | (1ULL << WritParser::KW_VERSION)
      | (1ULL << WritParser::KW_LANGUAGE)
      | (1ULL << WritParser::KW_AS)
      | (1ULL << WritParser::KW_EACH)
      | (1ULL << WritParser::KW_JOINED)
      | (1ULL << WritParser::KW_WITH)
      | (1ULL << WritParser::KW_GROUP)
      | (1ULL << WritParser::KW_BY)
      | (1ULL << WritParser::KW_WITHIN)
      | (1ULL << WritParser::KW_SLIDING)
      | (1ULL << WritParser::KW_TUMBLING)
      | (1ULL << WritParser::KW_SESSION)
      | (1ULL << WritParser::KW_SEQUENCE))) != 0) || ((((_la - 64) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 64)) & ((1ULL << (WritParser::KW_THEN - 64))
      | (1ULL << (WritParser::KW_WITHOUT - 64))
      | (1ULL << (WritParser::KW_AT - 64))
      | (1ULL << (WritParser::KW_EVIDENCE - 64))
      | (1ULL << (WritParser::KW_FIRST - 64))
      | (1ULL << (WritParser::KW_PER - 64))
      | (1ULL << (WritParser::KW_ON - 64))
      | (1ULL << (WritParser::KW_SAMPLED - 64))
      | (1ULL << (WritParser::KW_ALLOW - 64))
      | (1ULL << (WritParser::KW_QUADRATIC - 64))
      | (1ULL << (WritParser::KW_EXPECT - 64))
      | (1ULL << (WritParser::KW_EMPTY - 64))
      | (1ULL << (WritParser::KW_PRESENT - 64))
      | (1ULL << (WritParser::KW_KNOWN - 64))
      | (1ULL << (WritParser::KW_SKIP - 64))
      | (1ULL << (WritParser::KW_FAIL - 64))
      | (1ULL << (WritParser::KW_INDETERMINATE - 64))
      | (1ULL << (WritParser::KW_UNTIL - 64))
      | (1ULL << (WritParser::KW_REASON - 64))
      | (1ULL << (WritParser::KW_AUTHOR - 64))
      | (1ULL << (WritParser::KW_APPROVED_BY - 64))
      | (1ULL << (WritParser::KW_TICKET - 64))
      | (1ULL << (WritParser::KW_GIVEN - 64))
      | (1ULL << (WritParser::KW_SPEC - 64))
      | (1ULL << (WritParser::KW_EXCHANGES - 64))
      | (1ULL << (WritParser::KW_BASELINE - 64))
      | (1ULL << (WritParser::KW_DOCUMENT - 64))
      | (1ULL << (WritParser::KW_FILE - 64))
      | (1ULL << (WritParser::KW_NOW - 64))
      | (1ULL << (WritParser::KW_ALL - 64))
      | (1ULL << (WritParser::KW_COUNT - 64))
      | (1ULL << (WritParser::ID - 64)))) != 0)) {
      setState(165);
      dynamic_cast<FnDeclContext *>(_localctx)->fnParamContext = fnParam();
      dynamic_cast<FnDeclContext *>(_localctx)->params.push_back(dynamic_cast<FnDeclContext *>(_localctx)->fnParamContext);
      setState(170);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == WritParser::COMMA) {
        setState(166);
        match(WritParser::COMMA);
        setState(167);
        dynamic_cast<FnDeclContext *>(_localctx)->fnParamContext = fnParam();
        dynamic_cast<FnDeclContext *>(_localctx)->params.push_back(dynamic_cast<FnDeclContext *>(_localctx)->fnParamContext);
        setState(172);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
    setState(175);
    match(WritParser::RPAREN);
    setState(176);
    match(WritParser::COLON);
    setState(177);
    dynamic_cast<FnDeclContext *>(_localctx)->result = type();
    setState(178);
    match(WritParser::ASSIGN);
    setState(179);
    dynamic_cast<FnDeclContext *>(_localctx)->body = expr();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FnParamContext ------------------------------------------------------------------

WritParser::FnParamContext::FnParamContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::FnParamContext::COLON() {
  return getToken(WritParser::COLON, 0);
}

WritParser::NameContext* WritParser::FnParamContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::TypeContext* WritParser::FnParamContext::type() {
  return getRuleContext<WritParser::TypeContext>(0);
}


size_t WritParser::FnParamContext::getRuleIndex() const {
  return WritParser::RuleFnParam;
}


WritParser::FnParamContext* WritParser::fnParam() {
  FnParamContext *_localctx = _tracker.createInstance<FnParamContext>(_ctx, getState());
  enterRule(_localctx, 20, WritParser::RuleFnParam);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(181);
    dynamic_cast<FnParamContext *>(_localctx)->id = name();
    setState(182);
    match(WritParser::COLON);
    setState(183);
    dynamic_cast<FnParamContext *>(_localctx)->declared = type();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- RuleDeclContext ------------------------------------------------------------------

WritParser::RuleDeclContext::RuleDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::RuleDeclContext::KW_RULE() {
  return getToken(WritParser::KW_RULE, 0);
}

tree::TerminalNode* WritParser::RuleDeclContext::LBRACE() {
  return getToken(WritParser::LBRACE, 0);
}

tree::TerminalNode* WritParser::RuleDeclContext::RBRACE() {
  return getToken(WritParser::RBRACE, 0);
}

WritParser::NameContext* WritParser::RuleDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::String_Context* WritParser::RuleDeclContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

std::vector<WritParser::RuleClauseContext *> WritParser::RuleDeclContext::ruleClause() {
  return getRuleContexts<WritParser::RuleClauseContext>();
}

WritParser::RuleClauseContext* WritParser::RuleDeclContext::ruleClause(size_t i) {
  return getRuleContext<WritParser::RuleClauseContext>(i);
}


size_t WritParser::RuleDeclContext::getRuleIndex() const {
  return WritParser::RuleRuleDecl;
}


WritParser::RuleDeclContext* WritParser::ruleDecl() {
  RuleDeclContext *_localctx = _tracker.createInstance<RuleDeclContext>(_ctx, getState());
  enterRule(_localctx, 22, WritParser::RuleRuleDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(185);
    match(WritParser::KW_RULE);
    setState(186);
    dynamic_cast<RuleDeclContext *>(_localctx)->id = name();
    setState(187);
    dynamic_cast<RuleDeclContext *>(_localctx)->title = string_();
    setState(188);
    match(WritParser::LBRACE);
    setState(192);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (((((_la - 15) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 15)) & ((1ULL << (WritParser::KW_FOR - 15))
      | (1ULL << (WritParser::KW_LET - 15))
      | (1ULL << (WritParser::KW_REQUIRE - 15))
      | (1ULL << (WritParser::KW_REPORT - 15))
      | (1ULL << (WritParser::KW_ACTIVATE - 15))
      | (1ULL << (WritParser::KW_SEVERITY - 15))
      | (1ULL << (WritParser::KW_IMPACT - 15))
      | (1ULL << (WritParser::KW_CONFIDENCE - 15))
      | (1ULL << (WritParser::KW_OWNER - 15))
      | (1ULL << (WritParser::KW_RATIONALE - 15))
      | (1ULL << (WritParser::KW_REMEDIATION - 15))
      | (1ULL << (WritParser::KW_REFERENCES - 15))
      | (1ULL << (WritParser::KW_TAGS - 15))
      | (1ULL << (WritParser::KW_CONTROLS - 15))
      | (1ULL << (WritParser::KW_FIX_WITHIN - 15))
      | (1ULL << (WritParser::KW_FORMERLY - 15))
      | (1ULL << (WritParser::KW_ON - 15))
      | (1ULL << (WritParser::KW_ALLOW - 15))
      | (1ULL << (WritParser::KW_EXPECT - 15)))) != 0)) {
      setState(189);
      dynamic_cast<RuleDeclContext *>(_localctx)->ruleClauseContext = ruleClause();
      dynamic_cast<RuleDeclContext *>(_localctx)->clauses.push_back(dynamic_cast<RuleDeclContext *>(_localctx)->ruleClauseContext);
      setState(194);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(195);
    match(WritParser::RBRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- DetectDeclContext ------------------------------------------------------------------

WritParser::DetectDeclContext::DetectDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::DetectDeclContext::KW_DETECT() {
  return getToken(WritParser::KW_DETECT, 0);
}

tree::TerminalNode* WritParser::DetectDeclContext::LBRACE() {
  return getToken(WritParser::LBRACE, 0);
}

tree::TerminalNode* WritParser::DetectDeclContext::RBRACE() {
  return getToken(WritParser::RBRACE, 0);
}

WritParser::NameContext* WritParser::DetectDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::String_Context* WritParser::DetectDeclContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

std::vector<WritParser::DetectClauseContext *> WritParser::DetectDeclContext::detectClause() {
  return getRuleContexts<WritParser::DetectClauseContext>();
}

WritParser::DetectClauseContext* WritParser::DetectDeclContext::detectClause(size_t i) {
  return getRuleContext<WritParser::DetectClauseContext>(i);
}


size_t WritParser::DetectDeclContext::getRuleIndex() const {
  return WritParser::RuleDetectDecl;
}


WritParser::DetectDeclContext* WritParser::detectDecl() {
  DetectDeclContext *_localctx = _tracker.createInstance<DetectDeclContext>(_ctx, getState());
  enterRule(_localctx, 24, WritParser::RuleDetectDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(197);
    match(WritParser::KW_DETECT);
    setState(198);
    dynamic_cast<DetectDeclContext *>(_localctx)->id = name();
    setState(199);
    dynamic_cast<DetectDeclContext *>(_localctx)->title = string_();
    setState(200);
    match(WritParser::LBRACE);
    setState(204);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (((((_la - 15) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 15)) & ((1ULL << (WritParser::KW_FOR - 15))
      | (1ULL << (WritParser::KW_LET - 15))
      | (1ULL << (WritParser::KW_RAISE - 15))
      | (1ULL << (WritParser::KW_REPORT - 15))
      | (1ULL << (WritParser::KW_ACTIVATE - 15))
      | (1ULL << (WritParser::KW_SEVERITY - 15))
      | (1ULL << (WritParser::KW_IMPACT - 15))
      | (1ULL << (WritParser::KW_CONFIDENCE - 15))
      | (1ULL << (WritParser::KW_OWNER - 15))
      | (1ULL << (WritParser::KW_RATIONALE - 15))
      | (1ULL << (WritParser::KW_REMEDIATION - 15))
      | (1ULL << (WritParser::KW_REFERENCES - 15))
      | (1ULL << (WritParser::KW_TAGS - 15))
      | (1ULL << (WritParser::KW_CONTROLS - 15))
      | (1ULL << (WritParser::KW_FIX_WITHIN - 15))
      | (1ULL << (WritParser::KW_FORMERLY - 15))
      | (1ULL << (WritParser::KW_GROUP - 15))
      | (1ULL << (WritParser::KW_SEQUENCE - 15))
      | (1ULL << (WritParser::KW_ON - 15))
      | (1ULL << (WritParser::KW_ALLOW - 15))
      | (1ULL << (WritParser::KW_EXPECT - 15)))) != 0)) {
      setState(201);
      dynamic_cast<DetectDeclContext *>(_localctx)->detectClauseContext = detectClause();
      dynamic_cast<DetectDeclContext *>(_localctx)->clauses.push_back(dynamic_cast<DetectDeclContext *>(_localctx)->detectClauseContext);
      setState(206);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(207);
    match(WritParser::RBRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- RuleClauseContext ------------------------------------------------------------------

WritParser::RuleClauseContext::RuleClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::MetaClauseContext* WritParser::RuleClauseContext::metaClause() {
  return getRuleContext<WritParser::MetaClauseContext>(0);
}

WritParser::ActivateClauseContext* WritParser::RuleClauseContext::activateClause() {
  return getRuleContext<WritParser::ActivateClauseContext>(0);
}

WritParser::FlagClauseContext* WritParser::RuleClauseContext::flagClause() {
  return getRuleContext<WritParser::FlagClauseContext>(0);
}

WritParser::ForEachClauseContext* WritParser::RuleClauseContext::forEachClause() {
  return getRuleContext<WritParser::ForEachClauseContext>(0);
}

WritParser::LetClauseContext* WritParser::RuleClauseContext::letClause() {
  return getRuleContext<WritParser::LetClauseContext>(0);
}

WritParser::RequireClauseContext* WritParser::RuleClauseContext::requireClause() {
  return getRuleContext<WritParser::RequireClauseContext>(0);
}

WritParser::ReportClauseContext* WritParser::RuleClauseContext::reportClause() {
  return getRuleContext<WritParser::ReportClauseContext>(0);
}


size_t WritParser::RuleClauseContext::getRuleIndex() const {
  return WritParser::RuleRuleClause;
}


WritParser::RuleClauseContext* WritParser::ruleClause() {
  RuleClauseContext *_localctx = _tracker.createInstance<RuleClauseContext>(_ctx, getState());
  enterRule(_localctx, 26, WritParser::RuleRuleClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(216);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_SEVERITY:
      case WritParser::KW_IMPACT:
      case WritParser::KW_CONFIDENCE:
      case WritParser::KW_OWNER:
      case WritParser::KW_RATIONALE:
      case WritParser::KW_REMEDIATION:
      case WritParser::KW_REFERENCES:
      case WritParser::KW_TAGS:
      case WritParser::KW_CONTROLS:
      case WritParser::KW_FIX_WITHIN:
      case WritParser::KW_FORMERLY: {
        enterOuterAlt(_localctx, 1);
        setState(209);
        metaClause();
        break;
      }

      case WritParser::KW_ACTIVATE: {
        enterOuterAlt(_localctx, 2);
        setState(210);
        activateClause();
        break;
      }

      case WritParser::KW_ON:
      case WritParser::KW_ALLOW:
      case WritParser::KW_EXPECT: {
        enterOuterAlt(_localctx, 3);
        setState(211);
        flagClause();
        break;
      }

      case WritParser::KW_FOR: {
        enterOuterAlt(_localctx, 4);
        setState(212);
        forEachClause();
        break;
      }

      case WritParser::KW_LET: {
        enterOuterAlt(_localctx, 5);
        setState(213);
        letClause();
        break;
      }

      case WritParser::KW_REQUIRE: {
        enterOuterAlt(_localctx, 6);
        setState(214);
        requireClause();
        break;
      }

      case WritParser::KW_REPORT: {
        enterOuterAlt(_localctx, 7);
        setState(215);
        reportClause();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- DetectClauseContext ------------------------------------------------------------------

WritParser::DetectClauseContext::DetectClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::MetaClauseContext* WritParser::DetectClauseContext::metaClause() {
  return getRuleContext<WritParser::MetaClauseContext>(0);
}

WritParser::ActivateClauseContext* WritParser::DetectClauseContext::activateClause() {
  return getRuleContext<WritParser::ActivateClauseContext>(0);
}

WritParser::FlagClauseContext* WritParser::DetectClauseContext::flagClause() {
  return getRuleContext<WritParser::FlagClauseContext>(0);
}

WritParser::ForEachClauseContext* WritParser::DetectClauseContext::forEachClause() {
  return getRuleContext<WritParser::ForEachClauseContext>(0);
}

WritParser::LetClauseContext* WritParser::DetectClauseContext::letClause() {
  return getRuleContext<WritParser::LetClauseContext>(0);
}

WritParser::GroupClauseContext* WritParser::DetectClauseContext::groupClause() {
  return getRuleContext<WritParser::GroupClauseContext>(0);
}

WritParser::SequenceClauseContext* WritParser::DetectClauseContext::sequenceClause() {
  return getRuleContext<WritParser::SequenceClauseContext>(0);
}

WritParser::RaiseClauseContext* WritParser::DetectClauseContext::raiseClause() {
  return getRuleContext<WritParser::RaiseClauseContext>(0);
}

WritParser::ReportClauseContext* WritParser::DetectClauseContext::reportClause() {
  return getRuleContext<WritParser::ReportClauseContext>(0);
}


size_t WritParser::DetectClauseContext::getRuleIndex() const {
  return WritParser::RuleDetectClause;
}


WritParser::DetectClauseContext* WritParser::detectClause() {
  DetectClauseContext *_localctx = _tracker.createInstance<DetectClauseContext>(_ctx, getState());
  enterRule(_localctx, 28, WritParser::RuleDetectClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(227);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_SEVERITY:
      case WritParser::KW_IMPACT:
      case WritParser::KW_CONFIDENCE:
      case WritParser::KW_OWNER:
      case WritParser::KW_RATIONALE:
      case WritParser::KW_REMEDIATION:
      case WritParser::KW_REFERENCES:
      case WritParser::KW_TAGS:
      case WritParser::KW_CONTROLS:
      case WritParser::KW_FIX_WITHIN:
      case WritParser::KW_FORMERLY: {
        enterOuterAlt(_localctx, 1);
        setState(218);
        metaClause();
        break;
      }

      case WritParser::KW_ACTIVATE: {
        enterOuterAlt(_localctx, 2);
        setState(219);
        activateClause();
        break;
      }

      case WritParser::KW_ON:
      case WritParser::KW_ALLOW:
      case WritParser::KW_EXPECT: {
        enterOuterAlt(_localctx, 3);
        setState(220);
        flagClause();
        break;
      }

      case WritParser::KW_FOR: {
        enterOuterAlt(_localctx, 4);
        setState(221);
        forEachClause();
        break;
      }

      case WritParser::KW_LET: {
        enterOuterAlt(_localctx, 5);
        setState(222);
        letClause();
        break;
      }

      case WritParser::KW_GROUP: {
        enterOuterAlt(_localctx, 6);
        setState(223);
        groupClause();
        break;
      }

      case WritParser::KW_SEQUENCE: {
        enterOuterAlt(_localctx, 7);
        setState(224);
        sequenceClause();
        break;
      }

      case WritParser::KW_RAISE: {
        enterOuterAlt(_localctx, 8);
        setState(225);
        raiseClause();
        break;
      }

      case WritParser::KW_REPORT: {
        enterOuterAlt(_localctx, 9);
        setState(226);
        reportClause();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- MetaClauseContext ------------------------------------------------------------------

WritParser::MetaClauseContext::MetaClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t WritParser::MetaClauseContext::getRuleIndex() const {
  return WritParser::RuleMetaClause;
}

void WritParser::MetaClauseContext::copyFrom(MetaClauseContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- ControlsMetaContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::ControlsMetaContext::KW_CONTROLS() {
  return getToken(WritParser::KW_CONTROLS, 0);
}

std::vector<WritParser::ControlContext *> WritParser::ControlsMetaContext::control() {
  return getRuleContexts<WritParser::ControlContext>();
}

WritParser::ControlContext* WritParser::ControlsMetaContext::control(size_t i) {
  return getRuleContext<WritParser::ControlContext>(i);
}

std::vector<tree::TerminalNode *> WritParser::ControlsMetaContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::ControlsMetaContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}

WritParser::ControlsMetaContext::ControlsMetaContext(MetaClauseContext *ctx) { copyFrom(ctx); }


//----------------- WordMetaContext ------------------------------------------------------------------

WritParser::NameContext* WritParser::WordMetaContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

tree::TerminalNode* WritParser::WordMetaContext::KW_SEVERITY() {
  return getToken(WritParser::KW_SEVERITY, 0);
}

tree::TerminalNode* WritParser::WordMetaContext::KW_IMPACT() {
  return getToken(WritParser::KW_IMPACT, 0);
}

tree::TerminalNode* WritParser::WordMetaContext::KW_CONFIDENCE() {
  return getToken(WritParser::KW_CONFIDENCE, 0);
}

WritParser::WordMetaContext::WordMetaContext(MetaClauseContext *ctx) { copyFrom(ctx); }


//----------------- DurationMetaContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::DurationMetaContext::KW_FIX_WITHIN() {
  return getToken(WritParser::KW_FIX_WITHIN, 0);
}

tree::TerminalNode* WritParser::DurationMetaContext::DURATION() {
  return getToken(WritParser::DURATION, 0);
}

WritParser::DurationMetaContext::DurationMetaContext(MetaClauseContext *ctx) { copyFrom(ctx); }


//----------------- TextMetaContext ------------------------------------------------------------------

WritParser::String_Context* WritParser::TextMetaContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

tree::TerminalNode* WritParser::TextMetaContext::KW_OWNER() {
  return getToken(WritParser::KW_OWNER, 0);
}

tree::TerminalNode* WritParser::TextMetaContext::KW_RATIONALE() {
  return getToken(WritParser::KW_RATIONALE, 0);
}

tree::TerminalNode* WritParser::TextMetaContext::KW_REMEDIATION() {
  return getToken(WritParser::KW_REMEDIATION, 0);
}

WritParser::TextMetaContext::TextMetaContext(MetaClauseContext *ctx) { copyFrom(ctx); }


//----------------- TextsMetaContext ------------------------------------------------------------------

std::vector<WritParser::String_Context *> WritParser::TextsMetaContext::string_() {
  return getRuleContexts<WritParser::String_Context>();
}

WritParser::String_Context* WritParser::TextsMetaContext::string_(size_t i) {
  return getRuleContext<WritParser::String_Context>(i);
}

tree::TerminalNode* WritParser::TextsMetaContext::KW_TAGS() {
  return getToken(WritParser::KW_TAGS, 0);
}

tree::TerminalNode* WritParser::TextsMetaContext::KW_REFERENCES() {
  return getToken(WritParser::KW_REFERENCES, 0);
}

std::vector<tree::TerminalNode *> WritParser::TextsMetaContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::TextsMetaContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}

WritParser::TextsMetaContext::TextsMetaContext(MetaClauseContext *ctx) { copyFrom(ctx); }


//----------------- FormerlyMetaContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::FormerlyMetaContext::KW_FORMERLY() {
  return getToken(WritParser::KW_FORMERLY, 0);
}

WritParser::DottedContext* WritParser::FormerlyMetaContext::dotted() {
  return getRuleContext<WritParser::DottedContext>(0);
}

WritParser::FormerlyMetaContext::FormerlyMetaContext(MetaClauseContext *ctx) { copyFrom(ctx); }


WritParser::MetaClauseContext* WritParser::metaClause() {
  MetaClauseContext *_localctx = _tracker.createInstance<MetaClauseContext>(_ctx, getState());
  enterRule(_localctx, 30, WritParser::RuleMetaClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(255);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_SEVERITY:
      case WritParser::KW_IMPACT:
      case WritParser::KW_CONFIDENCE: {
        _localctx = dynamic_cast<MetaClauseContext *>(_tracker.createInstance<WritParser::WordMetaContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(229);
        dynamic_cast<WordMetaContext *>(_localctx)->key = _input->LT(1);
        _la = _input->LA(1);
        if (!((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << WritParser::KW_SEVERITY)
          | (1ULL << WritParser::KW_IMPACT)
          | (1ULL << WritParser::KW_CONFIDENCE))) != 0))) {
          dynamic_cast<WordMetaContext *>(_localctx)->key = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(230);
        dynamic_cast<WordMetaContext *>(_localctx)->word = name();
        break;
      }

      case WritParser::KW_OWNER:
      case WritParser::KW_RATIONALE:
      case WritParser::KW_REMEDIATION: {
        _localctx = dynamic_cast<MetaClauseContext *>(_tracker.createInstance<WritParser::TextMetaContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(231);
        dynamic_cast<TextMetaContext *>(_localctx)->key = _input->LT(1);
        _la = _input->LA(1);
        if (!((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << WritParser::KW_OWNER)
          | (1ULL << WritParser::KW_RATIONALE)
          | (1ULL << WritParser::KW_REMEDIATION))) != 0))) {
          dynamic_cast<TextMetaContext *>(_localctx)->key = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(232);
        dynamic_cast<TextMetaContext *>(_localctx)->string_Context = string_();
        dynamic_cast<TextMetaContext *>(_localctx)->values.push_back(dynamic_cast<TextMetaContext *>(_localctx)->string_Context);
        break;
      }

      case WritParser::KW_REFERENCES:
      case WritParser::KW_TAGS: {
        _localctx = dynamic_cast<MetaClauseContext *>(_tracker.createInstance<WritParser::TextsMetaContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(233);
        dynamic_cast<TextsMetaContext *>(_localctx)->key = _input->LT(1);
        _la = _input->LA(1);
        if (!(_la == WritParser::KW_REFERENCES

        || _la == WritParser::KW_TAGS)) {
          dynamic_cast<TextsMetaContext *>(_localctx)->key = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(234);
        dynamic_cast<TextsMetaContext *>(_localctx)->string_Context = string_();
        dynamic_cast<TextsMetaContext *>(_localctx)->values.push_back(dynamic_cast<TextsMetaContext *>(_localctx)->string_Context);
        setState(239);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == WritParser::COMMA) {
          setState(235);
          match(WritParser::COMMA);
          setState(236);
          dynamic_cast<TextsMetaContext *>(_localctx)->string_Context = string_();
          dynamic_cast<TextsMetaContext *>(_localctx)->values.push_back(dynamic_cast<TextsMetaContext *>(_localctx)->string_Context);
          setState(241);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        break;
      }

      case WritParser::KW_FIX_WITHIN: {
        _localctx = dynamic_cast<MetaClauseContext *>(_tracker.createInstance<WritParser::DurationMetaContext>(_localctx));
        enterOuterAlt(_localctx, 4);
        setState(242);
        dynamic_cast<DurationMetaContext *>(_localctx)->key = match(WritParser::KW_FIX_WITHIN);
        setState(243);
        dynamic_cast<DurationMetaContext *>(_localctx)->length = match(WritParser::DURATION);
        break;
      }

      case WritParser::KW_CONTROLS: {
        _localctx = dynamic_cast<MetaClauseContext *>(_tracker.createInstance<WritParser::ControlsMetaContext>(_localctx));
        enterOuterAlt(_localctx, 5);
        setState(244);
        dynamic_cast<ControlsMetaContext *>(_localctx)->key = match(WritParser::KW_CONTROLS);
        setState(245);
        dynamic_cast<ControlsMetaContext *>(_localctx)->controlContext = control();
        dynamic_cast<ControlsMetaContext *>(_localctx)->values.push_back(dynamic_cast<ControlsMetaContext *>(_localctx)->controlContext);
        setState(250);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == WritParser::COMMA) {
          setState(246);
          match(WritParser::COMMA);
          setState(247);
          dynamic_cast<ControlsMetaContext *>(_localctx)->controlContext = control();
          dynamic_cast<ControlsMetaContext *>(_localctx)->values.push_back(dynamic_cast<ControlsMetaContext *>(_localctx)->controlContext);
          setState(252);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        break;
      }

      case WritParser::KW_FORMERLY: {
        _localctx = dynamic_cast<MetaClauseContext *>(_tracker.createInstance<WritParser::FormerlyMetaContext>(_localctx));
        enterOuterAlt(_localctx, 6);
        setState(253);
        dynamic_cast<FormerlyMetaContext *>(_localctx)->key = match(WritParser::KW_FORMERLY);
        setState(254);
        dynamic_cast<FormerlyMetaContext *>(_localctx)->old = dotted();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ControlContext ------------------------------------------------------------------

WritParser::ControlContext::ControlContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::NameContext* WritParser::ControlContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::String_Context* WritParser::ControlContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

tree::TerminalNode* WritParser::ControlContext::INT() {
  return getToken(WritParser::INT, 0);
}


size_t WritParser::ControlContext::getRuleIndex() const {
  return WritParser::RuleControl;
}


WritParser::ControlContext* WritParser::control() {
  ControlContext *_localctx = _tracker.createInstance<ControlContext>(_ctx, getState());
  enterRule(_localctx, 32, WritParser::RuleControl);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(257);
    dynamic_cast<ControlContext *>(_localctx)->framework = name();
    setState(260);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::STRING:
      case WritParser::TRIPLE_OPEN:
      case WritParser::STR_OPEN: {
        setState(258);
        dynamic_cast<ControlContext *>(_localctx)->text = string_();
        break;
      }

      case WritParser::INT: {
        setState(259);
        dynamic_cast<ControlContext *>(_localctx)->number = match(WritParser::INT);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ActivateClauseContext ------------------------------------------------------------------

WritParser::ActivateClauseContext::ActivateClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::ActivateClauseContext::KW_ACTIVATE() {
  return getToken(WritParser::KW_ACTIVATE, 0);
}

tree::TerminalNode* WritParser::ActivateClauseContext::KW_WHEN() {
  return getToken(WritParser::KW_WHEN, 0);
}

WritParser::ExprContext* WritParser::ActivateClauseContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}


size_t WritParser::ActivateClauseContext::getRuleIndex() const {
  return WritParser::RuleActivateClause;
}


WritParser::ActivateClauseContext* WritParser::activateClause() {
  ActivateClauseContext *_localctx = _tracker.createInstance<ActivateClauseContext>(_ctx, getState());
  enterRule(_localctx, 34, WritParser::RuleActivateClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(262);
    match(WritParser::KW_ACTIVATE);
    setState(263);
    match(WritParser::KW_WHEN);
    setState(264);
    dynamic_cast<ActivateClauseContext *>(_localctx)->condition = expr();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FlagClauseContext ------------------------------------------------------------------

WritParser::FlagClauseContext::FlagClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t WritParser::FlagClauseContext::getRuleIndex() const {
  return WritParser::RuleFlagClause;
}

void WritParser::FlagClauseContext::copyFrom(FlagClauseContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- OnSampledContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::OnSampledContext::KW_ON() {
  return getToken(WritParser::KW_ON, 0);
}

tree::TerminalNode* WritParser::OnSampledContext::KW_SAMPLED() {
  return getToken(WritParser::KW_SAMPLED, 0);
}

WritParser::OnSampledContext::OnSampledContext(FlagClauseContext *ctx) { copyFrom(ctx); }


//----------------- AllowQuadraticContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::AllowQuadraticContext::KW_ALLOW() {
  return getToken(WritParser::KW_ALLOW, 0);
}

tree::TerminalNode* WritParser::AllowQuadraticContext::KW_QUADRATIC() {
  return getToken(WritParser::KW_QUADRATIC, 0);
}

WritParser::AllowQuadraticContext::AllowQuadraticContext(FlagClauseContext *ctx) { copyFrom(ctx); }


//----------------- ExpectEmptyContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::ExpectEmptyContext::KW_EXPECT() {
  return getToken(WritParser::KW_EXPECT, 0);
}

tree::TerminalNode* WritParser::ExpectEmptyContext::KW_EMPTY() {
  return getToken(WritParser::KW_EMPTY, 0);
}

WritParser::ExpectEmptyContext::ExpectEmptyContext(FlagClauseContext *ctx) { copyFrom(ctx); }


WritParser::FlagClauseContext* WritParser::flagClause() {
  FlagClauseContext *_localctx = _tracker.createInstance<FlagClauseContext>(_ctx, getState());
  enterRule(_localctx, 36, WritParser::RuleFlagClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(272);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_ALLOW: {
        _localctx = dynamic_cast<FlagClauseContext *>(_tracker.createInstance<WritParser::AllowQuadraticContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(266);
        match(WritParser::KW_ALLOW);
        setState(267);
        match(WritParser::KW_QUADRATIC);
        break;
      }

      case WritParser::KW_ON: {
        _localctx = dynamic_cast<FlagClauseContext *>(_tracker.createInstance<WritParser::OnSampledContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(268);
        match(WritParser::KW_ON);
        setState(269);
        match(WritParser::KW_SAMPLED);
        break;
      }

      case WritParser::KW_EXPECT: {
        _localctx = dynamic_cast<FlagClauseContext *>(_tracker.createInstance<WritParser::ExpectEmptyContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(270);
        match(WritParser::KW_EXPECT);
        setState(271);
        match(WritParser::KW_EMPTY);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ForEachClauseContext ------------------------------------------------------------------

WritParser::ForEachClauseContext::ForEachClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::ForEachClauseContext::KW_FOR() {
  return getToken(WritParser::KW_FOR, 0);
}

tree::TerminalNode* WritParser::ForEachClauseContext::KW_EACH() {
  return getToken(WritParser::KW_EACH, 0);
}

std::vector<WritParser::NameContext *> WritParser::ForEachClauseContext::name() {
  return getRuleContexts<WritParser::NameContext>();
}

WritParser::NameContext* WritParser::ForEachClauseContext::name(size_t i) {
  return getRuleContext<WritParser::NameContext>(i);
}

tree::TerminalNode* WritParser::ForEachClauseContext::KW_IN() {
  return getToken(WritParser::KW_IN, 0);
}

std::vector<WritParser::ExprContext *> WritParser::ForEachClauseContext::expr() {
  return getRuleContexts<WritParser::ExprContext>();
}

WritParser::ExprContext* WritParser::ForEachClauseContext::expr(size_t i) {
  return getRuleContext<WritParser::ExprContext>(i);
}

tree::TerminalNode* WritParser::ForEachClauseContext::KW_JOINED() {
  return getToken(WritParser::KW_JOINED, 0);
}

tree::TerminalNode* WritParser::ForEachClauseContext::KW_WITH() {
  return getToken(WritParser::KW_WITH, 0);
}

tree::TerminalNode* WritParser::ForEachClauseContext::KW_WHERE() {
  return getToken(WritParser::KW_WHERE, 0);
}


size_t WritParser::ForEachClauseContext::getRuleIndex() const {
  return WritParser::RuleForEachClause;
}


WritParser::ForEachClauseContext* WritParser::forEachClause() {
  ForEachClauseContext *_localctx = _tracker.createInstance<ForEachClauseContext>(_ctx, getState());
  enterRule(_localctx, 38, WritParser::RuleForEachClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(274);
    match(WritParser::KW_FOR);
    setState(275);
    match(WritParser::KW_EACH);
    setState(276);
    dynamic_cast<ForEachClauseContext *>(_localctx)->kind = name();
    setState(284);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_SEVERITY:
      case WritParser::KW_IMPACT:
      case WritParser::KW_CONFIDENCE:
      case WritParser::KW_OWNER:
      case WritParser::KW_RATIONALE:
      case WritParser::KW_REMEDIATION:
      case WritParser::KW_REFERENCES:
      case WritParser::KW_TAGS:
      case WritParser::KW_CONTROLS:
      case WritParser::KW_FIX_WITHIN:
      case WritParser::KW_FORMERLY:
      case WritParser::KW_DATA:
      case WritParser::KW_INPUT:
      case WritParser::KW_ENUM:
      case WritParser::KW_LIST:
      case WritParser::KW_SET:
      case WritParser::KW_MAP:
      case WritParser::KW_FROM:
      case WritParser::KW_VERSION:
      case WritParser::KW_LANGUAGE:
      case WritParser::KW_AS:
      case WritParser::KW_EACH:
      case WritParser::KW_JOINED:
      case WritParser::KW_WITH:
      case WritParser::KW_GROUP:
      case WritParser::KW_BY:
      case WritParser::KW_WITHIN:
      case WritParser::KW_SLIDING:
      case WritParser::KW_TUMBLING:
      case WritParser::KW_SESSION:
      case WritParser::KW_SEQUENCE:
      case WritParser::KW_THEN:
      case WritParser::KW_WITHOUT:
      case WritParser::KW_AT:
      case WritParser::KW_EVIDENCE:
      case WritParser::KW_FIRST:
      case WritParser::KW_PER:
      case WritParser::KW_ON:
      case WritParser::KW_SAMPLED:
      case WritParser::KW_ALLOW:
      case WritParser::KW_QUADRATIC:
      case WritParser::KW_EXPECT:
      case WritParser::KW_EMPTY:
      case WritParser::KW_PRESENT:
      case WritParser::KW_KNOWN:
      case WritParser::KW_SKIP:
      case WritParser::KW_FAIL:
      case WritParser::KW_INDETERMINATE:
      case WritParser::KW_UNTIL:
      case WritParser::KW_REASON:
      case WritParser::KW_AUTHOR:
      case WritParser::KW_APPROVED_BY:
      case WritParser::KW_TICKET:
      case WritParser::KW_GIVEN:
      case WritParser::KW_SPEC:
      case WritParser::KW_EXCHANGES:
      case WritParser::KW_BASELINE:
      case WritParser::KW_DOCUMENT:
      case WritParser::KW_FILE:
      case WritParser::KW_NOW:
      case WritParser::KW_ALL:
      case WritParser::KW_COUNT:
      case WritParser::ID: {
        setState(277);
        dynamic_cast<ForEachClauseContext *>(_localctx)->variable = name();
        setState(280);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == WritParser::KW_IN) {
          setState(278);
          match(WritParser::KW_IN);
          setState(279);
          dynamic_cast<ForEachClauseContext *>(_localctx)->source = expr();
        }
        break;
      }

      case WritParser::KW_IN: {
        setState(282);
        match(WritParser::KW_IN);
        setState(283);
        dynamic_cast<ForEachClauseContext *>(_localctx)->source = expr();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(291);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_JOINED) {
      setState(286);
      match(WritParser::KW_JOINED);
      setState(287);
      match(WritParser::KW_WITH);
      setState(288);
      dynamic_cast<ForEachClauseContext *>(_localctx)->joinedKind = name();
      setState(289);
      dynamic_cast<ForEachClauseContext *>(_localctx)->joinedVariable = name();
    }
    setState(295);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_WHERE) {
      setState(293);
      match(WritParser::KW_WHERE);
      setState(294);
      dynamic_cast<ForEachClauseContext *>(_localctx)->condition = expr();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- LetClauseContext ------------------------------------------------------------------

WritParser::LetClauseContext::LetClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::LetClauseContext::KW_LET() {
  return getToken(WritParser::KW_LET, 0);
}

tree::TerminalNode* WritParser::LetClauseContext::ASSIGN() {
  return getToken(WritParser::ASSIGN, 0);
}

std::vector<WritParser::NameContext *> WritParser::LetClauseContext::name() {
  return getRuleContexts<WritParser::NameContext>();
}

WritParser::NameContext* WritParser::LetClauseContext::name(size_t i) {
  return getRuleContext<WritParser::NameContext>(i);
}

std::vector<WritParser::ExprContext *> WritParser::LetClauseContext::expr() {
  return getRuleContexts<WritParser::ExprContext>();
}

WritParser::ExprContext* WritParser::LetClauseContext::expr(size_t i) {
  return getRuleContext<WritParser::ExprContext>(i);
}

tree::TerminalNode* WritParser::LetClauseContext::KW_ELSE() {
  return getToken(WritParser::KW_ELSE, 0);
}

tree::TerminalNode* WritParser::LetClauseContext::KW_SKIP() {
  return getToken(WritParser::KW_SKIP, 0);
}

tree::TerminalNode* WritParser::LetClauseContext::KW_FAIL() {
  return getToken(WritParser::KW_FAIL, 0);
}

tree::TerminalNode* WritParser::LetClauseContext::KW_INDETERMINATE() {
  return getToken(WritParser::KW_INDETERMINATE, 0);
}

tree::TerminalNode* WritParser::LetClauseContext::KW_AS() {
  return getToken(WritParser::KW_AS, 0);
}

tree::TerminalNode* WritParser::LetClauseContext::KW_AT() {
  return getToken(WritParser::KW_AT, 0);
}

WritParser::String_Context* WritParser::LetClauseContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

std::vector<tree::TerminalNode *> WritParser::LetClauseContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::LetClauseContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}


size_t WritParser::LetClauseContext::getRuleIndex() const {
  return WritParser::RuleLetClause;
}


WritParser::LetClauseContext* WritParser::letClause() {
  LetClauseContext *_localctx = _tracker.createInstance<LetClauseContext>(_ctx, getState());
  enterRule(_localctx, 40, WritParser::RuleLetClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(297);
    match(WritParser::KW_LET);
    setState(298);
    dynamic_cast<LetClauseContext *>(_localctx)->id = name();
    setState(299);
    match(WritParser::ASSIGN);
    setState(300);
    dynamic_cast<LetClauseContext *>(_localctx)->value = expr();
    setState(321);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_ELSE) {
      setState(301);
      match(WritParser::KW_ELSE);
      setState(302);
      dynamic_cast<LetClauseContext *>(_localctx)->otherwise = _input->LT(1);
      _la = _input->LA(1);
      if (!(((((_la - 78) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 78)) & ((1ULL << (WritParser::KW_SKIP - 78))
        | (1ULL << (WritParser::KW_FAIL - 78))
        | (1ULL << (WritParser::KW_INDETERMINATE - 78)))) != 0))) {
        dynamic_cast<LetClauseContext *>(_localctx)->otherwise = _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(304);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (((((_la - 108) & ~ 0x3fULL) == 0) &&
        ((1ULL << (_la - 108)) & ((1ULL << (WritParser::STRING - 108))
        | (1ULL << (WritParser::TRIPLE_OPEN - 108))
        | (1ULL << (WritParser::STR_OPEN - 108)))) != 0)) {
        setState(303);
        dynamic_cast<LetClauseContext *>(_localctx)->message = string_();
      }
      setState(308);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == WritParser::KW_AS) {
        setState(306);
        match(WritParser::KW_AS);
        setState(307);
        dynamic_cast<LetClauseContext *>(_localctx)->reason = name();
      }
      setState(319);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == WritParser::KW_AT) {
        setState(310);
        match(WritParser::KW_AT);
        setState(311);
        dynamic_cast<LetClauseContext *>(_localctx)->exprContext = expr();
        dynamic_cast<LetClauseContext *>(_localctx)->at.push_back(dynamic_cast<LetClauseContext *>(_localctx)->exprContext);
        setState(316);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == WritParser::COMMA) {
          setState(312);
          match(WritParser::COMMA);
          setState(313);
          dynamic_cast<LetClauseContext *>(_localctx)->exprContext = expr();
          dynamic_cast<LetClauseContext *>(_localctx)->at.push_back(dynamic_cast<LetClauseContext *>(_localctx)->exprContext);
          setState(318);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
      }
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- RequireClauseContext ------------------------------------------------------------------

WritParser::RequireClauseContext::RequireClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::RequireClauseContext::KW_REQUIRE() {
  return getToken(WritParser::KW_REQUIRE, 0);
}

WritParser::ExprContext* WritParser::RequireClauseContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

tree::TerminalNode* WritParser::RequireClauseContext::KW_AS() {
  return getToken(WritParser::KW_AS, 0);
}

WritParser::NameContext* WritParser::RequireClauseContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}


size_t WritParser::RequireClauseContext::getRuleIndex() const {
  return WritParser::RuleRequireClause;
}


WritParser::RequireClauseContext* WritParser::requireClause() {
  RequireClauseContext *_localctx = _tracker.createInstance<RequireClauseContext>(_ctx, getState());
  enterRule(_localctx, 42, WritParser::RuleRequireClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(323);
    match(WritParser::KW_REQUIRE);
    setState(324);
    dynamic_cast<RequireClauseContext *>(_localctx)->condition = expr();
    setState(327);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_AS) {
      setState(325);
      match(WritParser::KW_AS);
      setState(326);
      dynamic_cast<RequireClauseContext *>(_localctx)->reason = name();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- GroupClauseContext ------------------------------------------------------------------

WritParser::GroupClauseContext::GroupClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::GroupClauseContext::KW_GROUP() {
  return getToken(WritParser::KW_GROUP, 0);
}

tree::TerminalNode* WritParser::GroupClauseContext::KW_BY() {
  return getToken(WritParser::KW_BY, 0);
}

std::vector<WritParser::GroupKeyContext *> WritParser::GroupClauseContext::groupKey() {
  return getRuleContexts<WritParser::GroupKeyContext>();
}

WritParser::GroupKeyContext* WritParser::GroupClauseContext::groupKey(size_t i) {
  return getRuleContext<WritParser::GroupKeyContext>(i);
}

std::vector<tree::TerminalNode *> WritParser::GroupClauseContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::GroupClauseContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}

tree::TerminalNode* WritParser::GroupClauseContext::KW_WITHIN() {
  return getToken(WritParser::KW_WITHIN, 0);
}

WritParser::ExprContext* WritParser::GroupClauseContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

tree::TerminalNode* WritParser::GroupClauseContext::KW_SLIDING() {
  return getToken(WritParser::KW_SLIDING, 0);
}

tree::TerminalNode* WritParser::GroupClauseContext::KW_TUMBLING() {
  return getToken(WritParser::KW_TUMBLING, 0);
}

tree::TerminalNode* WritParser::GroupClauseContext::KW_SESSION() {
  return getToken(WritParser::KW_SESSION, 0);
}


size_t WritParser::GroupClauseContext::getRuleIndex() const {
  return WritParser::RuleGroupClause;
}


WritParser::GroupClauseContext* WritParser::groupClause() {
  GroupClauseContext *_localctx = _tracker.createInstance<GroupClauseContext>(_ctx, getState());
  enterRule(_localctx, 44, WritParser::RuleGroupClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(329);
    match(WritParser::KW_GROUP);
    setState(330);
    match(WritParser::KW_BY);
    setState(331);
    dynamic_cast<GroupClauseContext *>(_localctx)->groupKeyContext = groupKey();
    dynamic_cast<GroupClauseContext *>(_localctx)->keys.push_back(dynamic_cast<GroupClauseContext *>(_localctx)->groupKeyContext);
    setState(336);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == WritParser::COMMA) {
      setState(332);
      match(WritParser::COMMA);
      setState(333);
      dynamic_cast<GroupClauseContext *>(_localctx)->groupKeyContext = groupKey();
      dynamic_cast<GroupClauseContext *>(_localctx)->keys.push_back(dynamic_cast<GroupClauseContext *>(_localctx)->groupKeyContext);
      setState(338);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(342);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_WITHIN) {
      setState(339);
      match(WritParser::KW_WITHIN);
      setState(340);
      dynamic_cast<GroupClauseContext *>(_localctx)->window = _input->LT(1);
      _la = _input->LA(1);
      if (!((((_la & ~ 0x3fULL) == 0) &&
        ((1ULL << _la) & ((1ULL << WritParser::KW_SLIDING)
        | (1ULL << WritParser::KW_TUMBLING)
        | (1ULL << WritParser::KW_SESSION))) != 0))) {
        dynamic_cast<GroupClauseContext *>(_localctx)->window = _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(341);
      dynamic_cast<GroupClauseContext *>(_localctx)->length = expr();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- GroupKeyContext ------------------------------------------------------------------

WritParser::GroupKeyContext::GroupKeyContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::ExprContext* WritParser::GroupKeyContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

tree::TerminalNode* WritParser::GroupKeyContext::KW_AS() {
  return getToken(WritParser::KW_AS, 0);
}

WritParser::NameContext* WritParser::GroupKeyContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}


size_t WritParser::GroupKeyContext::getRuleIndex() const {
  return WritParser::RuleGroupKey;
}


WritParser::GroupKeyContext* WritParser::groupKey() {
  GroupKeyContext *_localctx = _tracker.createInstance<GroupKeyContext>(_ctx, getState());
  enterRule(_localctx, 46, WritParser::RuleGroupKey);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(344);
    dynamic_cast<GroupKeyContext *>(_localctx)->value = expr();
    setState(347);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_AS) {
      setState(345);
      match(WritParser::KW_AS);
      setState(346);
      dynamic_cast<GroupKeyContext *>(_localctx)->alias = name();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SequenceClauseContext ------------------------------------------------------------------

WritParser::SequenceClauseContext::SequenceClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::SequenceClauseContext::KW_SEQUENCE() {
  return getToken(WritParser::KW_SEQUENCE, 0);
}

tree::TerminalNode* WritParser::SequenceClauseContext::LBRACE() {
  return getToken(WritParser::LBRACE, 0);
}

tree::TerminalNode* WritParser::SequenceClauseContext::RBRACE() {
  return getToken(WritParser::RBRACE, 0);
}

WritParser::StepContext* WritParser::SequenceClauseContext::step() {
  return getRuleContext<WritParser::StepContext>(0);
}

tree::TerminalNode* WritParser::SequenceClauseContext::KW_WITHIN() {
  return getToken(WritParser::KW_WITHIN, 0);
}

std::vector<WritParser::NextStepContext *> WritParser::SequenceClauseContext::nextStep() {
  return getRuleContexts<WritParser::NextStepContext>();
}

WritParser::NextStepContext* WritParser::SequenceClauseContext::nextStep(size_t i) {
  return getRuleContext<WritParser::NextStepContext>(i);
}

WritParser::ExprContext* WritParser::SequenceClauseContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}


size_t WritParser::SequenceClauseContext::getRuleIndex() const {
  return WritParser::RuleSequenceClause;
}


WritParser::SequenceClauseContext* WritParser::sequenceClause() {
  SequenceClauseContext *_localctx = _tracker.createInstance<SequenceClauseContext>(_ctx, getState());
  enterRule(_localctx, 48, WritParser::RuleSequenceClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(349);
    match(WritParser::KW_SEQUENCE);
    setState(350);
    match(WritParser::LBRACE);
    setState(351);
    dynamic_cast<SequenceClauseContext *>(_localctx)->first = step();
    setState(355);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == WritParser::KW_THEN

    || _la == WritParser::KW_WITHOUT) {
      setState(352);
      dynamic_cast<SequenceClauseContext *>(_localctx)->nextStepContext = nextStep();
      dynamic_cast<SequenceClauseContext *>(_localctx)->rest.push_back(dynamic_cast<SequenceClauseContext *>(_localctx)->nextStepContext);
      setState(357);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(358);
    match(WritParser::RBRACE);
    setState(361);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_WITHIN) {
      setState(359);
      match(WritParser::KW_WITHIN);
      setState(360);
      dynamic_cast<SequenceClauseContext *>(_localctx)->within = expr();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- NextStepContext ------------------------------------------------------------------

WritParser::NextStepContext::NextStepContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::StepContext* WritParser::NextStepContext::step() {
  return getRuleContext<WritParser::StepContext>(0);
}

tree::TerminalNode* WritParser::NextStepContext::KW_THEN() {
  return getToken(WritParser::KW_THEN, 0);
}

tree::TerminalNode* WritParser::NextStepContext::KW_WITHOUT() {
  return getToken(WritParser::KW_WITHOUT, 0);
}


size_t WritParser::NextStepContext::getRuleIndex() const {
  return WritParser::RuleNextStep;
}


WritParser::NextStepContext* WritParser::nextStep() {
  NextStepContext *_localctx = _tracker.createInstance<NextStepContext>(_ctx, getState());
  enterRule(_localctx, 50, WritParser::RuleNextStep);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(363);
    dynamic_cast<NextStepContext *>(_localctx)->link = _input->LT(1);
    _la = _input->LA(1);
    if (!(_la == WritParser::KW_THEN

    || _la == WritParser::KW_WITHOUT)) {
      dynamic_cast<NextStepContext *>(_localctx)->link = _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
    setState(364);
    step();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- StepContext ------------------------------------------------------------------

WritParser::StepContext::StepContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::StepContext::KW_WHERE() {
  return getToken(WritParser::KW_WHERE, 0);
}

WritParser::NameContext* WritParser::StepContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::ExprContext* WritParser::StepContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}


size_t WritParser::StepContext::getRuleIndex() const {
  return WritParser::RuleStep;
}


WritParser::StepContext* WritParser::step() {
  StepContext *_localctx = _tracker.createInstance<StepContext>(_ctx, getState());
  enterRule(_localctx, 52, WritParser::RuleStep);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(366);
    dynamic_cast<StepContext *>(_localctx)->id = name();
    setState(367);
    match(WritParser::KW_WHERE);
    setState(368);
    dynamic_cast<StepContext *>(_localctx)->condition = expr();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- RaiseClauseContext ------------------------------------------------------------------

WritParser::RaiseClauseContext::RaiseClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::RaiseClauseContext::KW_RAISE() {
  return getToken(WritParser::KW_RAISE, 0);
}

tree::TerminalNode* WritParser::RaiseClauseContext::KW_WHEN() {
  return getToken(WritParser::KW_WHEN, 0);
}

WritParser::ExprContext* WritParser::RaiseClauseContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}


size_t WritParser::RaiseClauseContext::getRuleIndex() const {
  return WritParser::RuleRaiseClause;
}


WritParser::RaiseClauseContext* WritParser::raiseClause() {
  RaiseClauseContext *_localctx = _tracker.createInstance<RaiseClauseContext>(_ctx, getState());
  enterRule(_localctx, 54, WritParser::RuleRaiseClause);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(370);
    match(WritParser::KW_RAISE);
    setState(371);
    match(WritParser::KW_WHEN);
    setState(372);
    dynamic_cast<RaiseClauseContext *>(_localctx)->condition = expr();
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ReportClauseContext ------------------------------------------------------------------

WritParser::ReportClauseContext::ReportClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::ReportClauseContext::KW_REPORT() {
  return getToken(WritParser::KW_REPORT, 0);
}

WritParser::String_Context* WritParser::ReportClauseContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

tree::TerminalNode* WritParser::ReportClauseContext::KW_AT() {
  return getToken(WritParser::KW_AT, 0);
}

tree::TerminalNode* WritParser::ReportClauseContext::KW_EVIDENCE() {
  return getToken(WritParser::KW_EVIDENCE, 0);
}

tree::TerminalNode* WritParser::ReportClauseContext::KW_FIRST() {
  return getToken(WritParser::KW_FIRST, 0);
}

tree::TerminalNode* WritParser::ReportClauseContext::KW_PER() {
  return getToken(WritParser::KW_PER, 0);
}

std::vector<WritParser::ExprContext *> WritParser::ReportClauseContext::expr() {
  return getRuleContexts<WritParser::ExprContext>();
}

WritParser::ExprContext* WritParser::ReportClauseContext::expr(size_t i) {
  return getRuleContext<WritParser::ExprContext>(i);
}

tree::TerminalNode* WritParser::ReportClauseContext::INT() {
  return getToken(WritParser::INT, 0);
}

std::vector<tree::TerminalNode *> WritParser::ReportClauseContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::ReportClauseContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}


size_t WritParser::ReportClauseContext::getRuleIndex() const {
  return WritParser::RuleReportClause;
}


WritParser::ReportClauseContext* WritParser::reportClause() {
  ReportClauseContext *_localctx = _tracker.createInstance<ReportClauseContext>(_ctx, getState());
  enterRule(_localctx, 56, WritParser::RuleReportClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(374);
    match(WritParser::KW_REPORT);
    setState(375);
    dynamic_cast<ReportClauseContext *>(_localctx)->message = string_();
    setState(385);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_AT) {
      setState(376);
      match(WritParser::KW_AT);
      setState(377);
      dynamic_cast<ReportClauseContext *>(_localctx)->exprContext = expr();
      dynamic_cast<ReportClauseContext *>(_localctx)->at.push_back(dynamic_cast<ReportClauseContext *>(_localctx)->exprContext);
      setState(382);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == WritParser::COMMA) {
        setState(378);
        match(WritParser::COMMA);
        setState(379);
        dynamic_cast<ReportClauseContext *>(_localctx)->exprContext = expr();
        dynamic_cast<ReportClauseContext *>(_localctx)->at.push_back(dynamic_cast<ReportClauseContext *>(_localctx)->exprContext);
        setState(384);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
    setState(390);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_EVIDENCE) {
      setState(387);
      match(WritParser::KW_EVIDENCE);
      setState(388);
      match(WritParser::KW_FIRST);
      setState(389);
      dynamic_cast<ReportClauseContext *>(_localctx)->evidence = match(WritParser::INT);
    }
    setState(401);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_PER) {
      setState(392);
      match(WritParser::KW_PER);
      setState(393);
      dynamic_cast<ReportClauseContext *>(_localctx)->exprContext = expr();
      dynamic_cast<ReportClauseContext *>(_localctx)->per.push_back(dynamic_cast<ReportClauseContext *>(_localctx)->exprContext);
      setState(398);
      _errHandler->sync(this);
      _la = _input->LA(1);
      while (_la == WritParser::COMMA) {
        setState(394);
        match(WritParser::COMMA);
        setState(395);
        dynamic_cast<ReportClauseContext *>(_localctx)->exprContext = expr();
        dynamic_cast<ReportClauseContext *>(_localctx)->per.push_back(dynamic_cast<ReportClauseContext *>(_localctx)->exprContext);
        setState(400);
        _errHandler->sync(this);
        _la = _input->LA(1);
      }
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- WaiverDeclContext ------------------------------------------------------------------

WritParser::WaiverDeclContext::WaiverDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_WAIVER() {
  return getToken(WritParser::KW_WAIVER, 0);
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_FOR() {
  return getToken(WritParser::KW_FOR, 0);
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_UNTIL() {
  return getToken(WritParser::KW_UNTIL, 0);
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_REASON() {
  return getToken(WritParser::KW_REASON, 0);
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_AUTHOR() {
  return getToken(WritParser::KW_AUTHOR, 0);
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_APPROVED_BY() {
  return getToken(WritParser::KW_APPROVED_BY, 0);
}

WritParser::NameContext* WritParser::WaiverDeclContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::DottedContext* WritParser::WaiverDeclContext::dotted() {
  return getRuleContext<WritParser::DottedContext>(0);
}

tree::TerminalNode* WritParser::WaiverDeclContext::TIME() {
  return getToken(WritParser::TIME, 0);
}

std::vector<WritParser::String_Context *> WritParser::WaiverDeclContext::string_() {
  return getRuleContexts<WritParser::String_Context>();
}

WritParser::String_Context* WritParser::WaiverDeclContext::string_(size_t i) {
  return getRuleContext<WritParser::String_Context>(i);
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_WHERE() {
  return getToken(WritParser::KW_WHERE, 0);
}

WritParser::ExprContext* WritParser::WaiverDeclContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_ALL() {
  return getToken(WritParser::KW_ALL, 0);
}

tree::TerminalNode* WritParser::WaiverDeclContext::KW_TICKET() {
  return getToken(WritParser::KW_TICKET, 0);
}


size_t WritParser::WaiverDeclContext::getRuleIndex() const {
  return WritParser::RuleWaiverDecl;
}


WritParser::WaiverDeclContext* WritParser::waiverDecl() {
  WaiverDeclContext *_localctx = _tracker.createInstance<WaiverDeclContext>(_ctx, getState());
  enterRule(_localctx, 58, WritParser::RuleWaiverDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(403);
    match(WritParser::KW_WAIVER);
    setState(404);
    dynamic_cast<WaiverDeclContext *>(_localctx)->id = name();
    setState(405);
    match(WritParser::KW_FOR);
    setState(406);
    dynamic_cast<WaiverDeclContext *>(_localctx)->target = dotted();
    setState(410);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_WHERE: {
        setState(407);
        match(WritParser::KW_WHERE);
        setState(408);
        dynamic_cast<WaiverDeclContext *>(_localctx)->condition = expr();
        break;
      }

      case WritParser::KW_ALL: {
        setState(409);
        dynamic_cast<WaiverDeclContext *>(_localctx)->all = match(WritParser::KW_ALL);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
    setState(412);
    match(WritParser::KW_UNTIL);
    setState(413);
    dynamic_cast<WaiverDeclContext *>(_localctx)->until = match(WritParser::TIME);
    setState(414);
    match(WritParser::KW_REASON);
    setState(415);
    dynamic_cast<WaiverDeclContext *>(_localctx)->reason = string_();
    setState(416);
    match(WritParser::KW_AUTHOR);
    setState(417);
    dynamic_cast<WaiverDeclContext *>(_localctx)->author = string_();
    setState(418);
    match(WritParser::KW_APPROVED_BY);
    setState(419);
    dynamic_cast<WaiverDeclContext *>(_localctx)->approver = string_();
    setState(422);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_TICKET) {
      setState(420);
      match(WritParser::KW_TICKET);
      setState(421);
      dynamic_cast<WaiverDeclContext *>(_localctx)->ticket = string_();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TestDeclContext ------------------------------------------------------------------

WritParser::TestDeclContext::TestDeclContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::TestDeclContext::KW_TEST() {
  return getToken(WritParser::KW_TEST, 0);
}

tree::TerminalNode* WritParser::TestDeclContext::KW_FOR() {
  return getToken(WritParser::KW_FOR, 0);
}

tree::TerminalNode* WritParser::TestDeclContext::LBRACE() {
  return getToken(WritParser::LBRACE, 0);
}

tree::TerminalNode* WritParser::TestDeclContext::RBRACE() {
  return getToken(WritParser::RBRACE, 0);
}

WritParser::String_Context* WritParser::TestDeclContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

WritParser::DottedContext* WritParser::TestDeclContext::dotted() {
  return getRuleContext<WritParser::DottedContext>(0);
}

std::vector<WritParser::TestClauseContext *> WritParser::TestDeclContext::testClause() {
  return getRuleContexts<WritParser::TestClauseContext>();
}

WritParser::TestClauseContext* WritParser::TestDeclContext::testClause(size_t i) {
  return getRuleContext<WritParser::TestClauseContext>(i);
}


size_t WritParser::TestDeclContext::getRuleIndex() const {
  return WritParser::RuleTestDecl;
}


WritParser::TestDeclContext* WritParser::testDecl() {
  TestDeclContext *_localctx = _tracker.createInstance<TestDeclContext>(_ctx, getState());
  enterRule(_localctx, 60, WritParser::RuleTestDecl);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(424);
    match(WritParser::KW_TEST);
    setState(425);
    dynamic_cast<TestDeclContext *>(_localctx)->title = string_();
    setState(426);
    match(WritParser::KW_FOR);
    setState(427);
    dynamic_cast<TestDeclContext *>(_localctx)->target = dotted();
    setState(428);
    match(WritParser::LBRACE);
    setState(432);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (((((_la - 74) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 74)) & ((1ULL << (WritParser::KW_EXPECT - 74))
      | (1ULL << (WritParser::KW_GIVEN - 74))
      | (1ULL << (WritParser::RAW_OPEN - 74)))) != 0)) {
      setState(429);
      dynamic_cast<TestDeclContext *>(_localctx)->testClauseContext = testClause();
      dynamic_cast<TestDeclContext *>(_localctx)->clauses.push_back(dynamic_cast<TestDeclContext *>(_localctx)->testClauseContext);
      setState(434);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(435);
    match(WritParser::RBRACE);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TestClauseContext ------------------------------------------------------------------

WritParser::TestClauseContext::TestClauseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t WritParser::TestClauseContext::getRuleIndex() const {
  return WritParser::RuleTestClause;
}

void WritParser::TestClauseContext::copyFrom(TestClauseContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- GivenOtherContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::GivenOtherContext::KW_GIVEN() {
  return getToken(WritParser::KW_GIVEN, 0);
}

WritParser::GivenContext* WritParser::GivenOtherContext::given() {
  return getRuleContext<WritParser::GivenContext>(0);
}

WritParser::GivenOtherContext::GivenOtherContext(TestClauseContext *ctx) { copyFrom(ctx); }


//----------------- GivenTextContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::GivenTextContext::RAW_OPEN() {
  return getToken(WritParser::RAW_OPEN, 0);
}

tree::TerminalNode* WritParser::GivenTextContext::TRIPLE_CLOSE() {
  return getToken(WritParser::TRIPLE_CLOSE, 0);
}

std::vector<tree::TerminalNode *> WritParser::GivenTextContext::TEXT() {
  return getTokens(WritParser::TEXT);
}

tree::TerminalNode* WritParser::GivenTextContext::TEXT(size_t i) {
  return getToken(WritParser::TEXT, i);
}

WritParser::GivenTextContext::GivenTextContext(TestClauseContext *ctx) { copyFrom(ctx); }


//----------------- ExpectClauseContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::ExpectClauseContext::KW_EXPECT() {
  return getToken(WritParser::KW_EXPECT, 0);
}

std::vector<WritParser::NameContext *> WritParser::ExpectClauseContext::name() {
  return getRuleContexts<WritParser::NameContext>();
}

WritParser::NameContext* WritParser::ExpectClauseContext::name(size_t i) {
  return getRuleContext<WritParser::NameContext>(i);
}

tree::TerminalNode* WritParser::ExpectClauseContext::KW_AS() {
  return getToken(WritParser::KW_AS, 0);
}

tree::TerminalNode* WritParser::ExpectClauseContext::KW_AT() {
  return getToken(WritParser::KW_AT, 0);
}

tree::TerminalNode* WritParser::ExpectClauseContext::KW_COUNT() {
  return getToken(WritParser::KW_COUNT, 0);
}

WritParser::String_Context* WritParser::ExpectClauseContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

tree::TerminalNode* WritParser::ExpectClauseContext::INT() {
  return getToken(WritParser::INT, 0);
}

WritParser::ExpectClauseContext::ExpectClauseContext(TestClauseContext *ctx) { copyFrom(ctx); }


WritParser::TestClauseContext* WritParser::testClause() {
  TestClauseContext *_localctx = _tracker.createInstance<TestClauseContext>(_ctx, getState());
  enterRule(_localctx, 62, WritParser::RuleTestClause);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(461);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::RAW_OPEN: {
        _localctx = dynamic_cast<TestClauseContext *>(_tracker.createInstance<WritParser::GivenTextContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(437);
        match(WritParser::RAW_OPEN);
        setState(441);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == WritParser::TEXT) {
          setState(438);
          dynamic_cast<GivenTextContext *>(_localctx)->textToken = match(WritParser::TEXT);
          dynamic_cast<GivenTextContext *>(_localctx)->text.push_back(dynamic_cast<GivenTextContext *>(_localctx)->textToken);
          setState(443);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(444);
        match(WritParser::TRIPLE_CLOSE);
        break;
      }

      case WritParser::KW_GIVEN: {
        _localctx = dynamic_cast<TestClauseContext *>(_tracker.createInstance<WritParser::GivenOtherContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(445);
        match(WritParser::KW_GIVEN);
        setState(446);
        given();
        break;
      }

      case WritParser::KW_EXPECT: {
        _localctx = dynamic_cast<TestClauseContext *>(_tracker.createInstance<WritParser::ExpectClauseContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(447);
        match(WritParser::KW_EXPECT);
        setState(448);
        dynamic_cast<ExpectClauseContext *>(_localctx)->verdict = name();
        setState(451);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == WritParser::KW_AS) {
          setState(449);
          match(WritParser::KW_AS);
          setState(450);
          dynamic_cast<ExpectClauseContext *>(_localctx)->reason = name();
        }
        setState(455);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == WritParser::KW_AT) {
          setState(453);
          match(WritParser::KW_AT);
          setState(454);
          dynamic_cast<ExpectClauseContext *>(_localctx)->at = string_();
        }
        setState(459);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == WritParser::KW_COUNT) {
          setState(457);
          match(WritParser::KW_COUNT);
          setState(458);
          dynamic_cast<ExpectClauseContext *>(_localctx)->number = match(WritParser::INT);
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- GivenContext ------------------------------------------------------------------

WritParser::GivenContext::GivenContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t WritParser::GivenContext::getRuleIndex() const {
  return WritParser::RuleGiven;
}

void WritParser::GivenContext::copyFrom(GivenContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- GivenValueContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::GivenValueContext::ASSIGN() {
  return getToken(WritParser::ASSIGN, 0);
}

WritParser::NameContext* WritParser::GivenValueContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::ExprContext* WritParser::GivenValueContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

tree::TerminalNode* WritParser::GivenValueContext::KW_INPUT() {
  return getToken(WritParser::KW_INPUT, 0);
}

tree::TerminalNode* WritParser::GivenValueContext::KW_PARAM() {
  return getToken(WritParser::KW_PARAM, 0);
}

WritParser::GivenValueContext::GivenValueContext(GivenContext *ctx) { copyFrom(ctx); }


//----------------- GivenNowContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::GivenNowContext::KW_NOW() {
  return getToken(WritParser::KW_NOW, 0);
}

tree::TerminalNode* WritParser::GivenNowContext::TIME() {
  return getToken(WritParser::TIME, 0);
}

WritParser::GivenNowContext::GivenNowContext(GivenContext *ctx) { copyFrom(ctx); }


//----------------- GivenSourceContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::GivenSourceContext::KW_SPEC() {
  return getToken(WritParser::KW_SPEC, 0);
}

tree::TerminalNode* WritParser::GivenSourceContext::KW_EXCHANGES() {
  return getToken(WritParser::KW_EXCHANGES, 0);
}

tree::TerminalNode* WritParser::GivenSourceContext::KW_BASELINE() {
  return getToken(WritParser::KW_BASELINE, 0);
}

tree::TerminalNode* WritParser::GivenSourceContext::KW_DOCUMENT() {
  return getToken(WritParser::KW_DOCUMENT, 0);
}

tree::TerminalNode* WritParser::GivenSourceContext::KW_FILE() {
  return getToken(WritParser::KW_FILE, 0);
}

WritParser::String_Context* WritParser::GivenSourceContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

WritParser::GivenSourceContext::GivenSourceContext(GivenContext *ctx) { copyFrom(ctx); }


WritParser::GivenContext* WritParser::given() {
  GivenContext *_localctx = _tracker.createInstance<GivenContext>(_ctx, getState());
  enterRule(_localctx, 64, WritParser::RuleGiven);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(476);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_SPEC:
      case WritParser::KW_EXCHANGES:
      case WritParser::KW_BASELINE:
      case WritParser::KW_DOCUMENT: {
        _localctx = dynamic_cast<GivenContext *>(_tracker.createInstance<WritParser::GivenSourceContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(463);
        dynamic_cast<GivenSourceContext *>(_localctx)->kind = _input->LT(1);
        _la = _input->LA(1);
        if (!(((((_la - 87) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 87)) & ((1ULL << (WritParser::KW_SPEC - 87))
          | (1ULL << (WritParser::KW_EXCHANGES - 87))
          | (1ULL << (WritParser::KW_BASELINE - 87))
          | (1ULL << (WritParser::KW_DOCUMENT - 87)))) != 0))) {
          dynamic_cast<GivenSourceContext *>(_localctx)->kind = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(467);
        _errHandler->sync(this);
        switch (_input->LA(1)) {
          case WritParser::KW_FILE: {
            setState(464);
            match(WritParser::KW_FILE);
            setState(465);
            dynamic_cast<GivenSourceContext *>(_localctx)->path = string_();
            break;
          }

          case WritParser::STRING:
          case WritParser::TRIPLE_OPEN:
          case WritParser::STR_OPEN: {
            setState(466);
            dynamic_cast<GivenSourceContext *>(_localctx)->text = string_();
            break;
          }

        default:
          throw NoViableAltException(this);
        }
        break;
      }

      case WritParser::KW_NOW: {
        _localctx = dynamic_cast<GivenContext *>(_tracker.createInstance<WritParser::GivenNowContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(469);
        match(WritParser::KW_NOW);
        setState(470);
        dynamic_cast<GivenNowContext *>(_localctx)->moment = match(WritParser::TIME);
        break;
      }

      case WritParser::KW_PARAM:
      case WritParser::KW_INPUT: {
        _localctx = dynamic_cast<GivenContext *>(_tracker.createInstance<WritParser::GivenValueContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(471);
        dynamic_cast<GivenValueContext *>(_localctx)->kind = _input->LT(1);
        _la = _input->LA(1);
        if (!(_la == WritParser::KW_PARAM

        || _la == WritParser::KW_INPUT)) {
          dynamic_cast<GivenValueContext *>(_localctx)->kind = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(472);
        dynamic_cast<GivenValueContext *>(_localctx)->id = name();
        setState(473);
        match(WritParser::ASSIGN);
        setState(474);
        dynamic_cast<GivenValueContext *>(_localctx)->value = expr();
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ExprContext ------------------------------------------------------------------

WritParser::ExprContext::ExprContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::OperandContext* WritParser::ExprContext::operand() {
  return getRuleContext<WritParser::OperandContext>(0);
}

std::vector<WritParser::TailContext *> WritParser::ExprContext::tail() {
  return getRuleContexts<WritParser::TailContext>();
}

WritParser::TailContext* WritParser::ExprContext::tail(size_t i) {
  return getRuleContext<WritParser::TailContext>(i);
}


size_t WritParser::ExprContext::getRuleIndex() const {
  return WritParser::RuleExpr;
}


WritParser::ExprContext* WritParser::expr() {
  ExprContext *_localctx = _tracker.createInstance<ExprContext>(_ctx, getState());
  enterRule(_localctx, 66, WritParser::RuleExpr);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(478);
    dynamic_cast<ExprContext *>(_localctx)->first = operand();
    setState(482);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << WritParser::KW_AND)
      | (1ULL << WritParser::KW_OR)
      | (1ULL << WritParser::KW_NOT)
      | (1ULL << WritParser::KW_IN)
      | (1ULL << WritParser::KW_IS)
      | (1ULL << WritParser::KW_MATCHES)
      | (1ULL << WritParser::KW_CONTAINS))) != 0) || ((((_la - 118) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 118)) & ((1ULL << (WritParser::QQ - 118))
      | (1ULL << (WritParser::EQ - 118))
      | (1ULL << (WritParser::NE - 118))
      | (1ULL << (WritParser::LE - 118))
      | (1ULL << (WritParser::GE - 118))
      | (1ULL << (WritParser::LT - 118))
      | (1ULL << (WritParser::GT - 118))
      | (1ULL << (WritParser::PLUS - 118))
      | (1ULL << (WritParser::MINUS - 118))
      | (1ULL << (WritParser::STAR - 118))
      | (1ULL << (WritParser::SLASH - 118))
      | (1ULL << (WritParser::PERCENT - 118)))) != 0)) {
      setState(479);
      dynamic_cast<ExprContext *>(_localctx)->tailContext = tail();
      dynamic_cast<ExprContext *>(_localctx)->rest.push_back(dynamic_cast<ExprContext *>(_localctx)->tailContext);
      setState(484);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TailContext ------------------------------------------------------------------

WritParser::TailContext::TailContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t WritParser::TailContext::getRuleIndex() const {
  return WritParser::RuleTail;
}

void WritParser::TailContext::copyFrom(TailContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- IsTailContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::IsTailContext::KW_IS() {
  return getToken(WritParser::KW_IS, 0);
}

tree::TerminalNode* WritParser::IsTailContext::KW_EMPTY() {
  return getToken(WritParser::KW_EMPTY, 0);
}

tree::TerminalNode* WritParser::IsTailContext::KW_PRESENT() {
  return getToken(WritParser::KW_PRESENT, 0);
}

tree::TerminalNode* WritParser::IsTailContext::KW_KNOWN() {
  return getToken(WritParser::KW_KNOWN, 0);
}

tree::TerminalNode* WritParser::IsTailContext::KW_NOT() {
  return getToken(WritParser::KW_NOT, 0);
}

WritParser::IsTailContext::IsTailContext(TailContext *ctx) { copyFrom(ctx); }


//----------------- BinaryTailContext ------------------------------------------------------------------

WritParser::OperandContext* WritParser::BinaryTailContext::operand() {
  return getRuleContext<WritParser::OperandContext>(0);
}

tree::TerminalNode* WritParser::BinaryTailContext::KW_OR() {
  return getToken(WritParser::KW_OR, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::KW_AND() {
  return getToken(WritParser::KW_AND, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::EQ() {
  return getToken(WritParser::EQ, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::NE() {
  return getToken(WritParser::NE, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::LT() {
  return getToken(WritParser::LT, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::LE() {
  return getToken(WritParser::LE, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::GT() {
  return getToken(WritParser::GT, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::GE() {
  return getToken(WritParser::GE, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::QQ() {
  return getToken(WritParser::QQ, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::PLUS() {
  return getToken(WritParser::PLUS, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::MINUS() {
  return getToken(WritParser::MINUS, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::STAR() {
  return getToken(WritParser::STAR, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::SLASH() {
  return getToken(WritParser::SLASH, 0);
}

tree::TerminalNode* WritParser::BinaryTailContext::PERCENT() {
  return getToken(WritParser::PERCENT, 0);
}

WritParser::BinaryTailContext::BinaryTailContext(TailContext *ctx) { copyFrom(ctx); }


//----------------- WordTailContext ------------------------------------------------------------------

WritParser::OperandContext* WritParser::WordTailContext::operand() {
  return getRuleContext<WritParser::OperandContext>(0);
}

tree::TerminalNode* WritParser::WordTailContext::KW_IN() {
  return getToken(WritParser::KW_IN, 0);
}

tree::TerminalNode* WritParser::WordTailContext::KW_MATCHES() {
  return getToken(WritParser::KW_MATCHES, 0);
}

tree::TerminalNode* WritParser::WordTailContext::KW_CONTAINS() {
  return getToken(WritParser::KW_CONTAINS, 0);
}

tree::TerminalNode* WritParser::WordTailContext::KW_NOT() {
  return getToken(WritParser::KW_NOT, 0);
}

WritParser::WordTailContext::WordTailContext(TailContext *ctx) { copyFrom(ctx); }


WritParser::TailContext* WritParser::tail() {
  TailContext *_localctx = _tracker.createInstance<TailContext>(_ctx, getState());
  enterRule(_localctx, 68, WritParser::RuleTail);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(497);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_AND:
      case WritParser::KW_OR:
      case WritParser::QQ:
      case WritParser::EQ:
      case WritParser::NE:
      case WritParser::LE:
      case WritParser::GE:
      case WritParser::LT:
      case WritParser::GT:
      case WritParser::PLUS:
      case WritParser::MINUS:
      case WritParser::STAR:
      case WritParser::SLASH:
      case WritParser::PERCENT: {
        _localctx = dynamic_cast<TailContext *>(_tracker.createInstance<WritParser::BinaryTailContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(485);
        dynamic_cast<BinaryTailContext *>(_localctx)->op = _input->LT(1);
        _la = _input->LA(1);
        if (!(_la == WritParser::KW_AND

        || _la == WritParser::KW_OR || ((((_la - 118) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 118)) & ((1ULL << (WritParser::QQ - 118))
          | (1ULL << (WritParser::EQ - 118))
          | (1ULL << (WritParser::NE - 118))
          | (1ULL << (WritParser::LE - 118))
          | (1ULL << (WritParser::GE - 118))
          | (1ULL << (WritParser::LT - 118))
          | (1ULL << (WritParser::GT - 118))
          | (1ULL << (WritParser::PLUS - 118))
          | (1ULL << (WritParser::MINUS - 118))
          | (1ULL << (WritParser::STAR - 118))
          | (1ULL << (WritParser::SLASH - 118))
          | (1ULL << (WritParser::PERCENT - 118)))) != 0))) {
          dynamic_cast<BinaryTailContext *>(_localctx)->op = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(486);
        dynamic_cast<BinaryTailContext *>(_localctx)->right = operand();
        break;
      }

      case WritParser::KW_NOT:
      case WritParser::KW_IN:
      case WritParser::KW_MATCHES:
      case WritParser::KW_CONTAINS: {
        _localctx = dynamic_cast<TailContext *>(_tracker.createInstance<WritParser::WordTailContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(488);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == WritParser::KW_NOT) {
          setState(487);
          dynamic_cast<WordTailContext *>(_localctx)->negation = match(WritParser::KW_NOT);
        }
        setState(490);
        dynamic_cast<WordTailContext *>(_localctx)->op = _input->LT(1);
        _la = _input->LA(1);
        if (!((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << WritParser::KW_IN)
          | (1ULL << WritParser::KW_MATCHES)
          | (1ULL << WritParser::KW_CONTAINS))) != 0))) {
          dynamic_cast<WordTailContext *>(_localctx)->op = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(491);
        dynamic_cast<WordTailContext *>(_localctx)->right = operand();
        break;
      }

      case WritParser::KW_IS: {
        _localctx = dynamic_cast<TailContext *>(_tracker.createInstance<WritParser::IsTailContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(492);
        dynamic_cast<IsTailContext *>(_localctx)->op = match(WritParser::KW_IS);
        setState(494);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == WritParser::KW_NOT) {
          setState(493);
          dynamic_cast<IsTailContext *>(_localctx)->negation = match(WritParser::KW_NOT);
        }
        setState(496);
        dynamic_cast<IsTailContext *>(_localctx)->state = _input->LT(1);
        _la = _input->LA(1);
        if (!(((((_la - 75) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 75)) & ((1ULL << (WritParser::KW_EMPTY - 75))
          | (1ULL << (WritParser::KW_PRESENT - 75))
          | (1ULL << (WritParser::KW_KNOWN - 75)))) != 0))) {
          dynamic_cast<IsTailContext *>(_localctx)->state = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- OperandContext ------------------------------------------------------------------

WritParser::OperandContext::OperandContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::PrimaryContext* WritParser::OperandContext::primary() {
  return getRuleContext<WritParser::PrimaryContext>(0);
}

std::vector<WritParser::SuffixContext *> WritParser::OperandContext::suffix() {
  return getRuleContexts<WritParser::SuffixContext>();
}

WritParser::SuffixContext* WritParser::OperandContext::suffix(size_t i) {
  return getRuleContext<WritParser::SuffixContext>(i);
}

std::vector<tree::TerminalNode *> WritParser::OperandContext::KW_NOT() {
  return getTokens(WritParser::KW_NOT);
}

tree::TerminalNode* WritParser::OperandContext::KW_NOT(size_t i) {
  return getToken(WritParser::KW_NOT, i);
}

std::vector<tree::TerminalNode *> WritParser::OperandContext::MINUS() {
  return getTokens(WritParser::MINUS);
}

tree::TerminalNode* WritParser::OperandContext::MINUS(size_t i) {
  return getToken(WritParser::MINUS, i);
}

std::vector<tree::TerminalNode *> WritParser::OperandContext::KW_HAS() {
  return getTokens(WritParser::KW_HAS);
}

tree::TerminalNode* WritParser::OperandContext::KW_HAS(size_t i) {
  return getToken(WritParser::KW_HAS, i);
}


size_t WritParser::OperandContext::getRuleIndex() const {
  return WritParser::RuleOperand;
}


WritParser::OperandContext* WritParser::operand() {
  OperandContext *_localctx = _tracker.createInstance<OperandContext>(_ctx, getState());
  enterRule(_localctx, 70, WritParser::RuleOperand);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(502);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == WritParser::KW_NOT

    || _la == WritParser::KW_HAS || _la == WritParser::MINUS) {
      setState(499);
      dynamic_cast<OperandContext *>(_localctx)->_tset1350 = _input->LT(1);
      _la = _input->LA(1);
      if (!(_la == WritParser::KW_NOT

      || _la == WritParser::KW_HAS || _la == WritParser::MINUS)) {
        dynamic_cast<OperandContext *>(_localctx)->_tset1350 = _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      dynamic_cast<OperandContext *>(_localctx)->prefixes.push_back(dynamic_cast<OperandContext *>(_localctx)->_tset1350);
      setState(504);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
    setState(505);
    dynamic_cast<OperandContext *>(_localctx)->base = primary();
    setState(509);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (((((_la - 115) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 115)) & ((1ULL << (WritParser::LBRACK - 115))
      | (1ULL << (WritParser::QDOT - 115))
      | (1ULL << (WritParser::DOT - 115)))) != 0)) {
      setState(506);
      dynamic_cast<OperandContext *>(_localctx)->suffixContext = suffix();
      dynamic_cast<OperandContext *>(_localctx)->suffixes.push_back(dynamic_cast<OperandContext *>(_localctx)->suffixContext);
      setState(511);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- SuffixContext ------------------------------------------------------------------

WritParser::SuffixContext::SuffixContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t WritParser::SuffixContext::getRuleIndex() const {
  return WritParser::RuleSuffix;
}

void WritParser::SuffixContext::copyFrom(SuffixContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- MemberSuffixContext ------------------------------------------------------------------

WritParser::FieldNameContext* WritParser::MemberSuffixContext::fieldName() {
  return getRuleContext<WritParser::FieldNameContext>(0);
}

tree::TerminalNode* WritParser::MemberSuffixContext::DOT() {
  return getToken(WritParser::DOT, 0);
}

tree::TerminalNode* WritParser::MemberSuffixContext::QDOT() {
  return getToken(WritParser::QDOT, 0);
}

WritParser::ArgsContext* WritParser::MemberSuffixContext::args() {
  return getRuleContext<WritParser::ArgsContext>(0);
}

WritParser::MemberSuffixContext::MemberSuffixContext(SuffixContext *ctx) { copyFrom(ctx); }


//----------------- IndexSuffixContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::IndexSuffixContext::LBRACK() {
  return getToken(WritParser::LBRACK, 0);
}

tree::TerminalNode* WritParser::IndexSuffixContext::RBRACK() {
  return getToken(WritParser::RBRACK, 0);
}

WritParser::ExprContext* WritParser::IndexSuffixContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

WritParser::IndexSuffixContext::IndexSuffixContext(SuffixContext *ctx) { copyFrom(ctx); }


WritParser::SuffixContext* WritParser::suffix() {
  SuffixContext *_localctx = _tracker.createInstance<SuffixContext>(_ctx, getState());
  enterRule(_localctx, 72, WritParser::RuleSuffix);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(521);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::QDOT:
      case WritParser::DOT: {
        _localctx = dynamic_cast<SuffixContext *>(_tracker.createInstance<WritParser::MemberSuffixContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(512);
        dynamic_cast<MemberSuffixContext *>(_localctx)->op = _input->LT(1);
        _la = _input->LA(1);
        if (!(_la == WritParser::QDOT

        || _la == WritParser::DOT)) {
          dynamic_cast<MemberSuffixContext *>(_localctx)->op = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        setState(513);
        dynamic_cast<MemberSuffixContext *>(_localctx)->member = fieldName();
        setState(515);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == WritParser::LPAREN) {
          setState(514);
          dynamic_cast<MemberSuffixContext *>(_localctx)->call = args();
        }
        break;
      }

      case WritParser::LBRACK: {
        _localctx = dynamic_cast<SuffixContext *>(_tracker.createInstance<WritParser::IndexSuffixContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(517);
        match(WritParser::LBRACK);
        setState(518);
        dynamic_cast<IndexSuffixContext *>(_localctx)->index = expr();
        setState(519);
        match(WritParser::RBRACK);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ArgsContext ------------------------------------------------------------------

WritParser::ArgsContext::ArgsContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::ArgsContext::LPAREN() {
  return getToken(WritParser::LPAREN, 0);
}

tree::TerminalNode* WritParser::ArgsContext::RPAREN() {
  return getToken(WritParser::RPAREN, 0);
}

std::vector<WritParser::ExprContext *> WritParser::ArgsContext::expr() {
  return getRuleContexts<WritParser::ExprContext>();
}

WritParser::ExprContext* WritParser::ArgsContext::expr(size_t i) {
  return getRuleContext<WritParser::ExprContext>(i);
}

std::vector<tree::TerminalNode *> WritParser::ArgsContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::ArgsContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}


size_t WritParser::ArgsContext::getRuleIndex() const {
  return WritParser::RuleArgs;
}


WritParser::ArgsContext* WritParser::args() {
  ArgsContext *_localctx = _tracker.createInstance<ArgsContext>(_ctx, getState());
  enterRule(_localctx, 74, WritParser::RuleArgs);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    enterOuterAlt(_localctx, 1);
    setState(523);
    match(WritParser::LPAREN);
    setState(535);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if ((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << WritParser::HOLE)
      | (1ULL << WritParser::KW_NOT)
      | (1ULL << WritParser::KW_HAS)
      | (1ULL << WritParser::KW_TRUE)
      | (1ULL << WritParser::KW_FALSE)
      | (1ULL << WritParser::KW_SEVERITY)
      | (1ULL << WritParser::KW_IMPACT)
      | (1ULL << WritParser::KW_CONFIDENCE)
      | (1ULL << WritParser::KW_OWNER)
      | (1ULL << WritParser::KW_RATIONALE)
      | (1ULL << WritParser::KW_REMEDIATION)
      | (1ULL << WritParser::KW_REFERENCES)
      | (1ULL << WritParser::KW_TAGS)
      | (1ULL << WritParser::KW_CONTROLS)
      | (1ULL << WritParser::KW_FIX_WITHIN)
      | (1ULL << WritParser::KW_FORMERLY)
      | (1ULL << WritParser::KW_DATA)
      | (1ULL << WritParser::KW_INPUT)
      | (1ULL << WritParser::KW_ENUM)
      | (1ULL << WritParser::KW_LIST)
      | (1ULL << WritParser::KW_SET)
      | (1ULL << WritParser::KW_MAP)
      | (1ULL << WritParser::KW_FROM)
      | (1ULL << WritParser::KW_VERSION)
      | (1ULL << WritParser::KW_LANGUAGE)
      | (1ULL << WritParser::KW_AS)
      | (1ULL << WritParser::KW_EACH)
      | (1ULL << WritParser::KW_JOINED)
      | (1ULL << WritParser::KW_WITH)
      | (1ULL << WritParser::KW_GROUP)
      | (1ULL << WritParser::KW_BY)
      | (1ULL << WritParser::KW_WITHIN)
      | (1ULL << WritParser::KW_SLIDING)
      | (1ULL << WritParser::KW_TUMBLING)
      | (1ULL << WritParser::KW_SESSION)
      | (1ULL << WritParser::KW_SEQUENCE))) != 0) || ((((_la - 64) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 64)) & ((1ULL << (WritParser::KW_THEN - 64))
      | (1ULL << (WritParser::KW_WITHOUT - 64))
      | (1ULL << (WritParser::KW_AT - 64))
      | (1ULL << (WritParser::KW_EVIDENCE - 64))
      | (1ULL << (WritParser::KW_FIRST - 64))
      | (1ULL << (WritParser::KW_PER - 64))
      | (1ULL << (WritParser::KW_ON - 64))
      | (1ULL << (WritParser::KW_SAMPLED - 64))
      | (1ULL << (WritParser::KW_ALLOW - 64))
      | (1ULL << (WritParser::KW_QUADRATIC - 64))
      | (1ULL << (WritParser::KW_EXPECT - 64))
      | (1ULL << (WritParser::KW_EMPTY - 64))
      | (1ULL << (WritParser::KW_PRESENT - 64))
      | (1ULL << (WritParser::KW_KNOWN - 64))
      | (1ULL << (WritParser::KW_SKIP - 64))
      | (1ULL << (WritParser::KW_FAIL - 64))
      | (1ULL << (WritParser::KW_INDETERMINATE - 64))
      | (1ULL << (WritParser::KW_UNTIL - 64))
      | (1ULL << (WritParser::KW_REASON - 64))
      | (1ULL << (WritParser::KW_AUTHOR - 64))
      | (1ULL << (WritParser::KW_APPROVED_BY - 64))
      | (1ULL << (WritParser::KW_TICKET - 64))
      | (1ULL << (WritParser::KW_GIVEN - 64))
      | (1ULL << (WritParser::KW_SPEC - 64))
      | (1ULL << (WritParser::KW_EXCHANGES - 64))
      | (1ULL << (WritParser::KW_BASELINE - 64))
      | (1ULL << (WritParser::KW_DOCUMENT - 64))
      | (1ULL << (WritParser::KW_FILE - 64))
      | (1ULL << (WritParser::KW_NOW - 64))
      | (1ULL << (WritParser::KW_ALL - 64))
      | (1ULL << (WritParser::KW_COUNT - 64))
      | (1ULL << (WritParser::REGEX - 64))
      | (1ULL << (WritParser::IP - 64))
      | (1ULL << (WritParser::TIME - 64))
      | (1ULL << (WritParser::JPATH - 64))
      | (1ULL << (WritParser::PERCENT_LITERAL - 64))
      | (1ULL << (WritParser::DURATION - 64))
      | (1ULL << (WritParser::SIZE - 64))
      | (1ULL << (WritParser::DECIMAL - 64))
      | (1ULL << (WritParser::INT - 64))
      | (1ULL << (WritParser::ID - 64))
      | (1ULL << (WritParser::STRING - 64))
      | (1ULL << (WritParser::TRIPLE_OPEN - 64))
      | (1ULL << (WritParser::STR_OPEN - 64))
      | (1ULL << (WritParser::LBRACE - 64))
      | (1ULL << (WritParser::LPAREN - 64))
      | (1ULL << (WritParser::LBRACK - 64)))) != 0) || _la == WritParser::MINUS) {
      setState(524);
      dynamic_cast<ArgsContext *>(_localctx)->exprContext = expr();
      dynamic_cast<ArgsContext *>(_localctx)->values.push_back(dynamic_cast<ArgsContext *>(_localctx)->exprContext);
      setState(529);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 53, _ctx);
      while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
        if (alt == 1) {
          setState(525);
          match(WritParser::COMMA);
          setState(526);
          dynamic_cast<ArgsContext *>(_localctx)->exprContext = expr();
          dynamic_cast<ArgsContext *>(_localctx)->values.push_back(dynamic_cast<ArgsContext *>(_localctx)->exprContext); 
        }
        setState(531);
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 53, _ctx);
      }
      setState(533);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == WritParser::COMMA) {
        setState(532);
        match(WritParser::COMMA);
      }
    }
    setState(537);
    match(WritParser::RPAREN);
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- PrimaryContext ------------------------------------------------------------------

WritParser::PrimaryContext::PrimaryContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t WritParser::PrimaryContext::getRuleIndex() const {
  return WritParser::RulePrimary;
}

void WritParser::PrimaryContext::copyFrom(PrimaryContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- TextContext ------------------------------------------------------------------

WritParser::String_Context* WritParser::TextContext::string_() {
  return getRuleContext<WritParser::String_Context>(0);
}

WritParser::TextContext::TextContext(PrimaryContext *ctx) { copyFrom(ctx); }


//----------------- NameOrCallContext ------------------------------------------------------------------

WritParser::NameContext* WritParser::NameOrCallContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

tree::TerminalNode* WritParser::NameOrCallContext::RPAREN() {
  return getToken(WritParser::RPAREN, 0);
}

tree::TerminalNode* WritParser::NameOrCallContext::LPAREN() {
  return getToken(WritParser::LPAREN, 0);
}

std::vector<WritParser::ExprContext *> WritParser::NameOrCallContext::expr() {
  return getRuleContexts<WritParser::ExprContext>();
}

WritParser::ExprContext* WritParser::NameOrCallContext::expr(size_t i) {
  return getRuleContext<WritParser::ExprContext>(i);
}

tree::TerminalNode* WritParser::NameOrCallContext::COLON() {
  return getToken(WritParser::COLON, 0);
}

std::vector<tree::TerminalNode *> WritParser::NameOrCallContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::NameOrCallContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}

WritParser::NameOrCallContext::NameOrCallContext(PrimaryContext *ctx) { copyFrom(ctx); }


//----------------- SetOrMapContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::SetOrMapContext::RBRACE() {
  return getToken(WritParser::RBRACE, 0);
}

tree::TerminalNode* WritParser::SetOrMapContext::LBRACE() {
  return getToken(WritParser::LBRACE, 0);
}

std::vector<WritParser::EntryContext *> WritParser::SetOrMapContext::entry() {
  return getRuleContexts<WritParser::EntryContext>();
}

WritParser::EntryContext* WritParser::SetOrMapContext::entry(size_t i) {
  return getRuleContext<WritParser::EntryContext>(i);
}

WritParser::ComprehensionContext* WritParser::SetOrMapContext::comprehension() {
  return getRuleContext<WritParser::ComprehensionContext>(0);
}

std::vector<tree::TerminalNode *> WritParser::SetOrMapContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::SetOrMapContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}

WritParser::SetOrMapContext::SetOrMapContext(PrimaryContext *ctx) { copyFrom(ctx); }


//----------------- ListContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::ListContext::RBRACK() {
  return getToken(WritParser::RBRACK, 0);
}

tree::TerminalNode* WritParser::ListContext::LBRACK() {
  return getToken(WritParser::LBRACK, 0);
}

std::vector<WritParser::ExprContext *> WritParser::ListContext::expr() {
  return getRuleContexts<WritParser::ExprContext>();
}

WritParser::ExprContext* WritParser::ListContext::expr(size_t i) {
  return getRuleContext<WritParser::ExprContext>(i);
}

WritParser::ComprehensionContext* WritParser::ListContext::comprehension() {
  return getRuleContext<WritParser::ComprehensionContext>(0);
}

std::vector<tree::TerminalNode *> WritParser::ListContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::ListContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}

WritParser::ListContext::ListContext(PrimaryContext *ctx) { copyFrom(ctx); }


//----------------- LiteralContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::LiteralContext::INT() {
  return getToken(WritParser::INT, 0);
}

tree::TerminalNode* WritParser::LiteralContext::DECIMAL() {
  return getToken(WritParser::DECIMAL, 0);
}

tree::TerminalNode* WritParser::LiteralContext::PERCENT_LITERAL() {
  return getToken(WritParser::PERCENT_LITERAL, 0);
}

tree::TerminalNode* WritParser::LiteralContext::DURATION() {
  return getToken(WritParser::DURATION, 0);
}

tree::TerminalNode* WritParser::LiteralContext::SIZE() {
  return getToken(WritParser::SIZE, 0);
}

tree::TerminalNode* WritParser::LiteralContext::REGEX() {
  return getToken(WritParser::REGEX, 0);
}

tree::TerminalNode* WritParser::LiteralContext::IP() {
  return getToken(WritParser::IP, 0);
}

tree::TerminalNode* WritParser::LiteralContext::TIME() {
  return getToken(WritParser::TIME, 0);
}

tree::TerminalNode* WritParser::LiteralContext::JPATH() {
  return getToken(WritParser::JPATH, 0);
}

tree::TerminalNode* WritParser::LiteralContext::KW_TRUE() {
  return getToken(WritParser::KW_TRUE, 0);
}

tree::TerminalNode* WritParser::LiteralContext::KW_FALSE() {
  return getToken(WritParser::KW_FALSE, 0);
}

tree::TerminalNode* WritParser::LiteralContext::HOLE() {
  return getToken(WritParser::HOLE, 0);
}

WritParser::LiteralContext::LiteralContext(PrimaryContext *ctx) { copyFrom(ctx); }


//----------------- GroupContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::GroupContext::LPAREN() {
  return getToken(WritParser::LPAREN, 0);
}

tree::TerminalNode* WritParser::GroupContext::RPAREN() {
  return getToken(WritParser::RPAREN, 0);
}

WritParser::ExprContext* WritParser::GroupContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}

WritParser::GroupContext::GroupContext(PrimaryContext *ctx) { copyFrom(ctx); }


WritParser::PrimaryContext* WritParser::primary() {
  PrimaryContext *_localctx = _tracker.createInstance<PrimaryContext>(_ctx, getState());
  enterRule(_localctx, 76, WritParser::RulePrimary);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(603);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::HOLE:
      case WritParser::KW_TRUE:
      case WritParser::KW_FALSE:
      case WritParser::REGEX:
      case WritParser::IP:
      case WritParser::TIME:
      case WritParser::JPATH:
      case WritParser::PERCENT_LITERAL:
      case WritParser::DURATION:
      case WritParser::SIZE:
      case WritParser::DECIMAL:
      case WritParser::INT: {
        _localctx = dynamic_cast<PrimaryContext *>(_tracker.createInstance<WritParser::LiteralContext>(_localctx));
        enterOuterAlt(_localctx, 1);
        setState(539);
        dynamic_cast<LiteralContext *>(_localctx)->value = _input->LT(1);
        _la = _input->LA(1);
        if (!((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << WritParser::HOLE)
          | (1ULL << WritParser::KW_TRUE)
          | (1ULL << WritParser::KW_FALSE))) != 0) || ((((_la - 96) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 96)) & ((1ULL << (WritParser::REGEX - 96))
          | (1ULL << (WritParser::IP - 96))
          | (1ULL << (WritParser::TIME - 96))
          | (1ULL << (WritParser::JPATH - 96))
          | (1ULL << (WritParser::PERCENT_LITERAL - 96))
          | (1ULL << (WritParser::DURATION - 96))
          | (1ULL << (WritParser::SIZE - 96))
          | (1ULL << (WritParser::DECIMAL - 96))
          | (1ULL << (WritParser::INT - 96)))) != 0))) {
          dynamic_cast<LiteralContext *>(_localctx)->value = _errHandler->recoverInline(this);
        }
        else {
          _errHandler->reportMatch(this);
          consume();
        }
        break;
      }

      case WritParser::STRING:
      case WritParser::TRIPLE_OPEN:
      case WritParser::STR_OPEN: {
        _localctx = dynamic_cast<PrimaryContext *>(_tracker.createInstance<WritParser::TextContext>(_localctx));
        enterOuterAlt(_localctx, 2);
        setState(540);
        string_();
        break;
      }

      case WritParser::KW_SEVERITY:
      case WritParser::KW_IMPACT:
      case WritParser::KW_CONFIDENCE:
      case WritParser::KW_OWNER:
      case WritParser::KW_RATIONALE:
      case WritParser::KW_REMEDIATION:
      case WritParser::KW_REFERENCES:
      case WritParser::KW_TAGS:
      case WritParser::KW_CONTROLS:
      case WritParser::KW_FIX_WITHIN:
      case WritParser::KW_FORMERLY:
      case WritParser::KW_DATA:
      case WritParser::KW_INPUT:
      case WritParser::KW_ENUM:
      case WritParser::KW_LIST:
      case WritParser::KW_SET:
      case WritParser::KW_MAP:
      case WritParser::KW_FROM:
      case WritParser::KW_VERSION:
      case WritParser::KW_LANGUAGE:
      case WritParser::KW_AS:
      case WritParser::KW_EACH:
      case WritParser::KW_JOINED:
      case WritParser::KW_WITH:
      case WritParser::KW_GROUP:
      case WritParser::KW_BY:
      case WritParser::KW_WITHIN:
      case WritParser::KW_SLIDING:
      case WritParser::KW_TUMBLING:
      case WritParser::KW_SESSION:
      case WritParser::KW_SEQUENCE:
      case WritParser::KW_THEN:
      case WritParser::KW_WITHOUT:
      case WritParser::KW_AT:
      case WritParser::KW_EVIDENCE:
      case WritParser::KW_FIRST:
      case WritParser::KW_PER:
      case WritParser::KW_ON:
      case WritParser::KW_SAMPLED:
      case WritParser::KW_ALLOW:
      case WritParser::KW_QUADRATIC:
      case WritParser::KW_EXPECT:
      case WritParser::KW_EMPTY:
      case WritParser::KW_PRESENT:
      case WritParser::KW_KNOWN:
      case WritParser::KW_SKIP:
      case WritParser::KW_FAIL:
      case WritParser::KW_INDETERMINATE:
      case WritParser::KW_UNTIL:
      case WritParser::KW_REASON:
      case WritParser::KW_AUTHOR:
      case WritParser::KW_APPROVED_BY:
      case WritParser::KW_TICKET:
      case WritParser::KW_GIVEN:
      case WritParser::KW_SPEC:
      case WritParser::KW_EXCHANGES:
      case WritParser::KW_BASELINE:
      case WritParser::KW_DOCUMENT:
      case WritParser::KW_FILE:
      case WritParser::KW_NOW:
      case WritParser::KW_ALL:
      case WritParser::KW_COUNT:
      case WritParser::ID: {
        _localctx = dynamic_cast<PrimaryContext *>(_tracker.createInstance<WritParser::NameOrCallContext>(_localctx));
        enterOuterAlt(_localctx, 3);
        setState(541);
        dynamic_cast<NameOrCallContext *>(_localctx)->id = name();
        setState(561);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if (_la == WritParser::LPAREN) {
          setState(542);
          dynamic_cast<NameOrCallContext *>(_localctx)->open = match(WritParser::LPAREN);
          setState(558);
          _errHandler->sync(this);

          _la = _input->LA(1);
          if ((((_la & ~ 0x3fULL) == 0) &&
            ((1ULL << _la) & ((1ULL << WritParser::HOLE)
            | (1ULL << WritParser::KW_NOT)
            | (1ULL << WritParser::KW_HAS)
            | (1ULL << WritParser::KW_TRUE)
            | (1ULL << WritParser::KW_FALSE)
            | (1ULL << WritParser::KW_SEVERITY)
            | (1ULL << WritParser::KW_IMPACT)
            | (1ULL << WritParser::KW_CONFIDENCE)
            | (1ULL << WritParser::KW_OWNER)
            | (1ULL << WritParser::KW_RATIONALE)
            | (1ULL << WritParser::KW_REMEDIATION)
            | (1ULL << WritParser::KW_REFERENCES)
            | (1ULL << WritParser::KW_TAGS)
            | (1ULL << WritParser::KW_CONTROLS)
            | (1ULL << WritParser::KW_FIX_WITHIN)
            | (1ULL << WritParser::KW_FORMERLY)
            | (1ULL << WritParser::KW_DATA)
            | (1ULL << WritParser::KW_INPUT)
            | (1ULL << WritParser::KW_ENUM)
            | (1ULL << WritParser::KW_LIST)
            | (1ULL << WritParser::KW_SET)
            | (1ULL << WritParser::KW_MAP)
            | (1ULL << WritParser::KW_FROM)
            | (1ULL << WritParser::KW_VERSION)
            | (1ULL << WritParser::KW_LANGUAGE)
            | (1ULL << WritParser::KW_AS)
            | (1ULL << WritParser::KW_EACH)
            | (1ULL << WritParser::KW_JOINED)
            | (1ULL << WritParser::KW_WITH)
            | (1ULL << WritParser::KW_GROUP)
            | (1ULL << WritParser::KW_BY)
            | (1ULL << WritParser::KW_WITHIN)
            | (1ULL << WritParser::KW_SLIDING)
            | (1ULL << WritParser::KW_TUMBLING)
            | (1ULL << WritParser::KW_SESSION)
            | (1ULL << WritParser::KW_SEQUENCE))) != 0) || ((((_la - 64) & ~ 0x3fULL) == 0) &&
            ((1ULL << (_la - 64)) & ((1ULL << (WritParser::KW_THEN - 64))
            | (1ULL << (WritParser::KW_WITHOUT - 64))
            | (1ULL << (WritParser::KW_AT - 64))
            | (1ULL << (WritParser::KW_EVIDENCE - 64))
            | (1ULL << (WritParser::KW_FIRST - 64))
            | (1ULL << (WritParser::KW_PER - 64))
            | (1ULL << (WritParser::KW_ON - 64))
            | (1ULL << (WritParser::KW_SAMPLED - 64))
            | (1ULL << (WritParser::KW_ALLOW - 64))
            | (1ULL << (WritParser::KW_QUADRATIC - 64))
            | (1ULL << (WritParser::KW_EXPECT - 64))
            | (1ULL << (WritParser::KW_EMPTY - 64))
            | (1ULL << (WritParser::KW_PRESENT - 64))
            | (1ULL << (WritParser::KW_KNOWN - 64))
            | (1ULL << (WritParser::KW_SKIP - 64))
            | (1ULL << (WritParser::KW_FAIL - 64))
            | (1ULL << (WritParser::KW_INDETERMINATE - 64))
            | (1ULL << (WritParser::KW_UNTIL - 64))
            | (1ULL << (WritParser::KW_REASON - 64))
            | (1ULL << (WritParser::KW_AUTHOR - 64))
            | (1ULL << (WritParser::KW_APPROVED_BY - 64))
            | (1ULL << (WritParser::KW_TICKET - 64))
            | (1ULL << (WritParser::KW_GIVEN - 64))
            | (1ULL << (WritParser::KW_SPEC - 64))
            | (1ULL << (WritParser::KW_EXCHANGES - 64))
            | (1ULL << (WritParser::KW_BASELINE - 64))
            | (1ULL << (WritParser::KW_DOCUMENT - 64))
            | (1ULL << (WritParser::KW_FILE - 64))
            | (1ULL << (WritParser::KW_NOW - 64))
            | (1ULL << (WritParser::KW_ALL - 64))
            | (1ULL << (WritParser::KW_COUNT - 64))
            | (1ULL << (WritParser::REGEX - 64))
            | (1ULL << (WritParser::IP - 64))
            | (1ULL << (WritParser::TIME - 64))
            | (1ULL << (WritParser::JPATH - 64))
            | (1ULL << (WritParser::PERCENT_LITERAL - 64))
            | (1ULL << (WritParser::DURATION - 64))
            | (1ULL << (WritParser::SIZE - 64))
            | (1ULL << (WritParser::DECIMAL - 64))
            | (1ULL << (WritParser::INT - 64))
            | (1ULL << (WritParser::ID - 64))
            | (1ULL << (WritParser::STRING - 64))
            | (1ULL << (WritParser::TRIPLE_OPEN - 64))
            | (1ULL << (WritParser::STR_OPEN - 64))
            | (1ULL << (WritParser::LBRACE - 64))
            | (1ULL << (WritParser::LPAREN - 64))
            | (1ULL << (WritParser::LBRACK - 64)))) != 0) || _la == WritParser::MINUS) {
            setState(543);
            dynamic_cast<NameOrCallContext *>(_localctx)->exprContext = expr();
            dynamic_cast<NameOrCallContext *>(_localctx)->values.push_back(dynamic_cast<NameOrCallContext *>(_localctx)->exprContext);
            setState(556);
            _errHandler->sync(this);
            switch (_input->LA(1)) {
              case WritParser::COLON: {
                setState(544);
                match(WritParser::COLON);
                setState(545);
                dynamic_cast<NameOrCallContext *>(_localctx)->body = expr();
                break;
              }

              case WritParser::RPAREN:
              case WritParser::COMMA: {
                setState(550);
                _errHandler->sync(this);
                alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 56, _ctx);
                while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
                  if (alt == 1) {
                    setState(546);
                    match(WritParser::COMMA);
                    setState(547);
                    dynamic_cast<NameOrCallContext *>(_localctx)->exprContext = expr();
                    dynamic_cast<NameOrCallContext *>(_localctx)->values.push_back(dynamic_cast<NameOrCallContext *>(_localctx)->exprContext); 
                  }
                  setState(552);
                  _errHandler->sync(this);
                  alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 56, _ctx);
                }
                setState(554);
                _errHandler->sync(this);

                _la = _input->LA(1);
                if (_la == WritParser::COMMA) {
                  setState(553);
                  match(WritParser::COMMA);
                }
                break;
              }

            default:
              throw NoViableAltException(this);
            }
          }
          setState(560);
          match(WritParser::RPAREN);
        }
        break;
      }

      case WritParser::LPAREN: {
        _localctx = dynamic_cast<PrimaryContext *>(_tracker.createInstance<WritParser::GroupContext>(_localctx));
        enterOuterAlt(_localctx, 4);
        setState(563);
        match(WritParser::LPAREN);
        setState(564);
        dynamic_cast<GroupContext *>(_localctx)->inner = expr();
        setState(565);
        match(WritParser::RPAREN);
        break;
      }

      case WritParser::LBRACK: {
        _localctx = dynamic_cast<PrimaryContext *>(_tracker.createInstance<WritParser::ListContext>(_localctx));
        enterOuterAlt(_localctx, 5);
        setState(567);
        dynamic_cast<ListContext *>(_localctx)->open = match(WritParser::LBRACK);
        setState(582);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if ((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << WritParser::HOLE)
          | (1ULL << WritParser::KW_NOT)
          | (1ULL << WritParser::KW_HAS)
          | (1ULL << WritParser::KW_TRUE)
          | (1ULL << WritParser::KW_FALSE)
          | (1ULL << WritParser::KW_SEVERITY)
          | (1ULL << WritParser::KW_IMPACT)
          | (1ULL << WritParser::KW_CONFIDENCE)
          | (1ULL << WritParser::KW_OWNER)
          | (1ULL << WritParser::KW_RATIONALE)
          | (1ULL << WritParser::KW_REMEDIATION)
          | (1ULL << WritParser::KW_REFERENCES)
          | (1ULL << WritParser::KW_TAGS)
          | (1ULL << WritParser::KW_CONTROLS)
          | (1ULL << WritParser::KW_FIX_WITHIN)
          | (1ULL << WritParser::KW_FORMERLY)
          | (1ULL << WritParser::KW_DATA)
          | (1ULL << WritParser::KW_INPUT)
          | (1ULL << WritParser::KW_ENUM)
          | (1ULL << WritParser::KW_LIST)
          | (1ULL << WritParser::KW_SET)
          | (1ULL << WritParser::KW_MAP)
          | (1ULL << WritParser::KW_FROM)
          | (1ULL << WritParser::KW_VERSION)
          | (1ULL << WritParser::KW_LANGUAGE)
          | (1ULL << WritParser::KW_AS)
          | (1ULL << WritParser::KW_EACH)
          | (1ULL << WritParser::KW_JOINED)
          | (1ULL << WritParser::KW_WITH)
          | (1ULL << WritParser::KW_GROUP)
          | (1ULL << WritParser::KW_BY)
          | (1ULL << WritParser::KW_WITHIN)
          | (1ULL << WritParser::KW_SLIDING)
          | (1ULL << WritParser::KW_TUMBLING)
          | (1ULL << WritParser::KW_SESSION)
          | (1ULL << WritParser::KW_SEQUENCE))) != 0) || ((((_la - 64) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 64)) & ((1ULL << (WritParser::KW_THEN - 64))
          | (1ULL << (WritParser::KW_WITHOUT - 64))
          | (1ULL << (WritParser::KW_AT - 64))
          | (1ULL << (WritParser::KW_EVIDENCE - 64))
          | (1ULL << (WritParser::KW_FIRST - 64))
          | (1ULL << (WritParser::KW_PER - 64))
          | (1ULL << (WritParser::KW_ON - 64))
          | (1ULL << (WritParser::KW_SAMPLED - 64))
          | (1ULL << (WritParser::KW_ALLOW - 64))
          | (1ULL << (WritParser::KW_QUADRATIC - 64))
          | (1ULL << (WritParser::KW_EXPECT - 64))
          | (1ULL << (WritParser::KW_EMPTY - 64))
          | (1ULL << (WritParser::KW_PRESENT - 64))
          | (1ULL << (WritParser::KW_KNOWN - 64))
          | (1ULL << (WritParser::KW_SKIP - 64))
          | (1ULL << (WritParser::KW_FAIL - 64))
          | (1ULL << (WritParser::KW_INDETERMINATE - 64))
          | (1ULL << (WritParser::KW_UNTIL - 64))
          | (1ULL << (WritParser::KW_REASON - 64))
          | (1ULL << (WritParser::KW_AUTHOR - 64))
          | (1ULL << (WritParser::KW_APPROVED_BY - 64))
          | (1ULL << (WritParser::KW_TICKET - 64))
          | (1ULL << (WritParser::KW_GIVEN - 64))
          | (1ULL << (WritParser::KW_SPEC - 64))
          | (1ULL << (WritParser::KW_EXCHANGES - 64))
          | (1ULL << (WritParser::KW_BASELINE - 64))
          | (1ULL << (WritParser::KW_DOCUMENT - 64))
          | (1ULL << (WritParser::KW_FILE - 64))
          | (1ULL << (WritParser::KW_NOW - 64))
          | (1ULL << (WritParser::KW_ALL - 64))
          | (1ULL << (WritParser::KW_COUNT - 64))
          | (1ULL << (WritParser::REGEX - 64))
          | (1ULL << (WritParser::IP - 64))
          | (1ULL << (WritParser::TIME - 64))
          | (1ULL << (WritParser::JPATH - 64))
          | (1ULL << (WritParser::PERCENT_LITERAL - 64))
          | (1ULL << (WritParser::DURATION - 64))
          | (1ULL << (WritParser::SIZE - 64))
          | (1ULL << (WritParser::DECIMAL - 64))
          | (1ULL << (WritParser::INT - 64))
          | (1ULL << (WritParser::ID - 64))
          | (1ULL << (WritParser::STRING - 64))
          | (1ULL << (WritParser::TRIPLE_OPEN - 64))
          | (1ULL << (WritParser::STR_OPEN - 64))
          | (1ULL << (WritParser::LBRACE - 64))
          | (1ULL << (WritParser::LPAREN - 64))
          | (1ULL << (WritParser::LBRACK - 64)))) != 0) || _la == WritParser::MINUS) {
          setState(568);
          dynamic_cast<ListContext *>(_localctx)->exprContext = expr();
          dynamic_cast<ListContext *>(_localctx)->values.push_back(dynamic_cast<ListContext *>(_localctx)->exprContext);
          setState(580);
          _errHandler->sync(this);
          switch (_input->LA(1)) {
            case WritParser::KW_FOR: {
              setState(569);
              comprehension();
              break;
            }

            case WritParser::RBRACK:
            case WritParser::COMMA: {
              setState(574);
              _errHandler->sync(this);
              alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 61, _ctx);
              while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
                if (alt == 1) {
                  setState(570);
                  match(WritParser::COMMA);
                  setState(571);
                  dynamic_cast<ListContext *>(_localctx)->exprContext = expr();
                  dynamic_cast<ListContext *>(_localctx)->values.push_back(dynamic_cast<ListContext *>(_localctx)->exprContext); 
                }
                setState(576);
                _errHandler->sync(this);
                alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 61, _ctx);
              }
              setState(578);
              _errHandler->sync(this);

              _la = _input->LA(1);
              if (_la == WritParser::COMMA) {
                setState(577);
                match(WritParser::COMMA);
              }
              break;
            }

          default:
            throw NoViableAltException(this);
          }
        }
        setState(584);
        match(WritParser::RBRACK);
        break;
      }

      case WritParser::LBRACE: {
        _localctx = dynamic_cast<PrimaryContext *>(_tracker.createInstance<WritParser::SetOrMapContext>(_localctx));
        enterOuterAlt(_localctx, 6);
        setState(585);
        dynamic_cast<SetOrMapContext *>(_localctx)->open = match(WritParser::LBRACE);
        setState(600);
        _errHandler->sync(this);

        _la = _input->LA(1);
        if ((((_la & ~ 0x3fULL) == 0) &&
          ((1ULL << _la) & ((1ULL << WritParser::HOLE)
          | (1ULL << WritParser::KW_NOT)
          | (1ULL << WritParser::KW_HAS)
          | (1ULL << WritParser::KW_TRUE)
          | (1ULL << WritParser::KW_FALSE)
          | (1ULL << WritParser::KW_SEVERITY)
          | (1ULL << WritParser::KW_IMPACT)
          | (1ULL << WritParser::KW_CONFIDENCE)
          | (1ULL << WritParser::KW_OWNER)
          | (1ULL << WritParser::KW_RATIONALE)
          | (1ULL << WritParser::KW_REMEDIATION)
          | (1ULL << WritParser::KW_REFERENCES)
          | (1ULL << WritParser::KW_TAGS)
          | (1ULL << WritParser::KW_CONTROLS)
          | (1ULL << WritParser::KW_FIX_WITHIN)
          | (1ULL << WritParser::KW_FORMERLY)
          | (1ULL << WritParser::KW_DATA)
          | (1ULL << WritParser::KW_INPUT)
          | (1ULL << WritParser::KW_ENUM)
          | (1ULL << WritParser::KW_LIST)
          | (1ULL << WritParser::KW_SET)
          | (1ULL << WritParser::KW_MAP)
          | (1ULL << WritParser::KW_FROM)
          | (1ULL << WritParser::KW_VERSION)
          | (1ULL << WritParser::KW_LANGUAGE)
          | (1ULL << WritParser::KW_AS)
          | (1ULL << WritParser::KW_EACH)
          | (1ULL << WritParser::KW_JOINED)
          | (1ULL << WritParser::KW_WITH)
          | (1ULL << WritParser::KW_GROUP)
          | (1ULL << WritParser::KW_BY)
          | (1ULL << WritParser::KW_WITHIN)
          | (1ULL << WritParser::KW_SLIDING)
          | (1ULL << WritParser::KW_TUMBLING)
          | (1ULL << WritParser::KW_SESSION)
          | (1ULL << WritParser::KW_SEQUENCE))) != 0) || ((((_la - 64) & ~ 0x3fULL) == 0) &&
          ((1ULL << (_la - 64)) & ((1ULL << (WritParser::KW_THEN - 64))
          | (1ULL << (WritParser::KW_WITHOUT - 64))
          | (1ULL << (WritParser::KW_AT - 64))
          | (1ULL << (WritParser::KW_EVIDENCE - 64))
          | (1ULL << (WritParser::KW_FIRST - 64))
          | (1ULL << (WritParser::KW_PER - 64))
          | (1ULL << (WritParser::KW_ON - 64))
          | (1ULL << (WritParser::KW_SAMPLED - 64))
          | (1ULL << (WritParser::KW_ALLOW - 64))
          | (1ULL << (WritParser::KW_QUADRATIC - 64))
          | (1ULL << (WritParser::KW_EXPECT - 64))
          | (1ULL << (WritParser::KW_EMPTY - 64))
          | (1ULL << (WritParser::KW_PRESENT - 64))
          | (1ULL << (WritParser::KW_KNOWN - 64))
          | (1ULL << (WritParser::KW_SKIP - 64))
          | (1ULL << (WritParser::KW_FAIL - 64))
          | (1ULL << (WritParser::KW_INDETERMINATE - 64))
          | (1ULL << (WritParser::KW_UNTIL - 64))
          | (1ULL << (WritParser::KW_REASON - 64))
          | (1ULL << (WritParser::KW_AUTHOR - 64))
          | (1ULL << (WritParser::KW_APPROVED_BY - 64))
          | (1ULL << (WritParser::KW_TICKET - 64))
          | (1ULL << (WritParser::KW_GIVEN - 64))
          | (1ULL << (WritParser::KW_SPEC - 64))
          | (1ULL << (WritParser::KW_EXCHANGES - 64))
          | (1ULL << (WritParser::KW_BASELINE - 64))
          | (1ULL << (WritParser::KW_DOCUMENT - 64))
          | (1ULL << (WritParser::KW_FILE - 64))
          | (1ULL << (WritParser::KW_NOW - 64))
          | (1ULL << (WritParser::KW_ALL - 64))
          | (1ULL << (WritParser::KW_COUNT - 64))
          | (1ULL << (WritParser::REGEX - 64))
          | (1ULL << (WritParser::IP - 64))
          | (1ULL << (WritParser::TIME - 64))
          | (1ULL << (WritParser::JPATH - 64))
          | (1ULL << (WritParser::PERCENT_LITERAL - 64))
          | (1ULL << (WritParser::DURATION - 64))
          | (1ULL << (WritParser::SIZE - 64))
          | (1ULL << (WritParser::DECIMAL - 64))
          | (1ULL << (WritParser::INT - 64))
          | (1ULL << (WritParser::ID - 64))
          | (1ULL << (WritParser::STRING - 64))
          | (1ULL << (WritParser::TRIPLE_OPEN - 64))
          | (1ULL << (WritParser::STR_OPEN - 64))
          | (1ULL << (WritParser::LBRACE - 64))
          | (1ULL << (WritParser::LPAREN - 64))
          | (1ULL << (WritParser::LBRACK - 64)))) != 0) || _la == WritParser::MINUS) {
          setState(586);
          dynamic_cast<SetOrMapContext *>(_localctx)->entryContext = entry();
          dynamic_cast<SetOrMapContext *>(_localctx)->entries.push_back(dynamic_cast<SetOrMapContext *>(_localctx)->entryContext);
          setState(598);
          _errHandler->sync(this);
          switch (_input->LA(1)) {
            case WritParser::KW_FOR: {
              setState(587);
              comprehension();
              break;
            }

            case WritParser::RBRACE:
            case WritParser::COMMA: {
              setState(592);
              _errHandler->sync(this);
              alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 65, _ctx);
              while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
                if (alt == 1) {
                  setState(588);
                  match(WritParser::COMMA);
                  setState(589);
                  dynamic_cast<SetOrMapContext *>(_localctx)->entryContext = entry();
                  dynamic_cast<SetOrMapContext *>(_localctx)->entries.push_back(dynamic_cast<SetOrMapContext *>(_localctx)->entryContext); 
                }
                setState(594);
                _errHandler->sync(this);
                alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 65, _ctx);
              }
              setState(596);
              _errHandler->sync(this);

              _la = _input->LA(1);
              if (_la == WritParser::COMMA) {
                setState(595);
                match(WritParser::COMMA);
              }
              break;
            }

          default:
            throw NoViableAltException(this);
          }
        }
        setState(602);
        match(WritParser::RBRACE);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- EntryContext ------------------------------------------------------------------

WritParser::EntryContext::EntryContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

std::vector<WritParser::ExprContext *> WritParser::EntryContext::expr() {
  return getRuleContexts<WritParser::ExprContext>();
}

WritParser::ExprContext* WritParser::EntryContext::expr(size_t i) {
  return getRuleContext<WritParser::ExprContext>(i);
}

tree::TerminalNode* WritParser::EntryContext::COLON() {
  return getToken(WritParser::COLON, 0);
}


size_t WritParser::EntryContext::getRuleIndex() const {
  return WritParser::RuleEntry;
}


WritParser::EntryContext* WritParser::entry() {
  EntryContext *_localctx = _tracker.createInstance<EntryContext>(_ctx, getState());
  enterRule(_localctx, 78, WritParser::RuleEntry);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(605);
    dynamic_cast<EntryContext *>(_localctx)->key = expr();
    setState(608);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::COLON) {
      setState(606);
      match(WritParser::COLON);
      setState(607);
      dynamic_cast<EntryContext *>(_localctx)->value = expr();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- ComprehensionContext ------------------------------------------------------------------

WritParser::ComprehensionContext::ComprehensionContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::ComprehensionContext::KW_FOR() {
  return getToken(WritParser::KW_FOR, 0);
}

tree::TerminalNode* WritParser::ComprehensionContext::KW_IN() {
  return getToken(WritParser::KW_IN, 0);
}

WritParser::NameContext* WritParser::ComprehensionContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

std::vector<WritParser::ExprContext *> WritParser::ComprehensionContext::expr() {
  return getRuleContexts<WritParser::ExprContext>();
}

WritParser::ExprContext* WritParser::ComprehensionContext::expr(size_t i) {
  return getRuleContext<WritParser::ExprContext>(i);
}

tree::TerminalNode* WritParser::ComprehensionContext::KW_WHERE() {
  return getToken(WritParser::KW_WHERE, 0);
}


size_t WritParser::ComprehensionContext::getRuleIndex() const {
  return WritParser::RuleComprehension;
}


WritParser::ComprehensionContext* WritParser::comprehension() {
  ComprehensionContext *_localctx = _tracker.createInstance<ComprehensionContext>(_ctx, getState());
  enterRule(_localctx, 80, WritParser::RuleComprehension);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(610);
    match(WritParser::KW_FOR);
    setState(611);
    dynamic_cast<ComprehensionContext *>(_localctx)->id = name();
    setState(612);
    match(WritParser::KW_IN);
    setState(613);
    dynamic_cast<ComprehensionContext *>(_localctx)->source = expr();
    setState(616);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::KW_WHERE) {
      setState(614);
      match(WritParser::KW_WHERE);
      setState(615);
      dynamic_cast<ComprehensionContext *>(_localctx)->condition = expr();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- String_Context ------------------------------------------------------------------

WritParser::String_Context::String_Context(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::String_Context::STRING() {
  return getToken(WritParser::STRING, 0);
}

tree::TerminalNode* WritParser::String_Context::STR_OPEN() {
  return getToken(WritParser::STR_OPEN, 0);
}

tree::TerminalNode* WritParser::String_Context::STR_CLOSE() {
  return getToken(WritParser::STR_CLOSE, 0);
}

std::vector<WritParser::PartContext *> WritParser::String_Context::part() {
  return getRuleContexts<WritParser::PartContext>();
}

WritParser::PartContext* WritParser::String_Context::part(size_t i) {
  return getRuleContext<WritParser::PartContext>(i);
}

tree::TerminalNode* WritParser::String_Context::TRIPLE_CLOSE() {
  return getToken(WritParser::TRIPLE_CLOSE, 0);
}

tree::TerminalNode* WritParser::String_Context::TRIPLE_OPEN() {
  return getToken(WritParser::TRIPLE_OPEN, 0);
}


size_t WritParser::String_Context::getRuleIndex() const {
  return WritParser::RuleString_;
}


WritParser::String_Context* WritParser::string_() {
  String_Context *_localctx = _tracker.createInstance<String_Context>(_ctx, getState());
  enterRule(_localctx, 82, WritParser::RuleString_);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(635);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::STRING: {
        enterOuterAlt(_localctx, 1);
        setState(618);
        dynamic_cast<String_Context *>(_localctx)->plain = match(WritParser::STRING);
        break;
      }

      case WritParser::STR_OPEN: {
        enterOuterAlt(_localctx, 2);
        setState(619);
        match(WritParser::STR_OPEN);
        setState(623);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == WritParser::TEXT

        || _la == WritParser::INTERP) {
          setState(620);
          dynamic_cast<String_Context *>(_localctx)->partContext = part();
          dynamic_cast<String_Context *>(_localctx)->parts.push_back(dynamic_cast<String_Context *>(_localctx)->partContext);
          setState(625);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(626);
        match(WritParser::STR_CLOSE);
        break;
      }

      case WritParser::TRIPLE_OPEN: {
        enterOuterAlt(_localctx, 3);
        setState(627);
        dynamic_cast<String_Context *>(_localctx)->triple = match(WritParser::TRIPLE_OPEN);
        setState(631);
        _errHandler->sync(this);
        _la = _input->LA(1);
        while (_la == WritParser::TEXT

        || _la == WritParser::INTERP) {
          setState(628);
          dynamic_cast<String_Context *>(_localctx)->partContext = part();
          dynamic_cast<String_Context *>(_localctx)->parts.push_back(dynamic_cast<String_Context *>(_localctx)->partContext);
          setState(633);
          _errHandler->sync(this);
          _la = _input->LA(1);
        }
        setState(634);
        match(WritParser::TRIPLE_CLOSE);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- PartContext ------------------------------------------------------------------

WritParser::PartContext::PartContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::PartContext::TEXT() {
  return getToken(WritParser::TEXT, 0);
}

tree::TerminalNode* WritParser::PartContext::INTERP() {
  return getToken(WritParser::INTERP, 0);
}

tree::TerminalNode* WritParser::PartContext::RBRACE() {
  return getToken(WritParser::RBRACE, 0);
}

WritParser::ExprContext* WritParser::PartContext::expr() {
  return getRuleContext<WritParser::ExprContext>(0);
}


size_t WritParser::PartContext::getRuleIndex() const {
  return WritParser::RulePart;
}


WritParser::PartContext* WritParser::part() {
  PartContext *_localctx = _tracker.createInstance<PartContext>(_ctx, getState());
  enterRule(_localctx, 84, WritParser::RulePart);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(642);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::TEXT: {
        enterOuterAlt(_localctx, 1);
        setState(637);
        dynamic_cast<PartContext *>(_localctx)->literal_ = match(WritParser::TEXT);
        break;
      }

      case WritParser::INTERP: {
        enterOuterAlt(_localctx, 2);
        setState(638);
        match(WritParser::INTERP);
        setState(639);
        dynamic_cast<PartContext *>(_localctx)->value = expr();
        setState(640);
        match(WritParser::RBRACE);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeContext ------------------------------------------------------------------

WritParser::TypeContext::TypeContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::TypeBaseContext* WritParser::TypeContext::typeBase() {
  return getRuleContext<WritParser::TypeBaseContext>(0);
}

tree::TerminalNode* WritParser::TypeContext::Q() {
  return getToken(WritParser::Q, 0);
}


size_t WritParser::TypeContext::getRuleIndex() const {
  return WritParser::RuleType;
}


WritParser::TypeContext* WritParser::type() {
  TypeContext *_localctx = _tracker.createInstance<TypeContext>(_ctx, getState());
  enterRule(_localctx, 86, WritParser::RuleType);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(644);
    dynamic_cast<TypeContext *>(_localctx)->base = typeBase();
    setState(646);
    _errHandler->sync(this);

    _la = _input->LA(1);
    if (_la == WritParser::Q) {
      setState(645);
      dynamic_cast<TypeContext *>(_localctx)->optional = match(WritParser::Q);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- TypeBaseContext ------------------------------------------------------------------

WritParser::TypeBaseContext::TypeBaseContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}


size_t WritParser::TypeBaseContext::getRuleIndex() const {
  return WritParser::RuleTypeBase;
}

void WritParser::TypeBaseContext::copyFrom(TypeBaseContext *ctx) {
  ParserRuleContext::copyFrom(ctx);
}

//----------------- NamedTypeContext ------------------------------------------------------------------

WritParser::NameContext* WritParser::NamedTypeContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

WritParser::NamedTypeContext::NamedTypeContext(TypeBaseContext *ctx) { copyFrom(ctx); }


//----------------- CollectionTypeContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::CollectionTypeContext::LBRACK() {
  return getToken(WritParser::LBRACK, 0);
}

tree::TerminalNode* WritParser::CollectionTypeContext::RBRACK() {
  return getToken(WritParser::RBRACK, 0);
}

WritParser::TypeContext* WritParser::CollectionTypeContext::type() {
  return getRuleContext<WritParser::TypeContext>(0);
}

tree::TerminalNode* WritParser::CollectionTypeContext::KW_LIST() {
  return getToken(WritParser::KW_LIST, 0);
}

tree::TerminalNode* WritParser::CollectionTypeContext::KW_SET() {
  return getToken(WritParser::KW_SET, 0);
}

WritParser::CollectionTypeContext::CollectionTypeContext(TypeBaseContext *ctx) { copyFrom(ctx); }


//----------------- EnumTypeContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::EnumTypeContext::LBRACE() {
  return getToken(WritParser::LBRACE, 0);
}

tree::TerminalNode* WritParser::EnumTypeContext::RBRACE() {
  return getToken(WritParser::RBRACE, 0);
}

tree::TerminalNode* WritParser::EnumTypeContext::KW_ENUM() {
  return getToken(WritParser::KW_ENUM, 0);
}

std::vector<WritParser::NameContext *> WritParser::EnumTypeContext::name() {
  return getRuleContexts<WritParser::NameContext>();
}

WritParser::NameContext* WritParser::EnumTypeContext::name(size_t i) {
  return getRuleContext<WritParser::NameContext>(i);
}

std::vector<tree::TerminalNode *> WritParser::EnumTypeContext::COMMA() {
  return getTokens(WritParser::COMMA);
}

tree::TerminalNode* WritParser::EnumTypeContext::COMMA(size_t i) {
  return getToken(WritParser::COMMA, i);
}

WritParser::EnumTypeContext::EnumTypeContext(TypeBaseContext *ctx) { copyFrom(ctx); }


//----------------- MapTypeContext ------------------------------------------------------------------

tree::TerminalNode* WritParser::MapTypeContext::LBRACK() {
  return getToken(WritParser::LBRACK, 0);
}

tree::TerminalNode* WritParser::MapTypeContext::COMMA() {
  return getToken(WritParser::COMMA, 0);
}

tree::TerminalNode* WritParser::MapTypeContext::RBRACK() {
  return getToken(WritParser::RBRACK, 0);
}

tree::TerminalNode* WritParser::MapTypeContext::KW_MAP() {
  return getToken(WritParser::KW_MAP, 0);
}

std::vector<WritParser::TypeContext *> WritParser::MapTypeContext::type() {
  return getRuleContexts<WritParser::TypeContext>();
}

WritParser::TypeContext* WritParser::MapTypeContext::type(size_t i) {
  return getRuleContext<WritParser::TypeContext>(i);
}

WritParser::MapTypeContext::MapTypeContext(TypeBaseContext *ctx) { copyFrom(ctx); }


WritParser::TypeBaseContext* WritParser::typeBase() {
  TypeBaseContext *_localctx = _tracker.createInstance<TypeBaseContext>(_ctx, getState());
  enterRule(_localctx, 88, WritParser::RuleTypeBase);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    size_t alt;
    setState(676);
    _errHandler->sync(this);
    switch (getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 79, _ctx)) {
    case 1: {
      _localctx = dynamic_cast<TypeBaseContext *>(_tracker.createInstance<WritParser::CollectionTypeContext>(_localctx));
      enterOuterAlt(_localctx, 1);
      setState(648);
      dynamic_cast<CollectionTypeContext *>(_localctx)->kind = _input->LT(1);
      _la = _input->LA(1);
      if (!(_la == WritParser::KW_LIST

      || _la == WritParser::KW_SET)) {
        dynamic_cast<CollectionTypeContext *>(_localctx)->kind = _errHandler->recoverInline(this);
      }
      else {
        _errHandler->reportMatch(this);
        consume();
      }
      setState(649);
      match(WritParser::LBRACK);
      setState(650);
      dynamic_cast<CollectionTypeContext *>(_localctx)->typeContext = type();
      dynamic_cast<CollectionTypeContext *>(_localctx)->arguments.push_back(dynamic_cast<CollectionTypeContext *>(_localctx)->typeContext);
      setState(651);
      match(WritParser::RBRACK);
      break;
    }

    case 2: {
      _localctx = dynamic_cast<TypeBaseContext *>(_tracker.createInstance<WritParser::MapTypeContext>(_localctx));
      enterOuterAlt(_localctx, 2);
      setState(653);
      dynamic_cast<MapTypeContext *>(_localctx)->kind = match(WritParser::KW_MAP);
      setState(654);
      match(WritParser::LBRACK);
      setState(655);
      dynamic_cast<MapTypeContext *>(_localctx)->typeContext = type();
      dynamic_cast<MapTypeContext *>(_localctx)->arguments.push_back(dynamic_cast<MapTypeContext *>(_localctx)->typeContext);
      setState(656);
      match(WritParser::COMMA);
      setState(657);
      dynamic_cast<MapTypeContext *>(_localctx)->typeContext = type();
      dynamic_cast<MapTypeContext *>(_localctx)->arguments.push_back(dynamic_cast<MapTypeContext *>(_localctx)->typeContext);
      setState(658);
      match(WritParser::RBRACK);
      break;
    }

    case 3: {
      _localctx = dynamic_cast<TypeBaseContext *>(_tracker.createInstance<WritParser::EnumTypeContext>(_localctx));
      enterOuterAlt(_localctx, 3);
      setState(660);
      dynamic_cast<EnumTypeContext *>(_localctx)->kind = match(WritParser::KW_ENUM);
      setState(661);
      match(WritParser::LBRACE);
      setState(662);
      dynamic_cast<EnumTypeContext *>(_localctx)->nameContext = name();
      dynamic_cast<EnumTypeContext *>(_localctx)->members.push_back(dynamic_cast<EnumTypeContext *>(_localctx)->nameContext);
      setState(667);
      _errHandler->sync(this);
      alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 77, _ctx);
      while (alt != 2 && alt != atn::ATN::INVALID_ALT_NUMBER) {
        if (alt == 1) {
          setState(663);
          match(WritParser::COMMA);
          setState(664);
          dynamic_cast<EnumTypeContext *>(_localctx)->nameContext = name();
          dynamic_cast<EnumTypeContext *>(_localctx)->members.push_back(dynamic_cast<EnumTypeContext *>(_localctx)->nameContext); 
        }
        setState(669);
        _errHandler->sync(this);
        alt = getInterpreter<atn::ParserATNSimulator>()->adaptivePredict(_input, 77, _ctx);
      }
      setState(671);
      _errHandler->sync(this);

      _la = _input->LA(1);
      if (_la == WritParser::COMMA) {
        setState(670);
        match(WritParser::COMMA);
      }
      setState(673);
      match(WritParser::RBRACE);
      break;
    }

    case 4: {
      _localctx = dynamic_cast<TypeBaseContext *>(_tracker.createInstance<WritParser::NamedTypeContext>(_localctx));
      enterOuterAlt(_localctx, 4);
      setState(675);
      dynamic_cast<NamedTypeContext *>(_localctx)->id = name();
      break;
    }

    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- DottedContext ------------------------------------------------------------------

WritParser::DottedContext::DottedContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::NameContext* WritParser::DottedContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

std::vector<tree::TerminalNode *> WritParser::DottedContext::DOT() {
  return getTokens(WritParser::DOT);
}

tree::TerminalNode* WritParser::DottedContext::DOT(size_t i) {
  return getToken(WritParser::DOT, i);
}

std::vector<WritParser::FieldNameContext *> WritParser::DottedContext::fieldName() {
  return getRuleContexts<WritParser::FieldNameContext>();
}

WritParser::FieldNameContext* WritParser::DottedContext::fieldName(size_t i) {
  return getRuleContext<WritParser::FieldNameContext>(i);
}


size_t WritParser::DottedContext::getRuleIndex() const {
  return WritParser::RuleDotted;
}


WritParser::DottedContext* WritParser::dotted() {
  DottedContext *_localctx = _tracker.createInstance<DottedContext>(_ctx, getState());
  enterRule(_localctx, 90, WritParser::RuleDotted);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(678);
    name();
    setState(683);
    _errHandler->sync(this);
    _la = _input->LA(1);
    while (_la == WritParser::DOT) {
      setState(679);
      match(WritParser::DOT);
      setState(680);
      fieldName();
      setState(685);
      _errHandler->sync(this);
      _la = _input->LA(1);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- NameContext ------------------------------------------------------------------

WritParser::NameContext::NameContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

tree::TerminalNode* WritParser::NameContext::ID() {
  return getToken(WritParser::ID, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_SEVERITY() {
  return getToken(WritParser::KW_SEVERITY, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_IMPACT() {
  return getToken(WritParser::KW_IMPACT, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_CONFIDENCE() {
  return getToken(WritParser::KW_CONFIDENCE, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_OWNER() {
  return getToken(WritParser::KW_OWNER, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_RATIONALE() {
  return getToken(WritParser::KW_RATIONALE, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_REMEDIATION() {
  return getToken(WritParser::KW_REMEDIATION, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_REFERENCES() {
  return getToken(WritParser::KW_REFERENCES, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_TAGS() {
  return getToken(WritParser::KW_TAGS, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_CONTROLS() {
  return getToken(WritParser::KW_CONTROLS, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_FIX_WITHIN() {
  return getToken(WritParser::KW_FIX_WITHIN, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_FORMERLY() {
  return getToken(WritParser::KW_FORMERLY, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_DATA() {
  return getToken(WritParser::KW_DATA, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_INPUT() {
  return getToken(WritParser::KW_INPUT, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_ENUM() {
  return getToken(WritParser::KW_ENUM, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_LIST() {
  return getToken(WritParser::KW_LIST, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_SET() {
  return getToken(WritParser::KW_SET, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_MAP() {
  return getToken(WritParser::KW_MAP, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_FROM() {
  return getToken(WritParser::KW_FROM, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_VERSION() {
  return getToken(WritParser::KW_VERSION, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_LANGUAGE() {
  return getToken(WritParser::KW_LANGUAGE, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_AS() {
  return getToken(WritParser::KW_AS, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_EACH() {
  return getToken(WritParser::KW_EACH, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_JOINED() {
  return getToken(WritParser::KW_JOINED, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_WITH() {
  return getToken(WritParser::KW_WITH, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_GROUP() {
  return getToken(WritParser::KW_GROUP, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_BY() {
  return getToken(WritParser::KW_BY, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_WITHIN() {
  return getToken(WritParser::KW_WITHIN, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_SLIDING() {
  return getToken(WritParser::KW_SLIDING, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_TUMBLING() {
  return getToken(WritParser::KW_TUMBLING, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_SESSION() {
  return getToken(WritParser::KW_SESSION, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_SEQUENCE() {
  return getToken(WritParser::KW_SEQUENCE, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_THEN() {
  return getToken(WritParser::KW_THEN, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_WITHOUT() {
  return getToken(WritParser::KW_WITHOUT, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_AT() {
  return getToken(WritParser::KW_AT, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_EVIDENCE() {
  return getToken(WritParser::KW_EVIDENCE, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_FIRST() {
  return getToken(WritParser::KW_FIRST, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_PER() {
  return getToken(WritParser::KW_PER, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_ON() {
  return getToken(WritParser::KW_ON, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_SAMPLED() {
  return getToken(WritParser::KW_SAMPLED, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_ALLOW() {
  return getToken(WritParser::KW_ALLOW, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_QUADRATIC() {
  return getToken(WritParser::KW_QUADRATIC, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_EXPECT() {
  return getToken(WritParser::KW_EXPECT, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_EMPTY() {
  return getToken(WritParser::KW_EMPTY, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_PRESENT() {
  return getToken(WritParser::KW_PRESENT, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_KNOWN() {
  return getToken(WritParser::KW_KNOWN, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_SKIP() {
  return getToken(WritParser::KW_SKIP, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_FAIL() {
  return getToken(WritParser::KW_FAIL, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_INDETERMINATE() {
  return getToken(WritParser::KW_INDETERMINATE, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_UNTIL() {
  return getToken(WritParser::KW_UNTIL, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_REASON() {
  return getToken(WritParser::KW_REASON, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_AUTHOR() {
  return getToken(WritParser::KW_AUTHOR, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_APPROVED_BY() {
  return getToken(WritParser::KW_APPROVED_BY, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_TICKET() {
  return getToken(WritParser::KW_TICKET, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_GIVEN() {
  return getToken(WritParser::KW_GIVEN, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_SPEC() {
  return getToken(WritParser::KW_SPEC, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_EXCHANGES() {
  return getToken(WritParser::KW_EXCHANGES, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_BASELINE() {
  return getToken(WritParser::KW_BASELINE, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_DOCUMENT() {
  return getToken(WritParser::KW_DOCUMENT, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_FILE() {
  return getToken(WritParser::KW_FILE, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_NOW() {
  return getToken(WritParser::KW_NOW, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_ALL() {
  return getToken(WritParser::KW_ALL, 0);
}

tree::TerminalNode* WritParser::NameContext::KW_COUNT() {
  return getToken(WritParser::KW_COUNT, 0);
}


size_t WritParser::NameContext::getRuleIndex() const {
  return WritParser::RuleName;
}


WritParser::NameContext* WritParser::name() {
  NameContext *_localctx = _tracker.createInstance<NameContext>(_ctx, getState());
  enterRule(_localctx, 92, WritParser::RuleName);
  size_t _la = 0;

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    enterOuterAlt(_localctx, 1);
    setState(686);
    _la = _input->LA(1);
    if (!((((_la & ~ 0x3fULL) == 0) &&
      ((1ULL << _la) & ((1ULL << WritParser::KW_SEVERITY)
      | (1ULL << WritParser::KW_IMPACT)
      | (1ULL << WritParser::KW_CONFIDENCE)
      | (1ULL << WritParser::KW_OWNER)
      | (1ULL << WritParser::KW_RATIONALE)
      | (1ULL << WritParser::KW_REMEDIATION)
      | (1ULL << WritParser::KW_REFERENCES)
      | (1ULL << WritParser::KW_TAGS)
      | (1ULL << WritParser::KW_CONTROLS)
      | (1ULL << WritParser::KW_FIX_WITHIN)
      | (1ULL << WritParser::KW_FORMERLY)
      | (1ULL << WritParser::KW_DATA)
      | (1ULL << WritParser::KW_INPUT)
      | (1ULL << WritParser::KW_ENUM)
      | (1ULL << WritParser::KW_LIST)
      | (1ULL << WritParser::KW_SET)
      | (1ULL << WritParser::KW_MAP)
      | (1ULL << WritParser::KW_FROM)
      | (1ULL << WritParser::KW_VERSION)
      | (1ULL << WritParser::KW_LANGUAGE)
      | (1ULL << WritParser::KW_AS)
      | (1ULL << WritParser::KW_EACH)
      | (1ULL << WritParser::KW_JOINED)
      | (1ULL << WritParser::KW_WITH)
      | (1ULL << WritParser::KW_GROUP)
      | (1ULL << WritParser::KW_BY)
      | (1ULL << WritParser::KW_WITHIN)
      | (1ULL << WritParser::KW_SLIDING)
      | (1ULL << WritParser::KW_TUMBLING)
      | (1ULL << WritParser::KW_SESSION)
      | (1ULL << WritParser::KW_SEQUENCE))) != 0) || ((((_la - 64) & ~ 0x3fULL) == 0) &&
      ((1ULL << (_la - 64)) & ((1ULL << (WritParser::KW_THEN - 64))
      | (1ULL << (WritParser::KW_WITHOUT - 64))
      | (1ULL << (WritParser::KW_AT - 64))
      | (1ULL << (WritParser::KW_EVIDENCE - 64))
      | (1ULL << (WritParser::KW_FIRST - 64))
      | (1ULL << (WritParser::KW_PER - 64))
      | (1ULL << (WritParser::KW_ON - 64))
      | (1ULL << (WritParser::KW_SAMPLED - 64))
      | (1ULL << (WritParser::KW_ALLOW - 64))
      | (1ULL << (WritParser::KW_QUADRATIC - 64))
      | (1ULL << (WritParser::KW_EXPECT - 64))
      | (1ULL << (WritParser::KW_EMPTY - 64))
      | (1ULL << (WritParser::KW_PRESENT - 64))
      | (1ULL << (WritParser::KW_KNOWN - 64))
      | (1ULL << (WritParser::KW_SKIP - 64))
      | (1ULL << (WritParser::KW_FAIL - 64))
      | (1ULL << (WritParser::KW_INDETERMINATE - 64))
      | (1ULL << (WritParser::KW_UNTIL - 64))
      | (1ULL << (WritParser::KW_REASON - 64))
      | (1ULL << (WritParser::KW_AUTHOR - 64))
      | (1ULL << (WritParser::KW_APPROVED_BY - 64))
      | (1ULL << (WritParser::KW_TICKET - 64))
      | (1ULL << (WritParser::KW_GIVEN - 64))
      | (1ULL << (WritParser::KW_SPEC - 64))
      | (1ULL << (WritParser::KW_EXCHANGES - 64))
      | (1ULL << (WritParser::KW_BASELINE - 64))
      | (1ULL << (WritParser::KW_DOCUMENT - 64))
      | (1ULL << (WritParser::KW_FILE - 64))
      | (1ULL << (WritParser::KW_NOW - 64))
      | (1ULL << (WritParser::KW_ALL - 64))
      | (1ULL << (WritParser::KW_COUNT - 64))
      | (1ULL << (WritParser::ID - 64)))) != 0))) {
    _errHandler->recoverInline(this);
    }
    else {
      _errHandler->reportMatch(this);
      consume();
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

//----------------- FieldNameContext ------------------------------------------------------------------

WritParser::FieldNameContext::FieldNameContext(ParserRuleContext *parent, size_t invokingState)
  : ParserRuleContext(parent, invokingState) {
}

WritParser::NameContext* WritParser::FieldNameContext::name() {
  return getRuleContext<WritParser::NameContext>(0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_AND() {
  return getToken(WritParser::KW_AND, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_OR() {
  return getToken(WritParser::KW_OR, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_NOT() {
  return getToken(WritParser::KW_NOT, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_IN() {
  return getToken(WritParser::KW_IN, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_IS() {
  return getToken(WritParser::KW_IS, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_MATCHES() {
  return getToken(WritParser::KW_MATCHES, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_CONTAINS() {
  return getToken(WritParser::KW_CONTAINS, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_HAS() {
  return getToken(WritParser::KW_HAS, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_TRUE() {
  return getToken(WritParser::KW_TRUE, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_FALSE() {
  return getToken(WritParser::KW_FALSE, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_FOR() {
  return getToken(WritParser::KW_FOR, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_WHERE() {
  return getToken(WritParser::KW_WHERE, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_LET() {
  return getToken(WritParser::KW_LET, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_ELSE() {
  return getToken(WritParser::KW_ELSE, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_REQUIRE() {
  return getToken(WritParser::KW_REQUIRE, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_RAISE() {
  return getToken(WritParser::KW_RAISE, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_WHEN() {
  return getToken(WritParser::KW_WHEN, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_REPORT() {
  return getToken(WritParser::KW_REPORT, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_RULE() {
  return getToken(WritParser::KW_RULE, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_DETECT() {
  return getToken(WritParser::KW_DETECT, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_POLICY() {
  return getToken(WritParser::KW_POLICY, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_IMPORT() {
  return getToken(WritParser::KW_IMPORT, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_CONST() {
  return getToken(WritParser::KW_CONST, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_PARAM() {
  return getToken(WritParser::KW_PARAM, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_FN() {
  return getToken(WritParser::KW_FN, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_WAIVER() {
  return getToken(WritParser::KW_WAIVER, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_TEST() {
  return getToken(WritParser::KW_TEST, 0);
}

tree::TerminalNode* WritParser::FieldNameContext::KW_ACTIVATE() {
  return getToken(WritParser::KW_ACTIVATE, 0);
}


size_t WritParser::FieldNameContext::getRuleIndex() const {
  return WritParser::RuleFieldName;
}


WritParser::FieldNameContext* WritParser::fieldName() {
  FieldNameContext *_localctx = _tracker.createInstance<FieldNameContext>(_ctx, getState());
  enterRule(_localctx, 94, WritParser::RuleFieldName);

  auto onExit = finally([=] {
    exitRule();
  });
  try {
    setState(717);
    _errHandler->sync(this);
    switch (_input->LA(1)) {
      case WritParser::KW_SEVERITY:
      case WritParser::KW_IMPACT:
      case WritParser::KW_CONFIDENCE:
      case WritParser::KW_OWNER:
      case WritParser::KW_RATIONALE:
      case WritParser::KW_REMEDIATION:
      case WritParser::KW_REFERENCES:
      case WritParser::KW_TAGS:
      case WritParser::KW_CONTROLS:
      case WritParser::KW_FIX_WITHIN:
      case WritParser::KW_FORMERLY:
      case WritParser::KW_DATA:
      case WritParser::KW_INPUT:
      case WritParser::KW_ENUM:
      case WritParser::KW_LIST:
      case WritParser::KW_SET:
      case WritParser::KW_MAP:
      case WritParser::KW_FROM:
      case WritParser::KW_VERSION:
      case WritParser::KW_LANGUAGE:
      case WritParser::KW_AS:
      case WritParser::KW_EACH:
      case WritParser::KW_JOINED:
      case WritParser::KW_WITH:
      case WritParser::KW_GROUP:
      case WritParser::KW_BY:
      case WritParser::KW_WITHIN:
      case WritParser::KW_SLIDING:
      case WritParser::KW_TUMBLING:
      case WritParser::KW_SESSION:
      case WritParser::KW_SEQUENCE:
      case WritParser::KW_THEN:
      case WritParser::KW_WITHOUT:
      case WritParser::KW_AT:
      case WritParser::KW_EVIDENCE:
      case WritParser::KW_FIRST:
      case WritParser::KW_PER:
      case WritParser::KW_ON:
      case WritParser::KW_SAMPLED:
      case WritParser::KW_ALLOW:
      case WritParser::KW_QUADRATIC:
      case WritParser::KW_EXPECT:
      case WritParser::KW_EMPTY:
      case WritParser::KW_PRESENT:
      case WritParser::KW_KNOWN:
      case WritParser::KW_SKIP:
      case WritParser::KW_FAIL:
      case WritParser::KW_INDETERMINATE:
      case WritParser::KW_UNTIL:
      case WritParser::KW_REASON:
      case WritParser::KW_AUTHOR:
      case WritParser::KW_APPROVED_BY:
      case WritParser::KW_TICKET:
      case WritParser::KW_GIVEN:
      case WritParser::KW_SPEC:
      case WritParser::KW_EXCHANGES:
      case WritParser::KW_BASELINE:
      case WritParser::KW_DOCUMENT:
      case WritParser::KW_FILE:
      case WritParser::KW_NOW:
      case WritParser::KW_ALL:
      case WritParser::KW_COUNT:
      case WritParser::ID: {
        enterOuterAlt(_localctx, 1);
        setState(688);
        name();
        break;
      }

      case WritParser::KW_AND: {
        enterOuterAlt(_localctx, 2);
        setState(689);
        match(WritParser::KW_AND);
        break;
      }

      case WritParser::KW_OR: {
        enterOuterAlt(_localctx, 3);
        setState(690);
        match(WritParser::KW_OR);
        break;
      }

      case WritParser::KW_NOT: {
        enterOuterAlt(_localctx, 4);
        setState(691);
        match(WritParser::KW_NOT);
        break;
      }

      case WritParser::KW_IN: {
        enterOuterAlt(_localctx, 5);
        setState(692);
        match(WritParser::KW_IN);
        break;
      }

      case WritParser::KW_IS: {
        enterOuterAlt(_localctx, 6);
        setState(693);
        match(WritParser::KW_IS);
        break;
      }

      case WritParser::KW_MATCHES: {
        enterOuterAlt(_localctx, 7);
        setState(694);
        match(WritParser::KW_MATCHES);
        break;
      }

      case WritParser::KW_CONTAINS: {
        enterOuterAlt(_localctx, 8);
        setState(695);
        match(WritParser::KW_CONTAINS);
        break;
      }

      case WritParser::KW_HAS: {
        enterOuterAlt(_localctx, 9);
        setState(696);
        match(WritParser::KW_HAS);
        break;
      }

      case WritParser::KW_TRUE: {
        enterOuterAlt(_localctx, 10);
        setState(697);
        match(WritParser::KW_TRUE);
        break;
      }

      case WritParser::KW_FALSE: {
        enterOuterAlt(_localctx, 11);
        setState(698);
        match(WritParser::KW_FALSE);
        break;
      }

      case WritParser::KW_FOR: {
        enterOuterAlt(_localctx, 12);
        setState(699);
        match(WritParser::KW_FOR);
        break;
      }

      case WritParser::KW_WHERE: {
        enterOuterAlt(_localctx, 13);
        setState(700);
        match(WritParser::KW_WHERE);
        break;
      }

      case WritParser::KW_LET: {
        enterOuterAlt(_localctx, 14);
        setState(701);
        match(WritParser::KW_LET);
        break;
      }

      case WritParser::KW_ELSE: {
        enterOuterAlt(_localctx, 15);
        setState(702);
        match(WritParser::KW_ELSE);
        break;
      }

      case WritParser::KW_REQUIRE: {
        enterOuterAlt(_localctx, 16);
        setState(703);
        match(WritParser::KW_REQUIRE);
        break;
      }

      case WritParser::KW_RAISE: {
        enterOuterAlt(_localctx, 17);
        setState(704);
        match(WritParser::KW_RAISE);
        break;
      }

      case WritParser::KW_WHEN: {
        enterOuterAlt(_localctx, 18);
        setState(705);
        match(WritParser::KW_WHEN);
        break;
      }

      case WritParser::KW_REPORT: {
        enterOuterAlt(_localctx, 19);
        setState(706);
        match(WritParser::KW_REPORT);
        break;
      }

      case WritParser::KW_RULE: {
        enterOuterAlt(_localctx, 20);
        setState(707);
        match(WritParser::KW_RULE);
        break;
      }

      case WritParser::KW_DETECT: {
        enterOuterAlt(_localctx, 21);
        setState(708);
        match(WritParser::KW_DETECT);
        break;
      }

      case WritParser::KW_POLICY: {
        enterOuterAlt(_localctx, 22);
        setState(709);
        match(WritParser::KW_POLICY);
        break;
      }

      case WritParser::KW_IMPORT: {
        enterOuterAlt(_localctx, 23);
        setState(710);
        match(WritParser::KW_IMPORT);
        break;
      }

      case WritParser::KW_CONST: {
        enterOuterAlt(_localctx, 24);
        setState(711);
        match(WritParser::KW_CONST);
        break;
      }

      case WritParser::KW_PARAM: {
        enterOuterAlt(_localctx, 25);
        setState(712);
        match(WritParser::KW_PARAM);
        break;
      }

      case WritParser::KW_FN: {
        enterOuterAlt(_localctx, 26);
        setState(713);
        match(WritParser::KW_FN);
        break;
      }

      case WritParser::KW_WAIVER: {
        enterOuterAlt(_localctx, 27);
        setState(714);
        match(WritParser::KW_WAIVER);
        break;
      }

      case WritParser::KW_TEST: {
        enterOuterAlt(_localctx, 28);
        setState(715);
        match(WritParser::KW_TEST);
        break;
      }

      case WritParser::KW_ACTIVATE: {
        enterOuterAlt(_localctx, 29);
        setState(716);
        match(WritParser::KW_ACTIVATE);
        break;
      }

    default:
      throw NoViableAltException(this);
    }
   
  }
  catch (RecognitionException &e) {
    _errHandler->reportError(this, e);
    _localctx->exception = std::current_exception();
    _errHandler->recover(this, _localctx->exception);
  }

  return _localctx;
}

// Static vars and initialization.
std::vector<dfa::DFA> WritParser::_decisionToDFA;
atn::PredictionContextCache WritParser::_sharedContextCache;

// We own the ATN which in turn owns the ATN states.
atn::ATN WritParser::_atn;
std::vector<uint16_t> WritParser::_serializedATN;

std::vector<std::string> WritParser::_ruleNames = {
  "file", "unit", "item", "header", "importDecl", "constDecl", "dataDecl", 
  "paramDecl", "inputDecl", "fnDecl", "fnParam", "ruleDecl", "detectDecl", 
  "ruleClause", "detectClause", "metaClause", "control", "activateClause", 
  "flagClause", "forEachClause", "letClause", "requireClause", "groupClause", 
  "groupKey", "sequenceClause", "nextStep", "step", "raiseClause", "reportClause", 
  "waiverDecl", "testDecl", "testClause", "given", "expr", "tail", "operand", 
  "suffix", "args", "primary", "entry", "comprehension", "string_", "part", 
  "type", "typeBase", "dotted", "name", "fieldName"
};

std::vector<std::string> WritParser::_literalNames = {
  "", "", "", "", "", "'and'", "'or'", "'not'", "'in'", "'is'", "'matches'", 
  "'contains'", "'has'", "'true'", "'false'", "'for'", "'where'", "'let'", 
  "'else'", "'require'", "'raise'", "'when'", "'report'", "'rule'", "'detect'", 
  "'policy'", "'import'", "'const'", "'param'", "'fn'", "'waiver'", "'test'", 
  "'activate'", "'severity'", "'impact'", "'confidence'", "'owner'", "'rationale'", 
  "'remediation'", "'references'", "'tags'", "'controls'", "'fix_within'", 
  "'formerly'", "'data'", "'input'", "'enum'", "'list'", "'set'", "'map'", 
  "'from'", "'version'", "'language'", "'as'", "'each'", "'joined'", "'with'", 
  "'group'", "'by'", "'within'", "'sliding'", "'tumbling'", "'session'", 
  "'sequence'", "'then'", "'without'", "'at'", "'evidence'", "'first'", 
  "'per'", "'on'", "'sampled'", "'allow'", "'quadratic'", "'expect'", "'empty'", 
  "'present'", "'known'", "'skip'", "'fail'", "'indeterminate'", "'until'", 
  "'reason'", "'author'", "'approved_by'", "'ticket'", "'given'", "'spec'", 
  "'exchanges'", "'baseline'", "'document'", "'file'", "'now'", "'all'", 
  "'count'", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", 
  "", "'{'", "'}'", "'('", "')'", "'['", "']'", "'?.'", "", "'?'", "'.'", 
  "','", "':'", "'=='", "'!='", "'<='", "'>='", "'<'", "'>'", "'='", "'+'", 
  "'-'", "'*'", "'/'", "'%'", "", "", "'!'", "", "", "'=>'", "';'", "", 
  "'/*'", "", "", "", "", "", "", "'${'"
};

std::vector<std::string> WritParser::_symbolicNames = {
  "", "HOLE", "DOC", "COMMENT", "WS", "KW_AND", "KW_OR", "KW_NOT", "KW_IN", 
  "KW_IS", "KW_MATCHES", "KW_CONTAINS", "KW_HAS", "KW_TRUE", "KW_FALSE", 
  "KW_FOR", "KW_WHERE", "KW_LET", "KW_ELSE", "KW_REQUIRE", "KW_RAISE", "KW_WHEN", 
  "KW_REPORT", "KW_RULE", "KW_DETECT", "KW_POLICY", "KW_IMPORT", "KW_CONST", 
  "KW_PARAM", "KW_FN", "KW_WAIVER", "KW_TEST", "KW_ACTIVATE", "KW_SEVERITY", 
  "KW_IMPACT", "KW_CONFIDENCE", "KW_OWNER", "KW_RATIONALE", "KW_REMEDIATION", 
  "KW_REFERENCES", "KW_TAGS", "KW_CONTROLS", "KW_FIX_WITHIN", "KW_FORMERLY", 
  "KW_DATA", "KW_INPUT", "KW_ENUM", "KW_LIST", "KW_SET", "KW_MAP", "KW_FROM", 
  "KW_VERSION", "KW_LANGUAGE", "KW_AS", "KW_EACH", "KW_JOINED", "KW_WITH", 
  "KW_GROUP", "KW_BY", "KW_WITHIN", "KW_SLIDING", "KW_TUMBLING", "KW_SESSION", 
  "KW_SEQUENCE", "KW_THEN", "KW_WITHOUT", "KW_AT", "KW_EVIDENCE", "KW_FIRST", 
  "KW_PER", "KW_ON", "KW_SAMPLED", "KW_ALLOW", "KW_QUADRATIC", "KW_EXPECT", 
  "KW_EMPTY", "KW_PRESENT", "KW_KNOWN", "KW_SKIP", "KW_FAIL", "KW_INDETERMINATE", 
  "KW_UNTIL", "KW_REASON", "KW_AUTHOR", "KW_APPROVED_BY", "KW_TICKET", "KW_GIVEN", 
  "KW_SPEC", "KW_EXCHANGES", "KW_BASELINE", "KW_DOCUMENT", "KW_FILE", "KW_NOW", 
  "KW_ALL", "KW_COUNT", "RAW_OPEN", "REGEX", "IP", "TIME", "JPATH", "BAD_LITERAL", 
  "PERCENT_LITERAL", "DURATION", "SIZE", "DECIMAL", "INT", "BAD_NUMBER", 
  "ID", "STRING", "TRIPLE_OPEN", "STR_OPEN", "LBRACE", "RBRACE", "LPAREN", 
  "RPAREN", "LBRACK", "RBRACK", "QDOT", "QQ", "Q", "DOT", "COMMA", "COLON", 
  "EQ", "NE", "LE", "GE", "LT", "GT", "ASSIGN", "PLUS", "MINUS", "STAR", 
  "SLASH", "PERCENT", "BAD_AND", "BAD_OR", "BAD_NOT", "BAD_EQ", "BAD_NE", 
  "BAD_GE", "BAD_SEMICOLON", "BAD_LINE_COMMENT", "BAD_BLOCK_COMMENT", "BAD_STRING", 
  "BAD_CHAR", "STR_CLOSE", "TEXT", "STR_BROKEN", "TRIPLE_CLOSE", "INTERP"
};

dfa::Vocabulary WritParser::_vocabulary(_literalNames, _symbolicNames);

std::vector<std::string> WritParser::_tokenNames;

WritParser::Initializer::Initializer() {
	for (size_t i = 0; i < _symbolicNames.size(); ++i) {
		std::string name = _vocabulary.getLiteralName(i);
		if (name.empty()) {
			name = _vocabulary.getSymbolicName(i);
		}

		if (name.empty()) {
			_tokenNames.push_back("<INVALID>");
		} else {
      _tokenNames.push_back(name);
    }
	}

  _serializedATN = {
    0x3, 0x608b, 0xa72a, 0x8133, 0xb9ed, 0x417c, 0x3be7, 0x7786, 0x5964, 
    0x3, 0x98, 0x2d2, 0x4, 0x2, 0x9, 0x2, 0x4, 0x3, 0x9, 0x3, 0x4, 0x4, 
    0x9, 0x4, 0x4, 0x5, 0x9, 0x5, 0x4, 0x6, 0x9, 0x6, 0x4, 0x7, 0x9, 0x7, 
    0x4, 0x8, 0x9, 0x8, 0x4, 0x9, 0x9, 0x9, 0x4, 0xa, 0x9, 0xa, 0x4, 0xb, 
    0x9, 0xb, 0x4, 0xc, 0x9, 0xc, 0x4, 0xd, 0x9, 0xd, 0x4, 0xe, 0x9, 0xe, 
    0x4, 0xf, 0x9, 0xf, 0x4, 0x10, 0x9, 0x10, 0x4, 0x11, 0x9, 0x11, 0x4, 
    0x12, 0x9, 0x12, 0x4, 0x13, 0x9, 0x13, 0x4, 0x14, 0x9, 0x14, 0x4, 0x15, 
    0x9, 0x15, 0x4, 0x16, 0x9, 0x16, 0x4, 0x17, 0x9, 0x17, 0x4, 0x18, 0x9, 
    0x18, 0x4, 0x19, 0x9, 0x19, 0x4, 0x1a, 0x9, 0x1a, 0x4, 0x1b, 0x9, 0x1b, 
    0x4, 0x1c, 0x9, 0x1c, 0x4, 0x1d, 0x9, 0x1d, 0x4, 0x1e, 0x9, 0x1e, 0x4, 
    0x1f, 0x9, 0x1f, 0x4, 0x20, 0x9, 0x20, 0x4, 0x21, 0x9, 0x21, 0x4, 0x22, 
    0x9, 0x22, 0x4, 0x23, 0x9, 0x23, 0x4, 0x24, 0x9, 0x24, 0x4, 0x25, 0x9, 
    0x25, 0x4, 0x26, 0x9, 0x26, 0x4, 0x27, 0x9, 0x27, 0x4, 0x28, 0x9, 0x28, 
    0x4, 0x29, 0x9, 0x29, 0x4, 0x2a, 0x9, 0x2a, 0x4, 0x2b, 0x9, 0x2b, 0x4, 
    0x2c, 0x9, 0x2c, 0x4, 0x2d, 0x9, 0x2d, 0x4, 0x2e, 0x9, 0x2e, 0x4, 0x2f, 
    0x9, 0x2f, 0x4, 0x30, 0x9, 0x30, 0x4, 0x31, 0x9, 0x31, 0x3, 0x2, 0x7, 
    0x2, 0x64, 0xa, 0x2, 0xc, 0x2, 0xe, 0x2, 0x67, 0xb, 0x2, 0x3, 0x2, 0x3, 
    0x2, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 0x4, 0x3, 
    0x4, 0x3, 0x4, 0x5, 0x4, 0x7a, 0xa, 0x4, 0x3, 0x5, 0x3, 0x5, 0x3, 0x5, 
    0x3, 0x5, 0x3, 0x5, 0x3, 0x5, 0x3, 0x5, 0x3, 0x6, 0x3, 0x6, 0x3, 0x6, 
    0x3, 0x6, 0x5, 0x6, 0x87, 0xa, 0x6, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 
    0x7, 0x5, 0x7, 0x8d, 0xa, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 0x7, 0x3, 0x8, 
    0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x8, 0x3, 0x9, 
    0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0x9, 0x3, 0xa, 
    0x3, 0xa, 0x3, 0xa, 0x3, 0xa, 0x3, 0xa, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 
    0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x7, 0xb, 0xab, 0xa, 0xb, 0xc, 0xb, 0xe, 
    0xb, 0xae, 0xb, 0xb, 0x5, 0xb, 0xb0, 0xa, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 
    0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xb, 0x3, 0xc, 0x3, 0xc, 0x3, 0xc, 0x3, 
    0xc, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 0xd, 0x7, 0xd, 0xc1, 
    0xa, 0xd, 0xc, 0xd, 0xe, 0xd, 0xc4, 0xb, 0xd, 0x3, 0xd, 0x3, 0xd, 0x3, 
    0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xe, 0x7, 0xe, 0xcd, 0xa, 0xe, 
    0xc, 0xe, 0xe, 0xe, 0xd0, 0xb, 0xe, 0x3, 0xe, 0x3, 0xe, 0x3, 0xf, 0x3, 
    0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x3, 0xf, 0x5, 0xf, 0xdb, 
    0xa, 0xf, 0x3, 0x10, 0x3, 0x10, 0x3, 0x10, 0x3, 0x10, 0x3, 0x10, 0x3, 
    0x10, 0x3, 0x10, 0x3, 0x10, 0x3, 0x10, 0x5, 0x10, 0xe6, 0xa, 0x10, 0x3, 
    0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 
    0x3, 0x11, 0x7, 0x11, 0xf0, 0xa, 0x11, 0xc, 0x11, 0xe, 0x11, 0xf3, 0xb, 
    0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 0x3, 0x11, 
    0x7, 0x11, 0xfb, 0xa, 0x11, 0xc, 0x11, 0xe, 0x11, 0xfe, 0xb, 0x11, 0x3, 
    0x11, 0x3, 0x11, 0x5, 0x11, 0x102, 0xa, 0x11, 0x3, 0x12, 0x3, 0x12, 
    0x3, 0x12, 0x5, 0x12, 0x107, 0xa, 0x12, 0x3, 0x13, 0x3, 0x13, 0x3, 0x13, 
    0x3, 0x13, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 0x14, 0x3, 
    0x14, 0x5, 0x14, 0x113, 0xa, 0x14, 0x3, 0x15, 0x3, 0x15, 0x3, 0x15, 
    0x3, 0x15, 0x3, 0x15, 0x3, 0x15, 0x5, 0x15, 0x11b, 0xa, 0x15, 0x3, 0x15, 
    0x3, 0x15, 0x5, 0x15, 0x11f, 0xa, 0x15, 0x3, 0x15, 0x3, 0x15, 0x3, 0x15, 
    0x3, 0x15, 0x3, 0x15, 0x5, 0x15, 0x126, 0xa, 0x15, 0x3, 0x15, 0x3, 0x15, 
    0x5, 0x15, 0x12a, 0xa, 0x15, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 
    0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 0x5, 0x16, 0x133, 0xa, 0x16, 0x3, 0x16, 
    0x3, 0x16, 0x5, 0x16, 0x137, 0xa, 0x16, 0x3, 0x16, 0x3, 0x16, 0x3, 0x16, 
    0x3, 0x16, 0x7, 0x16, 0x13d, 0xa, 0x16, 0xc, 0x16, 0xe, 0x16, 0x140, 
    0xb, 0x16, 0x5, 0x16, 0x142, 0xa, 0x16, 0x5, 0x16, 0x144, 0xa, 0x16, 
    0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x3, 0x17, 0x5, 0x17, 0x14a, 0xa, 0x17, 
    0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x3, 0x18, 0x7, 0x18, 0x151, 
    0xa, 0x18, 0xc, 0x18, 0xe, 0x18, 0x154, 0xb, 0x18, 0x3, 0x18, 0x3, 0x18, 
    0x3, 0x18, 0x5, 0x18, 0x159, 0xa, 0x18, 0x3, 0x19, 0x3, 0x19, 0x3, 0x19, 
    0x5, 0x19, 0x15e, 0xa, 0x19, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 
    0x7, 0x1a, 0x164, 0xa, 0x1a, 0xc, 0x1a, 0xe, 0x1a, 0x167, 0xb, 0x1a, 
    0x3, 0x1a, 0x3, 0x1a, 0x3, 0x1a, 0x5, 0x1a, 0x16c, 0xa, 0x1a, 0x3, 0x1b, 
    0x3, 0x1b, 0x3, 0x1b, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 0x1c, 0x3, 
    0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1d, 0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 0x7, 0x1e, 0x17f, 0xa, 0x1e, 0xc, 0x1e, 
    0xe, 0x1e, 0x182, 0xb, 0x1e, 0x5, 0x1e, 0x184, 0xa, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x5, 0x1e, 0x189, 0xa, 0x1e, 0x3, 0x1e, 0x3, 0x1e, 
    0x3, 0x1e, 0x3, 0x1e, 0x7, 0x1e, 0x18f, 0xa, 0x1e, 0xc, 0x1e, 0xe, 0x1e, 
    0x192, 0xb, 0x1e, 0x5, 0x1e, 0x194, 0xa, 0x1e, 0x3, 0x1f, 0x3, 0x1f, 
    0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x19d, 
    0xa, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 
    0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x3, 0x1f, 0x5, 0x1f, 0x1a9, 
    0xa, 0x1f, 0x3, 0x20, 0x3, 0x20, 0x3, 0x20, 0x3, 0x20, 0x3, 0x20, 0x3, 
    0x20, 0x7, 0x20, 0x1b1, 0xa, 0x20, 0xc, 0x20, 0xe, 0x20, 0x1b4, 0xb, 
    0x20, 0x3, 0x20, 0x3, 0x20, 0x3, 0x21, 0x3, 0x21, 0x7, 0x21, 0x1ba, 
    0xa, 0x21, 0xc, 0x21, 0xe, 0x21, 0x1bd, 0xb, 0x21, 0x3, 0x21, 0x3, 0x21, 
    0x3, 0x21, 0x3, 0x21, 0x3, 0x21, 0x3, 0x21, 0x3, 0x21, 0x5, 0x21, 0x1c6, 
    0xa, 0x21, 0x3, 0x21, 0x3, 0x21, 0x5, 0x21, 0x1ca, 0xa, 0x21, 0x3, 0x21, 
    0x3, 0x21, 0x5, 0x21, 0x1ce, 0xa, 0x21, 0x5, 0x21, 0x1d0, 0xa, 0x21, 
    0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x5, 0x22, 0x1d6, 0xa, 0x22, 
    0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x3, 0x22, 0x3, 
    0x22, 0x5, 0x22, 0x1df, 0xa, 0x22, 0x3, 0x23, 0x3, 0x23, 0x7, 0x23, 
    0x1e3, 0xa, 0x23, 0xc, 0x23, 0xe, 0x23, 0x1e6, 0xb, 0x23, 0x3, 0x24, 
    0x3, 0x24, 0x3, 0x24, 0x5, 0x24, 0x1eb, 0xa, 0x24, 0x3, 0x24, 0x3, 0x24, 
    0x3, 0x24, 0x3, 0x24, 0x5, 0x24, 0x1f1, 0xa, 0x24, 0x3, 0x24, 0x5, 0x24, 
    0x1f4, 0xa, 0x24, 0x3, 0x25, 0x7, 0x25, 0x1f7, 0xa, 0x25, 0xc, 0x25, 
    0xe, 0x25, 0x1fa, 0xb, 0x25, 0x3, 0x25, 0x3, 0x25, 0x7, 0x25, 0x1fe, 
    0xa, 0x25, 0xc, 0x25, 0xe, 0x25, 0x201, 0xb, 0x25, 0x3, 0x26, 0x3, 0x26, 
    0x3, 0x26, 0x5, 0x26, 0x206, 0xa, 0x26, 0x3, 0x26, 0x3, 0x26, 0x3, 0x26, 
    0x3, 0x26, 0x5, 0x26, 0x20c, 0xa, 0x26, 0x3, 0x27, 0x3, 0x27, 0x3, 0x27, 
    0x3, 0x27, 0x7, 0x27, 0x212, 0xa, 0x27, 0xc, 0x27, 0xe, 0x27, 0x215, 
    0xb, 0x27, 0x3, 0x27, 0x5, 0x27, 0x218, 0xa, 0x27, 0x5, 0x27, 0x21a, 
    0xa, 0x27, 0x3, 0x27, 0x3, 0x27, 0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 
    0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x7, 0x28, 
    0x227, 0xa, 0x28, 0xc, 0x28, 0xe, 0x28, 0x22a, 0xb, 0x28, 0x3, 0x28, 
    0x5, 0x28, 0x22d, 0xa, 0x28, 0x5, 0x28, 0x22f, 0xa, 0x28, 0x5, 0x28, 
    0x231, 0xa, 0x28, 0x3, 0x28, 0x5, 0x28, 0x234, 0xa, 0x28, 0x3, 0x28, 
    0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 
    0x28, 0x3, 0x28, 0x7, 0x28, 0x23f, 0xa, 0x28, 0xc, 0x28, 0xe, 0x28, 
    0x242, 0xb, 0x28, 0x3, 0x28, 0x5, 0x28, 0x245, 0xa, 0x28, 0x5, 0x28, 
    0x247, 0xa, 0x28, 0x5, 0x28, 0x249, 0xa, 0x28, 0x3, 0x28, 0x3, 0x28, 
    0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x3, 0x28, 0x7, 0x28, 0x251, 0xa, 0x28, 
    0xc, 0x28, 0xe, 0x28, 0x254, 0xb, 0x28, 0x3, 0x28, 0x5, 0x28, 0x257, 
    0xa, 0x28, 0x5, 0x28, 0x259, 0xa, 0x28, 0x5, 0x28, 0x25b, 0xa, 0x28, 
    0x3, 0x28, 0x5, 0x28, 0x25e, 0xa, 0x28, 0x3, 0x29, 0x3, 0x29, 0x3, 0x29, 
    0x5, 0x29, 0x263, 0xa, 0x29, 0x3, 0x2a, 0x3, 0x2a, 0x3, 0x2a, 0x3, 0x2a, 
    0x3, 0x2a, 0x3, 0x2a, 0x5, 0x2a, 0x26b, 0xa, 0x2a, 0x3, 0x2b, 0x3, 0x2b, 
    0x3, 0x2b, 0x7, 0x2b, 0x270, 0xa, 0x2b, 0xc, 0x2b, 0xe, 0x2b, 0x273, 
    0xb, 0x2b, 0x3, 0x2b, 0x3, 0x2b, 0x3, 0x2b, 0x7, 0x2b, 0x278, 0xa, 0x2b, 
    0xc, 0x2b, 0xe, 0x2b, 0x27b, 0xb, 0x2b, 0x3, 0x2b, 0x5, 0x2b, 0x27e, 
    0xa, 0x2b, 0x3, 0x2c, 0x3, 0x2c, 0x3, 0x2c, 0x3, 0x2c, 0x3, 0x2c, 0x5, 
    0x2c, 0x285, 0xa, 0x2c, 0x3, 0x2d, 0x3, 0x2d, 0x5, 0x2d, 0x289, 0xa, 
    0x2d, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 
    0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 
    0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x7, 0x2e, 0x29c, 
    0xa, 0x2e, 0xc, 0x2e, 0xe, 0x2e, 0x29f, 0xb, 0x2e, 0x3, 0x2e, 0x5, 0x2e, 
    0x2a2, 0xa, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x3, 0x2e, 0x5, 0x2e, 0x2a7, 
    0xa, 0x2e, 0x3, 0x2f, 0x3, 0x2f, 0x3, 0x2f, 0x7, 0x2f, 0x2ac, 0xa, 0x2f, 
    0xc, 0x2f, 0xe, 0x2f, 0x2af, 0xb, 0x2f, 0x3, 0x30, 0x3, 0x30, 0x3, 0x31, 
    0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 
    0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 
    0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 
    0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 0x3, 0x31, 
    0x3, 0x31, 0x3, 0x31, 0x5, 0x31, 0x2d0, 0xa, 0x31, 0x3, 0x31, 0x2, 0x2, 
    0x32, 0x2, 0x4, 0x6, 0x8, 0xa, 0xc, 0xe, 0x10, 0x12, 0x14, 0x16, 0x18, 
    0x1a, 0x1c, 0x1e, 0x20, 0x22, 0x24, 0x26, 0x28, 0x2a, 0x2c, 0x2e, 0x30, 
    0x32, 0x34, 0x36, 0x38, 0x3a, 0x3c, 0x3e, 0x40, 0x42, 0x44, 0x46, 0x48, 
    0x4a, 0x4c, 0x4e, 0x50, 0x52, 0x54, 0x56, 0x58, 0x5a, 0x5c, 0x5e, 0x60, 
    0x2, 0x12, 0x3, 0x2, 0x23, 0x25, 0x3, 0x2, 0x26, 0x28, 0x3, 0x2, 0x29, 
    0x2a, 0x3, 0x2, 0x50, 0x52, 0x3, 0x2, 0x3e, 0x40, 0x3, 0x2, 0x42, 0x43, 
    0x3, 0x2, 0x59, 0x5c, 0x4, 0x2, 0x1e, 0x1e, 0x2f, 0x2f, 0x6, 0x2, 0x7, 
    0x8, 0x78, 0x78, 0x7d, 0x82, 0x84, 0x88, 0x4, 0x2, 0xa, 0xa, 0xc, 0xd, 
    0x3, 0x2, 0x4d, 0x4f, 0x5, 0x2, 0x9, 0x9, 0xe, 0xe, 0x85, 0x85, 0x4, 
    0x2, 0x77, 0x77, 0x7a, 0x7a, 0x6, 0x2, 0x3, 0x3, 0xf, 0x10, 0x62, 0x65, 
    0x67, 0x6b, 0x3, 0x2, 0x31, 0x32, 0x4, 0x2, 0x23, 0x60, 0x6d, 0x6d, 
    0x2, 0x333, 0x2, 0x65, 0x3, 0x2, 0x2, 0x2, 0x4, 0x6a, 0x3, 0x2, 0x2, 
    0x2, 0x6, 0x79, 0x3, 0x2, 0x2, 0x2, 0x8, 0x7b, 0x3, 0x2, 0x2, 0x2, 0xa, 
    0x82, 0x3, 0x2, 0x2, 0x2, 0xc, 0x88, 0x3, 0x2, 0x2, 0x2, 0xe, 0x91, 
    0x3, 0x2, 0x2, 0x2, 0x10, 0x98, 0x3, 0x2, 0x2, 0x2, 0x12, 0x9f, 0x3, 
    0x2, 0x2, 0x2, 0x14, 0xa4, 0x3, 0x2, 0x2, 0x2, 0x16, 0xb7, 0x3, 0x2, 
    0x2, 0x2, 0x18, 0xbb, 0x3, 0x2, 0x2, 0x2, 0x1a, 0xc7, 0x3, 0x2, 0x2, 
    0x2, 0x1c, 0xda, 0x3, 0x2, 0x2, 0x2, 0x1e, 0xe5, 0x3, 0x2, 0x2, 0x2, 
    0x20, 0x101, 0x3, 0x2, 0x2, 0x2, 0x22, 0x103, 0x3, 0x2, 0x2, 0x2, 0x24, 
    0x108, 0x3, 0x2, 0x2, 0x2, 0x26, 0x112, 0x3, 0x2, 0x2, 0x2, 0x28, 0x114, 
    0x3, 0x2, 0x2, 0x2, 0x2a, 0x12b, 0x3, 0x2, 0x2, 0x2, 0x2c, 0x145, 0x3, 
    0x2, 0x2, 0x2, 0x2e, 0x14b, 0x3, 0x2, 0x2, 0x2, 0x30, 0x15a, 0x3, 0x2, 
    0x2, 0x2, 0x32, 0x15f, 0x3, 0x2, 0x2, 0x2, 0x34, 0x16d, 0x3, 0x2, 0x2, 
    0x2, 0x36, 0x170, 0x3, 0x2, 0x2, 0x2, 0x38, 0x174, 0x3, 0x2, 0x2, 0x2, 
    0x3a, 0x178, 0x3, 0x2, 0x2, 0x2, 0x3c, 0x195, 0x3, 0x2, 0x2, 0x2, 0x3e, 
    0x1aa, 0x3, 0x2, 0x2, 0x2, 0x40, 0x1cf, 0x3, 0x2, 0x2, 0x2, 0x42, 0x1de, 
    0x3, 0x2, 0x2, 0x2, 0x44, 0x1e0, 0x3, 0x2, 0x2, 0x2, 0x46, 0x1f3, 0x3, 
    0x2, 0x2, 0x2, 0x48, 0x1f8, 0x3, 0x2, 0x2, 0x2, 0x4a, 0x20b, 0x3, 0x2, 
    0x2, 0x2, 0x4c, 0x20d, 0x3, 0x2, 0x2, 0x2, 0x4e, 0x25d, 0x3, 0x2, 0x2, 
    0x2, 0x50, 0x25f, 0x3, 0x2, 0x2, 0x2, 0x52, 0x264, 0x3, 0x2, 0x2, 0x2, 
    0x54, 0x27d, 0x3, 0x2, 0x2, 0x2, 0x56, 0x284, 0x3, 0x2, 0x2, 0x2, 0x58, 
    0x286, 0x3, 0x2, 0x2, 0x2, 0x5a, 0x2a6, 0x3, 0x2, 0x2, 0x2, 0x5c, 0x2a8, 
    0x3, 0x2, 0x2, 0x2, 0x5e, 0x2b0, 0x3, 0x2, 0x2, 0x2, 0x60, 0x2cf, 0x3, 
    0x2, 0x2, 0x2, 0x62, 0x64, 0x5, 0x6, 0x4, 0x2, 0x63, 0x62, 0x3, 0x2, 
    0x2, 0x2, 0x64, 0x67, 0x3, 0x2, 0x2, 0x2, 0x65, 0x63, 0x3, 0x2, 0x2, 
    0x2, 0x65, 0x66, 0x3, 0x2, 0x2, 0x2, 0x66, 0x68, 0x3, 0x2, 0x2, 0x2, 
    0x67, 0x65, 0x3, 0x2, 0x2, 0x2, 0x68, 0x69, 0x7, 0x2, 0x2, 0x3, 0x69, 
    0x3, 0x3, 0x2, 0x2, 0x2, 0x6a, 0x6b, 0x5, 0x6, 0x4, 0x2, 0x6b, 0x6c, 
    0x7, 0x2, 0x2, 0x3, 0x6c, 0x5, 0x3, 0x2, 0x2, 0x2, 0x6d, 0x7a, 0x5, 
    0x8, 0x5, 0x2, 0x6e, 0x7a, 0x5, 0xa, 0x6, 0x2, 0x6f, 0x7a, 0x5, 0xc, 
    0x7, 0x2, 0x70, 0x7a, 0x5, 0xe, 0x8, 0x2, 0x71, 0x7a, 0x5, 0x10, 0x9, 
    0x2, 0x72, 0x7a, 0x5, 0x12, 0xa, 0x2, 0x73, 0x7a, 0x5, 0x14, 0xb, 0x2, 
    0x74, 0x7a, 0x5, 0x24, 0x13, 0x2, 0x75, 0x7a, 0x5, 0x18, 0xd, 0x2, 0x76, 
    0x7a, 0x5, 0x1a, 0xe, 0x2, 0x77, 0x7a, 0x5, 0x3c, 0x1f, 0x2, 0x78, 0x7a, 
    0x5, 0x3e, 0x20, 0x2, 0x79, 0x6d, 0x3, 0x2, 0x2, 0x2, 0x79, 0x6e, 0x3, 
    0x2, 0x2, 0x2, 0x79, 0x6f, 0x3, 0x2, 0x2, 0x2, 0x79, 0x70, 0x3, 0x2, 
    0x2, 0x2, 0x79, 0x71, 0x3, 0x2, 0x2, 0x2, 0x79, 0x72, 0x3, 0x2, 0x2, 
    0x2, 0x79, 0x73, 0x3, 0x2, 0x2, 0x2, 0x79, 0x74, 0x3, 0x2, 0x2, 0x2, 
    0x79, 0x75, 0x3, 0x2, 0x2, 0x2, 0x79, 0x76, 0x3, 0x2, 0x2, 0x2, 0x79, 
    0x77, 0x3, 0x2, 0x2, 0x2, 0x79, 0x78, 0x3, 0x2, 0x2, 0x2, 0x7a, 0x7, 
    0x3, 0x2, 0x2, 0x2, 0x7b, 0x7c, 0x7, 0x1b, 0x2, 0x2, 0x7c, 0x7d, 0x5, 
    0x5c, 0x2f, 0x2, 0x7d, 0x7e, 0x7, 0x35, 0x2, 0x2, 0x7e, 0x7f, 0x5, 0x54, 
    0x2b, 0x2, 0x7f, 0x80, 0x7, 0x36, 0x2, 0x2, 0x80, 0x81, 0x7, 0x6b, 0x2, 
    0x2, 0x81, 0x9, 0x3, 0x2, 0x2, 0x2, 0x82, 0x83, 0x7, 0x1c, 0x2, 0x2, 
    0x83, 0x86, 0x5, 0x5c, 0x2f, 0x2, 0x84, 0x85, 0x7, 0x37, 0x2, 0x2, 0x85, 
    0x87, 0x5, 0x5e, 0x30, 0x2, 0x86, 0x84, 0x3, 0x2, 0x2, 0x2, 0x86, 0x87, 
    0x3, 0x2, 0x2, 0x2, 0x87, 0xb, 0x3, 0x2, 0x2, 0x2, 0x88, 0x89, 0x7, 
    0x1d, 0x2, 0x2, 0x89, 0x8c, 0x5, 0x5e, 0x30, 0x2, 0x8a, 0x8b, 0x7, 0x7c, 
    0x2, 0x2, 0x8b, 0x8d, 0x5, 0x58, 0x2d, 0x2, 0x8c, 0x8a, 0x3, 0x2, 0x2, 
    0x2, 0x8c, 0x8d, 0x3, 0x2, 0x2, 0x2, 0x8d, 0x8e, 0x3, 0x2, 0x2, 0x2, 
    0x8e, 0x8f, 0x7, 0x83, 0x2, 0x2, 0x8f, 0x90, 0x5, 0x44, 0x23, 0x2, 0x90, 
    0xd, 0x3, 0x2, 0x2, 0x2, 0x91, 0x92, 0x7, 0x2e, 0x2, 0x2, 0x92, 0x93, 
    0x5, 0x5e, 0x30, 0x2, 0x93, 0x94, 0x7, 0x7c, 0x2, 0x2, 0x94, 0x95, 0x5, 
    0x58, 0x2d, 0x2, 0x95, 0x96, 0x7, 0x34, 0x2, 0x2, 0x96, 0x97, 0x5, 0x54, 
    0x2b, 0x2, 0x97, 0xf, 0x3, 0x2, 0x2, 0x2, 0x98, 0x99, 0x7, 0x1e, 0x2, 
    0x2, 0x99, 0x9a, 0x5, 0x5e, 0x30, 0x2, 0x9a, 0x9b, 0x7, 0x7c, 0x2, 0x2, 
    0x9b, 0x9c, 0x5, 0x58, 0x2d, 0x2, 0x9c, 0x9d, 0x7, 0x83, 0x2, 0x2, 0x9d, 
    0x9e, 0x5, 0x44, 0x23, 0x2, 0x9e, 0x11, 0x3, 0x2, 0x2, 0x2, 0x9f, 0xa0, 
    0x7, 0x2f, 0x2, 0x2, 0xa0, 0xa1, 0x5, 0x5e, 0x30, 0x2, 0xa1, 0xa2, 0x7, 
    0x7c, 0x2, 0x2, 0xa2, 0xa3, 0x5, 0x58, 0x2d, 0x2, 0xa3, 0x13, 0x3, 0x2, 
    0x2, 0x2, 0xa4, 0xa5, 0x7, 0x1f, 0x2, 0x2, 0xa5, 0xa6, 0x5, 0x5e, 0x30, 
    0x2, 0xa6, 0xaf, 0x7, 0x73, 0x2, 0x2, 0xa7, 0xac, 0x5, 0x16, 0xc, 0x2, 
    0xa8, 0xa9, 0x7, 0x7b, 0x2, 0x2, 0xa9, 0xab, 0x5, 0x16, 0xc, 0x2, 0xaa, 
    0xa8, 0x3, 0x2, 0x2, 0x2, 0xab, 0xae, 0x3, 0x2, 0x2, 0x2, 0xac, 0xaa, 
    0x3, 0x2, 0x2, 0x2, 0xac, 0xad, 0x3, 0x2, 0x2, 0x2, 0xad, 0xb0, 0x3, 
    0x2, 0x2, 0x2, 0xae, 0xac, 0x3, 0x2, 0x2, 0x2, 0xaf, 0xa7, 0x3, 0x2, 
    0x2, 0x2, 0xaf, 0xb0, 0x3, 0x2, 0x2, 0x2, 0xb0, 0xb1, 0x3, 0x2, 0x2, 
    0x2, 0xb1, 0xb2, 0x7, 0x74, 0x2, 0x2, 0xb2, 0xb3, 0x7, 0x7c, 0x2, 0x2, 
    0xb3, 0xb4, 0x5, 0x58, 0x2d, 0x2, 0xb4, 0xb5, 0x7, 0x83, 0x2, 0x2, 0xb5, 
    0xb6, 0x5, 0x44, 0x23, 0x2, 0xb6, 0x15, 0x3, 0x2, 0x2, 0x2, 0xb7, 0xb8, 
    0x5, 0x5e, 0x30, 0x2, 0xb8, 0xb9, 0x7, 0x7c, 0x2, 0x2, 0xb9, 0xba, 0x5, 
    0x58, 0x2d, 0x2, 0xba, 0x17, 0x3, 0x2, 0x2, 0x2, 0xbb, 0xbc, 0x7, 0x19, 
    0x2, 0x2, 0xbc, 0xbd, 0x5, 0x5e, 0x30, 0x2, 0xbd, 0xbe, 0x5, 0x54, 0x2b, 
    0x2, 0xbe, 0xc2, 0x7, 0x71, 0x2, 0x2, 0xbf, 0xc1, 0x5, 0x1c, 0xf, 0x2, 
    0xc0, 0xbf, 0x3, 0x2, 0x2, 0x2, 0xc1, 0xc4, 0x3, 0x2, 0x2, 0x2, 0xc2, 
    0xc0, 0x3, 0x2, 0x2, 0x2, 0xc2, 0xc3, 0x3, 0x2, 0x2, 0x2, 0xc3, 0xc5, 
    0x3, 0x2, 0x2, 0x2, 0xc4, 0xc2, 0x3, 0x2, 0x2, 0x2, 0xc5, 0xc6, 0x7, 
    0x72, 0x2, 0x2, 0xc6, 0x19, 0x3, 0x2, 0x2, 0x2, 0xc7, 0xc8, 0x7, 0x1a, 
    0x2, 0x2, 0xc8, 0xc9, 0x5, 0x5e, 0x30, 0x2, 0xc9, 0xca, 0x5, 0x54, 0x2b, 
    0x2, 0xca, 0xce, 0x7, 0x71, 0x2, 0x2, 0xcb, 0xcd, 0x5, 0x1e, 0x10, 0x2, 
    0xcc, 0xcb, 0x3, 0x2, 0x2, 0x2, 0xcd, 0xd0, 0x3, 0x2, 0x2, 0x2, 0xce, 
    0xcc, 0x3, 0x2, 0x2, 0x2, 0xce, 0xcf, 0x3, 0x2, 0x2, 0x2, 0xcf, 0xd1, 
    0x3, 0x2, 0x2, 0x2, 0xd0, 0xce, 0x3, 0x2, 0x2, 0x2, 0xd1, 0xd2, 0x7, 
    0x72, 0x2, 0x2, 0xd2, 0x1b, 0x3, 0x2, 0x2, 0x2, 0xd3, 0xdb, 0x5, 0x20, 
    0x11, 0x2, 0xd4, 0xdb, 0x5, 0x24, 0x13, 0x2, 0xd5, 0xdb, 0x5, 0x26, 
    0x14, 0x2, 0xd6, 0xdb, 0x5, 0x28, 0x15, 0x2, 0xd7, 0xdb, 0x5, 0x2a, 
    0x16, 0x2, 0xd8, 0xdb, 0x5, 0x2c, 0x17, 0x2, 0xd9, 0xdb, 0x5, 0x3a, 
    0x1e, 0x2, 0xda, 0xd3, 0x3, 0x2, 0x2, 0x2, 0xda, 0xd4, 0x3, 0x2, 0x2, 
    0x2, 0xda, 0xd5, 0x3, 0x2, 0x2, 0x2, 0xda, 0xd6, 0x3, 0x2, 0x2, 0x2, 
    0xda, 0xd7, 0x3, 0x2, 0x2, 0x2, 0xda, 0xd8, 0x3, 0x2, 0x2, 0x2, 0xda, 
    0xd9, 0x3, 0x2, 0x2, 0x2, 0xdb, 0x1d, 0x3, 0x2, 0x2, 0x2, 0xdc, 0xe6, 
    0x5, 0x20, 0x11, 0x2, 0xdd, 0xe6, 0x5, 0x24, 0x13, 0x2, 0xde, 0xe6, 
    0x5, 0x26, 0x14, 0x2, 0xdf, 0xe6, 0x5, 0x28, 0x15, 0x2, 0xe0, 0xe6, 
    0x5, 0x2a, 0x16, 0x2, 0xe1, 0xe6, 0x5, 0x2e, 0x18, 0x2, 0xe2, 0xe6, 
    0x5, 0x32, 0x1a, 0x2, 0xe3, 0xe6, 0x5, 0x38, 0x1d, 0x2, 0xe4, 0xe6, 
    0x5, 0x3a, 0x1e, 0x2, 0xe5, 0xdc, 0x3, 0x2, 0x2, 0x2, 0xe5, 0xdd, 0x3, 
    0x2, 0x2, 0x2, 0xe5, 0xde, 0x3, 0x2, 0x2, 0x2, 0xe5, 0xdf, 0x3, 0x2, 
    0x2, 0x2, 0xe5, 0xe0, 0x3, 0x2, 0x2, 0x2, 0xe5, 0xe1, 0x3, 0x2, 0x2, 
    0x2, 0xe5, 0xe2, 0x3, 0x2, 0x2, 0x2, 0xe5, 0xe3, 0x3, 0x2, 0x2, 0x2, 
    0xe5, 0xe4, 0x3, 0x2, 0x2, 0x2, 0xe6, 0x1f, 0x3, 0x2, 0x2, 0x2, 0xe7, 
    0xe8, 0x9, 0x2, 0x2, 0x2, 0xe8, 0x102, 0x5, 0x5e, 0x30, 0x2, 0xe9, 0xea, 
    0x9, 0x3, 0x2, 0x2, 0xea, 0x102, 0x5, 0x54, 0x2b, 0x2, 0xeb, 0xec, 0x9, 
    0x4, 0x2, 0x2, 0xec, 0xf1, 0x5, 0x54, 0x2b, 0x2, 0xed, 0xee, 0x7, 0x7b, 
    0x2, 0x2, 0xee, 0xf0, 0x5, 0x54, 0x2b, 0x2, 0xef, 0xed, 0x3, 0x2, 0x2, 
    0x2, 0xf0, 0xf3, 0x3, 0x2, 0x2, 0x2, 0xf1, 0xef, 0x3, 0x2, 0x2, 0x2, 
    0xf1, 0xf2, 0x3, 0x2, 0x2, 0x2, 0xf2, 0x102, 0x3, 0x2, 0x2, 0x2, 0xf3, 
    0xf1, 0x3, 0x2, 0x2, 0x2, 0xf4, 0xf5, 0x7, 0x2c, 0x2, 0x2, 0xf5, 0x102, 
    0x7, 0x68, 0x2, 0x2, 0xf6, 0xf7, 0x7, 0x2b, 0x2, 0x2, 0xf7, 0xfc, 0x5, 
    0x22, 0x12, 0x2, 0xf8, 0xf9, 0x7, 0x7b, 0x2, 0x2, 0xf9, 0xfb, 0x5, 0x22, 
    0x12, 0x2, 0xfa, 0xf8, 0x3, 0x2, 0x2, 0x2, 0xfb, 0xfe, 0x3, 0x2, 0x2, 
    0x2, 0xfc, 0xfa, 0x3, 0x2, 0x2, 0x2, 0xfc, 0xfd, 0x3, 0x2, 0x2, 0x2, 
    0xfd, 0x102, 0x3, 0x2, 0x2, 0x2, 0xfe, 0xfc, 0x3, 0x2, 0x2, 0x2, 0xff, 
    0x100, 0x7, 0x2d, 0x2, 0x2, 0x100, 0x102, 0x5, 0x5c, 0x2f, 0x2, 0x101, 
    0xe7, 0x3, 0x2, 0x2, 0x2, 0x101, 0xe9, 0x3, 0x2, 0x2, 0x2, 0x101, 0xeb, 
    0x3, 0x2, 0x2, 0x2, 0x101, 0xf4, 0x3, 0x2, 0x2, 0x2, 0x101, 0xf6, 0x3, 
    0x2, 0x2, 0x2, 0x101, 0xff, 0x3, 0x2, 0x2, 0x2, 0x102, 0x21, 0x3, 0x2, 
    0x2, 0x2, 0x103, 0x106, 0x5, 0x5e, 0x30, 0x2, 0x104, 0x107, 0x5, 0x54, 
    0x2b, 0x2, 0x105, 0x107, 0x7, 0x6b, 0x2, 0x2, 0x106, 0x104, 0x3, 0x2, 
    0x2, 0x2, 0x106, 0x105, 0x3, 0x2, 0x2, 0x2, 0x107, 0x23, 0x3, 0x2, 0x2, 
    0x2, 0x108, 0x109, 0x7, 0x22, 0x2, 0x2, 0x109, 0x10a, 0x7, 0x17, 0x2, 
    0x2, 0x10a, 0x10b, 0x5, 0x44, 0x23, 0x2, 0x10b, 0x25, 0x3, 0x2, 0x2, 
    0x2, 0x10c, 0x10d, 0x7, 0x4a, 0x2, 0x2, 0x10d, 0x113, 0x7, 0x4b, 0x2, 
    0x2, 0x10e, 0x10f, 0x7, 0x48, 0x2, 0x2, 0x10f, 0x113, 0x7, 0x49, 0x2, 
    0x2, 0x110, 0x111, 0x7, 0x4c, 0x2, 0x2, 0x111, 0x113, 0x7, 0x4d, 0x2, 
    0x2, 0x112, 0x10c, 0x3, 0x2, 0x2, 0x2, 0x112, 0x10e, 0x3, 0x2, 0x2, 
    0x2, 0x112, 0x110, 0x3, 0x2, 0x2, 0x2, 0x113, 0x27, 0x3, 0x2, 0x2, 0x2, 
    0x114, 0x115, 0x7, 0x11, 0x2, 0x2, 0x115, 0x116, 0x7, 0x38, 0x2, 0x2, 
    0x116, 0x11e, 0x5, 0x5e, 0x30, 0x2, 0x117, 0x11a, 0x5, 0x5e, 0x30, 0x2, 
    0x118, 0x119, 0x7, 0xa, 0x2, 0x2, 0x119, 0x11b, 0x5, 0x44, 0x23, 0x2, 
    0x11a, 0x118, 0x3, 0x2, 0x2, 0x2, 0x11a, 0x11b, 0x3, 0x2, 0x2, 0x2, 
    0x11b, 0x11f, 0x3, 0x2, 0x2, 0x2, 0x11c, 0x11d, 0x7, 0xa, 0x2, 0x2, 
    0x11d, 0x11f, 0x5, 0x44, 0x23, 0x2, 0x11e, 0x117, 0x3, 0x2, 0x2, 0x2, 
    0x11e, 0x11c, 0x3, 0x2, 0x2, 0x2, 0x11f, 0x125, 0x3, 0x2, 0x2, 0x2, 
    0x120, 0x121, 0x7, 0x39, 0x2, 0x2, 0x121, 0x122, 0x7, 0x3a, 0x2, 0x2, 
    0x122, 0x123, 0x5, 0x5e, 0x30, 0x2, 0x123, 0x124, 0x5, 0x5e, 0x30, 0x2, 
    0x124, 0x126, 0x3, 0x2, 0x2, 0x2, 0x125, 0x120, 0x3, 0x2, 0x2, 0x2, 
    0x125, 0x126, 0x3, 0x2, 0x2, 0x2, 0x126, 0x129, 0x3, 0x2, 0x2, 0x2, 
    0x127, 0x128, 0x7, 0x12, 0x2, 0x2, 0x128, 0x12a, 0x5, 0x44, 0x23, 0x2, 
    0x129, 0x127, 0x3, 0x2, 0x2, 0x2, 0x129, 0x12a, 0x3, 0x2, 0x2, 0x2, 
    0x12a, 0x29, 0x3, 0x2, 0x2, 0x2, 0x12b, 0x12c, 0x7, 0x13, 0x2, 0x2, 
    0x12c, 0x12d, 0x5, 0x5e, 0x30, 0x2, 0x12d, 0x12e, 0x7, 0x83, 0x2, 0x2, 
    0x12e, 0x143, 0x5, 0x44, 0x23, 0x2, 0x12f, 0x130, 0x7, 0x14, 0x2, 0x2, 
    0x130, 0x132, 0x9, 0x5, 0x2, 0x2, 0x131, 0x133, 0x5, 0x54, 0x2b, 0x2, 
    0x132, 0x131, 0x3, 0x2, 0x2, 0x2, 0x132, 0x133, 0x3, 0x2, 0x2, 0x2, 
    0x133, 0x136, 0x3, 0x2, 0x2, 0x2, 0x134, 0x135, 0x7, 0x37, 0x2, 0x2, 
    0x135, 0x137, 0x5, 0x5e, 0x30, 0x2, 0x136, 0x134, 0x3, 0x2, 0x2, 0x2, 
    0x136, 0x137, 0x3, 0x2, 0x2, 0x2, 0x137, 0x141, 0x3, 0x2, 0x2, 0x2, 
    0x138, 0x139, 0x7, 0x44, 0x2, 0x2, 0x139, 0x13e, 0x5, 0x44, 0x23, 0x2, 
    0x13a, 0x13b, 0x7, 0x7b, 0x2, 0x2, 0x13b, 0x13d, 0x5, 0x44, 0x23, 0x2, 
    0x13c, 0x13a, 0x3, 0x2, 0x2, 0x2, 0x13d, 0x140, 0x3, 0x2, 0x2, 0x2, 
    0x13e, 0x13c, 0x3, 0x2, 0x2, 0x2, 0x13e, 0x13f, 0x3, 0x2, 0x2, 0x2, 
    0x13f, 0x142, 0x3, 0x2, 0x2, 0x2, 0x140, 0x13e, 0x3, 0x2, 0x2, 0x2, 
    0x141, 0x138, 0x3, 0x2, 0x2, 0x2, 0x141, 0x142, 0x3, 0x2, 0x2, 0x2, 
    0x142, 0x144, 0x3, 0x2, 0x2, 0x2, 0x143, 0x12f, 0x3, 0x2, 0x2, 0x2, 
    0x143, 0x144, 0x3, 0x2, 0x2, 0x2, 0x144, 0x2b, 0x3, 0x2, 0x2, 0x2, 0x145, 
    0x146, 0x7, 0x15, 0x2, 0x2, 0x146, 0x149, 0x5, 0x44, 0x23, 0x2, 0x147, 
    0x148, 0x7, 0x37, 0x2, 0x2, 0x148, 0x14a, 0x5, 0x5e, 0x30, 0x2, 0x149, 
    0x147, 0x3, 0x2, 0x2, 0x2, 0x149, 0x14a, 0x3, 0x2, 0x2, 0x2, 0x14a, 
    0x2d, 0x3, 0x2, 0x2, 0x2, 0x14b, 0x14c, 0x7, 0x3b, 0x2, 0x2, 0x14c, 
    0x14d, 0x7, 0x3c, 0x2, 0x2, 0x14d, 0x152, 0x5, 0x30, 0x19, 0x2, 0x14e, 
    0x14f, 0x7, 0x7b, 0x2, 0x2, 0x14f, 0x151, 0x5, 0x30, 0x19, 0x2, 0x150, 
    0x14e, 0x3, 0x2, 0x2, 0x2, 0x151, 0x154, 0x3, 0x2, 0x2, 0x2, 0x152, 
    0x150, 0x3, 0x2, 0x2, 0x2, 0x152, 0x153, 0x3, 0x2, 0x2, 0x2, 0x153, 
    0x158, 0x3, 0x2, 0x2, 0x2, 0x154, 0x152, 0x3, 0x2, 0x2, 0x2, 0x155, 
    0x156, 0x7, 0x3d, 0x2, 0x2, 0x156, 0x157, 0x9, 0x6, 0x2, 0x2, 0x157, 
    0x159, 0x5, 0x44, 0x23, 0x2, 0x158, 0x155, 0x3, 0x2, 0x2, 0x2, 0x158, 
    0x159, 0x3, 0x2, 0x2, 0x2, 0x159, 0x2f, 0x3, 0x2, 0x2, 0x2, 0x15a, 0x15d, 
    0x5, 0x44, 0x23, 0x2, 0x15b, 0x15c, 0x7, 0x37, 0x2, 0x2, 0x15c, 0x15e, 
    0x5, 0x5e, 0x30, 0x2, 0x15d, 0x15b, 0x3, 0x2, 0x2, 0x2, 0x15d, 0x15e, 
    0x3, 0x2, 0x2, 0x2, 0x15e, 0x31, 0x3, 0x2, 0x2, 0x2, 0x15f, 0x160, 0x7, 
    0x41, 0x2, 0x2, 0x160, 0x161, 0x7, 0x71, 0x2, 0x2, 0x161, 0x165, 0x5, 
    0x36, 0x1c, 0x2, 0x162, 0x164, 0x5, 0x34, 0x1b, 0x2, 0x163, 0x162, 0x3, 
    0x2, 0x2, 0x2, 0x164, 0x167, 0x3, 0x2, 0x2, 0x2, 0x165, 0x163, 0x3, 
    0x2, 0x2, 0x2, 0x165, 0x166, 0x3, 0x2, 0x2, 0x2, 0x166, 0x168, 0x3, 
    0x2, 0x2, 0x2, 0x167, 0x165, 0x3, 0x2, 0x2, 0x2, 0x168, 0x16b, 0x7, 
    0x72, 0x2, 0x2, 0x169, 0x16a, 0x7, 0x3d, 0x2, 0x2, 0x16a, 0x16c, 0x5, 
    0x44, 0x23, 0x2, 0x16b, 0x169, 0x3, 0x2, 0x2, 0x2, 0x16b, 0x16c, 0x3, 
    0x2, 0x2, 0x2, 0x16c, 0x33, 0x3, 0x2, 0x2, 0x2, 0x16d, 0x16e, 0x9, 0x7, 
    0x2, 0x2, 0x16e, 0x16f, 0x5, 0x36, 0x1c, 0x2, 0x16f, 0x35, 0x3, 0x2, 
    0x2, 0x2, 0x170, 0x171, 0x5, 0x5e, 0x30, 0x2, 0x171, 0x172, 0x7, 0x12, 
    0x2, 0x2, 0x172, 0x173, 0x5, 0x44, 0x23, 0x2, 0x173, 0x37, 0x3, 0x2, 
    0x2, 0x2, 0x174, 0x175, 0x7, 0x16, 0x2, 0x2, 0x175, 0x176, 0x7, 0x17, 
    0x2, 0x2, 0x176, 0x177, 0x5, 0x44, 0x23, 0x2, 0x177, 0x39, 0x3, 0x2, 
    0x2, 0x2, 0x178, 0x179, 0x7, 0x18, 0x2, 0x2, 0x179, 0x183, 0x5, 0x54, 
    0x2b, 0x2, 0x17a, 0x17b, 0x7, 0x44, 0x2, 0x2, 0x17b, 0x180, 0x5, 0x44, 
    0x23, 0x2, 0x17c, 0x17d, 0x7, 0x7b, 0x2, 0x2, 0x17d, 0x17f, 0x5, 0x44, 
    0x23, 0x2, 0x17e, 0x17c, 0x3, 0x2, 0x2, 0x2, 0x17f, 0x182, 0x3, 0x2, 
    0x2, 0x2, 0x180, 0x17e, 0x3, 0x2, 0x2, 0x2, 0x180, 0x181, 0x3, 0x2, 
    0x2, 0x2, 0x181, 0x184, 0x3, 0x2, 0x2, 0x2, 0x182, 0x180, 0x3, 0x2, 
    0x2, 0x2, 0x183, 0x17a, 0x3, 0x2, 0x2, 0x2, 0x183, 0x184, 0x3, 0x2, 
    0x2, 0x2, 0x184, 0x188, 0x3, 0x2, 0x2, 0x2, 0x185, 0x186, 0x7, 0x45, 
    0x2, 0x2, 0x186, 0x187, 0x7, 0x46, 0x2, 0x2, 0x187, 0x189, 0x7, 0x6b, 
    0x2, 0x2, 0x188, 0x185, 0x3, 0x2, 0x2, 0x2, 0x188, 0x189, 0x3, 0x2, 
    0x2, 0x2, 0x189, 0x193, 0x3, 0x2, 0x2, 0x2, 0x18a, 0x18b, 0x7, 0x47, 
    0x2, 0x2, 0x18b, 0x190, 0x5, 0x44, 0x23, 0x2, 0x18c, 0x18d, 0x7, 0x7b, 
    0x2, 0x2, 0x18d, 0x18f, 0x5, 0x44, 0x23, 0x2, 0x18e, 0x18c, 0x3, 0x2, 
    0x2, 0x2, 0x18f, 0x192, 0x3, 0x2, 0x2, 0x2, 0x190, 0x18e, 0x3, 0x2, 
    0x2, 0x2, 0x190, 0x191, 0x3, 0x2, 0x2, 0x2, 0x191, 0x194, 0x3, 0x2, 
    0x2, 0x2, 0x192, 0x190, 0x3, 0x2, 0x2, 0x2, 0x193, 0x18a, 0x3, 0x2, 
    0x2, 0x2, 0x193, 0x194, 0x3, 0x2, 0x2, 0x2, 0x194, 0x3b, 0x3, 0x2, 0x2, 
    0x2, 0x195, 0x196, 0x7, 0x20, 0x2, 0x2, 0x196, 0x197, 0x5, 0x5e, 0x30, 
    0x2, 0x197, 0x198, 0x7, 0x11, 0x2, 0x2, 0x198, 0x19c, 0x5, 0x5c, 0x2f, 
    0x2, 0x199, 0x19a, 0x7, 0x12, 0x2, 0x2, 0x19a, 0x19d, 0x5, 0x44, 0x23, 
    0x2, 0x19b, 0x19d, 0x7, 0x5f, 0x2, 0x2, 0x19c, 0x199, 0x3, 0x2, 0x2, 
    0x2, 0x19c, 0x19b, 0x3, 0x2, 0x2, 0x2, 0x19d, 0x19e, 0x3, 0x2, 0x2, 
    0x2, 0x19e, 0x19f, 0x7, 0x53, 0x2, 0x2, 0x19f, 0x1a0, 0x7, 0x64, 0x2, 
    0x2, 0x1a0, 0x1a1, 0x7, 0x54, 0x2, 0x2, 0x1a1, 0x1a2, 0x5, 0x54, 0x2b, 
    0x2, 0x1a2, 0x1a3, 0x7, 0x55, 0x2, 0x2, 0x1a3, 0x1a4, 0x5, 0x54, 0x2b, 
    0x2, 0x1a4, 0x1a5, 0x7, 0x56, 0x2, 0x2, 0x1a5, 0x1a8, 0x5, 0x54, 0x2b, 
    0x2, 0x1a6, 0x1a7, 0x7, 0x57, 0x2, 0x2, 0x1a7, 0x1a9, 0x5, 0x54, 0x2b, 
    0x2, 0x1a8, 0x1a6, 0x3, 0x2, 0x2, 0x2, 0x1a8, 0x1a9, 0x3, 0x2, 0x2, 
    0x2, 0x1a9, 0x3d, 0x3, 0x2, 0x2, 0x2, 0x1aa, 0x1ab, 0x7, 0x21, 0x2, 
    0x2, 0x1ab, 0x1ac, 0x5, 0x54, 0x2b, 0x2, 0x1ac, 0x1ad, 0x7, 0x11, 0x2, 
    0x2, 0x1ad, 0x1ae, 0x5, 0x5c, 0x2f, 0x2, 0x1ae, 0x1b2, 0x7, 0x71, 0x2, 
    0x2, 0x1af, 0x1b1, 0x5, 0x40, 0x21, 0x2, 0x1b0, 0x1af, 0x3, 0x2, 0x2, 
    0x2, 0x1b1, 0x1b4, 0x3, 0x2, 0x2, 0x2, 0x1b2, 0x1b0, 0x3, 0x2, 0x2, 
    0x2, 0x1b2, 0x1b3, 0x3, 0x2, 0x2, 0x2, 0x1b3, 0x1b5, 0x3, 0x2, 0x2, 
    0x2, 0x1b4, 0x1b2, 0x3, 0x2, 0x2, 0x2, 0x1b5, 0x1b6, 0x7, 0x72, 0x2, 
    0x2, 0x1b6, 0x3f, 0x3, 0x2, 0x2, 0x2, 0x1b7, 0x1bb, 0x7, 0x61, 0x2, 
    0x2, 0x1b8, 0x1ba, 0x7, 0x95, 0x2, 0x2, 0x1b9, 0x1b8, 0x3, 0x2, 0x2, 
    0x2, 0x1ba, 0x1bd, 0x3, 0x2, 0x2, 0x2, 0x1bb, 0x1b9, 0x3, 0x2, 0x2, 
    0x2, 0x1bb, 0x1bc, 0x3, 0x2, 0x2, 0x2, 0x1bc, 0x1be, 0x3, 0x2, 0x2, 
    0x2, 0x1bd, 0x1bb, 0x3, 0x2, 0x2, 0x2, 0x1be, 0x1d0, 0x7, 0x97, 0x2, 
    0x2, 0x1bf, 0x1c0, 0x7, 0x58, 0x2, 0x2, 0x1c0, 0x1d0, 0x5, 0x42, 0x22, 
    0x2, 0x1c1, 0x1c2, 0x7, 0x4c, 0x2, 0x2, 0x1c2, 0x1c5, 0x5, 0x5e, 0x30, 
    0x2, 0x1c3, 0x1c4, 0x7, 0x37, 0x2, 0x2, 0x1c4, 0x1c6, 0x5, 0x5e, 0x30, 
    0x2, 0x1c5, 0x1c3, 0x3, 0x2, 0x2, 0x2, 0x1c5, 0x1c6, 0x3, 0x2, 0x2, 
    0x2, 0x1c6, 0x1c9, 0x3, 0x2, 0x2, 0x2, 0x1c7, 0x1c8, 0x7, 0x44, 0x2, 
    0x2, 0x1c8, 0x1ca, 0x5, 0x54, 0x2b, 0x2, 0x1c9, 0x1c7, 0x3, 0x2, 0x2, 
    0x2, 0x1c9, 0x1ca, 0x3, 0x2, 0x2, 0x2, 0x1ca, 0x1cd, 0x3, 0x2, 0x2, 
    0x2, 0x1cb, 0x1cc, 0x7, 0x60, 0x2, 0x2, 0x1cc, 0x1ce, 0x7, 0x6b, 0x2, 
    0x2, 0x1cd, 0x1cb, 0x3, 0x2, 0x2, 0x2, 0x1cd, 0x1ce, 0x3, 0x2, 0x2, 
    0x2, 0x1ce, 0x1d0, 0x3, 0x2, 0x2, 0x2, 0x1cf, 0x1b7, 0x3, 0x2, 0x2, 
    0x2, 0x1cf, 0x1bf, 0x3, 0x2, 0x2, 0x2, 0x1cf, 0x1c1, 0x3, 0x2, 0x2, 
    0x2, 0x1d0, 0x41, 0x3, 0x2, 0x2, 0x2, 0x1d1, 0x1d5, 0x9, 0x8, 0x2, 0x2, 
    0x1d2, 0x1d3, 0x7, 0x5d, 0x2, 0x2, 0x1d3, 0x1d6, 0x5, 0x54, 0x2b, 0x2, 
    0x1d4, 0x1d6, 0x5, 0x54, 0x2b, 0x2, 0x1d5, 0x1d2, 0x3, 0x2, 0x2, 0x2, 
    0x1d5, 0x1d4, 0x3, 0x2, 0x2, 0x2, 0x1d6, 0x1df, 0x3, 0x2, 0x2, 0x2, 
    0x1d7, 0x1d8, 0x7, 0x5e, 0x2, 0x2, 0x1d8, 0x1df, 0x7, 0x64, 0x2, 0x2, 
    0x1d9, 0x1da, 0x9, 0x9, 0x2, 0x2, 0x1da, 0x1db, 0x5, 0x5e, 0x30, 0x2, 
    0x1db, 0x1dc, 0x7, 0x83, 0x2, 0x2, 0x1dc, 0x1dd, 0x5, 0x44, 0x23, 0x2, 
    0x1dd, 0x1df, 0x3, 0x2, 0x2, 0x2, 0x1de, 0x1d1, 0x3, 0x2, 0x2, 0x2, 
    0x1de, 0x1d7, 0x3, 0x2, 0x2, 0x2, 0x1de, 0x1d9, 0x3, 0x2, 0x2, 0x2, 
    0x1df, 0x43, 0x3, 0x2, 0x2, 0x2, 0x1e0, 0x1e4, 0x5, 0x48, 0x25, 0x2, 
    0x1e1, 0x1e3, 0x5, 0x46, 0x24, 0x2, 0x1e2, 0x1e1, 0x3, 0x2, 0x2, 0x2, 
    0x1e3, 0x1e6, 0x3, 0x2, 0x2, 0x2, 0x1e4, 0x1e2, 0x3, 0x2, 0x2, 0x2, 
    0x1e4, 0x1e5, 0x3, 0x2, 0x2, 0x2, 0x1e5, 0x45, 0x3, 0x2, 0x2, 0x2, 0x1e6, 
    0x1e4, 0x3, 0x2, 0x2, 0x2, 0x1e7, 0x1e8, 0x9, 0xa, 0x2, 0x2, 0x1e8, 
    0x1f4, 0x5, 0x48, 0x25, 0x2, 0x1e9, 0x1eb, 0x7, 0x9, 0x2, 0x2, 0x1ea, 
    0x1e9, 0x3, 0x2, 0x2, 0x2, 0x1ea, 0x1eb, 0x3, 0x2, 0x2, 0x2, 0x1eb, 
    0x1ec, 0x3, 0x2, 0x2, 0x2, 0x1ec, 0x1ed, 0x9, 0xb, 0x2, 0x2, 0x1ed, 
    0x1f4, 0x5, 0x48, 0x25, 0x2, 0x1ee, 0x1f0, 0x7, 0xb, 0x2, 0x2, 0x1ef, 
    0x1f1, 0x7, 0x9, 0x2, 0x2, 0x1f0, 0x1ef, 0x3, 0x2, 0x2, 0x2, 0x1f0, 
    0x1f1, 0x3, 0x2, 0x2, 0x2, 0x1f1, 0x1f2, 0x3, 0x2, 0x2, 0x2, 0x1f2, 
    0x1f4, 0x9, 0xc, 0x2, 0x2, 0x1f3, 0x1e7, 0x3, 0x2, 0x2, 0x2, 0x1f3, 
    0x1ea, 0x3, 0x2, 0x2, 0x2, 0x1f3, 0x1ee, 0x3, 0x2, 0x2, 0x2, 0x1f4, 
    0x47, 0x3, 0x2, 0x2, 0x2, 0x1f5, 0x1f7, 0x9, 0xd, 0x2, 0x2, 0x1f6, 0x1f5, 
    0x3, 0x2, 0x2, 0x2, 0x1f7, 0x1fa, 0x3, 0x2, 0x2, 0x2, 0x1f8, 0x1f6, 
    0x3, 0x2, 0x2, 0x2, 0x1f8, 0x1f9, 0x3, 0x2, 0x2, 0x2, 0x1f9, 0x1fb, 
    0x3, 0x2, 0x2, 0x2, 0x1fa, 0x1f8, 0x3, 0x2, 0x2, 0x2, 0x1fb, 0x1ff, 
    0x5, 0x4e, 0x28, 0x2, 0x1fc, 0x1fe, 0x5, 0x4a, 0x26, 0x2, 0x1fd, 0x1fc, 
    0x3, 0x2, 0x2, 0x2, 0x1fe, 0x201, 0x3, 0x2, 0x2, 0x2, 0x1ff, 0x1fd, 
    0x3, 0x2, 0x2, 0x2, 0x1ff, 0x200, 0x3, 0x2, 0x2, 0x2, 0x200, 0x49, 0x3, 
    0x2, 0x2, 0x2, 0x201, 0x1ff, 0x3, 0x2, 0x2, 0x2, 0x202, 0x203, 0x9, 
    0xe, 0x2, 0x2, 0x203, 0x205, 0x5, 0x60, 0x31, 0x2, 0x204, 0x206, 0x5, 
    0x4c, 0x27, 0x2, 0x205, 0x204, 0x3, 0x2, 0x2, 0x2, 0x205, 0x206, 0x3, 
    0x2, 0x2, 0x2, 0x206, 0x20c, 0x3, 0x2, 0x2, 0x2, 0x207, 0x208, 0x7, 
    0x75, 0x2, 0x2, 0x208, 0x209, 0x5, 0x44, 0x23, 0x2, 0x209, 0x20a, 0x7, 
    0x76, 0x2, 0x2, 0x20a, 0x20c, 0x3, 0x2, 0x2, 0x2, 0x20b, 0x202, 0x3, 
    0x2, 0x2, 0x2, 0x20b, 0x207, 0x3, 0x2, 0x2, 0x2, 0x20c, 0x4b, 0x3, 0x2, 
    0x2, 0x2, 0x20d, 0x219, 0x7, 0x73, 0x2, 0x2, 0x20e, 0x213, 0x5, 0x44, 
    0x23, 0x2, 0x20f, 0x210, 0x7, 0x7b, 0x2, 0x2, 0x210, 0x212, 0x5, 0x44, 
    0x23, 0x2, 0x211, 0x20f, 0x3, 0x2, 0x2, 0x2, 0x212, 0x215, 0x3, 0x2, 
    0x2, 0x2, 0x213, 0x211, 0x3, 0x2, 0x2, 0x2, 0x213, 0x214, 0x3, 0x2, 
    0x2, 0x2, 0x214, 0x217, 0x3, 0x2, 0x2, 0x2, 0x215, 0x213, 0x3, 0x2, 
    0x2, 0x2, 0x216, 0x218, 0x7, 0x7b, 0x2, 0x2, 0x217, 0x216, 0x3, 0x2, 
    0x2, 0x2, 0x217, 0x218, 0x3, 0x2, 0x2, 0x2, 0x218, 0x21a, 0x3, 0x2, 
    0x2, 0x2, 0x219, 0x20e, 0x3, 0x2, 0x2, 0x2, 0x219, 0x21a, 0x3, 0x2, 
    0x2, 0x2, 0x21a, 0x21b, 0x3, 0x2, 0x2, 0x2, 0x21b, 0x21c, 0x7, 0x74, 
    0x2, 0x2, 0x21c, 0x4d, 0x3, 0x2, 0x2, 0x2, 0x21d, 0x25e, 0x9, 0xf, 0x2, 
    0x2, 0x21e, 0x25e, 0x5, 0x54, 0x2b, 0x2, 0x21f, 0x233, 0x5, 0x5e, 0x30, 
    0x2, 0x220, 0x230, 0x7, 0x73, 0x2, 0x2, 0x221, 0x22e, 0x5, 0x44, 0x23, 
    0x2, 0x222, 0x223, 0x7, 0x7c, 0x2, 0x2, 0x223, 0x22f, 0x5, 0x44, 0x23, 
    0x2, 0x224, 0x225, 0x7, 0x7b, 0x2, 0x2, 0x225, 0x227, 0x5, 0x44, 0x23, 
    0x2, 0x226, 0x224, 0x3, 0x2, 0x2, 0x2, 0x227, 0x22a, 0x3, 0x2, 0x2, 
    0x2, 0x228, 0x226, 0x3, 0x2, 0x2, 0x2, 0x228, 0x229, 0x3, 0x2, 0x2, 
    0x2, 0x229, 0x22c, 0x3, 0x2, 0x2, 0x2, 0x22a, 0x228, 0x3, 0x2, 0x2, 
    0x2, 0x22b, 0x22d, 0x7, 0x7b, 0x2, 0x2, 0x22c, 0x22b, 0x3, 0x2, 0x2, 
    0x2, 0x22c, 0x22d, 0x3, 0x2, 0x2, 0x2, 0x22d, 0x22f, 0x3, 0x2, 0x2, 
    0x2, 0x22e, 0x222, 0x3, 0x2, 0x2, 0x2, 0x22e, 0x228, 0x3, 0x2, 0x2, 
    0x2, 0x22f, 0x231, 0x3, 0x2, 0x2, 0x2, 0x230, 0x221, 0x3, 0x2, 0x2, 
    0x2, 0x230, 0x231, 0x3, 0x2, 0x2, 0x2, 0x231, 0x232, 0x3, 0x2, 0x2, 
    0x2, 0x232, 0x234, 0x7, 0x74, 0x2, 0x2, 0x233, 0x220, 0x3, 0x2, 0x2, 
    0x2, 0x233, 0x234, 0x3, 0x2, 0x2, 0x2, 0x234, 0x25e, 0x3, 0x2, 0x2, 
    0x2, 0x235, 0x236, 0x7, 0x73, 0x2, 0x2, 0x236, 0x237, 0x5, 0x44, 0x23, 
    0x2, 0x237, 0x238, 0x7, 0x74, 0x2, 0x2, 0x238, 0x25e, 0x3, 0x2, 0x2, 
    0x2, 0x239, 0x248, 0x7, 0x75, 0x2, 0x2, 0x23a, 0x246, 0x5, 0x44, 0x23, 
    0x2, 0x23b, 0x247, 0x5, 0x52, 0x2a, 0x2, 0x23c, 0x23d, 0x7, 0x7b, 0x2, 
    0x2, 0x23d, 0x23f, 0x5, 0x44, 0x23, 0x2, 0x23e, 0x23c, 0x3, 0x2, 0x2, 
    0x2, 0x23f, 0x242, 0x3, 0x2, 0x2, 0x2, 0x240, 0x23e, 0x3, 0x2, 0x2, 
    0x2, 0x240, 0x241, 0x3, 0x2, 0x2, 0x2, 0x241, 0x244, 0x3, 0x2, 0x2, 
    0x2, 0x242, 0x240, 0x3, 0x2, 0x2, 0x2, 0x243, 0x245, 0x7, 0x7b, 0x2, 
    0x2, 0x244, 0x243, 0x3, 0x2, 0x2, 0x2, 0x244, 0x245, 0x3, 0x2, 0x2, 
    0x2, 0x245, 0x247, 0x3, 0x2, 0x2, 0x2, 0x246, 0x23b, 0x3, 0x2, 0x2, 
    0x2, 0x246, 0x240, 0x3, 0x2, 0x2, 0x2, 0x247, 0x249, 0x3, 0x2, 0x2, 
    0x2, 0x248, 0x23a, 0x3, 0x2, 0x2, 0x2, 0x248, 0x249, 0x3, 0x2, 0x2, 
    0x2, 0x249, 0x24a, 0x3, 0x2, 0x2, 0x2, 0x24a, 0x25e, 0x7, 0x76, 0x2, 
    0x2, 0x24b, 0x25a, 0x7, 0x71, 0x2, 0x2, 0x24c, 0x258, 0x5, 0x50, 0x29, 
    0x2, 0x24d, 0x259, 0x5, 0x52, 0x2a, 0x2, 0x24e, 0x24f, 0x7, 0x7b, 0x2, 
    0x2, 0x24f, 0x251, 0x5, 0x50, 0x29, 0x2, 0x250, 0x24e, 0x3, 0x2, 0x2, 
    0x2, 0x251, 0x254, 0x3, 0x2, 0x2, 0x2, 0x252, 0x250, 0x3, 0x2, 0x2, 
    0x2, 0x252, 0x253, 0x3, 0x2, 0x2, 0x2, 0x253, 0x256, 0x3, 0x2, 0x2, 
    0x2, 0x254, 0x252, 0x3, 0x2, 0x2, 0x2, 0x255, 0x257, 0x7, 0x7b, 0x2, 
    0x2, 0x256, 0x255, 0x3, 0x2, 0x2, 0x2, 0x256, 0x257, 0x3, 0x2, 0x2, 
    0x2, 0x257, 0x259, 0x3, 0x2, 0x2, 0x2, 0x258, 0x24d, 0x3, 0x2, 0x2, 
    0x2, 0x258, 0x252, 0x3, 0x2, 0x2, 0x2, 0x259, 0x25b, 0x3, 0x2, 0x2, 
    0x2, 0x25a, 0x24c, 0x3, 0x2, 0x2, 0x2, 0x25a, 0x25b, 0x3, 0x2, 0x2, 
    0x2, 0x25b, 0x25c, 0x3, 0x2, 0x2, 0x2, 0x25c, 0x25e, 0x7, 0x72, 0x2, 
    0x2, 0x25d, 0x21d, 0x3, 0x2, 0x2, 0x2, 0x25d, 0x21e, 0x3, 0x2, 0x2, 
    0x2, 0x25d, 0x21f, 0x3, 0x2, 0x2, 0x2, 0x25d, 0x235, 0x3, 0x2, 0x2, 
    0x2, 0x25d, 0x239, 0x3, 0x2, 0x2, 0x2, 0x25d, 0x24b, 0x3, 0x2, 0x2, 
    0x2, 0x25e, 0x4f, 0x3, 0x2, 0x2, 0x2, 0x25f, 0x262, 0x5, 0x44, 0x23, 
    0x2, 0x260, 0x261, 0x7, 0x7c, 0x2, 0x2, 0x261, 0x263, 0x5, 0x44, 0x23, 
    0x2, 0x262, 0x260, 0x3, 0x2, 0x2, 0x2, 0x262, 0x263, 0x3, 0x2, 0x2, 
    0x2, 0x263, 0x51, 0x3, 0x2, 0x2, 0x2, 0x264, 0x265, 0x7, 0x11, 0x2, 
    0x2, 0x265, 0x266, 0x5, 0x5e, 0x30, 0x2, 0x266, 0x267, 0x7, 0xa, 0x2, 
    0x2, 0x267, 0x26a, 0x5, 0x44, 0x23, 0x2, 0x268, 0x269, 0x7, 0x12, 0x2, 
    0x2, 0x269, 0x26b, 0x5, 0x44, 0x23, 0x2, 0x26a, 0x268, 0x3, 0x2, 0x2, 
    0x2, 0x26a, 0x26b, 0x3, 0x2, 0x2, 0x2, 0x26b, 0x53, 0x3, 0x2, 0x2, 0x2, 
    0x26c, 0x27e, 0x7, 0x6e, 0x2, 0x2, 0x26d, 0x271, 0x7, 0x70, 0x2, 0x2, 
    0x26e, 0x270, 0x5, 0x56, 0x2c, 0x2, 0x26f, 0x26e, 0x3, 0x2, 0x2, 0x2, 
    0x270, 0x273, 0x3, 0x2, 0x2, 0x2, 0x271, 0x26f, 0x3, 0x2, 0x2, 0x2, 
    0x271, 0x272, 0x3, 0x2, 0x2, 0x2, 0x272, 0x274, 0x3, 0x2, 0x2, 0x2, 
    0x273, 0x271, 0x3, 0x2, 0x2, 0x2, 0x274, 0x27e, 0x7, 0x94, 0x2, 0x2, 
    0x275, 0x279, 0x7, 0x6f, 0x2, 0x2, 0x276, 0x278, 0x5, 0x56, 0x2c, 0x2, 
    0x277, 0x276, 0x3, 0x2, 0x2, 0x2, 0x278, 0x27b, 0x3, 0x2, 0x2, 0x2, 
    0x279, 0x277, 0x3, 0x2, 0x2, 0x2, 0x279, 0x27a, 0x3, 0x2, 0x2, 0x2, 
    0x27a, 0x27c, 0x3, 0x2, 0x2, 0x2, 0x27b, 0x279, 0x3, 0x2, 0x2, 0x2, 
    0x27c, 0x27e, 0x7, 0x97, 0x2, 0x2, 0x27d, 0x26c, 0x3, 0x2, 0x2, 0x2, 
    0x27d, 0x26d, 0x3, 0x2, 0x2, 0x2, 0x27d, 0x275, 0x3, 0x2, 0x2, 0x2, 
    0x27e, 0x55, 0x3, 0x2, 0x2, 0x2, 0x27f, 0x285, 0x7, 0x95, 0x2, 0x2, 
    0x280, 0x281, 0x7, 0x98, 0x2, 0x2, 0x281, 0x282, 0x5, 0x44, 0x23, 0x2, 
    0x282, 0x283, 0x7, 0x72, 0x2, 0x2, 0x283, 0x285, 0x3, 0x2, 0x2, 0x2, 
    0x284, 0x27f, 0x3, 0x2, 0x2, 0x2, 0x284, 0x280, 0x3, 0x2, 0x2, 0x2, 
    0x285, 0x57, 0x3, 0x2, 0x2, 0x2, 0x286, 0x288, 0x5, 0x5a, 0x2e, 0x2, 
    0x287, 0x289, 0x7, 0x79, 0x2, 0x2, 0x288, 0x287, 0x3, 0x2, 0x2, 0x2, 
    0x288, 0x289, 0x3, 0x2, 0x2, 0x2, 0x289, 0x59, 0x3, 0x2, 0x2, 0x2, 0x28a, 
    0x28b, 0x9, 0x10, 0x2, 0x2, 0x28b, 0x28c, 0x7, 0x75, 0x2, 0x2, 0x28c, 
    0x28d, 0x5, 0x58, 0x2d, 0x2, 0x28d, 0x28e, 0x7, 0x76, 0x2, 0x2, 0x28e, 
    0x2a7, 0x3, 0x2, 0x2, 0x2, 0x28f, 0x290, 0x7, 0x33, 0x2, 0x2, 0x290, 
    0x291, 0x7, 0x75, 0x2, 0x2, 0x291, 0x292, 0x5, 0x58, 0x2d, 0x2, 0x292, 
    0x293, 0x7, 0x7b, 0x2, 0x2, 0x293, 0x294, 0x5, 0x58, 0x2d, 0x2, 0x294, 
    0x295, 0x7, 0x76, 0x2, 0x2, 0x295, 0x2a7, 0x3, 0x2, 0x2, 0x2, 0x296, 
    0x297, 0x7, 0x30, 0x2, 0x2, 0x297, 0x298, 0x7, 0x71, 0x2, 0x2, 0x298, 
    0x29d, 0x5, 0x5e, 0x30, 0x2, 0x299, 0x29a, 0x7, 0x7b, 0x2, 0x2, 0x29a, 
    0x29c, 0x5, 0x5e, 0x30, 0x2, 0x29b, 0x299, 0x3, 0x2, 0x2, 0x2, 0x29c, 
    0x29f, 0x3, 0x2, 0x2, 0x2, 0x29d, 0x29b, 0x3, 0x2, 0x2, 0x2, 0x29d, 
    0x29e, 0x3, 0x2, 0x2, 0x2, 0x29e, 0x2a1, 0x3, 0x2, 0x2, 0x2, 0x29f, 
    0x29d, 0x3, 0x2, 0x2, 0x2, 0x2a0, 0x2a2, 0x7, 0x7b, 0x2, 0x2, 0x2a1, 
    0x2a0, 0x3, 0x2, 0x2, 0x2, 0x2a1, 0x2a2, 0x3, 0x2, 0x2, 0x2, 0x2a2, 
    0x2a3, 0x3, 0x2, 0x2, 0x2, 0x2a3, 0x2a4, 0x7, 0x72, 0x2, 0x2, 0x2a4, 
    0x2a7, 0x3, 0x2, 0x2, 0x2, 0x2a5, 0x2a7, 0x5, 0x5e, 0x30, 0x2, 0x2a6, 
    0x28a, 0x3, 0x2, 0x2, 0x2, 0x2a6, 0x28f, 0x3, 0x2, 0x2, 0x2, 0x2a6, 
    0x296, 0x3, 0x2, 0x2, 0x2, 0x2a6, 0x2a5, 0x3, 0x2, 0x2, 0x2, 0x2a7, 
    0x5b, 0x3, 0x2, 0x2, 0x2, 0x2a8, 0x2ad, 0x5, 0x5e, 0x30, 0x2, 0x2a9, 
    0x2aa, 0x7, 0x7a, 0x2, 0x2, 0x2aa, 0x2ac, 0x5, 0x60, 0x31, 0x2, 0x2ab, 
    0x2a9, 0x3, 0x2, 0x2, 0x2, 0x2ac, 0x2af, 0x3, 0x2, 0x2, 0x2, 0x2ad, 
    0x2ab, 0x3, 0x2, 0x2, 0x2, 0x2ad, 0x2ae, 0x3, 0x2, 0x2, 0x2, 0x2ae, 
    0x5d, 0x3, 0x2, 0x2, 0x2, 0x2af, 0x2ad, 0x3, 0x2, 0x2, 0x2, 0x2b0, 0x2b1, 
    0x9, 0x11, 0x2, 0x2, 0x2b1, 0x5f, 0x3, 0x2, 0x2, 0x2, 0x2b2, 0x2d0, 
    0x5, 0x5e, 0x30, 0x2, 0x2b3, 0x2d0, 0x7, 0x7, 0x2, 0x2, 0x2b4, 0x2d0, 
    0x7, 0x8, 0x2, 0x2, 0x2b5, 0x2d0, 0x7, 0x9, 0x2, 0x2, 0x2b6, 0x2d0, 
    0x7, 0xa, 0x2, 0x2, 0x2b7, 0x2d0, 0x7, 0xb, 0x2, 0x2, 0x2b8, 0x2d0, 
    0x7, 0xc, 0x2, 0x2, 0x2b9, 0x2d0, 0x7, 0xd, 0x2, 0x2, 0x2ba, 0x2d0, 
    0x7, 0xe, 0x2, 0x2, 0x2bb, 0x2d0, 0x7, 0xf, 0x2, 0x2, 0x2bc, 0x2d0, 
    0x7, 0x10, 0x2, 0x2, 0x2bd, 0x2d0, 0x7, 0x11, 0x2, 0x2, 0x2be, 0x2d0, 
    0x7, 0x12, 0x2, 0x2, 0x2bf, 0x2d0, 0x7, 0x13, 0x2, 0x2, 0x2c0, 0x2d0, 
    0x7, 0x14, 0x2, 0x2, 0x2c1, 0x2d0, 0x7, 0x15, 0x2, 0x2, 0x2c2, 0x2d0, 
    0x7, 0x16, 0x2, 0x2, 0x2c3, 0x2d0, 0x7, 0x17, 0x2, 0x2, 0x2c4, 0x2d0, 
    0x7, 0x18, 0x2, 0x2, 0x2c5, 0x2d0, 0x7, 0x19, 0x2, 0x2, 0x2c6, 0x2d0, 
    0x7, 0x1a, 0x2, 0x2, 0x2c7, 0x2d0, 0x7, 0x1b, 0x2, 0x2, 0x2c8, 0x2d0, 
    0x7, 0x1c, 0x2, 0x2, 0x2c9, 0x2d0, 0x7, 0x1d, 0x2, 0x2, 0x2ca, 0x2d0, 
    0x7, 0x1e, 0x2, 0x2, 0x2cb, 0x2d0, 0x7, 0x1f, 0x2, 0x2, 0x2cc, 0x2d0, 
    0x7, 0x20, 0x2, 0x2, 0x2cd, 0x2d0, 0x7, 0x21, 0x2, 0x2, 0x2ce, 0x2d0, 
    0x7, 0x22, 0x2, 0x2, 0x2cf, 0x2b2, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2b3, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2b4, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2b5, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2b6, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2b7, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2b8, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2b9, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2ba, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2bb, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2bc, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2bd, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2be, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2bf, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c0, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c1, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c2, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c3, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c4, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c5, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c6, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c7, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c8, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2c9, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2ca, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2cb, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2cc, 0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2cd, 
    0x3, 0x2, 0x2, 0x2, 0x2cf, 0x2ce, 0x3, 0x2, 0x2, 0x2, 0x2d0, 0x61, 0x3, 
    0x2, 0x2, 0x2, 0x54, 0x65, 0x79, 0x86, 0x8c, 0xac, 0xaf, 0xc2, 0xce, 
    0xda, 0xe5, 0xf1, 0xfc, 0x101, 0x106, 0x112, 0x11a, 0x11e, 0x125, 0x129, 
    0x132, 0x136, 0x13e, 0x141, 0x143, 0x149, 0x152, 0x158, 0x15d, 0x165, 
    0x16b, 0x180, 0x183, 0x188, 0x190, 0x193, 0x19c, 0x1a8, 0x1b2, 0x1bb, 
    0x1c5, 0x1c9, 0x1cd, 0x1cf, 0x1d5, 0x1de, 0x1e4, 0x1ea, 0x1f0, 0x1f3, 
    0x1f8, 0x1ff, 0x205, 0x20b, 0x213, 0x217, 0x219, 0x228, 0x22c, 0x22e, 
    0x230, 0x233, 0x240, 0x244, 0x246, 0x248, 0x252, 0x256, 0x258, 0x25a, 
    0x25d, 0x262, 0x26a, 0x271, 0x279, 0x27d, 0x284, 0x288, 0x29d, 0x2a1, 
    0x2a6, 0x2ad, 0x2cf, 
  };

  atn::ATNDeserializer deserializer;
  _atn = deserializer.deserialize(_serializedATN);

  size_t count = _atn.getNumberOfDecisions();
  _decisionToDFA.reserve(count);
  for (size_t i = 0; i < count; i++) { 
    _decisionToDFA.emplace_back(_atn.getDecisionState(i), i);
  }
}

WritParser::Initializer WritParser::_init;
