// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.cdt.core.dom.ast.IASTComment;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorEndifStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIfStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIfdefStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIfndefStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorStatement;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;

/**
 * What begins and does not end in a file, and swallows the rest of it: CDT says nothing about it.
 */
final class Unfinished {
  private final Places places;
  private final SourceStore files;
  private final List<Message> messages = new ArrayList<>();

  private Unfinished(Places places, SourceStore files) {
    this.places = places;
    this.files = files;
  }

  static List<Message> find(IASTTranslationUnit tree, Places places, SourceStore files) {
    Unfinished unfinished = new Unfinished(places, files);
    unfinished.conditions(tree.getAllPreprocessorStatements());
    if (files.texts().anyMatch(Unfinished::mayEndInComment)) {
      unfinished.comments(tree.getComments());
    }
    return unfinished.messages;
  }

  private void conditions(IASTPreprocessorStatement[] statements) {
    Map<String, Deque<IASTFileLocation>> open = new LinkedHashMap<>();
    for (IASTPreprocessorStatement statement : statements) {
      IASTFileLocation location = statement.getFileLocation();
      if (location == null) {
        continue;
      }
      switch (statement) {
        case IASTPreprocessorIfStatement s -> push(open, location);
        case IASTPreprocessorIfdefStatement s -> push(open, location);
        case IASTPreprocessorIfndefStatement s -> push(open, location);
        case IASTPreprocessorEndifStatement s ->
            open.getOrDefault(location.getFileName(), new ArrayDeque<>()).poll();
        default -> {}
      }
    }
    for (Deque<IASTFileLocation> left : open.values()) {
      left.forEach(
          l -> messages.add(Message.error(places.range(l), "this condition has no #endif")));
    }
  }

  private static void push(Map<String, Deque<IASTFileLocation>> open, IASTFileLocation location) {
    open.computeIfAbsent(location.getFileName(), f -> new ArrayDeque<>()).push(location);
  }

  // CDT needs a while to tell where a comment stands: it is asked where there is a reason.
  private static boolean mayEndInComment(SourceText text) {
    char[] all = text.text();
    for (int i = all.length - 2; i >= 0; i--) {
      // A line may be continued inside the mark.
      if ((all[i] == '/' || all[i] == '\n') && all[i + 1] == '*') {
        return true;
      }
      if (all[i] == '*' && all[i + 1] == '/') {
        return i > 0 && all[i - 1] == '/';
      }
    }
    return false;
  }

  private void comments(IASTComment[] comments) {
    for (IASTComment comment : comments) {
      IASTFileLocation location = comment.getFileLocation();
      SourceText text = location == null ? null : files.text(location.getFileName());
      if (text == null || !comment.isBlockComment()) {
        continue;
      }
      int end = location.getNodeOffset() + location.getNodeLength();
      boolean closed =
          location.getNodeLength() >= 4
              && text.text()[end - 1] == '/'
              && text.text()[end - 2] == '*';
      if (end >= text.text().length && !closed) {
        messages.add(
            Message.error(places.range(location), "this comment has no end: a '*/' is missing"));
      }
    }
  }
}
