// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, evaluated. */
final class Arguments {
  final List<Type> types;

  /** Words as they are, floats and doubles as a double's bits. */
  final long[] words;

  /** What takes more than a word: see {@link Wide}, or a block with a copy of a struct. */
  final @Nullable Object[] things;

  Arguments(List<Type> types) {
    this.types = types;
    this.words = new long[types.size()];
    this.things = new Object[types.size()];
  }

  /** Arguments of one type that are words. */
  static Arguments of(Type type, long... words) {
    Arguments arguments = new Arguments(java.util.Collections.nCopies(words.length, type));
    System.arraycopy(words, 0, arguments.words, 0, words.length);
    return arguments;
  }

  int count() {
    return types.size();
  }

  long word(int index) {
    return index < words.length ? words[index] : 0;
  }

  int integer(int index) {
    return (int) word(index);
  }

  double real(int index) {
    return Double.longBitsToDouble(word(index));
  }

  Object wide(int index) {
    Object thing = things[index];
    return thing == null ? Extended.ZERO : thing;
  }
}
