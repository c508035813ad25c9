#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Executes real programs in the interpreter and compares with native builds: bzip2, zlib's minigzip, lua 5.4.
#   benchmarks/run-real.sh [DIR]      DIR holds the sources, or gets them (default: a new folder)
# Needs gcc, and `apt-get source` with deb-src entries where DIR does not hold the sources yet.
set -u
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
proviso=${PROVISO:-$home/proviso}
command -v gcc >/dev/null 2>&1 || { echo "SKIPPED: no gcc here, nothing was compared" >&2; exit 77; }
work=${1:-$(mktemp -d)}
mkdir -p "$work/inc" && cd "$work" || exit 1
for package in bzip2 zlib lua5.4; do
  ls -d $package-*/ >/dev/null 2>&1 || apt-get source $package >/dev/null 2>&1 ||
    { echo "SKIPPED: no source of $package (apt-get source failed)" >&2; exit 77; }
done
echo '#define DEB_HOST_MULTIARCH "x86_64-linux-gnu"' >inc/lua5.4-deb-multiarch.h
system=
for folder in $(gcc -E -Wp,-v -xc /dev/null 2>&1 | grep '^ /'); do system="$system --system $folder"; done
failed=0
tell() { # NAME FILE FILE
  if cmp -s "$2" "$3"; then echo "$1: equal"; else echo "$1: DIFFERENT ($2, $3)"; failed=1; fi
}

cd "$work"/bzip2-*/ || exit 1
files='blocksort.c huffman.c crctable.c randtable.c compress.c decompress.c bzlib.c bzip2.c'
for sample in 1 2 3; do
  "$proviso" run $system $files -- -d -c sample$sample.bz2 >"$work/out" 2>"$work/bzip2.err"
  tell "bzip2 -d sample$sample" "$work/out" sample$sample.ref
  "$proviso" run $system $files -- -$sample -c sample$sample.ref >"$work/out" 2>>"$work/bzip2.err"
  tell "bzip2 -$sample sample$sample" "$work/out" sample$sample.bz2
done

cd "$work"/zlib-*/ || exit 1
files='adler32.c crc32.c deflate.c infback.c inffast.c inflate.c inftrees.c trees.c zutil.c compress.c uncompr.c gzclose.c gzlib.c gzread.c gzwrite.c test/minigzip.c'
gcc -w -I. -o "$work/minigzip" $files
"$work/minigzip" <deflate.c >"$work/expected"
"$proviso" run $system -I . $files <deflate.c >"$work/out" 2>"$work/zlib.err"
tell 'minigzip' "$work/out" "$work/expected"
"$proviso" run $system -I . $files -- -d <"$work/expected" >"$work/out" 2>>"$work/zlib.err"
tell 'minigzip -d' "$work/out" deflate.c

cd "$work"/lua5.4-*/src || exit 1
files=$(ls l*.c | grep -v luac.c)
gcc -w -I"$work/inc" -DLUA_COMPAT_5_3 -o "$work/lua" $files -lm 2>/dev/null
for script in "$home"/benchmarks/programs/lua/*.lua; do
  "$work/lua" "$script" >"$work/expected"
  "$proviso" run $system -I "$work/inc" -D LUA_COMPAT_5_3 $files -- "$script" >"$work/out" 2>"$work/lua.err"
  tell "lua $(basename "$script")" "$work/out" "$work/expected"
done
exit $failed
