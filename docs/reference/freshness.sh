#!/bin/sh
# The committed pages of docs/reference are those that the tables give. usage: freshness.sh WRIT_REFERENCE WRIT REPOSITORY
set -eu
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$1" "$2" "$3" "$out"
if ! diff -r -x '*.cc' -x '*.sh' "$3/docs/reference" "$out"; then
  echo "docs/reference is stale: run scripts/generate-reference" >&2
  exit 1
fi
