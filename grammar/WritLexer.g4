// The words of the policy language, edition 1. Identifiers are ASCII: wider classes would multiply the time the generated
// lexer takes to start. Tokens named BAD_* are things people type out of habit from other languages; the compiler
// (compiler/parse/lex.cc) reports each with the right spelling and goes on as if that had been typed.
// Regenerate with scripts/generate-parser; covered by tests/grammar and tests/compiler/parse.
lexer grammar WritLexer;

channels { DOCS }
// HOLE is never written: the compiler puts it in place of something it has already reported.
tokens { HOLE }

DOC     : '##' ~[\r\n]* -> channel(DOCS);
COMMENT : '#' ~[\r\n]* -> skip;
WS      : [ \t\r\n\uFEFF]+ -> skip;

// Reserved words of expressions: with these reserved, an expression can never run into what follows it.
KW_AND: 'and'; KW_OR: 'or'; KW_NOT: 'not'; KW_IN: 'in'; KW_IS: 'is'; KW_MATCHES: 'matches'; KW_CONTAINS: 'contains';
KW_HAS: 'has'; KW_TRUE: 'true'; KW_FALSE: 'false';

// Reserved words that begin an item or a clause: the places where the parser finds its feet after an error.
KW_FOR: 'for'; KW_WHERE: 'where'; KW_LET: 'let'; KW_ELSE: 'else'; KW_REQUIRE: 'require'; KW_RAISE: 'raise';
KW_WHEN: 'when'; KW_REPORT: 'report'; KW_RULE: 'rule'; KW_DETECT: 'detect'; KW_POLICY: 'policy'; KW_IMPORT: 'import';
KW_CONST: 'const'; KW_PARAM: 'param'; KW_FN: 'fn'; KW_WAIVER: 'waiver'; KW_TEST: 'test'; KW_ACTIVATE: 'activate';

// Words with a meaning in one place only; anywhere else they are names.
KW_SEVERITY: 'severity'; KW_IMPACT: 'impact'; KW_CONFIDENCE: 'confidence'; KW_OWNER: 'owner'; KW_RATIONALE: 'rationale';
KW_REMEDIATION: 'remediation'; KW_REFERENCES: 'references'; KW_TAGS: 'tags'; KW_CONTROLS: 'controls';
KW_FIX_WITHIN: 'fix_within'; KW_FORMERLY: 'formerly';
KW_DATA: 'data'; KW_INPUT: 'input'; KW_ENUM: 'enum'; KW_LIST: 'list'; KW_SET: 'set'; KW_MAP: 'map'; KW_FROM: 'from';
KW_VERSION: 'version'; KW_LANGUAGE: 'language'; KW_AS: 'as';
KW_EACH: 'each'; KW_JOINED: 'joined'; KW_WITH: 'with'; KW_GROUP: 'group'; KW_BY: 'by'; KW_WITHIN: 'within';
KW_SLIDING: 'sliding'; KW_TUMBLING: 'tumbling'; KW_SESSION: 'session'; KW_SEQUENCE: 'sequence'; KW_THEN: 'then';
KW_WITHOUT: 'without'; KW_AT: 'at'; KW_EVIDENCE: 'evidence'; KW_FIRST: 'first'; KW_PER: 'per'; KW_ON: 'on';
KW_SAMPLED: 'sampled'; KW_ALLOW: 'allow'; KW_QUADRATIC: 'quadratic'; KW_EXPECT: 'expect'; KW_EMPTY: 'empty';
KW_PRESENT: 'present'; KW_KNOWN: 'known'; KW_SKIP: 'skip'; KW_FAIL: 'fail'; KW_INDETERMINATE: 'indeterminate';
KW_UNTIL: 'until'; KW_REASON: 'reason'; KW_AUTHOR: 'author'; KW_APPROVED_BY: 'approved_by'; KW_TICKET: 'ticket';
KW_GIVEN: 'given'; KW_SPEC: 'spec'; KW_EXCHANGES: 'exchanges'; KW_BASELINE: 'baseline'; KW_DOCUMENT: 'document';
KW_FILE: 'file'; KW_NOW: 'now'; KW_ALL: 'all'; KW_COUNT: 'count';

