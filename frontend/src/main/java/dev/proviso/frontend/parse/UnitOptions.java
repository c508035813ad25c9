// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * How to read one unit.
 *
 * @param followsMarkers whether places are those that line markers ({@code # 12 "a.h"}, {@code
 *     #line}) name, rather than where the text stands
 * @param wholeHeaders whether declarations of system headers that nothing depends on are read, too
 */
public record UnitOptions(
    Target target,
    Dialect dialect,
    Includes includes,
    Macros macros,
    boolean followsMarkers,
    boolean wholeHeaders) {

  /** Of system headers, what the unit needs. */
  public UnitOptions(
      Target target, Dialect dialect, Includes includes, Macros macros, boolean followsMarkers) {
    this(target, dialect, includes, macros, followsMarkers, false);
  }

  /** No directories and no macros. */
  public static UnitOptions of(Target target) {
    Includes includes = target == Target.LLP64 ? Includes.NONE.inAnyCase() : Includes.NONE;
    return new UnitOptions(target, Dialect.of(target), includes, Macros.NONE, true);
  }

  /** The same with other directories. */
  public UnitOptions including(List<Path> user, List<Path> system) {
    return with(
        new Includes(includes.quoted(), user, system, includes.forced(), includes.ignoringCase()));
  }

  /** The same with other places to look for included files. */
  public UnitOptions with(Includes others) {
    return new UnitOptions(target, dialect, others, macros, followsMarkers, wholeHeaders);
  }

  /** The same with other macros. */
  public UnitOptions with(Macros others) {
    return new UnitOptions(target, dialect, includes, others, followsMarkers, wholeHeaders);
  }

  /** The same; places are where the text stands. */
  public UnitOptions withoutMarkers() {
    return new UnitOptions(target, dialect, includes, macros, false, wholeHeaders);
  }

  /** The same; all that headers declare is read. */
  public UnitOptions withWholeHeaders() {
    return new UnitOptions(target, dialect, includes, macros, followsMarkers, true);
  }
}
