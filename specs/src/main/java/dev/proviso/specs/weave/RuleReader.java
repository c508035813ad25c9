// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;

interface RuleReader {
  Program read(RuleUnit unit, String file, Target target) throws InputException;

  Program link(Program program, Program unit) throws InputException;
}
