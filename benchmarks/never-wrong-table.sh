#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes tables of the results that random tests write: never-wrong-table.sh RESULTS.tsv
set -eu
sort -t "$(printf '\t')" -k1,1 -k5,5n "$1" | awk -F'\t' '
  { kind = $1 " " $3; n[kind]++; seconds[kind] += $5
    if ($3 == $4) right[kind]++; else if ($4 == "UNKNOWN") { unknown[kind]++; reasons[$1 "\t" $6]++ } else wrong[kind]++
    if ($4 != "UNKNOWN") { total[$1]++ } asked[$1]++ }
  END {
    print "| questions | number | right | undecided | wrong | seconds in the mean |"
    print "| --- | ---: | ---: | ---: | ---: | ---: |"
    for (what = 1; what <= 2; what++) for (answer = 1; answer <= 2; answer++) {
      kind = (what == 1 ? "programs" : "rules") " " (answer == 1 ? "HOLDS" : "VIOLATED")
      if (n[kind]) printf "| %s | %d | %d | %d | %d | %.2f |\n", kind, n[kind], right[kind], unknown[kind], wrong[kind], seconds[kind] / n[kind]
    }
    print "\nDecided:"
    for (what in asked) printf "%s %.1f %%\n", what, 100 * total[what] / asked[what]
    print "\n| undecided | why |\n| ---: | --- |"
    for (reason in reasons) { split(reason, part, "\t"); printf "| %d | %s: %s |\n", reasons[reason], part[1], part[2] }
  }'
