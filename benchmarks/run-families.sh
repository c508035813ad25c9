#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Decides C programs of each family at growing sizes: run-families.sh [SECONDS]
# Writes results/families.md, and results/families.svg: processor time against n, both logarithmic.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$here/.."
. benchmarks/machine.sh
limit=${1:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A task's folder sorts by size, so that its results come in that order.
while read -r family sizes; do
  for variant in safe unsafe; do
    for n in $sizes; do
      folder=$work/$family/$variant/$(printf %06d "$n")
      mkdir -p "$folder"
      benchmarks/c-family.sh "$family" "$n" "$variant" >"$folder/a.c"
      truth=true verdict=HOLDS
      [ "$variant" = safe ] || truth=false verdict=VIOLATED
      if [ "$family" = driver ]; then
        printf 'platform: wdm\nfiles: [a.c]\nrules:\n  SpinLock: %s\n' "$verdict" >"$folder/expected.yml"
      else
        printf "format_version: '2.0'\ninput_files: 'a.c'\nproperties:\n  - property_file: unreach-call.prp\n    expected_verdict: %s\noptions:\n  language: C\n  data_model: LP64\n" \
          "$truth" >"$folder/a.yml"
      fi
    done
  done
done <<'FAMILIES'
locks 3 10 30 60
protocol 20 50 100 200
calls 10 100 300 1000
recursion 3 10 30 100
driver 10 100 1000 3500
loops 1 2 4 8
bounds 10 100 1000 10000
ring 4 16 64 256
list 2 4 8 16
FAMILIES

./proviso suite -j 1 --time-limit "$limit" --memory-limit 2048 --results "$work/results.tsv" "$work" >&2 || true
awk -F '\t' -v OFS='\t' '
  /^#/ || $1 == "set" { next }
  { n = split($2, part, "/"); print part[n - 3], part[n - 2], part[n - 1] + 0, $5, $6, $7, $9 }
' "$work/results.tsv" >"$work/table.tsv"

{
  echo "# Families that grow"
  echo
  echo "Programs of \`benchmarks/c-family.sh\`, written by \`benchmarks/run-families.sh $limit\`: $limit s of processor time and 2048 MB each."
  echo
  machine
  echo
  echo "![processor time against size](families.svg)"
  echo
  echo "| family | variant | n | verdict | | processor time, s | memory, MB |"
  echo "| --- | --- | ---: | --- | --- | ---: | ---: |"
  awk -F '\t' '{ printf "| %s | %s | %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5, $6, $7 }' "$work/table.tsv"
} >benchmarks/results/families.md

awk -F '\t' '
  function x(n) { return 60 + log(n) / log(10) * 140 }
  function y(s) { return 380 - (log(s) / log(10) + 0.3) * 140 }
  BEGIN {
    split("#1b6ca8 #c0392b #27864b #8e44ad #b9770e #117a8b #7b241c #4d5656 #d81b60", colour, " ")
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 420\" font-family=\"sans-serif\" font-size=\"12\">"
    print "<rect width=\"760\" height=\"420\" fill=\"white\"/>"
    for (e = 0; e <= 4; e++) printf "<line x1=\"%d\" y1=\"20\" x2=\"%d\" y2=\"385\" stroke=\"#dddddd\"/><text x=\"%d\" y=\"402\" text-anchor=\"middle\">%d</text>\n", x(10 ^ e), x(10 ^ e), x(10 ^ e), 10 ^ e
    for (e = 0; e <= 2; e++) printf "<line x1=\"60\" y1=\"%d\" x2=\"620\" y2=\"%d\" stroke=\"#dddddd\"/><text x=\"52\" y=\"%d\" text-anchor=\"end\">%d s</text>\n", y(10 ^ e), y(10 ^ e), y(10 ^ e) + 4, 10 ^ e
    print "<text x=\"340\" y=\"417\" text-anchor=\"middle\">n</text>"
  }
  {
    key = $1 " " $2
    if (!(key in known)) { known[key] = 1; order[++keys] = key; if (!($1 in family)) { family[$1] = ++families } }
    if ($5 == "right") points[key] = points[key] sprintf("%.1f,%.1f ", x($3), y($6))
  }
  END {
    for (k = 1; k <= keys; k++) {
      split(order[k], name, " ")
      dash = name[2] == "unsafe" ? " stroke-dasharray=\"5 4\"" : ""
      printf "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>\n", points[order[k]], colour[family[name[1]]], dash
    }
    for (f in family) printf "<text x=\"640\" y=\"%d\" fill=\"%s\">%s</text>\n", 20 + family[f] * 18, colour[family[f]], f
    print "<text x=\"640\" y=\"220\">— safe</text><text x=\"640\" y=\"238\">- - unsafe</text>"
    print "</svg>"
  }
' "$work/table.tsv" >benchmarks/results/families.svg
