// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import java.util.List;

/**
 * A function of the program.
 *
 * @param name unique in the program: the C name, or {@code file.c::f} for a static one that clashes
 * @param formals the parameters, one variable each; empty without a body where the declaration
 *     names none
 * @param locals all other variables of one activation, temporaries included
 * @param annotations what declarations say about it beyond its type
 * @param origin where the definition (or the first declaration) stands, and whose code it is
 */
public record Procedure(
    String name,
    FunctionType type,
    List<Variable> formals,
    List<Variable> locals,
    Body body,
    List<Annotation> annotations,
    Origin origin) {

  public Procedure {
    formals = List.copyOf(formals);
    locals = List.copyOf(locals);
    annotations = List.copyOf(annotations);
  }

  /** What is known of a procedure's inside. */
  public sealed interface Body {
    /** Lowered. */
    record Defined(Cfg cfg) implements Body {}

    /** Declared only. */
    record Undefined() implements Body {}

    /** There is a body, but it could not be lowered: it could do and call anything. */
    record Lost(String reason) implements Body {}
  }

  /**
   * A fact that a declaration states: the typedef of a function type it was declared with ({@code
   * role}, {@code DRIVER_DISPATCH}), a SAL annotation ({@code _Dispatch_type_}, {@code
   * IRP_MJ_READ}'s value or name), an attribute.
   */
  public record Annotation(String name, List<String> arguments) {
    /** The name of the annotation that a role type (a typedef of a function type) leaves. */
    public static final String ROLE = "role";

    /**
     * The name of the annotation of definitions beside which another unit may have its own: inline
     * definitions.
     */
    public static final String INLINE = "inline";

    /**
     * The name of the annotation of functions without body that may be defined in code that was not
     * read; its argument says so in words.
     */
    public static final String UNREAD = "unread";

    /** The name of the annotation of functions that only their own unit sees. */
    public static final String STATIC = "static";

    /** The name of the annotation that gives the name by which linkers know a function. */
    public static final String LABEL = "assembler_name";

    /**
     * The name of the annotation of a procedure that stands for all code outside the program that a
     * pointer to a function of this type may point to.
     */
    public static final String EXTERNAL_CODE = "external_code";

    public Annotation {
      arguments = List.copyOf(arguments);
    }
  }

  public boolean isDefined() {
    return body instanceof Body.Defined;
  }
}
