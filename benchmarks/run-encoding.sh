#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Formulas against executions: random blocks of C statements with fixed inputs, in the interpreter, in four forms of the
# encoding, and (where there is one) compiled by gcc.
#   benchmarks/run-encoding.sh [BLOCKS [FIRST-SEED]]      default: 10000 from seed 1; writes benchmarks/results/encoding.md
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
blocks=${1:-10000}
seed=${2:-1}
cd "$home"
. benchmarks/machine.sh
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
start=$(date +%s)
mvn -q -pl abstraction -am test -Dtest=RandomBlocksTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dproviso.random.blocks="$blocks" -Dproviso.random.seed="$seed" >"$log" 2>&1 || status=$?
grep -E '^(random blocks|seed |SKIPPED)' "$log" || { cat "$log" >&2; exit 1; }
{
  printf '# The encoding against execution\n\n'
  printf 'Written by `benchmarks/run-encoding.sh %s %s`: random blocks of C statements with fixed inputs. Each is executed by the interpreter and made a formula in four ways\n' "$blocks" "$seed"
  printf '(inputs as variables; as constants; with a switch on each statement, where there are no loops; one way step by step). *Exact*: what was executed is a model of the formula, and\n'
  printf 'there is no other. *Inexact*: the encoding has noted something that it leaves open, and what was executed is among its models. gcc computes the same where the run comes to its end.\n\n'
  machine
  printf '* Wall time: %s s\n\n' $(($(date +%s) - start))
  grep -E '^(random blocks|seed |SKIPPED)' "$log" | sed 's/^/    /'
} >benchmarks/results/encoding.md
exit $status
