// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.List;

/** The features that there are. */
final class Features {
  private Features() {}

  private static final Feature LOCK =
      new Feature(
          "lock",
          """
          static int locked, holds = $N;
          static void acquire(void) { @[|if (locked) holds = $N;] locked = 1; @[holds++;|holds += locked;|] }
          static void release(void) { @[locked = 0;|locked = !locked;|locked--;] @[holds--;|] }
          """,
          List.of(
              "acquire();",
              "release();",
              "if (locked) release();",
              "if (!locked) { acquire(); $S release(); }",
              "{ int $i = $C; if ($i) acquire(); $S if ($i) release(); }",
              "if (locked == $N) $S"),
          List.of("locked", "holds"),
          List.of("locked", "holds"));

  private static final Feature MACHINE =
      new Feature(
          "machine",
          """
          enum state { IDLE, READY, BUSY, DONE };
          static enum state state;
          static int moves;
          static int step(int event) {
            enum state old = state;
            switch (state) {
            case IDLE: if (event @[==|>] $N) state = READY; break;
            case READY: state = event @[==|<] $N ? BUSY : @[IDLE|READY]; @[break;|]
            case BUSY: if (event) { state = DONE; @[moves++;|] } @[break;|]
            default: @[state = IDLE;|if (!event) state = READY;|if (event == 2) state = @[BUSY|IDLE];]
            }
            return old != state;
          }
          """,
          List.of(
              "step($V);",
              "step($Q);",
              "if (step($Q)) $S",
              "if (state == @[READY|BUSY|DONE]) { $S step($N); }",
              "for (int $i = 0; $i < 3 && state != DONE; $i++) { step($Q); }",
              "switch (state) { case IDLE: $S break; case BUSY: $S default: $S }"),
          List.of("state", "moves", "(state == BUSY)"),
          List.of("state", "moves"));

  private static final Feature RECURSION =
      new Feature(
          "recursion",
          """
          static int flips, deepest;
          static int rec(int n, int a) {
            if (n <= 0) return @[a|flips|a + 1];
            @[flips = !flips;|flips ^= n & 1;|if (n > deepest) deepest = n;]
            @[a += n;|a = rec(n - 1, a + $N);|]
            return rec(n - 1, a) @[|+ 1|^ 1];
          }
          static int odd(int n);
          static int even(int n) { return n <= 0 ? 1 : odd(n - 1); }
          static int odd(int n) { @[flips++;|flips = n;|] return n <= 0 ? 0 : even(n - 1); }
          """,
          List.of(
              "$L = rec($N, $V);",
              "$L = rec($Q, $N);",
              "$L = even($V & 3);",
              "if (odd($Q)) $S",
              "if (rec($N, $Q) > $V) $S"),
          List.of("flips", "deepest"),
          List.of("flips", "deepest"));

  private static final Feature POINTERS =
      new Feature(
          "pointers",
          """
          static int cell0 = $N, cell1, *where = &cell@[0|1];
          static void put(int *p, int v) { @[if (p) |]*p @[=|+=|^=] v; }
          static void swap(int *a, int *b) { int t = *a; *a = *b; *b = t; }
          static int *cell(int c) { return c ? &cell0 : @[&cell1|where|0]; }
          static void redirect(int **pp, int c) { if (c) *pp = @[&cell1|where|&cell0]; }
          """,
          List.of(
              "put(&$L, $V);",
              "put(where, $V);",
              "swap(&cell0, @[&cell1|&$L|where]);",
              "where = &cell@[0|1];",
              "redirect(&where, $V);",
              "{ int *$i = cell($V); if ($i) { *$i = $V; $S } }",
              "{ int *$i = $C ? &$L : where; *$i = $V; }",
              "if (where == &cell1) $S"),
          List.of("*where", "cell0", "cell1", "(where == &cell0)"),
          List.of("cell0", "cell1", "where == &cell0"));

  private static final Feature LIST =
      new Feature(
          "list",
          """
          struct node { int value; struct node *next; };
          static struct node *head;
          static int length;
          static void push(int v) {
            struct node *n = malloc(sizeof *n);
            n->value = v; n->next = head; head = n; @[length++;|]
          }
          static int pop(void) {
            if (!head) return -1;
            struct node *n = head;
            int v = n->value;
            head = n->next; @[free(n);|] length--;
            return v;
          }
          static void append(int v) {
            struct node **end = &head;
            while (*end) end = &(*end)->next;
            *end = malloc(sizeof **end);
            (*end)->value = v; (*end)->next = 0; length++;
          }
          static int total(void) { int t = 0; for (struct node *n = head; n; n = n->next) t += n->value; return t; }
          static int has(int v) { for (struct node *n = head; n; n = n->next) if (n->value == v) return 1; return 0; }
          static void reverse(void) {
            struct node *done = 0;
            while (head) { struct node *n = head; head = n->next; n->next = done; done = n; }
            head = done;
          }
          """,
          List.of(
              "push($V);",
              "push($N);",
              "append($V);",
              "$L = pop();",
              "$L = total();",
              "if (has($N)) $S",
              "reverse();",
              "while (head) $L += pop();",
              "if (head) { head->value = $V; $S }"),
          List.of("length", "(head ? head->value : $N)", "(head && head->next)"),
          List.of());

