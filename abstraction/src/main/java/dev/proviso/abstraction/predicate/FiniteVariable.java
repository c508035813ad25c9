// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A scalar that is no part of memory, of whose values only the cells of a domain are told apart.
 * What cell its value is in is said by bits, the most significant one first, each of them a
 * predicate like any other (domain types: Apel et al., HVC 2013). Compared by identity.
 */
public final class FiniteVariable {
  private final LValue place;
  private final Domain domain;
  private final List<Predicate> bits;

  public FiniteVariable(LValue place, Domain domain) {
    this.place = place;
    this.domain = domain;
    List<Predicate> predicates = new ArrayList<>();
    for (int bit = domain.bits() - 1; bit >= 0; bit--) {
      predicates.add(new Predicate(condition(bit)));
    }
    bits = List.copyOf(predicates);
  }

  public LValue place() {
    return place;
  }

  public Domain domain() {
    return domain;
  }

  /** The bits of the number of its value's cell. */
  public List<Predicate> bits() {
    return bits;
  }

  /** True where its value is in one of these cells, which are not all. */
  public Expr isIn(List<Integer> cells) {
    List<Expr> parts = new ArrayList<>();
    for (int cell : cells) {
      domain.cell(cell).ranges().forEach(r -> parts.add(isIn(Expr.Read.of(place), r)));
    }
    return parts.stream().reduce((a, b) -> Expr.Binary.of(BinaryOp.OR, a, b)).orElseThrow();
  }

  /** True where that bit of the number of the value's cell is set. */
  private Expr condition(int bit) {
    List<Integer> cells = new ArrayList<>();
    for (int cell = 0; cell < domain.size(); cell++) {
      if ((cell >> bit & 1) != 0) {
        cells.add(cell);
      }
    }
    return isIn(cells);
  }

  private static Expr isIn(Expr value, Ranges.Range range) {
    Type type = value.type();
    if (range.low().equals(range.high())) {
      return Expr.Binary.of(BinaryOp.EQUAL, value, constant(range.low(), type));
    }
    return Expr.Binary.of(
        BinaryOp.AND,
        Expr.Binary.of(BinaryOp.LESS_OR_EQUAL, constant(range.low(), type), value),
        Expr.Binary.of(BinaryOp.LESS_OR_EQUAL, value, constant(range.high(), type)));
  }

  private static Expr constant(BigInteger value, Type type) {
    return Expr.IntConst.of(value, type);
  }

  @Override
  public String toString() {
    return place + " in " + domain;
  }
}
