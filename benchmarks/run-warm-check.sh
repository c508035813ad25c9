#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Measures a warm check: one rule on a program of some 500 lines, the start of the JVM included.
#   benchmarks/run-warm-check.sh [RUNS [SECONDS]]      writes benchmarks/results/warm-check.md
# By default 5 runs, none of which may take more than 60 s of processor time.
# The first run of each program, which may build or fill caches, is not counted. Nothing else should run meanwhile.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
runs=${1:-5}
limit=${2:-60}
cd "$home"
results=benchmarks/results/warm-check.md
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

. benchmarks/machine.sh

# The figure of that name in the output of --stats; 0 where there is none.
figure() {
  awk -v name="$1" '$1 == name { value = $2 } END { print value + 0 }' "$2"
}

middle() {
  sort -n "$1" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'
}

now() {
  date +%s%N 2>/dev/null | sed 's/N$/000000000/'
}

measure() {
  title=$1
  shift
  lines=$(cat "$@" | wc -l | tr -d ' ')
  : >"$scratch/wall"
  : >"$scratch/cpu"
  : >"$scratch/before"
  : >"$scratch/solver"
  i=0
  while [ "$i" -le "$runs" ]; do
    start=$(now)
    code=0
    ./proviso check --quiet --stats --time-limit "$limit" -r IrqlExAllocatePool "$@" >"$scratch/out" 2>&1 || code=$?
    end=$(now)
    case $code in
      0 | 5 | 10) ;;
      *) cat "$scratch/out" >&2; exit "$code" ;;
    esac
    if [ "$i" -gt 0 ]; then
      echo $(((end - start) / 1000000)) >>"$scratch/wall"
      figure cpu.milliseconds "$scratch/out" >>"$scratch/cpu"
      figure solver.milliseconds "$scratch/out" >>"$scratch/solver"
      awk '/time\.(start|platform|parse|entry-points|models|harness|link|environment|weave) / { s += $2 } END { print s + 0 }' \
        "$scratch/out" >>"$scratch/before"
    fi
    i=$((i + 1))
  done
  verdict=$(sed -n 's/^VERDICT [^:]*: //p' "$scratch/out")
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$title" "$lines" "$verdict" "$(middle "$scratch/wall")" \
    "$(middle "$scratch/cpu")" "$(middle "$scratch/before")" "$(middle "$scratch/solver")" >>"$scratch/table"
  { printf '\n%s, last run:\n\n```\n' "$title"; grep -E '^  [a-z.-]+ +[0-9]+$' "$scratch/out" || true; printf '```\n'; } >>"$scratch/phases"
}

before=$(load)
pool=benchmarks/programs/wdm-pool
measure first benchmarks/programs/first/driver.c
measure "wdm-pool, repaired" "$pool/driver.c" "$pool/io.c" "$pool/queue.c" "$pool/flush.c" "$pool/repaired/request.c"

mkdir -p benchmarks/results
{
  printf '# Warm check\n\n'
  printf 'One rule (IrqlExAllocatePool), written by `benchmarks/run-warm-check.sh`: the middle of %s runs after one that is not counted, of %s s of processor time each at most.\n\n' "$runs" "$limit"
  machine
  printf '* Load average before: %s; after: %s. Where it is above 1, wall time tells of other programs too.\n\n' "$before" "$(load)"
  printf '| program | lines | verdict | wall, ms | processor, ms | wall before the engine, ms | solver, ms |\n'
  printf '| --- | --- | --- | --- | --- | --- | --- |\n'
  cat "$scratch/table"
  printf '\nThe phases are explained in [README.md](../README.md).\n'
  cat "$scratch/phases"
} >"$results"
cat "$results"
