// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.specs.slic.RuleLibrary;

/** What a new rule's folder holds: a small rule that works. */
final class RuleTemplate {
  private RuleTemplate() {}

  static String rule(String name, String platform) {
    return """
        /** What the rule demands, in a sentence. */
        rule %s;
        platform %s;

        state {
            enum { Closed, Open } s = Closed;
        }

        open_it.entry {
            if (s == Open) abort "it is open already";
            s = Open;
        }
        close_it.entry {
            if (s == Closed) abort "it is not open";
            s = Closed;
        }
        """
        .formatted(name, platform);
  }

  static String readme(String name) {
    return """
        # %s

        ## What it checks

        What the rule demands, in the words of the API's documentation.

        ## Why

        What goes wrong where it is broken, with the bug-check code where there is one.

        ## Bad

        `bad.c` opens what is open already.

        ## Good

        `good.c` closes it in between.

        ## Applies to

        `open_it`, `close_it`

        The rule is `%s`.
        """
        .formatted(name, RuleLibrary.RULE_FILE);
  }

  static String bad(String name) {
    return """
        void open_it(void);
        void close_it(void);

        int main(int argc, char **argv) {
            if (argc > 2)
                close_it(); // violates %1$s
            open_it();
            if (argc > 1)
                open_it(); // violates %1$s
            close_it();
            return 0;
        }
        """
        .formatted(name);
  }

  static String good() {
    return """
        void open_it(void);
        void close_it(void);

        int main(int argc, char **argv) {
            open_it();
            if (argc > 1) {
                close_it();
                open_it();
            }
            close_it();
            return 0;
        }
        """;
  }
}
