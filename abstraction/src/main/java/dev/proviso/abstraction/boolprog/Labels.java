// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import dev.proviso.frontend.source.NearNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** The labels of one procedure: those in its text, and those that control structures need. */
final class Labels {
  private final ReadContext context;
  private final Map<String, Integer> written = new LinkedHashMap<>();
  private final List<BpParser.NameContext> used = new ArrayList<>();
  private int made;

  Labels(ReadContext context, BpParser.SequenceContext body) {
    this.context = context;
    Deque<ParserRuleContext> work = new ArrayDeque<>(List.of(body));
    while (!work.isEmpty()) {
      ParserRuleContext next = work.remove();
      if (next instanceof BpParser.LabelContext label) {
        written.merge(ReadContext.text(label.name()), 1, Integer::sum);
      } else if (!(next instanceof BpParser.SimpleContext
          || next instanceof BpParser.ExprContext)) {
        work.addAll(next.getRuleContexts(ParserRuleContext.class));
      }
    }
  }

  /** A label that stands nowhere yet. */
  String make(String what) {
    String label;
    do {
      made++;
      label = "_" + what + "_" + made;
    } while (written.containsKey(label));
    return label;
  }

  void use(List<BpParser.NameContext> names) {
    used.addAll(names);
  }

  /** A label may stand twice, as SLAM's do, where nothing jumps there. */
  void check() {
    for (BpParser.NameContext name : used) {
      String text = ReadContext.text(name);
      int count = written.getOrDefault(text, 0);
      if (count == 0) {
        context.error(
            name,
            "no label '" + text + "' in this procedure",
            NearNames.help(text, written.keySet()));
      } else if (count > 1) {
        context.error(name, "label '" + text + "' stands at " + count + " places", "rename one");
      }
    }
  }
}
