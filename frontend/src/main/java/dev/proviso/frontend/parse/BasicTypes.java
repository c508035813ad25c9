// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.TypeSpecifier.Basic.Kind;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclSpecifier;

/** Which type a set of keywords makes. */
final class BasicTypes {
  private BasicTypes() {}

  static Kind kind(IASTSimpleDeclSpecifier node) {
    if (node.isComplex() || node.isImaginary()) {
      return complex(node);
    }
    boolean unsigned = node.isUnsigned();
    return switch (node.getType()) {
      case IASTSimpleDeclSpecifier.t_void -> Kind.VOID;
      case IASTSimpleDeclSpecifier.t_bool -> Kind.BOOL;
      case IASTSimpleDeclSpecifier.t_char ->
          unsigned ? Kind.UNSIGNED_CHAR : node.isSigned() ? Kind.SIGNED_CHAR : Kind.CHAR;
      case IASTSimpleDeclSpecifier.t_float -> Kind.FLOAT;
      case IASTSimpleDeclSpecifier.t_double -> node.isLong() ? Kind.LONG_DOUBLE : Kind.DOUBLE;
      case IASTSimpleDeclSpecifier.t_int128 -> unsigned ? Kind.UNSIGNED_INT128 : Kind.INT128;
      case IASTSimpleDeclSpecifier.t_float128 -> Kind.FLOAT128;
      case IASTSimpleDeclSpecifier.t_decimal32 -> Kind.DECIMAL32;
      case IASTSimpleDeclSpecifier.t_decimal64 -> Kind.DECIMAL64;
      case IASTSimpleDeclSpecifier.t_decimal128 -> Kind.DECIMAL128;
      default -> integer(node, unsigned);
    };
  }

  private static Kind integer(IASTSimpleDeclSpecifier node, boolean unsigned) {
    if (node.isShort()) {
      return unsigned ? Kind.UNSIGNED_SHORT : Kind.SHORT;
    }
    if (node.isLongLong()) {
      return unsigned ? Kind.UNSIGNED_LONG_LONG : Kind.LONG_LONG;
    }
    if (node.isLong()) {
      return unsigned ? Kind.UNSIGNED_LONG : Kind.LONG;
    }
    return unsigned ? Kind.UNSIGNED_INT : Kind.INT;
  }

  private static Kind complex(IASTSimpleDeclSpecifier node) {
    boolean imaginary = node.isImaginary();
    if (node.getType() == IASTSimpleDeclSpecifier.t_float) {
      return imaginary ? Kind.FLOAT_IMAGINARY : Kind.FLOAT_COMPLEX;
    }
    if (node.isLong()) {
      return imaginary ? Kind.LONG_DOUBLE_IMAGINARY : Kind.LONG_DOUBLE_COMPLEX;
    }
    return imaginary ? Kind.DOUBLE_IMAGINARY : Kind.DOUBLE_COMPLEX;
  }
}
