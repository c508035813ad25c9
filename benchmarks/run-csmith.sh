#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compares the interpreter with gcc on random programs: checksums must be equal.
#   benchmarks/run-csmith.sh [COUNT [FIRST-SEED [DIR]]]     default: 100 programs from seed 1
# Every second program uses floats. Programs that take more than 5 s of processor time as gcc compiles them do not count; the
# interpreter gets 60 s of it (and ten times as much wall time: a busy machine decides nothing). Programs that differ, are rejected
# or end at the limit stay in DIR (default: a new folder in the temporary directory).
# Needs gcc, csmith and its headers (Debian: apt install gcc csmith libcsmith-dev).
set -u
count=${1:-100} seed=${2:-1}
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
proviso=${PROVISO:-$home/proviso}
headers=${CSMITH_INCLUDE:-/usr/include/csmith}

for tool in gcc csmith timeout; do
  command -v $tool >/dev/null 2>&1 || { echo "SKIPPED: no $tool here, nothing was compared" >&2; exit 77; }
done
[ -f "$headers/csmith.h" ] || { echo "SKIPPED: no csmith.h in $headers (CSMITH_INCLUDE names its folder), nothing was compared" >&2; exit 77; }

work=${3:-$(mktemp -d)}
mkdir -p "$work"
equal=0 differ=0 rejected=0 slow=0 skipped=0 reported=0
last=$((seed + count - 1))
milliseconds() { date +%s%3N; }
# Whether that exit code says that a limit of time ended it: timeout's, or a signal for processor time (24; 9 behind it).
is_over() { [ "$1" -eq 124 ] || [ "$1" -eq 152 ] || [ "$1" -eq 137 ]; }
printf '%-8s %-6s %10s %12s  %s\n' seed float 'gcc ms' 'proviso ms' result
while [ "$seed" -le "$last" ]; do
  name=$work/s$seed float=
  [ $((seed % 2)) -eq 0 ] && float=--float
  result=
  if ! (cd "$work" && csmith --seed "$seed" $float) >"$name.c" 2>"$name.log" ||
     ! gcc -w -O1 -fwrapv -I"$headers" -o "$name.exe" "$name.c" -lm 2>"$name.log"; then
    result='not made' native=- ours=-
    skipped=$((skipped + 1))
  else
    begin=$(milliseconds)
    (ulimit -t 5; exec timeout 50 "$name.exe") >"$name.gcc" 2>/dev/null
    code=$?
    native=$(($(milliseconds) - begin))
    if is_over $code; then
      result='not counted: gcc takes over 5 s' ours=-
      skipped=$((skipped + 1))
    else
      begin=$(milliseconds)
      (ulimit -t 60; exec timeout 600 "$proviso" run -I "$headers" "$name.c") >"$name.out" 2>"$name.err"
      ours=$?
      took=$(($(milliseconds) - begin))
      if cmp -s "$name.gcc" "$name.out" && [ $ours -eq $code ]; then
        result=equal
        equal=$((equal + 1))
        if [ -s "$name.err" ]; then result='equal, with reports'; reported=$((reported + 1)); fi
      elif is_over $ours; then
        result='over 60 s'
        slow=$((slow + 1))
      elif [ $ours -eq 2 ] || [ $ours -eq 5 ] || [ $ours -eq 6 ]; then
        result="REJECTED: $(grep -m1 -E ': (error|warning):|^proviso: ' "$name.err" | cut -c1-120)"
        rejected=$((rejected + 1))
      else
        result="DIFFERENT: $(head -c 60 "$name.gcc" | tr '\n' ' ') / $(head -c 60 "$name.out" | tr '\n' ' ')"
        differ=$((differ + 1))
      fi
      ours=$took
    fi
  fi
  printf '%-8s %-6s %10s %12s  %s\n' "$seed" "${float:+yes}" "$native" "$ours" "$result"
  rm -f "$name.exe" "$name.gcc" "$name.log"
  case $result in equal*|not*) rm -f "$name".* ;; esac
  seed=$((seed + 1))
done
echo
echo "$equal equal ($reported with reports), $differ different, $rejected rejected, $slow over 60 s, $skipped not counted; kept in $work"
[ $((differ + rejected + slow)) -eq 0 ]
