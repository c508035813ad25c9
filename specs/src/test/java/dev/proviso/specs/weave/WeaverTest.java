// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.slic.RuleParser;
import dev.proviso.specs.weave.EventAliases.Alias;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WeaverTest {
  private static final List<Path> INCLUDES = List.of(Path.of("platforms/none/include"));
  private static final String API =
      """
      struct lock { int held; };
      extern void acquire(struct lock *l);
      extern int release(struct lock *l);
      extern void raise_it(int how, struct lock *l);
      """;

  /** The code under check, by default from an entry point of its own. */
  private static WovenProgram weave(String rule, String user) throws InputException {
    return weave(rule, user, "", "int main(void) { start(); return 0; }");
  }

  private static WovenProgram weave(String rule, String user, String model, String harness)
      throws InputException {
    List<Program> units =
        List.of(
            read("user.c", API + user, Origin.Kind.USER),
            read("model.c", API + "#include \"proviso.h\"\n" + model, Origin.Kind.MODEL),
            read("harness.c", API + "extern void start(void);\n" + harness, Origin.Kind.HARNESS));
    EventAliases aliases =
        f -> f.equals("acquire") ? List.of(new Alias("raise_it", List.of(2))) : List.of();
    Surroundings surroundings =
        new Surroundings(
            INCLUDES,
            List.of(),
            List.of("proviso.h"),
            Set.of("WORK"),
            Map.of(),
            aliases,
            List.of("it is so"));
    return new Weaver(surroundings).weave(RuleParser.parse(rule, "R.slic"), Frontend.link(units));
  }

  private static Program read(String name, String text, Origin.Kind kind) throws InputException {
    return Frontend.readText(
        name, text, new Frontend.Options(Target.LP64, List.of(), INCLUDES, List.of(), kind));
  }

  private static String print(WovenProgram woven, String... procedures) {
    StringBuilder out = new StringBuilder();
    for (String procedure : procedures) {
      out.append(Printer.print(woven.program().procedures().get(procedure)));
    }
    return out.toString();
  }

  /** The statements of a procedure in the order of its edges. */
  private static String steps(WovenProgram woven, String procedure) {
    return body(woven.program(), procedure).cfg().edges().stream()
        .map(e -> Printer.print(e.statement()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Procedure.Body.Defined body(Program program, String procedure) {
    return (Procedure.Body.Defined) program.procedures().get(procedure).body();
  }

  @Test
  void handlersRunAroundTheCallInTheOrderOfEventsAndOfTheFile() throws InputException {
    WovenProgram woven =
        weave(
            """
            release.return { if ($1 && $return) abort; }
            release.entry { halt; }
            release.call { halt; }
            release.exit { halt; }
            release.call { if ($1) halt; }
            """,
            """
            struct lock a; struct lock *p; int n;
            void start(void) { n = release(p); release(&a); }
            """);
    assertThat(steps(woven, "start"))
        .isEqualTo(
            """
            start::$value0 = p
            on_release_call_3()
            on_release_call_5(start::$value0)
            on_release_entry_2()
            start::$value1 = release(p)
            on_release_exit_4()
            on_release_return_1(start::$value0, start::$value1)
            n = start::$value1
            on_release_call_3()
            on_release_call_5(&a)
            on_release_entry_2()
            start::$value2 = release(&a)
            on_release_exit_4()
            on_release_return_1(&a, start::$value2)
            return
            """);
  }

  @Test
  void watchingStartsWhereTheRuleSaysWhatItWatches() throws InputException {
    WovenProgram woven =
        weave(
            """

            state { int s = 0; }

            watch acquire.entry.$1;
            acquire.entry with guard ($1) { s = 1; }
            """,
            "void start(void) { acquire(0); }");
    Procedure start = Objects.requireNonNull(woven.program().procedures().get("start_watching"));
    Procedure.Body.Defined body = (Procedure.Body.Defined) start.body();
    SourceRange place = body.cfg().edges().getFirst().origin().range();
    assertThat(place.file() + ":" + place.line()).isEqualTo("R.slic:4");
  }

  @Test
  void compilesHandlers() throws InputException {
    WovenProgram woven =
        weave(
            """
            state { enum { Free, Held } s = Held; } watch acquire.entry.$1;
            acquire.entry with guard ($1) {
              if (s == Held && *) abort "$1: \\"$function\\" gets $watched";
              s = helped(s);
            }
            static int helped(int n) { return n + 1; }
            """,
            "void start(void) { acquire(0); }");
    assertThat(print(woven, "on_acquire_entry_1", "start_watching"))
        .isEqualTo(
            """
            void on_acquire_entry_1(struct lock * $1) { // entry 0, exit 7
              0 -> 1: assume (on_acquire_entry_1::$1 == (struct lock *)$watched)
              0 -> 2: assume (on_acquire_entry_1::$1 != (struct lock *)$watched)
              1 -> 3: assume (s == 1)
              1 -> 4: assume (s != 1)
              3 -> 5: on_acquire_entry_1::$2 = *
              5 -> 6: assume (on_acquire_entry_1::$2 != 0)
              5 -> 4: assume (on_acquire_entry_1::$2 == 0)
              6 -> 7: abort "argument 1 of acquire: "acquire" gets the watched object"
              4 -> 8: on_acquire_entry_1::$3 = helped((int)s)
              8 -> 2: s = (unsigned int)on_acquire_entry_1::$3
              2 -> 7: return
            }
            void start_watching() { // entry 0, exit 4
              0 -> 1: $watched = *
              1 -> 2: assume ($watched != 0)
              2 -> 3: main()
              3 -> 4: return
            }
            """);
    assertThat(woven.program().entry()).isEqualTo("start_watching");
    assertThat(woven.state()).extracting(Object::toString).containsExactly("s");
    assertThat(woven.seeds())
        .extracting(Object::toString)
        .contains("(on_acquire_entry_1::$1 == (struct lock *)$watched)", "(s == 1)")
        .doesNotContain("(s != 1)");
    assertThat(woven.program().initialisers())
        .extracting(i -> i.target() + " = " + i.value())
        .containsExactly("s = 1");
    assertThat(woven.assumptions()).containsExactly("it is so");
  }

  @Test
  void rulesKeepTheirPlaces() throws InputException {
    WovenProgram woven =
        weave(
            """
            acquire.entry {
              if ($1) { if (*)
                abort
                  "no"; }
            }
            """,
            "void start(void) { acquire(0); }");
    assertThat(body(woven.program(), "on_acquire_entry_1").cfg().edges())
        .filteredOn(e -> e.statement() instanceof Statement.Abort || e.origin().branch() != null)
        .extracting(e -> Printer.print(e.statement()) + " " + e.origin().range())
        .containsExactly(
            "assume (on_acquire_entry_1::$1 != 0) R.slic:2:7",
            "assume (on_acquire_entry_1::$1 == 0) R.slic:2:7",
            "assume (on_acquire_entry_1::$2 != 0) R.slic:2:17",
            "assume (on_acquire_entry_1::$2 == 0) R.slic:2:17",
            "abort \"no\" R.slic:3:5");
    Edge inserted = body(woven.program(), "start").cfg().edges().getFirst();
    assertThat(inserted.origin().kind()).isEqualTo(Origin.Kind.RULE);
    assertThat(inserted.origin().range().toString()).isEqualTo("user.c:5:20");
  }

  @Test
  void functionsOfTheCodeUnderCheckReactInside() throws InputException {
    WovenProgram woven =
        weave(
            """
            f.call { halt; }
            f.entry { if ($1) halt; }
            f.exit { if ($return > $1) abort; }
            """,
            "int f(int n) { n = n + 1; if (n) return 3; return n; } void start(void) { f(1); }");
    assertThat(steps(woven, "start")).isEqualTo("on_f_call_1()\nf(1)\nreturn\n");
    assertThat(steps(woven, "f"))
        .isEqualTo(
            """
            f::$value0 = f::n
            on_f_entry_2(f::$value0)
            f::n = (f::n + 1)
            assume (f::n != 0)
            assume (f::n == 0)
            f::$value1 = 3
            on_f_exit_3(f::$value0, f::$value1)
            return f::$value1
            f::$value2 = f::n
            on_f_exit_3(f::$value0, f::$value2)
            return f::$value2
            """);
  }

  @Test
  void callsThroughPointersAreEvents() throws InputException {
    WovenProgram woven =
        weave(
            "acquire.call { halt; } raise_it.call { abort; } own.entry { abort; } release.call { abort; }",
            """
            void own(struct lock *l) { }
            void start(void) {
              void (*p)(struct lock *) = acquire;
              void (*q)(int, struct lock *) = raise_it;
              p = own;
              p(0);
            }
            """);
    assertThat(steps(woven, "start"))
        .endsWith(
            """
            assume (start::p != 0)
            assume (start::p == &acquire)
            on_acquire_call_1()
            acquire(0)
            assume (start::p != &acquire)
            (*start::p)(0)
            return
            """);
    assertThat(steps(woven, "own")).isEqualTo("on_own_entry_3()\nreturn\n");
  }

  @Test
  void callsOfModelsAreNoEventsUnlessDeclared() throws InputException {
    WovenProgram woven =
        weave(
            "[acquire, release].entry { abort; }",
            "void start(void) { raise_it(1, 0); }",
            """
            PROVISO_EVENT int release(struct lock *l) { return 0; }
            void raise_it(int how, struct lock *l) { acquire(l); release(l); }
            """,
            "int main(void) { acquire(0); start(); return 0; }");
    assertThat(steps(woven, "raise_it"))
        .isEqualTo("acquire(raise_it::l)\non_release_entry_1()\nrelease(raise_it::l)\nreturn\n");
    assertThat(steps(woven, "main")).startsWith("acquire(0)\n");
  }

  @Test
  void rolesAreEventsWhereThePlatformCalls() throws InputException {
    String types = "typedef int WORK(struct lock *l);\n";
    WovenProgram woven =
        weave(
            "[WORK].exit { if ($return == 1 && $1) abort \"$function\"; } WORK.entry { halt; }",
            types
                + "WORK work; int work(struct lock *l) { return 1; } int other(struct lock *l) { return 2; }"
                + "void start(void) { work(0); raise_it(1, (struct lock *)work); }",
            types + "void raise_it(int how, struct lock *l) { ((WORK *)l)(l); }",
            types
                + "extern int work(struct lock *), other(struct lock *); extern int unhandled(struct lock *);"
                + "static int enter_WORK(struct lock *l) { if (l) return work(l); other(0); return unhandled(l); }"
                + "int main(void) { start(); return enter_WORK(0); }");
    assertThat(steps(woven, "start")).startsWith("work(0)\nraise_it(");
    assertThat(steps(woven, "enter_WORK"))
        .isEqualTo(
            """
            assume (enter_WORK::l != 0)
            assume (enter_WORK::l == 0)
            enter_WORK::$value0 = enter_WORK::l
            on_work_as_WORK_entry_2()
            enter_WORK::$value1 = work(enter_WORK::l)
            on_work_as_WORK_exit_1(enter_WORK::$value0, enter_WORK::$value1)
            enter_WORK::$1 = enter_WORK::$value1
            return enter_WORK::$1
            on_other_as_WORK_entry_2()
            enter_WORK::$value2 = other(0)
            on_other_as_WORK_exit_1(0, enter_WORK::$value2)
            enter_WORK::$2 = unhandled(enter_WORK::l)
            return enter_WORK::$2
            """);
    assertThat(steps(woven, "raise_it"))
        .contains("on_work_as_WORK_entry_2()\n")
        .doesNotContain("on_other");
    assertThat(steps(woven, "on_other_as_WORK_exit_1")).contains("abort \"other\"");
  }

  @Test
  void anAliasIsTheSameEventWithItsOwnArguments() throws InputException {
    WovenProgram woven =
        weave(
            "acquire.entry { if ($1->held) abort; } [acquire, raise_it].call { if ($1) abort; }",
            "struct lock a; void start(void) { raise_it(7, &a); }");
    assertThat(steps(woven, "start"))
        .isEqualTo("on_raise_it_call_2(7)\non_raise_it_entry_1(&a)\nraise_it(7, &a)\nreturn\n");
  }

  @Test
  void whatAnAliasLacksIsArbitrary() throws InputException {
    WovenProgram woven =
        weave(
            "raise_it.entry { if ($2) abort; } acquire.exit { halt; }",
            "void start(void) { raise_it(7, 0); acquire(0); }",
            "",
            "int main(void) { start(); return 0; }");
    assertThat(steps(woven, "start"))
        .isEqualTo(
            "on_raise_it_entry_1(0)\nraise_it(7, 0)\non_raise_it_exit_2()\nacquire(0)\non_acquire_exit_2()\nreturn\n");
  }

  @Test
  void functionsWithoutPrototypeHaveTheArgumentsOfTheirCalls() throws InputException {
    WovenProgram woven =
        weave(
            "lost.entry { if ($1 == $2) abort; }",
            "void start(void) { int x; lost(&x, 3L); lost(4); }");
    assertThat(steps(woven, "start"))
        .contains("on_lost_entry_1(&start::x, 3)\n")
        .contains("start::$value0 = *\non_lost_entry_1((int *)4, start::$value0)\n");
  }

  @Test
  void applicabilityKeepsStateAndFreesTheRest() throws InputException {
    WovenProgram woven =
        weave(
            """
            state { int s = 2; }
            acquire.entry { int old = s; if ($1->held == 1 && old == 2) abort; s = $1->held; }
            release.entry { abort; }
            """,
            "void start(void) { acquire(0); }");
    assertThat(Printer.print(woven.applicability()))
        .isEqualTo(
            """
            global s : int
            init s = 2

            void on_acquire_entry_1(struct lock * $1) { // entry 0, exit 6
              0 -> 1: on_acquire_entry_1::old = s
              1 -> 9: on_acquire_entry_1::$value0 = *
              9 -> 2: assume (on_acquire_entry_1::$value0 != 0)
              2 -> 10: on_acquire_entry_1::$value1 = *
              10 -> 3: assume (on_acquire_entry_1::$value1 == 1)
              2 -> 11: on_acquire_entry_1::$value2 = *
              11 -> 4: assume (on_acquire_entry_1::$value2 != 1)
              3 -> 5: assume (on_acquire_entry_1::old == 2)
              3 -> 4: assume (on_acquire_entry_1::old != 2)
              5 -> 6: abort "R is broken at acquire.entry"
              4 -> 12: on_acquire_entry_1::$value3 = *
              12 -> 7: assume (on_acquire_entry_1::$value3 != 0)
              7 -> 13: on_acquire_entry_1::$value4 = *
              13 -> 8: s = on_acquire_entry_1::$value4
              8 -> 6: return
            }

            void any_events() { // entry 0, exit 1
              0 -> 2: any_events::$value0 = *
              2 -> 3: assume (any_events::$value0 == 1)
              3 -> 4: any_events::$value1 = *
              4 -> 0: on_acquire_entry_1(any_events::$value1)
              2 -> 5: assume (any_events::$value0 == 0)
              5 -> 1: return
            }
            """);
    assertThat(woven.seeds())
        .extracting(Object::toString)
        .containsExactly("(on_acquire_entry_1::$1->held == 1)");
  }
}
