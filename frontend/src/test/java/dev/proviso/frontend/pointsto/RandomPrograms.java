// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.List;
import java.util.Random;

/** Writes C programs that push pointers around in all the ways that real code does. */
final class RandomPrograms {
  private static final String TYPES =
      """
      void *malloc(unsigned long);
      void *memcpy(void *, const void *, unsigned long);
      void *memset(void *, int, unsigned long);
      void *__proviso_new(unsigned long);
      void *__proviso_new_zeroed(unsigned long);
      int __proviso_nondet_int(void);
      struct L { struct L *n, *p; };
      struct B;
      struct A { int x; struct L l; int arr[3]; struct B *b; long w; };
      struct B { char c[4]; struct A *a; struct L l; union { int i; void *q; char z[8]; } u; struct A in;
                 void (*f)(void *); };
      struct P { char tag; short s; int i; struct A *a; };
      #define CONTAINER(p, T, m) ((struct T *)((char *)(p) - (unsigned long)&((struct T *)0)->m))
      struct A a0, a1, as[3]; struct B b0, b1; struct P p0;
      struct A *ga; struct B *gb; struct L *gl; void *gv; long gn; void (*gf)(void *);
      struct { void (*run)(void *); struct A *arg; } table[2];
      static void copy(char *to, char *from, int size) { for (int i = 0; i < size; i++) to[i] = from[i]; }
      """;

  private static final List<String> STATEMENTS =
      List.of(
          "PA = &a0;",
          "PA = &a1;",
          "PA = &as[INT];",
          "PA = as; PA += INT;",
          "PA = &la;",
          "PA = &PB->in;",
          "PA = PB->a;",
          "PA = p0.a;",
          "PA = CONTAINER(PL, A, l);",
          "PA = (struct A *)PV;",
          "PA = (struct A *)PN;",
          "PA = PB->in.b->a;",
          "PA = __proviso_new(sizeof(struct A));",
          "PA = __proviso_new_zeroed(sizeof(struct A) * 2) ; PA += INT & 1;",
          "PB = &b0;",
          "PB = &b1;",
          "PB = &lb;",
          "PB = PA->b;",
          "PB = CONTAINER(PL, B, l);",
          "PB = (struct B *)PV;",
          "PB = CONTAINER(PA, B, in);",
          "PB = __proviso_new_zeroed(sizeof(struct B));",
          "PL = &PA->l;",
          "PL = &PB->l;",
          "PL = PL->n;",
          "PL = PL->p;",
          "PL->n = PL;",
          "PL->p = PL2;",
          "PL->n = PL2; PL2->p = PL;",
          "PB->a = PA;",
          "PA->b = PB;",
          "p0.a = PA;",
          "PV = PA;",
          "PV = PB;",
          "PV = PL;",
          "PV = PB->u.q;",
          "PB->u.q = PV;",
          "PB->u.i = INT;",
          "PB->u.z[INT] = (char)INT;",
          "PV = &PV;",
          "PV = *(void **)PV;",
          "*(void **)PV = PA;",
          "PN = (long)PA;",
          "PN = (long)PL;",
          "PN = PN + 8;",
          "PN = PA->w;",
          "PA->w = (long)PB;",
          "PA->w = PN; ",
          "PB = (struct B *)PA->w;",
          "PI = &PA->x;",
          "PI = &PA->arr[INT];",
          "PI = &PB->in.arr[1];",
          "*PI = INT;",
          "PA->x = INT;",
          "PA->arr[INT] = *PI;",
          "PI = &i0;",
          "PI = &PB->u.i;",
          "PI = (int *)&p0.i;",
          "for (i1 = 0, PI = PA->arr; i1 < 3; i1++) *PI++ = i1; PI = &i0;",
          "*PA = *PA2;",
          "PB->in = *PA;",
          "*PB = *PB2;",
          "la = *PA;",
          "lb = b0;",
          "as[INT] = *PA;",
          "memcpy(PA, PA2, sizeof(struct A));",
          "memcpy(PV, &PA->l, sizeof(struct L));",
          "memcpy(&PB->u, &PV, 8);",
          "memcpy(&PA, &p0.a, sizeof PA);",
          "memset(PA, 0, sizeof *PA);",
          "copy((char *)&PV, (char *)&PB->u, 8);",
          "copy((char *)PA, (char *)PA2, sizeof(struct A));",
          "PB->f = one;",
          "PB->f = two;",
          "gf = PB->f;",
          "gf = one;",
          "if (PB->f) PB->f(PV);",
          "if (gf) gf(PA);",
          "table[INT & 1].run = two;",
          "table[0].run = one; table[0].arg = PA;",
          "if (table[i0 & 1].run) table[i0 & 1].run(table[i0 & 1].arg);",
          "PA = give(PA, PL);",
          "keep(&la, PB);",
          "keep(PA, PB);",
          "byvalue(*PA, INT);",
          "lb.in = made(PA);",
          "PN = (long)&la.x & ~7L;",
          "PA = (struct A *)(PN | 0);",
          "p0.tag = 'a'; p0.s = 2;",
          "*(long *)&p0 = PN;",
          "PN = *(long *)&PA->arr[0];",
          "PV = (char *)PA + 4;",
          "*(char *)PV = 1;",
          "PI = (int *)PV;",
          "i0 = *(char *)PI;",
          "PV = (void *)((unsigned long)PV ^ 0);",
          "PV = (char *)PV + 8 * (i0 & 3);",
          "if (PA == PA2) PA = 0;",
          "PL = INT ? PL : &PB->l;");

