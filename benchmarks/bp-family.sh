#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Writes a boolean program of a family that grows: bp-family.sh FAMILY N [safe|unsafe]
set -eu
family=${1:-} n=${2:-} variant=${3:-safe}
families="locks shift counter chain pass recursion branches dispatch globals"
case " $families " in
  *" $family "*) ;;
  *) echo "usage: bp-family.sh FAMILY N [safe|unsafe]; families: $families" >&2; exit 1 ;;
esac
case $n in '' | *[!0-9]*) echo "N is a number" >&2; exit 1 ;; esac

exec awk -v family="$family" -v n="$n" -v variant="$variant" '
function list(prefix, from, to, separator,   i, text) {
  for (i = from; i <= to; i++) text = text (i > from ? separator : "") prefix i
  return text
}
function same(value, from, to,   i, text) {
  for (i = from; i <= to; i++) text = text (i > from ? ", " : "") value
  return text
}
BEGIN {
  unsafe = variant == "unsafe"
  if (family == "locks") {
    # n locks, each taken or not as a flag says; all locks are declared before all flags.
    print "decl " list("lock", 1, n, ", ") ";\ndecl " list("flag", 1, n, ", ") ";"
    print "void main() begin"
    print "  " list("lock", 1, n, ", ") " := " same("F", 1, n) ";\n  while * do"
    for (i = 1; i <= n; i++) print "    flag" i " := *;\n    if flag" i " then assert(!lock" i "); lock" i " := T; fi"
    for (i = 1; i <= n; i++) print "    if flag" i " then assert(lock" i "); lock" i " := F; fi"
    if (unsafe) print "    if flag" n " then lock" n " := T; fi"
    print "  od\nend"
  } else if (family == "shift") {
    # A ring of n bits with one token in it, which moves or stays.
    print "decl " list("t", 1, n, ", ") ";\nvoid main() begin"
    printf "  %s := T", list("t", 1, n, ", "); for (i = 2; i <= n; i++) printf ", F"; print ";"
    print "  while * do"
    printf "    %s := t%d", list("t", 1, n, ", "), n; for (i = 2; i <= n; i++) printf ", t%d", i - 1; print ";"
    print "    assert(!(t1 & t" int(n / 2) + 1 "));"
    if (unsafe) print "    if t" n " then t1 := T; fi"
    print "  od\nend"
  } else if (family == "counter") {
    # Counts n bits up; the last value is reached after 2^n rounds.
    print "decl " list("b", 1, n, ", ") ", over;\nvoid main() begin"
    print "  " list("b", 1, n, ", ") ", over := " same("F", 1, n) ", F;\n  while !over do"
    printf "    %s, over := ", list("b", 1, n, ", ")
    carry = "T"
    for (i = 1; i <= n; i++) { printf "(b%d != (%s)), ", i, carry; carry = "(" carry " & b" i ")" }
    print carry ";"
    print "  od;\n  assert(" (unsafe ? "b" n : "!b" n) ");\nend"
  } else if (family == "chain") {
    # A chain of n procedures, each calling the next twice; a global bit flips at the end.
    print "decl g, h;\nvoid main() begin\n  g := F; h := F;\n  f1();\n  assert(" (unsafe ? "g" : "!g") ");\nend"
    for (i = 1; i <= n; i++)
      print "void f" i "() begin\n" (i < n ? "  f" i + 1 "();\n  f" i + 1 "();" : "  g := !g; if * then h := g; fi") "\nend"
    if (n == 1) print "// one call flips it"
  } else if (family == "pass") {
    # A value goes down n procedures as a parameter and comes back negated n times.
    print "void main() begin\n  decl a, b;\n  a := *;\n  b := f1(a);\n  assert(" (n % 2 == unsafe ? "a = b" : "a != b") ");\nend"
    for (i = 1; i <= n; i++)
      print "bool f" i "(x) begin\n  decl y, z;\n  z := *;\n  " (i < n ? "y := f" i + 1 "(x);" : "y := x;") "\n  if z then skip; fi\n  return !y;\nend"
  } else if (family == "recursion") {
    # n procedures that call each other; n flags are passed around and come back as they were.
    print "decl depth;\nvoid main() begin\n  decl " list("a", 1, n, ", ") ", " list("b", 1, n, ", ") ";"
    print "  " list("b", 1, n, ", ") " := f1(" list("a", 1, n, ", ") ");"
    print "  assert(" (unsafe ? "a1 != b1" : "a1 = b1") ");\n  assert(a" n " = b" n ");\nend"
    for (i = 1; i <= n; i++) {
      print "bool<" n "> f" i "(" list("x", 1, n, ", ") ") begin"
      print "  if * then x" i " := !x" i ";\n    " list("x", 1, n, ", ") " := f" (i % n) + 1 "(" list("x", 1, n, ", ") ");"
      print "    x" i " := !x" i ";\n  fi\n  depth := *;\n  return " list("x", 1, n, ", ") ";\nend"
    }
  } else if (family == "branches") {
    # n choices, one after the other, each remembered twice; then all are compared.
    print "void main() begin\n  decl " list("p", 1, n, ", ") ", " list("q", 1, n, ", ") ";"
    for (i = 1; i <= n; i++) print "  if * then p" i ", q" i " := T, T; else p" i ", q" i " := F, F; fi"
    if (unsafe) print "  if p1 then q" n " := !q" n "; fi"
    for (i = 1; i <= n; i++) print "  assert(p" i " = q" i ");"
    print "end"
  } else if (family == "dispatch") {
    # n routines that take and release one lock through shared procedures, called in any order.
    print "decl locked, irql;\nvoid acquire() begin assert(!locked); locked := T; irql := T; end"
    print "void release() begin assert(locked); locked := F; irql := F; end"
    print "void main() begin\n  locked, irql := F, F;\n  while * do"
    printf "    goto C1"; for (i = 2; i <= n; i++) printf ", C%d", i; print ";"
    for (i = 1; i <= n; i++) print "    C" i ": routine" i "(*); goto next;"
    print "    next: skip;\n  od\nend"
    for (i = 1; i <= n; i++) {
      print "void routine" i "(wait) begin\n  decl " list("s", 1, 8, ", ") ", ok;\n  s1, s2, s3, s4 := *, *, *, *;\n  s5, s6, s7, s8 := s1, s2, s3, s4;"
      print "  acquire();\n  ok := F;\n  if s1 & wait then release(); ok := T; elsif s2 then s3 := !s3; ok := s3; if ok then release(); fi fi"
      print "  if s5 = s1 then skip; else acquire(); fi"
      print "  if !ok then release(); fi" (unsafe && i == n ? " if s4 & !s8 then skip; else if s7 then release(); fi fi" : "")
      print "end"
    }
  } else if (family == "globals") {
    # n procedures, each with three globals of its own, called in turn; nothing depends on all of them.
    for (i = 1; i <= n; i++) print "decl a" i ", b" i ", c" i ";"
    print "void main() begin"
    for (i = 1; i <= n; i++) print "  a" i ", b" i ", c" i " := *, F, F;"
    print "  while * do"
    for (i = 1; i <= n; i++) print "    step" i "();"
    print "  od\nend"
    for (i = 1; i <= n; i++)
      print "void step" i "() begin\n  b" i " := a" i ";\n  if * then c" i " := " (unsafe && i == n ? "*" : "b" i) "; fi\n  assert(!c" i " | a" i ");\nend"
  }
}'
