// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The regions of objects, by their text, in C programs. */
class CProgramsTest {
  private record Analysed(Program program, PointsTo pointsTo, Map<String, LValue> objects) {
    Region region(String object) {
      LValue lvalue = objects.get(object);
      assertThat(lvalue).as("%s in %s", object, objects.keySet()).isNotNull();
      return pointsTo.region(lvalue);
    }

    List<String> callees(String procedure) {
      return List.copyOf(CallGraph.of(program, pointsTo).callees(procedure));
    }
  }

  private static Analysed analyse(String text) throws InputException {
    Program read = Frontend.readText("t.c", text, Frontend.Options.of(Target.LP64));
    Program program =
        new Program(
            read.target(),
            read.globals(),
            read.initialisers(),
            read.procedures(),
            "main",
            read.messages());
    Map<String, LValue> objects = new LinkedHashMap<>();
    Operands operands = new Operands(e -> {}, l -> objects.put(l.toString(), l));
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().stream().map(Edge::statement).forEach(operands::visit);
      }
    }
    return new Analysed(program, PointsTo.analyse(program), objects);
  }

  @Test
  void containingRecordOfAListEntryFindsTheRecord() throws InputException {
    Analysed a =
        analyse(
            """
        struct link { struct link *next, *previous; };
        struct request { int state; struct link link; int size; };
        struct extension { int lock; struct link queue; int count; } ext;
        struct request one, two;
        void insert(struct link *head, struct link *entry) {
          struct link *last = head->previous;
          entry->next = head; entry->previous = last; last->next = entry; head->previous = entry;
        }
        struct link *remove(struct link *head) {
          struct link *first = head->next;
          head->next = first->next; first->next->previous = head;
          return first;
        }
        int main(void) {
          ext.queue.next = ext.queue.previous = &ext.queue;
          insert(&ext.queue, &one.link);
          insert(&ext.queue, &two.link);
          struct request *r = (struct request *)((char *)remove(&ext.queue) - (unsigned long)&((struct request *)0)->link);
          r->state = 1;
          r->size = 2;
          one.state = two.state;
          ext.count++;
          ext.lock = 1;
          return 0;
        }
        """);
    assertThat(a.region("main::r->state"))
        .isSameAs(a.region("one.state"))
        .isSameAs(a.region("two.state"));
    assertThat(a.region("main::r->state").cellBits()).isEqualTo(32);
    assertThat(a.region("main::r->state")).isNotSameAs(a.region("main::r->size"));
  }

  @Test
  void listsOfUnlikeRecordsStayApart() throws InputException {
    Analysed a =
        analyse(
            """
        struct link { struct link *next, *previous; };
        struct request { long state; struct link link; int size; } one;
        struct timer { struct link link; int due, period; } two;
        struct link requests, timers;
        void insert(struct link *head, struct link *entry) {
          entry->next = head->next; entry->previous = head; head->next = entry;
        }
        struct link *first(struct link *head) { return head->next; }
        int main(void) {
          insert(&requests, &one.link);
          insert(&timers, &two.link);
          struct request *r = (struct request *)((char *)first(&requests) - 8);
          struct timer *t = (struct timer *)first(&timers);
          r->size = 1;
          r->state = 2;
          t->due = 3;
          t->period = 4;
          return one.size + two.due;
        }
        """);
    assertThat(a.region("main::r->size")).isSameAs(a.region("one.size"));
    assertThat(a.region("main::t->due")).isSameAs(a.region("two.due"));
    assertThat(a.region("main::r->size")).isNotIn(a.region("two.due"), a.region("main::t->period"));
    assertThat(a.region("main::r->state").cellBits()).isEqualTo(64);
  }

  @Test
  void operationsInTablesAreCalledWithTheirDevice() throws InputException {
    Analysed a =
        analyse(
            """
        struct device; typedef int (*op)(struct device *, void *);
        struct device { op operations[4]; void *extension; int opened; };
        struct extension { int lock; char name[8]; int users; };
        static struct device dev; static struct extension memory;
        static int Open(struct device *d, void *c) { ((struct extension *)d->extension)->users++; *(int *)c = 1; return 0; }
        static int Close(struct device *d, void *c) { d->opened = 0; return 0; }
        static void DriverEntry(struct device *d) { d->extension = &memory; d->operations[0] = Open; d->operations[2] = Close; }
        int main(void) {
          int n; char *p;
          DriverEntry(&dev);
          dev.operations[0](&dev, &n);
          for (p = memory.name; *p; p++) *p = ' ';
          memory.lock = n;
          return memory.users;
        }
        """);
    assertThat(a.callees("main")).containsExactly("DriverEntry", "Open");
    assertThat(a.region("memory.users").cellBits()).isEqualTo(32);
    assertThat(a.region("memory.users")).isNotSameAs(a.region("memory.lock"));
    assertThat(a.region("*main::p").cellBits()).isEqualTo(8);
    assertThat(a.region("*main::p")).isNotIn(a.region("memory.users"), a.region("memory.lock"));
  }

  @Test
  void unionsArePunned() throws InputException {
    Analysed a =
        analyse(
            """
        union value { int i; unsigned char bytes[4]; float f; };
        struct tagged { int tag; union value v; int after; } t;
        int main(void) { t.v.f = 1.0f; t.after = t.v.bytes[2]; struct tagged *p = &t; p->tag = 0; return p->v.i; }
        """);
    assertThat(a.region("main::p->v.i").cellBits()).isEqualTo(8);
    assertThat(a.region("main::p->tag").cellBits()).isEqualTo(32);
  }

  @Test
  void theRegionsOfAProgramAreTheSameEachTime() throws InputException {
    String text =
        """
        struct s { int a; struct s *n; } g[3]; int *q;
        void f(struct s *p) { for (; p; p = p->n) { p->a++; q = &p->a; } }
        int main(void) { int x = 0; q = &x; for (int i = 0; i < 2; i++) g[i].n = &g[i + 1]; f(g); return *q; }
        """;
    List<String> first =
        analyse(text).pointsTo().regions().stream().map(r -> r.id() + r.name()).toList();
    assertThat(analyse(text).pointsTo().regions().stream().map(r -> r.id() + r.name()).toList())
        .isEqualTo(first)
        .hasSizeGreaterThan(1);
  }

  @Test
  void pointersAmongFurtherArgumentsPointWhereTheyDid() throws InputException {
    Analysed a =
        analyse(
            """
        int x, y, z;
        void set(int n, ...) {
          __builtin_va_list list;
          __builtin_va_start(list, n);
          while (n--) *__builtin_va_arg(list, int *) = n;
          __builtin_va_end(list);
        }
        int main(void) {
          int *p = &z;
          set(2, &x, &y);
          *p = 1;
          return x + y;
        }
        """);
    assertThat(a.region("x")).isSameAs(a.region("y"));
    assertThat(a.region("*main::p")).isNotSameAs(a.region("x"));
  }
}
