#!/bin/sh
# Holds the committed parser to its grammar: generates it again and compares byte for byte. Exit code 77 (skipped, and said) where the
# antlr4 tool is not installed or is another version than the one that made the files.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
if ! command -v antlr4 >/dev/null 2>&1; then
  echo "skipped: antlr4 is not installed (apt-get install antlr4)"
  exit 77
fi
made_by=$(sed -n 's/.* by ANTLR \([0-9.]*\).*/\1/p' "$root/grammar/generated/WritParser.h")
here=$(antlr4 2>&1 | sed -n 's/.*Version \([0-9.]*\).*/\1/p')
if [ "$made_by" != "$here" ]; then
  echo "skipped: the parser was made by ANTLR $made_by, here is $here"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/scripts/generate-parser" "$work"
if ! diff -r "$work" "$root/grammar/generated"; then
  echo "grammar/generated does not come from grammar/*.g4: run scripts/generate-parser"
  exit 1
fi
echo "grammar/generated is what grammar/*.g4 gives"