  private static final Feature OPERATIONS =
      new Feature(
          "operations",
          """
          struct device { int open, uses; };
          struct ops { int (*start)(struct device *, int); void (*stop)(struct device *); };
          static struct device device;
          static int start_a(struct device *d, int n) { @[if (d->open) return -1;|] d->open = 1; d->uses += n; return 0; }
          static int start_b(struct device *d, int n) { d->open = n > $N; return d->open; }
          static void stop_a(struct device *d) { d->open = 0; }
          static void stop_b(struct device *d) { @[if (d->open) d->uses--;|d->uses = 0;] d->open = 0; }
          static struct ops ops = { start_a, stop_@[a|b] };
          """,
          List.of(
              "ops.start = start_@[a|b];",
              "ops.stop = $C ? stop_a : stop_b;",
              "$L = ops.start(&device, $V);",
              "ops.stop(&device);",
              "if (ops.start(&device, $N) == 0) { $S ops.stop(&device); }",
              "if (device.open) $S",
              "{ struct ops $i = { start_b, ops.stop }; ops = $i; }"),
          List.of("device.open", "device.uses", "(ops.start == start_b)"),
          List.of("device.open", "device.uses", "ops.start == start_b", "ops.stop == stop_b"));

  private static final Feature RING =
      new Feature(
          "ring",
          """
          enum { SIZE = @[2|3|4] };
          static int ring[SIZE], first, count;
          static int enqueue(int v) {
            if (count @[==|>=] SIZE) return 0;
            ring[(first + count) % SIZE] = v; count++;
            return 1;
          }
          static int dequeue(void) {
            if (count == 0) return -1;
            int v = ring[first];
            first = (first + 1) % SIZE; count--;
            return v;
          }
          """,
          List.of(
              "enqueue($V);",
              "$L = dequeue();",
              "if (!enqueue($V)) $S",
              "while (count > $N) $L = dequeue();",
              "if (count == SIZE) { dequeue(); $S }"),
          List.of("count", "first", "ring[$N % SIZE]"),
          List.of("count", "first", "ring[0]", "ring[1]", "ring[2 % SIZE]", "ring[3 % SIZE]"));

  private static final Feature TEXT =
      new Feature(
          "text",
          """
          static char text[8] = "@[|a|ab]";
          static int letters(const char *s, char c) { int n = 0; while (*s) if (*s++ == c) n++; return n; }
          """,
          List.of(
              "strcpy(text, @[\"a\"|\"abc\"|\"\"]);",
              "if (strlen(text) < 4) strcat(text, @[\"x\"|\"yz\"]);",
              "if (strcmp(text, @[\"ab\"|\"abc\"|\"a\"]) == 0) $S",
              "$L = (int)strlen(text);",
              "{ char *$i = strchr(text, @['b'|'x']); if ($i) *$i = @['q'|0]; }",
              "$L = letters(text, 'a');",
              "memset(text, $C ? 'a' : 0, 3);",
              "text[$Q & 3] = @['x'|'a'|0];"),
          List.of("text[$N]", "(text[0] == 'a')"),
          List.of(
              "text[0]", "text[1]", "text[2]", "text[3]", "text[4]", "text[5]", "text[6]",
              "text[7]"));

  private static final Feature CLEANUP =
      new Feature(
          "cleanup",
          """
          static int resources;
          static int setup(int a, int b) {
            int result = -1;
            resources++;
            if (a @[>|==] $N) goto out;
            resources++;
            if (b) goto @[half|out];
            result = 0;
            @[return result;|goto done;]
          half:
            resources--;
          out:
            resources--;
          done:
            return result;
          }
          static void teardown(void) { resources -= @[2|2|1]; }
          """,
          List.of(
              "if (setup($V, $V) == 0) { $S teardown(); }",
              "$L = setup($Q, $Q);",
              "if (!setup($N, $Q)) teardown();"),
          List.of("resources"),
          List.of("resources"));

