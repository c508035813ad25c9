// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.certify;

import dev.proviso.abstraction.encode.Memory;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.program.Program;

/**
 * The program that a certificate is about, with what must be known of it.
 *
 * @param calls what may call what: says which calls are folded, so that blocks are the same
 * @param memory where its objects are, and what pointers may point to
 * @param modRef what its procedures modify; this is checked
 */
public record CertifiedProgram(Program program, CallGraph calls, Memory memory, ModRef modRef) {}
