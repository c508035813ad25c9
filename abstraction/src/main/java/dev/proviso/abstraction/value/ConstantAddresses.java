// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.encode.AddressSpace;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import java.math.BigInteger;
import java.util.Optional;

/** The addresses of functions and of fixed parts of variables, as numbers. */
final class ConstantAddresses {
  private final AddressSpace addresses;

  ConstantAddresses(AddressSpace addresses) {
    this.addresses = addresses;
  }

  Optional<BigInteger> of(Expr.FunctionAddress function) {
    return Optional.of(addresses.addressOf(function.procedure()));
  }

  Optional<BigInteger> of(Expr.AddressOf address) {
    return of(address.object());
  }

  private Optional<BigInteger> of(LValue object) {
    return switch (object) {
      case LValue.Var v -> Optional.of(addresses.addressOf(v.variable()));
      case LValue.Deref d -> Optional.empty();
      case LValue.Member m -> of(m.base()).map(a -> a.add(BigInteger.valueOf(m.field().offset())));
      case LValue.Element e when e.index() instanceof Expr.IntConst index ->
          of(e.base()).map(a -> a.add(index.value().multiply(BigInteger.valueOf(e.type().size()))));
      case LValue.Element e -> Optional.empty();
    };
  }
}
