// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.source.Message;
import java.nio.file.Path;

/**
 * What is not read of a build.
 *
 * @param isCode whether the program would hold code of it: then what no unit defines may be there
 */
public record Skipped(Path file, String why, boolean isCode, Message message) {}
