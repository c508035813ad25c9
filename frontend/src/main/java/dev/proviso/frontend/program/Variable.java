// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.Type;

/**
 * A variable of the program. Compared by identity; {@link #id} is unique in the program and stable
 * from run to run.
 */
public final class Variable {
  /** Where a variable lives. */
  public enum Kind {
    /** Static storage: file scope, {@code static} locals, string literals. */
    GLOBAL,
    /** A parameter of a procedure. */
    FORMAL,
    /** A local variable, one for each activation. */
    LOCAL,
    /** A local that lowering made up: never has its address taken, not shown to users. */
    TEMPORARY
  }

  /** Which other units see a global. */
  public enum Linkage {
    /** Only its own: {@code static}, string literals; and whatever is no global. */
    INTERNAL,
    /** All of them; it is defined here. */
    EXTERNAL,
    /** All of them; it is defined here, but a definition of another unit counts before this one. */
    WEAK,
    /**
     * All of them; it is declared only, so where no unit defines it, its value is the
     * environment's.
     */
    DECLARED
  }

  private final String id;
  private final String name;
  private final Type type;
  private final Kind kind;
  private final Linkage linkage;
  private final boolean isVolatile;
  private final SourceRange declaration;

  /**
   * A local, or a global that is defined.
   *
   * @param id unique in the program, such as {@code f::x} or {@code x}
   * @param name as the source has it
   */
  public Variable(
      String id, String name, Type type, Kind kind, boolean isVolatile, SourceRange declaration) {
    this(
        id,
        name,
        type,
        kind,
        kind == Kind.GLOBAL ? Linkage.EXTERNAL : Linkage.INTERNAL,
        isVolatile,
        declaration);
  }

  /**
   * @param id unique in the program, such as {@code f::x} or {@code x}
   * @param name as the source has it
   */
  public Variable(
      String id,
      String name,
      Type type,
      Kind kind,
      Linkage linkage,
      boolean isVolatile,
      SourceRange declaration) {
    this.id = id;
    this.name = name;
    this.type = type;
    this.kind = kind;
    this.linkage = linkage;
    this.isVolatile = isVolatile;
    this.declaration = declaration;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isGlobal() {
    return kind == Kind.GLOBAL;
  }

  /** True of the array that a string literal stands for; its name is the literal. */
  public boolean isStringLiteral() {
    return isGlobal() && name.startsWith("\"");
  }

  public Linkage linkage() {
    return linkage;
  }

  public boolean isVolatile() {
    return isVolatile;
  }

  public SourceRange declaration() {
    return declaration;
  }

  @Override
  public String toString() {
    return id;
  }
}
