#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# How well, how fast and in how much memory real programs are lowered and analysed.
#   benchmarks/run-lowering.sh [DIR [PACKAGE…]]      DIR holds the sources, or gets them (default: a new folder)
# Packages: sqlite3 zlib lua5.4 bzip2 busybox coreutils dash libpng1.6 nginx redis, and wdk, linux. Each is built once with the compiler's
# calls observed (proviso capture). Then all units are read with the same flags, each alone (proviso entries --units: how well), and one
# program of them is linked and analysed (entries --stats: how fast, in how much memory). Rows go to standard output, all of what was
# printed to DIR/results/. SECONDS_EACH bounds one reading (default 300), PROVISO_JAVA_OPTIONS may give it more memory (-Xmx3g).
# Needs gcc, make and `apt-get source` (deb-src entries); tclsh for sqlite3's amalgamation; autoreconf for dash; mingw-w64's compiler and
# headers for wdk; flex, bison, bc and Debian's linux-source (LINUX names its tar file) for linux.
set -u
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
proviso=${PROVISO:-$home/proviso}
for tool in gcc make timeout; do
  command -v $tool >/dev/null 2>&1 || { echo "SKIPPED: no $tool here, nothing was measured" >&2; exit 77; }
done
work=${1:-$(mktemp -d)}
[ $# -eq 0 ] || shift
packages=${*:-sqlite3 zlib lua5.4 bzip2 busybox coreutils dash libpng1.6 nginx redis wdk linux}
results=$work/results
mkdir -p "$results" && cd "$work" || exit 1
ulimit -s unlimited 2>/dev/null || true

# A package's own way to be configured, and then the command that compiles it.
configure() {
  case $1 in
    sqlite3) mkdir -p bld && cd bld && ../configure --disable-tcl && make sqlite3.c ;;
    zlib) ./configure ;;
    lua5.4) echo '#define DEB_HOST_MULTIARCH "x86_64-linux-gnu"' >src/lua5.4-deb-multiarch.h ;;
    bzip2) ;;
    busybox) make defconfig ;;
    coreutils) FORCE_UNSAFE_CONFIGURE=1 ./configure --disable-nls ;;
    dash) autoreconf -fi && ./configure ;; # Debian's patches add a file to what it is made of
    libpng1.6) ./configure CPPFLAGS="-I$(echo "$work"/zlib-*/)" LDFLAGS="-L$(echo "$work"/zlib-*/)" ;;
    nginx) if [ -x configure ]; then ./configure $nginx; else ./auto/configure $nginx; fi ;;
    redis) ;;
    linux) make allnoconfig && make prepare ;;
  esac
}
nginx='--without-http_rewrite_module --without-http_gzip_module'
compile() {
  case $1 in
    sqlite3) echo 'cd bld && gcc -c sqlite3.c' ;;
    lua5.4) echo 'cd src && for f in l*.c; do [ $f = luac.c ] || gcc -c -I. -DLUA_COMPAT_5_3 -DLUA_USE_LINUX $f; done' ;;
    redis) echo 'make MALLOC=libc -C deps hiredis linenoise lua hdr_histogram; make -k MALLOC=libc -C src redis-server' ;;
    zlib) echo 'make libz.a minigzip' ;;
    bzip2) echo 'make bzip2' ;;
    linux) echo 'make -k kernel/ lib/ drivers/base/' ;;
    *) echo 'make -k' ;;
  esac
}
# The file with the main that is meant, of builds that make several programs.
main() {
  case $1 in
    coreutils) echo src/ls.c ;;
    dash) echo src/main.c ;;
    libpng1.6) echo pngtest.c ;;
    redis) echo src/server.c ;;
  esac
}

