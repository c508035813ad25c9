// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/** A step into an object. */
public sealed interface Designator extends Node {

  /** {@code .name}. */
  record Field(Place place, String name) implements Designator {}

  /** {@code [index]}. */
  record Index(Place place, Expression index) implements Designator {}

  /** GNU's {@code [first ... last]}, both ends in it. */
  record Range(Place place, Expression first, Expression last) implements Designator {}
}
