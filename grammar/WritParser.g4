// The grammar of the policy language, edition 1. Every decision is made on one token (a trailing comma takes two): each item and
// clause begins with a word of its own and expressions never run into what follows them.
// Operators are a flat list here; what binds how tightly is one table in compiler/parse/build_expr.cc:
//   or · and · not · == != < <= > >= in matches contains is · ?? (right) · + - · * / % · unary - has · . ?. [ ]
// That keeps the parse tree small, recursion bounded by brackets alone, and chained comparisons a message of their own.
// Regenerate with scripts/generate-parser; covered by tests/grammar and tests/compiler/parse.
parser grammar WritParser;
options { tokenVocab = WritLexer; }

file : item* EOF;
// What the compiler parses: one item at a time, so that an error in one never reaches the next.
unit : item EOF;

item
  : header | importDecl | constDecl | dataDecl | paramDecl | inputDecl | fnDecl
  | activateClause | ruleDecl | detectDecl | waiverDecl | testDecl
  ;

header     : KW_POLICY id=dotted KW_VERSION semver=string_ KW_LANGUAGE edition=INT;
importDecl : KW_IMPORT id=dotted (KW_AS alias=name)?;
constDecl  : KW_CONST id=name (COLON declared=type)? ASSIGN value=expr;
dataDecl   : KW_DATA id=name COLON declared=type KW_FROM path=string_;
paramDecl  : KW_PARAM id=name COLON declared=type ASSIGN value=expr;
inputDecl  : KW_INPUT id=name COLON declared=type;
fnDecl     : KW_FN id=name LPAREN (params+=fnParam (COMMA params+=fnParam)*)? RPAREN COLON result=type ASSIGN body=expr;
fnParam    : id=name COLON declared=type;

ruleDecl   : KW_RULE id=name title=string_ LBRACE clauses+=ruleClause* RBRACE;
detectDecl : KW_DETECT id=name title=string_ LBRACE clauses+=detectClause* RBRACE;
ruleClause
  : metaClause | activateClause | flagClause | forEachClause | letClause | requireClause | reportClause
  ;
detectClause
  : metaClause | activateClause | flagClause | forEachClause | letClause | groupClause | sequenceClause | raiseClause
  | reportClause
  ;

metaClause
  : key=(KW_SEVERITY | KW_IMPACT | KW_CONFIDENCE) word=name                                          # wordMeta
  | key=(KW_OWNER | KW_RATIONALE | KW_REMEDIATION) values+=string_                                   # textMeta
  | key=(KW_TAGS | KW_REFERENCES) values+=string_ (COMMA values+=string_)*                           # textsMeta
  | key=KW_FIX_WITHIN length=DURATION                                                                # durationMeta
  | key=KW_CONTROLS values+=control (COMMA values+=control)*                                         # controlsMeta
  | key=KW_FORMERLY old=dotted                                                                       # formerlyMeta
  ;
control        : framework=name (text=string_ | number=INT);

activateClause : KW_ACTIVATE KW_WHEN condition=expr;
flagClause
  : KW_ALLOW KW_QUADRATIC   # allowQuadratic
  | KW_ON KW_SAMPLED        # onSampled
  | KW_EXPECT KW_EMPTY      # expectEmpty
  ;
// `for each operation op`, `for each p in op.parameters`, `for each document d in documents("…")`
forEachClause
  : KW_FOR KW_EACH kind=name (variable=name (KW_IN source=expr)? | KW_IN source=expr)
    (KW_JOINED KW_WITH joinedKind=name joinedVariable=name)? (KW_WHERE condition=expr)?
  ;
letClause
  : KW_LET id=name ASSIGN value=expr
    (KW_ELSE otherwise=(KW_SKIP | KW_FAIL | KW_INDETERMINATE) message=string_? (KW_AS reason=name)?
     (KW_AT at+=expr (COMMA at+=expr)*)?)?
  ;
requireClause  : KW_REQUIRE condition=expr (KW_AS reason=name)?;
groupClause    : KW_GROUP KW_BY keys+=groupKey (COMMA keys+=groupKey)*
                 (KW_WITHIN window=(KW_SLIDING | KW_TUMBLING | KW_SESSION) length=expr)?;
groupKey       : value=expr (KW_AS alias=name)?;
sequenceClause : KW_SEQUENCE LBRACE first=step rest+=nextStep* RBRACE (KW_WITHIN within=expr)?;
nextStep       : link=(KW_THEN | KW_WITHOUT) step;
step           : id=name KW_WHERE condition=expr;
raiseClause    : KW_RAISE KW_WHEN condition=expr;
reportClause
  : KW_REPORT message=string_ (KW_AT at+=expr (COMMA at+=expr)*)? (KW_EVIDENCE KW_FIRST evidence=INT)?
    (KW_PER per+=expr (COMMA per+=expr)*)?
  ;

waiverDecl
  : KW_WAIVER id=name KW_FOR target=dotted (KW_WHERE condition=expr | all=KW_ALL) KW_UNTIL until=TIME
    KW_REASON reason=string_ KW_AUTHOR author=string_ KW_APPROVED_BY approver=string_ (KW_TICKET ticket=string_)?
  ;