# One row of the table, from what proviso printed about the units, and about a program of them.
row() { # NAME WALL CPU EXIT
  awk -v name="$1" -v wall="$2" -v cpu="$3" -v code="$4" '
    FNR == 1 { file++ }
    /^units / { units = $2 + $4 }
    /^functions / && (file == 1) { exact = $2; inexact = $4; lost = $6 }
    /^time\./ { time[$1] = $2 }
    /^memory / { whole = $8 }
    END {
      all = exact + inexact + lost
      share = all ? 100 * exact / all : 0
      printf "| %s | %d | %d | %d | %d | %d | %.2f %% | %s | %s | %.1f | %.1f | %s |\n", name, units, all, exact, inexact, lost, share, \
        (time["time.parse"] ? time["time.parse"] : "-"), \
        (time["time.points-to"] ? time["time.points-to"] + time["time.calls"] + time["time.mod-ref"] : "-"), wall, cpu, \
        (whole ? whole : "-") (code ? " (exit " code ")" : "")
    }' "$results/$1.units" "$results/$1.out"
}

# Processor seconds of all that this shell has started and waited for.
cpu() {
  times >"$work/times"
  awk 'NR == 2 { split($0, t, /[ms ]+/); print t[1] * 60 + t[2] + t[3] * 60 + t[4] }' "$work/times"
}

# Wall and processor time are those of the second reading, or of the only one.
measure() { # NAME HOW ARGUMENTS…      HOW: units alone, or all
  name=$1 how=$2
  shift 2
  : >"$results/$name.out"
  clock_begin
  timeout -s INT "${SECONDS_EACH:-300}" "$proviso" entries --units "$@" >"$results/$name.units" 2>"$results/$name.err"
  code=$?
  if [ "$how" = all ]; then
    clock_begin
    main=$(main "$name")
    timeout -s INT "${SECONDS_EACH:-300}" "$proviso" entries --stats "$@" ${main:+--main "$folder/$main"} \
      >"$results/$name.out" 2>>"$results/$name.err"
    code=$?
  fi
  wall=$(echo "$(date +%s%N) $begin" | awk '{ printf "%.1f", ($1 - $2) / 1e9 }')
  cpu >"$work/after"
  [ $code -ne 5 ] || code=0
  row "$name" "$wall" "$(cat "$work/before" "$work/after" | awk '{ s = $1 - s } END { printf "%.1f", s }')" $code
}

clock_begin() {
  cpu >"$work/before"
  begin=$(date +%s%N)
}

echo '| what | units | functions | exact | inexact | lost | share exact | parse s | points-to, calls, mod/ref s | wall s | processor s | MB |'
echo '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |'
for package in $packages; do
  if [ "$package" = wdk ]; then
    headers=${MINGW:-/usr/share/mingw-w64/include}
    [ -f "$headers/ddk/ntddk.h" ] || { echo "SKIPPED: no $headers/ddk/ntddk.h" >&2; continue; }
    printf '#include <wdm.h>\n#include <ntddk.h>\nNTSTATUS DriverEntry(PDRIVER_OBJECT d, PUNICODE_STRING p) { return 0; }\n' >"$work/wdk.c"
    measure wdk all --platform none --target llp64 --entry DriverEntry -I "$headers/ddk" "$work/wdk.c"
    continue
  fi
  if [ "$package" = linux ]; then
    ls -d linux-*/ >/dev/null 2>&1 || tar xf "${LINUX:-/usr/src/linux-source-6.1.tar.xz}" 2>"$results/linux.log" ||
      { echo "SKIPPED: no source of linux" >&2; continue; }
  else
    ls -d "$package"-*/ >/dev/null 2>&1 || apt-get source "$package" >"$results/$package.log" 2>&1 ||
      { echo "SKIPPED: no source of $package (apt-get source failed)" >&2; continue; }
  fi
  folder=$(echo "$work/$package"-*/)
  if [ ! -s "$folder/proviso.json" ]; then
    (cd "$folder" && configure "$package" && cd "$folder" && "$proviso" capture -o proviso.json -- sh -c "$(compile "$package")") >"$results/$package.build" 2>&1
  fi
  [ -s "$folder/proviso.json" ] || { echo "SKIPPED: $package was not built, see $results/$package.build" >&2; continue; }
  how=all
  [ "$package" != linux ] || how=units
  measure "$package" $how --platform none -p "$folder/proviso.json"
done
