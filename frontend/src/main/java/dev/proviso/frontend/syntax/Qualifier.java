// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/** What qualifies a type. */
public enum Qualifier {
  CONST,
  VOLATILE,
  RESTRICT,
  ATOMIC
}
