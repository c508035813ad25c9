// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;

/** In which states a condition may be true, and in which it may be false. */
record Truth(Bdd mayBeTrue, Bdd mayBeFalse) {
  static Truth unknown(Bdds bdds) {
    return new Truth(bdds.all(), bdds.all());
  }

  Truth not() {
    return new Truth(mayBeFalse, mayBeTrue);
  }

  Truth and(Truth other, Bdds bdds) {
    return new Truth(bdds.and(mayBeTrue, other.mayBeTrue), bdds.or(mayBeFalse, other.mayBeFalse));
  }

  Truth or(Truth other, Bdds bdds) {
    return not().and(other.not(), bdds).not();
  }
}