  private final Random random;

  RandomPrograms(long seed) {
    random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder(TYPES);
    text.append(
        "void one(void *); void two(void *); struct A *give(struct A *, struct L *); void keep(struct A *, struct B *);\n");
    text.append("void byvalue(struct A, int); struct A made(struct A *);\n");
    function(text, "struct A *give(struct A *fa, struct L *fl)", "pl = fl; pa = fa;", "return PA;");
    function(text, "void keep(struct A *fa, struct B *fb)", "pa = fa; pb = fb;", "");
    function(text, "void byvalue(struct A fa, int k)", "la = fa; i0 = k;", "");
    function(text, "struct A made(struct A *fa)", "pa = fa;", "return INT ? *PA : la;");
    function(text, "void one(void *context)", "pv = context; pa = context;", "");
    function(text, "void two(void *context)", "pv = context; pb = context;", "");
    String links =
        "a0.l.n = a0.l.p = &a1.l; a1.l.n = a1.l.p = &a0.l; b0.l.n = b0.l.p = &b1.l; b1.l.n = b1.l.p = &b0.in.l; "
            + "a0.b = &b0; a1.b = &b1; b0.a = &a1; b1.a = &a0; ga = &a1; gb = &b0; gl = &b1.l; gv = &gv; p0.a = &as[1];";
    function(text, "int main(void)", random.nextBoolean() ? links : "", "return 0;");
    return text.toString();
  }

  private void function(StringBuilder text, String head, String start, String end) {
    text.append(head).append(" {\n");
    text.append(
        "  struct A la = a0, *pa = &a0; struct B lb = b0, *pb = &b1; struct L *pl = &a1.l; void *pv = &a1;\n");
    text.append("  long pn = 0; int i0 = 0, i1 = 0, *pi = &i1; ").append(start).append('\n');
    int length = 3 + random.nextInt(head.startsWith("int main") ? 40 : 6);
    for (int i = 0; i < length; i++) {
      text.append("  ")
          .append(fill(STATEMENTS.get(random.nextInt(STATEMENTS.size()))))
          .append('\n');
    }
    text.append("  ").append(fill(end)).append("\n}\n");
  }

  private String fill(String pattern) {
    return pattern
        .replace("PA2", pick("pa", "ga", "(&a1)", "(&lb.in)"))
        .replace("PB2", pick("pb", "gb", "(&b0)", "(&lb)"))
        .replace("PL2", pick("pl", "gl", "(&a0.l)", "(&lb.l)"))
        .replace("PA", pick("pa", "ga", "pa"))
        .replace("PB", pick("pb", "gb", "pb"))
        .replace("PL", pick("pl", "gl", "pl"))
        .replace("PV", pick("pv", "gv", "pv"))
        .replace("PN", pick("pn", "gn"))
        .replace("PI", "pi")
        .replace("INT", pick("1", "i0 % 2", "__proviso_nondet_int() & 1", "0", "2"));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
