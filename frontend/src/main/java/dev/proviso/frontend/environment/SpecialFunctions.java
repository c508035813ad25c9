// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.program.Procedure;
import java.util.Set;

/** Functions whose meaning is not that of functions without a body in general. */
final class SpecialFunctions {
  private static final Set<String> NO_RETURN =
      Set.of(
          "abort",
          "exit",
          "_exit",
          "_Exit",
          "quick_exit",
          "thrd_exit",
          "pthread_exit",
          "__assert_fail",
          "_assert",
          "_wassert",
          "KeBugCheck",
          "KeBugCheckEx");
  private static final Set<String> NO_RETURN_ATTRIBUTES =
      Set.of("noreturn", "__noreturn__", "_Noreturn", "_Analysis_noreturn_");
  private static final Set<String> JUMPS =
      Set.of(
          "setjmp",
          "_setjmp",
          "__sigsetjmp",
          "sigsetjmp",
          "_setjmpex",
          "_setjmp3",
          "longjmp",
          "_longjmp",
          "siglongjmp",
          "__longjmp_chk",
          "setcontext",
          "swapcontext");
  private static final Set<String> THREADS =
      Set.of(
          "pthread_create",
          "thrd_create",
          "CreateThread",
          "_beginthread",
          "_beginthreadex",
          "fork",
          "vfork",
          "clone");

  private SpecialFunctions() {}

  static boolean neverReturns(Procedure procedure) {
    return NO_RETURN.contains(procedure.name())
        || procedure.annotations().stream().anyMatch(a -> NO_RETURN_ATTRIBUTES.contains(a.name()));
  }

  /** Why it can be given no meaning; empty if it can. */
  static String lost(String name) {
    if (JUMPS.contains(name)) {
      return "jumps out of procedures are not followed";
    }
    return THREADS.contains(name) ? "it starts code that runs beside the caller" : "";
  }
}
