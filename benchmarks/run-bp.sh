#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Decides boolean programs of each family at growing sizes: run-bp.sh [SECONDS]; a table in Markdown.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
limit=${1:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "| family | n | variant | verdict | processor time (s) | places | room for BDD nodes |"
echo "| --- | ---: | --- | --- | ---: | ---: | ---: |"
while read -r family sizes; do
  for n in $sizes; do
    for variant in safe unsafe; do
      "$here/bp-family.sh" "$family" "$n" "$variant" >"$work/a.bp"
      code=0
      { time -p "$here/../proviso" bp "$work/a.bp" --stats --time-limit "$limit" >"$work/out" 2>"$work/err"; } 2>"$work/time" || code=$?
      case $code in 0) verdict=holds ;; 10) verdict=violated ;; 5) verdict=unknown ;; *) verdict="exit $code" ;; esac
      expected=holds
      [ "$variant" = safe ] || expected=violated
      [ "$verdict" = "$expected" ] || [ "$verdict" = unknown ] || verdict="$verdict WRONG"
      cpu=$(awk '/user|sys/ { sum += $2 } END { printf "%.1f", sum }' "$work/time" "$work/err")
      echo "| $family | $n | $variant | $verdict | $cpu | $(awk '$1 == "places" { print $2 }' "$work/out") | $(awk '$1 == "bdd.room" { print $2 }' "$work/out") |"
    done
  done
done <<'FAMILIES'
locks 30 100 300
shift 25 50 200
counter 8 11 14
chain 10 100 1000
pass 10 100 1000
recursion 10 30 80
branches 50 150 500
dispatch 50 150 500
globals 30 100 300
FAMILIES
