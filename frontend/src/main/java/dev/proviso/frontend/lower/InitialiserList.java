// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.syntax.Designator;
import dev.proviso.frontend.syntax.Initializer;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.Type;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Walks a list in braces over the parts of an object: each entry goes to the part that its
 * designators name, or to the next one; where inner braces are missing, entries fill the parts of a
 * part.
 */
final class InitialiserList {
  private final Context context;
  private final Initializer.Braces braces;
  private final BiConsumer<LValue, Initializer> sink;
  private int next;

  /**
   * @param sink takes a part with its initialiser: a scalar with a value, or anything with braces,
   *     a string or a struct's value
   */
  InitialiserList(
      Context context, Initializer.Braces braces, BiConsumer<LValue, Initializer> sink) {
    this.context = context;
    this.braces = braces;
    this.sink = sink;
  }

  void run(LValue object) {
    if (object.type().isScalar()) {
      if (!braces.items().isEmpty()) {
        sink.accept(object, braces.items().get(0).value());
      }
      return;
    }
    fill(object, true, 0);
  }

  private boolean atEnd() {
    return next >= braces.items().size();
  }

  private Initializer.Item item() {
    return braces.items().get(next);
  }

  /**
   * Fills the parts of an object from the list. Only the outermost object of the list may be
   * reached by designators.
   */
  private void fill(LValue object, boolean outermost, long start) {
    long index = start;
    while (!atEnd()) {
      List<Designator> designators = item().designators();
      if (!designators.isEmpty()) {
        if (!outermost) {
          return;
        }
        index = designated(object, designators) + 1;
        continue;
      }
      if (index >= length(object.type())) {
        if (outermost) {
          excess();
        }
        return;
      }
      LValue part = part(object, index);
      Initializer value = item().value();
      boolean isEmpty = length(part.type()) == 0;
      if (!isEmpty || value instanceof Initializer.Braces || fitsWhole(part, value)) {
        entry(part);
      }
      index++;
    }
  }

  private void excess() {
    context.unit().warn(item().value().place(), "this initialiser is one too many");
    next = braces.items().size();
  }

  /** Gives the current entry to a part, or several entries to the parts of it. */
  private void entry(LValue part) {
    Initializer value = item().value();
    if (part.type().isScalar() || value instanceof Initializer.Braces || fitsWhole(part, value)) {
      next++;
      sink.accept(part, value);
    } else if (length(part.type()) > 0) {
      // Whatever designators the entry has led here: they do not count again.
      entry(part(part, 0));
      fill(part, false, 1);
    } else {
      excess(part);
    }
  }

  private void excess(LValue part) {
    context
        .unit()
        .warn(item().value().place(), "`" + part.type() + "` has no member for this initialiser");
    next++;
  }

  private boolean fitsWhole(LValue part, Initializer value) {
    if (context.initialisers().string(part.type(), value) != null) {
      return true;
    }
    return part.type() instanceof CompositeType
        && value instanceof Initializer.Value v
        && context.typeOf(v.expression()).equals(part.type());
  }

  private long designated(LValue object, List<Designator> designators) {
    Designator first = designators.get(0);
    List<Designator> rest = designators.subList(1, designators.size());
    if (first instanceof Designator.Range range && object.type() instanceof ArrayType) {
      long from = context.constant(range.first()).longValue();
      long to = context.constant(range.last()).longValue();
      int here = next;
      for (long i = from; i <= to; i++) {
        next = here;
        descend(element(object, i), rest);
      }
      return to;
    }
    if (first instanceof Designator.Index i && object.type() instanceof ArrayType) {
      long at = context.constant(i.index()).longValue();
      descend(element(object, at), rest);
      return at;
    }
    if (first instanceof Designator.Field f && object.type() instanceof CompositeType composite) {
      return field(object, composite, f, rest);
    }
    throw new Invalid(
        first.place().range(), "this designator does not fit an object of type " + object.type());
  }

  private long field(
      LValue object, CompositeType composite, Designator.Field designator, List<Designator> rest) {
    List<Field> path = Places.path(composite, designator.name());
    if (path == null) {
      throw new Invalid(
          designator.place().range(),
          "`" + composite + "` has no member `" + designator.name() + "`");
    }
    within(object, path, rest);
    return next(composite, path.get(0)) - 1;
  }

  /**
   * Initialises the member at the end of a path; what follows without designator goes to the
   * members after it.
   */
  private void within(LValue object, List<Field> path, List<Designator> rest) {
    LValue part = LValue.Member.of(object, path.get(0));
    if (path.size() == 1) {
      descend(part, rest);
      return;
    }
    within(part, path.subList(1, path.size()), rest);
    fill(part, false, next((CompositeType) part.type(), path.get(1)));
  }

  /** The number of the member after that one; after a union's member there is none. */
  private static long next(CompositeType composite, Field field) {
    return composite.isUnion() ? composite.fields().size() : composite.fields().indexOf(field) + 1;
  }

  private void descend(LValue part, List<Designator> rest) {
    if (rest.isEmpty()) {
      entry(part);
    } else {
      fill(part, false, designated(part, rest) + 1);
    }
  }

  private static long length(Type type) {
    return switch (type) {
      case ArrayType a -> a.length() == ArrayType.UNKNOWN_LENGTH ? Long.MAX_VALUE : a.length();
      case CompositeType c -> c.isUnion() ? Math.min(1, c.fields().size()) : c.fields().size();
      default -> 1;
    };
  }

  private LValue part(LValue object, long index) {
    return switch (object.type()) {
      case ArrayType a -> element(object, index);
      case CompositeType c -> LValue.Member.of(object, c.fields().get((int) index));
      default -> object;
    };
  }

  private LValue element(LValue array, long index) {
    Expr at = IntConst.of(index, context.unit().target().differenceType());
    return LValue.Element.of(array, at);
  }
}
