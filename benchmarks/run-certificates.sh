#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What it costs to have proofs checked: each program of benchmarks/programs that should hold, with and without a certificate, and
# each task in the folders named that should be TRUE (.yml beside .c).
#   benchmarks/run-certificates.sh [FOLDER…]      writes benchmarks/results/certificates.md
# One process at a time, of 60 s of processor time at most. Nothing else should run meanwhile.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$home/benchmarks/machine.sh"

figure() { awk -v name="$1" '$1 == name { value = $2 } END { print value + 0 }' "$2"; }

measure() { # NAME OPTIONS…
  name=$1
  shift
  "$home/proviso" check --quiet --stats --time-limit 60 "$@" --no-certify >"$scratch/without" 2>&1 || true
  "$home/proviso" check --quiet --stats --time-limit 60 "$@" >"$scratch/with" 2>&1 || true
  verdict=$(sed -n 's/^VERDICT [^:]*: //p' "$scratch/with" | cut -c1-60)
  printf '| %s | %s | %s | %s | %s | %s | %s |\n' "$name" "$verdict" "$(figure certificate.steps "$scratch/with")" \
    "$(figure certificate.queries "$scratch/with")" "$(figure time.certify "$scratch/with")" \
    "$(figure cpu.milliseconds "$scratch/with")" "$(figure cpu.milliseconds "$scratch/without")"
}

programs() {
  find "$home/benchmarks/programs" -name expected.yml | sort | while read -r expected; do
    folder=$(dirname "$expected")
    platform=$(sed -n 's/^platform: *//p' "$expected")
    files=$(sed -n 's/^files: *\[\(.*\)\]/\1/p' "$expected" | tr ',' ' ')
    for rule in $(sed -n 's/^  \([A-Za-z]*\): HOLDS$/\1/p' "$expected"); do
      (cd "$folder" && measure "${folder#"$home"/benchmarks/programs/}, $rule" --platform "$platform" -r "$rule" $files)
    done
  done
}

tasks() {
  for task in "$1"/*.yml; do
    if grep -q 'expected_verdict: true' "$task"; then
      measure "$(basename "$1")/$(basename "$task" .yml)" --property unreach-call.prp \
        --data-model "$(sed -n 's/^ *data_model: *//p' "$task")" "${task%.yml}.c"
    fi
  done
}

{
  printf '# Certificates\n\nWritten by `benchmarks/run-certificates.sh`: what checking a proof costs. Steps are the cut points of a certificate; queries are those that its check asked;\n'
  printf 'the check is in ms of wall time, the last two columns are ms of processor time for the whole run, with the check and without.\n\n'
  machine
  printf '\n| program | verdict | steps | queries | check | all | without |\n| --- | --- | --- | --- | --- | --- | --- |\n'
  programs
  for folder in "$@"; do tasks "$folder"; done
} >"$scratch/results"
cp "$scratch/results" "$home/benchmarks/results/certificates.md"
cat "$scratch/results"
