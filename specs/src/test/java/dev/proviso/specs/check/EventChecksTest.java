// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.VoidType;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleParser;
import dev.proviso.specs.weave.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventChecksTest {
  private static final Declarations KNOWN =
      new Declarations(
          List.of(
              new Signature(
                  "AcquireLock",
                  VoidType.VOID,
                  List.of(IntType.INT, IntType.INT),
                  List.of("lock", "irql"),
                  false),
              new Signature("ReleaseLock", IntType.INT, List.of(), List.of(), false),
              new Signature("Print", IntType.INT, List.of(IntType.INT), List.of("format"), true)),
          Map.of(
              "DISPATCH",
              new Signature(
                  "DISPATCH", IntType.INT, List.of(IntType.INT), List.of("device"), false)),
          true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      AcquireLock.entry { if ($2 == 1) abort "$1 in $function"; }          | fine
      [Acquire*, DISPATCH].exit { if ($1) abort; }                         | fine
      AcquireLok.entry { abort; }      | ERROR 1:1 AcquireLok is neither a function nor a role of platform none [did you mean AcquireLock?]
      memcpy.call { abort; }           | ERROR 1:1 calls of memcpy are statements to the front end, which raise no events []
      Alloc*.entry { abort; }          | ERROR 1:1 no function of platform none has a name that starts with Alloc []
      AcquireLock.entry { if ($3) abort; } | ERROR 1:25 there is no $3: AcquireLock has 2 parameters []
      AcquireLock.entry { if ($0) abort; } | ERROR 1:25 arguments are counted from $1 []
      AcquireLock.entry { abort "a $9"; } | ERROR 1:30 there is no $9: AcquireLock has 2 parameters []
      [AcquireLock, ReleaseLock].entry { if ($1) abort; } | ERROR 1:40 there is no $1: ReleaseLock has no parameters []
      Print.entry { if ($7) abort; }   | fine
      ReleaseLock.entry { if ($return) abort; }  | ERROR 1:25 $return is not known on entry [the result is known on exit and return]
      ReleaseLock.return { if ($return) abort; } | fine
      AcquireLock.exit { if ($return) abort; }   | ERROR 1:24 there is no $return: AcquireLock returns nothing []
      ReleaseLock.exit { if ($retrun) abort; }   | ERROR 1:24 there is no $retrun: an event has $1, $2, …, $return, $function and $watched [did you mean $return?]
      ReleaseLock.exit { if ($function) abort; } | ERROR 1:24 $function is a name, for messages only []
      ReleaseLock.exit { abort "$watched"; }     | ERROR 1:27 this rule watches no object [say which behind the state: state { … } watch F.entry.$1;]
      AcquireLock.exit with guard ($1) { abort; } | ERROR 1:30 a guard compares with the watched object, and this rule watches none [say which behind the state: state { … } watch AcquireLock.exit.$1;]
      state { } watch AcquireLock.entry.$4; AcquireLock.exit with guard ($1) { abort; } | ERROR 1:35 there is no $4: AcquireLock has 2 parameters []
      state { } watch AcquireLock.entry.$1; AcquireLock.exit { abort; } | WARNING 1:35 no event is guarded, so that all objects share one state [write, for example, AcquireLock.exit with guard ($1) { … }]
      int f(void) { return $1; } AcquireLock.exit { abort; } | ERROR 1:22 $1 means something at an event only [give the function a parameter, and pass $1]
      state { int a, b = 0; } AcquireLock.exit { if (b) abort; } | ERROR 1:13 state variable a is never read or written [remove it]
      state { int a; } AcquireLock.exit { a = 1; x.a; abort; } | WARNING 1:13 state variable a is written but never read []
      AcquireLock.exit { abort("x"); } | ERROR 1:20 this abort is not complete [write abort; or abort "message";]
      AcquireLock.exit { if (*) halt abort; } | ERROR 1:27 this halt is not complete [write halt;]
      """)
  void saysWhatIsWrong(String text, String expected) throws InputException {
    Rule rule = RuleParser.parse(text, "r.slic");
    List<Message> messages = new ArrayList<>();
    new EventChecks(rule, KNOWN, messages).run();
    new StateChecks(rule, messages).run();
    String shown =
        messages.stream()
            .map(
                m ->
                    m.severity()
                        + " "
                        + m.range().line()
                        + ":"
                        + m.range().column()
                        + " "
                        + m.sentence()
                        + " "
                        + m.help())
            .collect(Collectors.joining("; "));
    assertThat(shown.isEmpty() ? "fine" : shown).isEqualTo(expected);
  }
}
