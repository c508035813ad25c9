// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

/**
 * The states around a call that is not folded, the caller's arbitrary, what the callee modifies
 * unknown.
 *
 * @param callee the callee's activation; the caller's is the one that was asked for
 * @param before in the caller, before the call
 * @param entered in the callee, at its entry
 * @param left in the callee, at its exit
 * @param behind in the caller, behind the call
 */
public record CallStates(
    int callee,
    SymbolicState before,
    SymbolicState entered,
    SymbolicState left,
    SymbolicState behind) {}
