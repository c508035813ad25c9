// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A struct or union. Compared by identity, as it may contain pointers to itself; the linker makes
 * one of those that units declare alike. Its layout is set once, when the definition has been read.
 */
public final class CompositeType implements Type {
  /** Struct or union. */
  public enum Kind {
    STRUCT,
    UNION
  }

  private final Kind kind;
  private final String tag;
  private @Nullable List<Field> fields;
  private long size;
  private long alignment = 1;

  /**
   * @param tag the C tag, or a made-up name unique in the program for one without
   */
  public CompositeType(Kind kind, String tag) {
    this.kind = kind;
    this.tag = tag;
  }

  /** Sets the layout. May be called once. */
  public void complete(List<Field> members, long sizeInBytes, long alignmentInBytes) {
    if (fields != null) {
      throw new IllegalStateException(this + " is complete already");
    }
    fields = List.copyOf(members);
    size = sizeInBytes;
    alignment = alignmentInBytes;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isUnion() {
    return kind == Kind.UNION;
  }

  public String tag() {
    return tag;
  }

  public boolean isComplete() {
    return fields != null;
  }

  /** The members in order of declaration; empty while incomplete. */
  public List<Field> fields() {
    return fields == null ? List.of() : fields;
  }

  /** The member of that name declared directly in this composite. */
  public Optional<Field> field(String name) {
    return fields().stream().filter(f -> f.name().equals(name)).findFirst();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long alignment() {
    return alignment;
  }

  @Override
  public String toString() {
    return (kind == Kind.UNION ? "union " : "struct ") + tag;
  }
}
