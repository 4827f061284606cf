
// Generated from WritLexer.g4 by ANTLR 4.7.2

#pragma once


#include "antlr4-runtime.h"


namespace writ::grammar {


class  WritLexer : public antlr4::Lexer {
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
    DOCS = 2
  };

  enum {
    STR = 1, TRIPLE = 2, RAW = 3
  };

  WritLexer(antlr4::CharStream *input);
  ~WritLexer();

  virtual std::string getGrammarFileName() const override;
  virtual const std::vector<std::string>& getRuleNames() const override;

  virtual const std::vector<std::string>& getChannelNames() const override;
  virtual const std::vector<std::string>& getModeNames() const override;
  virtual const std::vector<std::string>& getTokenNames() const override; // deprecated, use vocabulary instead
  virtual antlr4::dfa::Vocabulary& getVocabulary() const override;

  virtual const std::vector<uint16_t> getSerializedATN() const override;
  virtual const antlr4::atn::ATN& getATN() const override;

private:
  static std::vector<antlr4::dfa::DFA> _decisionToDFA;
  static antlr4::atn::PredictionContextCache _sharedContextCache;
  static std::vector<std::string> _ruleNames;
  static std::vector<std::string> _tokenNames;
  static std::vector<std::string> _channelNames;
  static std::vector<std::string> _modeNames;

  static std::vector<std::string> _literalNames;
  static std::vector<std::string> _symbolicNames;
  static antlr4::dfa::Vocabulary _vocabulary;
  static antlr4::atn::ATN _atn;
  static std::vector<uint16_t> _serializedATN;


  // Individual action functions triggered by action() above.

  // Individual semantic predicate functions triggered by sempred() above.

  struct Initializer {
    Initializer();
  };
  static Initializer _init;
};

}  // namespace writ::grammar