// A fixture is raw text: nothing in it is an escape or an interpolation.
RAW_OPEN : 'given' GAP ('spec' | 'exchanges' | 'baseline' | 'document') GAP '"""' -> pushMode(RAW);
fragment GAP : [ \t\r\n]+;

REGEX : 're"' LITERAL_CHAR* '"';
IP    : 'ip"' LITERAL_CHAR* '"';
TIME  : 't"' LITERAL_CHAR* '"';
JPATH : 'jp"' LITERAL_CHAR* '"';
fragment LITERAL_CHAR : ~["\\\r\n] | '\\' ~[\r\n];
// Shorter than the closed literal, so it only wins where the closing quote is missing on the line.
BAD_LITERAL : ('re' | 'ip' | 't' | 'jp') '"' LITERAL_CHAR* '\\'?;

PERCENT_LITERAL : DIGITS ('.' DIGITS)? '%';
DURATION : (DIGITS ('ms' | 'us' | 'ns' | 's' | 'm' | 'h' | 'd' | 'w'))+;
SIZE     : DIGITS ('B' | 'KiB' | 'MiB' | 'GiB' | 'KB' | 'MB' | 'GB');
DECIMAL  : DIGITS '.' DIGITS ([eE] [+-]? DIGITS)?;
INT      : DIGITS;
// The longest match: without it `10min` would be the duration `10m` and the word `in`.
BAD_NUMBER : DIGITS ('.' DIGITS)? [A-Za-z_] [A-Za-z0-9_]* | '.' [0-9] [A-Za-z0-9_]*;
fragment DIGITS : [0-9] ('_'? [0-9])*;

ID : [A-Za-z_] [A-Za-z0-9_]*;

// Most strings are plain and need no mode of their own.
STRING      : '"' (~["\\$\r\n] | '\\' ~[\r\n])* '"';
TRIPLE_OPEN : '"""' -> pushMode(TRIPLE);
STR_OPEN    : '"' -> pushMode(STR);

LBRACE: '{' -> pushMode(DEFAULT_MODE);
RBRACE: '}' -> popMode;
LPAREN: '('; RPAREN: ')'; LBRACK: '['; RBRACK: ']';
QDOT: '?.'; QQ: [?][?]; Q: '?'; DOT: '.'; COMMA: ','; COLON: ':';  // [?][?]: no trigraph in generated code
EQ: '=='; NE: '!='; LE: '<='; GE: '>='; LT: '<'; GT: '>'; ASSIGN: '=';
PLUS: '+'; MINUS: '-'; STAR: '*'; SLASH: '/'; PERCENT: '%';

BAD_AND: '&&' | '&'; BAD_OR: '||' | '|'; BAD_NOT: '!'; BAD_EQ: '===' | '=~'; BAD_NE: '!==' | '<>'; BAD_GE: '=>';
BAD_SEMICOLON: ';';
BAD_LINE_COMMENT: '//' ~[\r\n]*;
BAD_BLOCK_COMMENT: '/*';  // the compiler finds its end: a pattern for it would be quadratic on hostile input
BAD_STRING: '\'' ~['\r\n]* '\'';
BAD_CHAR: .;

mode STR;
STR_CLOSE  : '"' -> popMode;
STR_INTERP : '${' -> type(INTERP), pushMode(DEFAULT_MODE);
TEXT       : (~["\\$\r\n] | '\\' ~[\r\n])+;
STR_SIGN   : [$\\] -> type(TEXT);
STR_BROKEN : [\r\n] -> popMode;  // a string ends with its line

mode TRIPLE;
TRIPLE_CLOSE : '"""' -> popMode;
INTERP       : '${' -> pushMode(DEFAULT_MODE);
TRIPLE_TEXT  : (~["\\$] | '\\' .)+ -> type(TEXT);
TRIPLE_SIGN  : ["$\\] -> type(TEXT);

mode RAW;
RAW_CLOSE : '"""' -> type(TRIPLE_CLOSE), popMode;
RAW_TEXT  : ~["]+ -> type(TEXT);
RAW_QUOTE : '"' -> type(TEXT);
