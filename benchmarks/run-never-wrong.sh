#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Verdicts against exhaustive execution: random programs, and random rules over random clients of an API.
#   benchmarks/run-never-wrong.sh [PROGRAMS [RULES [FIRST-SEED [SECONDS]]]]
# Default: 6000 and 4000 from seed 1, 5 s of processor time each. Writes benchmarks/results/never-wrong.md; the results of each
# question, and programs that were not decided, stay in the folder that NEVER_WRONG names (default: a new one).
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
programs=${1:-6000} rules=${2:-4000} seed=${3:-1} seconds=${4:-5}
work=${NEVER_WRONG:-$(mktemp -d)}
cd "$home"
. benchmarks/machine.sh
mkdir -p "$work/undecided"
rm -f "$work/results.tsv"
status=0
mvn -q -pl checker -am test -Dtest='RandomProgramsTest,RandomRulesTest' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dproviso.random.programs="$programs" -Dproviso.random.rules="$rules" -Dproviso.random.seed="$seed" \
  -Dproviso.random.millis="${seconds}000" -Dproviso.random.results="$work/results.tsv" \
  -Dproviso.random.dump="$work/undecided" >"$work/log" 2>&1 || status=$?
[ -s "$work/results.tsv" ] || { cat "$work/log" >&2; exit 1; }
{
  printf '# Never wrong\n\n'
  printf 'Written by `benchmarks/run-never-wrong.sh %s %s %s %s`: one question for each random program (can that number reach the probe?) and each pair of a random rule and a random client,\n' "$programs" "$rules" "$seed" "$seconds"
  printf 'answered by executing the program on all choices of its environment, and by a check with %s s of processor time.\n\n' "$seconds"
  machine
  echo
  sh benchmarks/never-wrong-table.sh "$work/results.tsv"
  echo
  grep -E '^(random |seed |SKIPPED)' "$work/log" | sed 's/^/    /'
} >benchmarks/results/never-wrong.md
cat benchmarks/results/never-wrong.md
echo "$work"
exit $status
