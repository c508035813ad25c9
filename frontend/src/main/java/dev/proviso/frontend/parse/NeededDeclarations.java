// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTElaboratedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.internal.core.dom.parser.ASTQueries;

/**
 * Which declarations of a unit anything depends on. A system header declares thousands of things,
 * of which a unit mentions a few dozen: the others need be neither converted nor lowered, which is
 * most of the work of reading a driver. A declaration of a system header is needed where a name
 * that it may declare stands anywhere in another one that is needed, as whatever. All that define a
 * function or variable for other units, and all that are not of system headers, are needed.
 */
final class NeededDeclarations {
  private static final String BUILTIN = "__builtin_";

  private final Places places;
  private final Identifiers identifiers;
  private final boolean[] needed;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Map<String, List<Integer>> declaring = new HashMap<>();

  private NeededDeclarations(Places places, Identifiers identifiers, int declarations) {
    this.places = places;
    this.identifiers = identifiers;
    this.needed = new boolean[declarations];
  }

  /** Those that are needed, in the order of the text. */
  static List<IASTDeclaration> of(IASTDeclaration[] all, Places places, Identifiers identifiers) {
    NeededDeclarations search = new NeededDeclarations(places, identifiers, all.length);
    for (int i = 0; i < all.length; i++) {
      int index = i;
      if (search.isForItsUnit(all[i])) {
        names(all[i], n -> search.declaring.computeIfAbsent(n, k -> new ArrayList<>()).add(index));
      } else {
        search.need(i);
      }
    }
    while (!search.open.isEmpty()) {
      search.follow(all[search.open.remove()]);
    }
    List<IASTDeclaration> result = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      if (search.needed[i]) {
        result.add(all[i]);
      }
    }
    return result;
  }

  private void need(int index) {
    if (!needed[index]) {
      needed[index] = true;
      open.add(index);
    }
  }

  private void follow(IASTDeclaration declaration) {
    identifiers.forEach(
        Conversion.offset(declaration),
        Conversion.end(declaration),
        word -> {
          mention(word);
          if (word.startsWith(BUILTIN)) {
            mention(word.substring(BUILTIN.length()));
          }
        });
  }

  /** Once asked for, all declarations of a name are needed. */
  private void mention(String name) {
    List<Integer> found = declaring.remove(name);
    if (found != null) {
      found.forEach(this::need);
    }
  }

  /** Whether it means something only where its names are mentioned, and stands in such a header. */
  private boolean isForItsUnit(IASTDeclaration node) {
    boolean without =
        switch (node) {
          case DialectNodes.Assertion n -> false;
          case IASTSimpleDeclaration n -> definesNothing(n);
          case IASTFunctionDefinition n ->
              n.getDeclSpecifier().isInline()
                  || n.getDeclSpecifier().getStorageClass() == IASTDeclSpecifier.sc_static;
          default -> false;
        };
    return without && places.isInSystemHeader(node);
  }

  private static boolean definesNothing(IASTSimpleDeclaration node) {
    int storage = node.getDeclSpecifier().getStorageClass();
    return storage == IASTDeclSpecifier.sc_typedef
        || Arrays.stream(node.getDeclarators())
            .allMatch(
                d ->
                    d.getInitializer() == null
                        && (storage == IASTDeclSpecifier.sc_extern
                            || ASTQueries.findTypeRelevantDeclarator(d)
                                instanceof IASTFunctionDeclarator));
  }

  /** The names that it may declare in the file's scope. */
  private static void names(IASTDeclaration node, Consumer<String> names) {
    switch (node) {
      case IASTSimpleDeclaration n -> {
        tags(n.getDeclSpecifier(), names);
        for (IASTDeclarator declarator : n.getDeclarators()) {
          name(declarator, names);
        }
      }
      case IASTFunctionDefinition n -> {
        tags(n.getDeclSpecifier(), names);
        name(n.getDeclarator(), names);
      }
      default -> {}
    }
  }

  private static void name(IASTDeclarator declarator, Consumer<String> names) {
    names.accept(ASTQueries.findInnermostDeclarator(declarator).getName().toString());
  }

  private static void tags(IASTDeclSpecifier specifier, Consumer<String> names) {
    switch (specifier) {
      case IASTElaboratedTypeSpecifier s -> names.accept(s.getName().toString());
      case IASTEnumerationSpecifier s -> {
        names.accept(s.getName().toString());
        for (IASTEnumerationSpecifier.IASTEnumerator enumerator : s.getEnumerators()) {
          names.accept(enumerator.getName().toString());
        }
      }
      case IASTCompositeTypeSpecifier s -> {
        names.accept(s.getName().toString());
        for (IASTDeclaration member : s.getMembers()) {
          if (member instanceof IASTSimpleDeclaration m) {
            tags(m.getDeclSpecifier(), names);
          }
        }
      }
      default -> {}
    }
  }
}
