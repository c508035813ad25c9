// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.predicate.Precision;

/** What the engine has made of a program when its search ends. */
public interface Stages {
  /** With the blocks that were asked for. */
  Blocks blocks();

  /** What is tracked in the end. */
  Precision precision();

  /** What was demanded of the boolean program of that precision. */
  BooleanProgram booleanProgram();
}
