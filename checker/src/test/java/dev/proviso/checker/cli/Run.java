// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.report.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command, and what it wrote. */
record Run(int code, String out, String err) {
  static Run proviso(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    int code =
        Main.run(
            new Console(new PrintWriter(out), new PrintWriter(err), false, new Sources()), texts);
    return new Run(code, out.toString(), err.toString());
  }
}
