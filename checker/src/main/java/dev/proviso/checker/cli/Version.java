// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which Proviso this is. */
final class Version implements IVersionProvider {

  static String number() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"proviso " + number()};
  }
}
