// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.syntax.FunctionDefinition;
import dev.proviso.frontend.types.FunctionType;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** What a unit's declarations say of one function, gathered as they come. */
final class DeclaredFunction {
  final String name;
  FunctionType type;
  Origin origin;
  boolean isStatic;
  boolean isInline;
  boolean isExtern;
  boolean isDeclaredPlainly;
  @Nullable FunctionDefinition definition;
  int order;

  /** Why a definition cannot be lowered, known before its body is looked at. */
  @Nullable String lost;

  final SequencedSet<Annotation> annotations = new LinkedHashSet<>();

  DeclaredFunction(String name, FunctionType type, Origin origin) {
    this.name = name;
    this.type = type;
    this.origin = origin;
  }

  /**
   * Whether its definition is for calls in its own unit, beside one that another unit gives: an
   * inline definition of C99 6.7.4, or what GNU calls so.
   *
   * @param old whether the unit's dialect is that of GNU before C99
   */
  boolean isInlineOnly(boolean old) {
    if (!isInline || isStatic) {
      return false;
    }
    boolean gnu = old || annotations.stream().anyMatch(a -> a.name().equals("gnu_inline"));
    return gnu ? isExtern : !isExtern && !isDeclaredPlainly;
  }
}