testDecl : KW_TEST title=string_ KW_FOR target=dotted LBRACE clauses+=testClause* RBRACE;
testClause
  : RAW_OPEN text+=TEXT* TRIPLE_CLOSE                                                              # givenText
  | KW_GIVEN given                                                                                 # givenOther
  | KW_EXPECT verdict=name (KW_AS reason=name)? (KW_AT at=string_)? (KW_COUNT number=INT)?         # expectClause
  ;
given
  : kind=(KW_SPEC | KW_EXCHANGES | KW_BASELINE | KW_DOCUMENT) (KW_FILE path=string_ | text=string_)  # givenSource
  | KW_NOW moment=TIME                                                                               # givenNow
  | kind=(KW_INPUT | KW_PARAM) id=name ASSIGN value=expr                                             # givenValue
  ;

expr    : first=operand rest+=tail*;
tail
  : op=(KW_OR | KW_AND | EQ | NE | LT | LE | GT | GE | QQ | PLUS | MINUS | STAR | SLASH | PERCENT) right=operand  # binaryTail
  | negation=KW_NOT? op=(KW_IN | KW_MATCHES | KW_CONTAINS) right=operand                                          # wordTail
  | op=KW_IS negation=KW_NOT? state=(KW_EMPTY | KW_PRESENT | KW_KNOWN)                                            # isTail
  ;
operand : prefixes+=(KW_NOT | MINUS | KW_HAS)* base=primary suffixes+=suffix*;
suffix
  : op=(DOT | QDOT) member=fieldName call=args?   # memberSuffix
  | LBRACK index=expr RBRACK                      # indexSuffix
  ;
args : LPAREN (values+=expr (COMMA values+=expr)* COMMA?)? RPAREN;
primary
  : value=(INT | DECIMAL | PERCENT_LITERAL | DURATION | SIZE | REGEX | IP | TIME | JPATH | KW_TRUE | KW_FALSE | HOLE)  # literal
  | string_                                                                         # text
  // A call and a quantifier share one shape: `any(x in xs: c)` is told from `f(a, b)` after its first expression.
  | id=name (open=LPAREN (values+=expr (COLON body=expr | (COMMA values+=expr)* COMMA?))? RPAREN)?
                                                                                    # nameOrCall
  | LPAREN inner=expr RPAREN                                                        # group
  | open=LBRACK (values+=expr (comprehension | (COMMA values+=expr)* COMMA?))? RBRACK       # list
  | open=LBRACE (entries+=entry (comprehension | (COMMA entries+=entry)* COMMA?))? RBRACE   # setOrMap
  ;
entry         : key=expr (COLON value=expr)?;
comprehension : KW_FOR id=name KW_IN source=expr (KW_WHERE condition=expr)?;

string_
  : plain=STRING
  | STR_OPEN parts+=part* STR_CLOSE
  | triple=TRIPLE_OPEN parts+=part* TRIPLE_CLOSE
  ;
part : literal_=TEXT | INTERP value=expr RBRACE;

type     : base=typeBase optional=Q?;
typeBase
  : kind=(KW_LIST | KW_SET) LBRACK arguments+=type RBRACK                       # collectionType
  | kind=KW_MAP LBRACK arguments+=type COMMA arguments+=type RBRACK             # mapType
  | kind=KW_ENUM LBRACE members+=name (COMMA members+=name)* COMMA? RBRACE      # enumType
  | id=name                                                                     # namedType
  ;
dotted : name (DOT fieldName)*;

name
  : ID | KW_SEVERITY | KW_IMPACT | KW_CONFIDENCE | KW_OWNER | KW_RATIONALE | KW_REMEDIATION | KW_REFERENCES | KW_TAGS
  | KW_CONTROLS | KW_FIX_WITHIN | KW_FORMERLY | KW_DATA | KW_INPUT | KW_ENUM | KW_LIST | KW_SET | KW_MAP | KW_FROM
  | KW_VERSION | KW_LANGUAGE | KW_AS | KW_EACH | KW_JOINED | KW_WITH | KW_GROUP | KW_BY | KW_WITHIN | KW_SLIDING
  | KW_TUMBLING | KW_SESSION | KW_SEQUENCE | KW_THEN | KW_WITHOUT | KW_AT | KW_EVIDENCE | KW_FIRST | KW_PER | KW_ON
  | KW_SAMPLED | KW_ALLOW | KW_QUADRATIC | KW_EXPECT | KW_EMPTY | KW_PRESENT | KW_KNOWN | KW_SKIP | KW_FAIL
  | KW_INDETERMINATE | KW_UNTIL | KW_REASON | KW_AUTHOR | KW_APPROVED_BY | KW_TICKET | KW_GIVEN | KW_SPEC | KW_EXCHANGES
  | KW_BASELINE | KW_DOCUMENT | KW_FILE | KW_NOW | KW_ALL | KW_COUNT
  ;
// After a dot every word is a name, reserved ones too.
fieldName
  : name
  | KW_AND | KW_OR | KW_NOT | KW_IN | KW_IS | KW_MATCHES | KW_CONTAINS | KW_HAS | KW_TRUE | KW_FALSE | KW_FOR | KW_WHERE
  | KW_LET | KW_ELSE | KW_REQUIRE | KW_RAISE | KW_WHEN | KW_REPORT | KW_RULE | KW_DETECT | KW_POLICY | KW_IMPORT | KW_CONST
  | KW_PARAM | KW_FN | KW_WAIVER | KW_TEST | KW_ACTIVATE
  ;
