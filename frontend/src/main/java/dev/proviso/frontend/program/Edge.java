// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.source.Origin;

/** One step of a procedure. Compared by identity. */
public final class Edge {
  private final Location source;
  private final Statement statement;
  private final Location target;
  private final Origin origin;

  public Edge(Location source, Statement statement, Location target, Origin origin) {
    this.source = source;
    this.statement = statement;
    this.target = target;
    this.origin = origin;
  }

  public Location source() {
    return source;
  }

  public Statement statement() {
    return statement;
  }

  public Location target() {
    return target;
  }

  public Origin origin() {
    return origin;
  }

  @Override
  public String toString() {
    return source.ordinal() + " -> " + target.ordinal() + ": " + Printer.print(statement);
  }
}