  private static final Feature STRUCTS =
      new Feature(
          "structs",
          """
          struct inner { int a; signed char b; unsigned f : 3; int g : 2; };
          struct outer { struct inner in; int tag; union { int i; struct { short lo, hi; } h; unsigned char bytes[4]; } u; };
          static struct outer o1, o2 = { { 1, 2, 3, -1 }, $N, { 5 } };
          static struct inner bump(struct inner x) { x.a++; x.f++; @[x.b = x.a;|x.g = x.a;] return x; }
          static void load(struct outer *o, int v) { o->tag = v; o->u.i = v; @[o->in = o1.in;|o->in.f = v;] }
          static int same(const struct outer *a, const struct outer *b) { return a->tag == b->tag && a->u.i == b->u.i; }
          """,
          List.of(
              "o1 = o2;",
              "o1.in = bump(o@[1|2].in);",
              "load(&o@[1|2], $V);",
              "if (same(&o1, &o2)) $S",
              "o1.u.h.hi = $V;",
              "o2.u.bytes[$Q] = $V;",
              "memcpy(&o2, &o1, sizeof o1);",
              "{ struct outer $i = o1; load(&$i, $V); if ($C) o2 = $i; }",
              "{ struct outer *$i = $C ? &o1 : &o2; $i->in.f++; $i->tag = $V; }"),
          List.of("o1.tag", "o2.in.f", "o1.in.g", "o1.in.b", "o1.u.bytes[$N]", "o2.u.h.lo"),
          List.of(
              "o1.in.a", "o1.in.b", "o1.in.f", "o1.in.g", "o1.tag", "o1.u.i", "o2.in.a", "o2.in.b",
              "o2.in.f", "o2.in.g", "o2.tag", "o2.u.i"));

  private static final Feature BITS =
      new Feature(
          "bits",
          """
          static unsigned mask = @[0|1|6];
          static void set_bit(int n) { mask |= 1u << (n & 7); }
          static void clear_bit(int n) { mask &= ~(1u << (n & 7)); }
          static int bits(unsigned v) { int n = 0; for (; v; v &= v - 1) n++; return n; }
          """,
          List.of(
              "set_bit($V);",
              "clear_bit($N);",
              "mask ^= 1u << $N;",
              "if (mask & (1u << $N)) $S",
              "mask = mask << 1 | mask >> 31;",
              "$L = bits(mask & 15);",
              "mask &= @[7|5|0xff];"),
          List.of("(mask & 1u << $N)", "(mask >> $N & 3)"),
          List.of("mask"));

  private static final Feature TABLE =
      new Feature(
          "table",
          """
          static int table[4] = { $N, $N, $N, $N };
          static int find(int v) { for (int i = 0; i < 4; i++) if (table[i] == v) return i; return -1; }
          static void shift(int n) { for (int i = 0; i < n && i < 3; i++) table[i] = table[i + 1]; }
          static int largest(void) { int m = table[0]; for (int i = 1; i < 4; i++) if (table[i] > m) m = table[i]; return m; }
          """,
          List.of(
              "{ int $i = find($V); if ($i >= 0) table[$i] = $V; }",
              "if (find($N) < 0) $S",
              "shift($Q);",
              "$L = largest();",
              "table[$V & 3] = $V;",
              "for (int $i = 0; $i < 4; $i++) table[$i] = $V;"),
          List.of("table[$N]", "table[$V & 3]"),
          List.of("table[0]", "table[1]", "table[2]", "table[3]"));

  /** In a fixed order. */
  static final List<Feature> ALL =
      List.of(
          LOCK,
          MACHINE,
          RECURSION,
          POINTERS,
          LIST,
          OPERATIONS,
          RING,
          TEXT,
          CLEANUP,
          STRUCTS,
          BITS,
          TABLE);

  /** What every program has. */
  static final List<String> STATEMENTS =
      List.of(
          "$L = $V;",
          "$L = $Q;",
          "$L = $Q;",
          "$L @[+=|-=|^=|*=] $V;",
          "$L@[++|--];",
          "if ($C) $S",
          "if ($C) $S",
          "if ($C) { $S $S } else $S",
          "{ int $i = $Q; if ($i) $S else $S if ($i) $S }",
          "{ int $i = $C; $S if ($i) $S }",
          "switch ($V) { case 0: $S @[break;|] case 1: $S break; default: $S }",
          "for (int $i = 0; $i < $N; $i++) { $S }",
          "for (int $i = 0; $i < ($V & 3); $i++) { $S if ($C) @[break;|continue;] $S }",
          "{ unsigned char $i = $Q; while ($i > 0) { $i--; $S } }",
          "{ int $i = 0; do { $S } while (++$i < $N); }",
          "{ int $i = 3; while ($i--) { if ($C) @[continue;|break;] $S } }",
          "if ($C) goto skip$i; $S skip$i: ;");
}
