// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.List;

/** What goes between the callers through a pointer and the functions that it points to. */
final class Signature {
  /** An internal object for each parameter. */
  final List<Node> parameters = new ArrayList<>();

  final Node result;

  Signature(Node result) {
    this.result = result;
  }
}
