// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

/**
 * A statement on all that some objects hold: it is looked at again whenever more is known of them.
 */
sealed interface BulkMove permits Alignment, Copying, Scramblings {
  void apply();

  /** Of moves that have the same key now, one does what all do. */
  Object key();
}
