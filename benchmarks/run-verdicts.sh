#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Checks every benchmark program against its expected.yml and prints a table: expected, got, seconds.
#   benchmarks/run-verdicts.sh [SECONDS a rule [FOLDER...]]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
limit=${1:-300}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- $(find "$here/programs" -name expected.yml -exec dirname {} \; | sort)
wrong=0
for folder; do
  files=$(sed -n 's/^files: *\[\(.*\)\]/\1/p' "$folder/expected.yml" | tr ',' '\n' | sed "s|^ *|$folder/|")
  platform=$(sed -n 's/^platform: *//p' "$folder/expected.yml")
  sed -n '/^rules:/,$ s/^  *\([A-Za-z]*\): *\([A-Z ]*\).*/\1:\2/p' "$folder/expected.yml" > "${TMPDIR:-/tmp}/rules.$$"
  while IFS=: read -r rule expected; do
    start=$(date +%s)
    # shellcheck disable=SC2086  # the files are a list
    line=$("$here/../proviso" check --platform "$platform" --time-limit "$limit" -r "$rule" $files 2>/dev/null < /dev/null |
      grep "^VERDICT $rule: " || true)
    got=$(echo "$line" | sed 's/^VERDICT [A-Za-z]*: \([A-Z ]*[A-Z]\).*/\1/')
    case $got in
      "$expected") mark=ok ;;
      UNKNOWN) mark=undecided ;;
      *) mark=WRONG; wrong=1 ;;
    esac
    printf '%-10s %-45s %-26s %-15s %-15s %4d s\n' \
      "$mark" "${folder#"$here"/programs/}" "$rule" "$expected" "$got" $(($(date +%s) - start))
  done < "${TMPDIR:-/tmp}/rules.$$"
  rm -f "${TMPDIR:-/tmp}/rules.$$"
done
exit $wrong
