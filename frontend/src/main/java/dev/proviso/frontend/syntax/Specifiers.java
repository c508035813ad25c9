// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the declarators.
 *
 * @param qualifiers those of the type that {@code type} names
 * @param attributes GNU attributes and {@code __declspec}s among the specifiers, or before them
 */
public record Specifiers(
    Place place,
    Set<Storage> storage,
    Set<FunctionSpecifier> function,
    Set<Qualifier> qualifiers,
    TypeSpecifier type,
    List<Alignment> alignments,
    List<Attribute> attributes)
    implements Node {

  /** Storage classes. */
  public enum Storage {
    TYPEDEF,
    EXTERN,
    STATIC,
    AUTO,
    REGISTER,
    THREAD_LOCAL
  }

  /** Words that concern functions alone. */
  public enum FunctionSpecifier {
    INLINE,
    NORETURN
  }

  /** {@code _Alignas}: exactly one of both is there. */
  public record Alignment(@Nullable TypeName type, @Nullable Expression bytes) {}

  public Specifiers {
    storage = OrderedSets.copy(storage);
    function = OrderedSets.copy(function);
    qualifiers = OrderedSets.copy(qualifiers);
    alignments = List.copyOf(alignments);
    attributes = List.copyOf(attributes);
  }

  public boolean has(Storage word) {
    return storage.contains(word);
  }
}
