// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.parse.Dialect;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program.Initialiser;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.TypeSpecifier;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is gathered while one unit is lowered: its globals, functions, strings and messages. */
final class Unit {
  /** Work that was put off, and the declaration that it belongs to. */
  record Deferred(Place place, Runnable work) {}

  private final Target target;
  private final String file;
  private final Lowering.Code code;
  private final Scope fileScope = new Scope(null);
  private final SequencedMap<String, Variable> globals = new LinkedHashMap<>();
  private final Map<String, List<Initialiser>> initialisers = new LinkedHashMap<>();
  private final SequencedMap<String, DeclaredFunction> functions = new LinkedHashMap<>();
  private final SequencedSet<String> wanted = new LinkedHashSet<>();
  private final Map<TypeSpecifier.Composite, CompositeType> composites = new IdentityHashMap<>();
  private final Map<List<Integer>, Variable> strings = new LinkedHashMap<>();
  private final Set<String> tags = new HashSet<>();
  private final List<Message> messages = new ArrayList<>();
  private final List<Deferred> deferred = new ArrayList<>();
  private int compounds;
  private int definitions;
  private @Nullable Type variadicList;

  private final Map<CompositeType, String> lostComposites = new IdentityHashMap<>();

  Unit(Target target, String file, Lowering.Code code) {
    this.target = target;
    this.file = file;
    this.code = code;
  }

  Target target() {
    return target;
  }

  String file() {
    return file;
  }

  /** The type {@code char}. */
  IntType plainChar() {
    IntType type = target.intType(Kind.CHAR);
    return code.dialect().charIsUnsigned() ? new IntType(Kind.CHAR, type.bits(), false) : type;
  }

  Dialect dialect() {
    return code.dialect();
  }

  Scope fileScope() {
    return fileScope;
  }

  Map<TypeSpecifier.Composite, CompositeType> composites() {
    return composites;
  }

  SequencedMap<String, DeclaredFunction> functions() {
    return functions;
  }

  SequencedMap<String, Variable> globals() {
    return globals;
  }

  Map<String, List<Initialiser>> initialisers() {
    return initialisers;
  }

  List<Message> messages() {
    return messages;
  }

  /** Functions that the program mentions, in the order of the first time. */
  SequencedSet<String> wanted() {
    return wanted;
  }

  boolean isHeader(Place place) {
    return place.inSystemHeader();
  }

  Origin origin(Place place) {
    return new Origin(
        isHeader(place) ? Origin.Kind.HEADER : code.kind(),
        place.range(),
        place.expansions(),
        null);
  }

  /** A warning; those about code of system headers help nobody. */
  void warn(Place place, String sentence) {
    if (!isHeader(place)) {
      Message message = Message.warning(place.range(), sentence);
      if (!messages.contains(message)) {
        messages.add(message);
      }
    }
  }

  void error(SourceRange range, String sentence) {
    messages.add(Message.error(range, sentence));
  }

  /** Says that a struct or union stays incomplete, as its members cannot be lowered. */
  void lost(CompositeType composite, String what) {
    lostComposites.put(composite, what);
  }

  /** What to throw where an incomplete type is used as if it were complete. */
  RuntimeException incomplete(CompositeType composite, Place place, String sentence) {
    String lost = lostComposites.get(composite);
    return lost == null
        ? new Invalid(place.range(), sentence)
        : new Unsupported(place.range(), lost);
  }

  /** The function that is called where that label stands; null where there is none. */
  @Nullable String functionAt(String label) {
    return code.labels().get(label);
  }

  /** A global is part of the program once it is defined or mentioned. */
  void use(Variable variable) {
    if (variable.isGlobal()) {
      globals.putIfAbsent(variable.id(), variable);
    }
  }

  /** Puts off what needs the whole file to be declared. */
  void later(Place place, Runnable work) {
    deferred.add(new Deferred(place, work));
  }

  List<Deferred> deferred() {
    return deferred;
  }

  int nextOrder() {
    return ++definitions;
  }

  /** The object of a compound literal outside functions. */
  Variable unnamed(Type type, Place place) {
    String id = "compound#" + ++compounds;
    Variable variable =
        new Variable(
            id,
            "compound",
            type,
            Variable.Kind.GLOBAL,
            Variable.Linkage.INTERNAL,
            false,
            place.range());
    globals.put(id, variable);
    return variable;
  }

  void initialise(Variable global, List<Initialiser> values) {
    initialisers.put(global.id(), values);
  }

  String uniqueTag(String wished) {
    String tag = wished;
    for (int i = 2; !tags.add(tag); i++) {
      tag = wished + "#" + i;
    }
    return tag;
  }

  /** The global that holds a string literal; equal ones share it. */
  Variable string(Literals.Text text, Place place) {
    List<Integer> key = new ArrayList<>(text.units());
    key.add(text.element().bits());
    Variable known = strings.get(key);
    if (known != null) {
      return known;
    }
    String id = "str#" + (strings.size() + 1);
    Type type = new ArrayType(text.element(), text.units().size());
    Variable variable =
        new Variable(
            id,
            spelling(text),
            type,
            Variable.Kind.GLOBAL,
            Variable.Linkage.INTERNAL,
            false,
            place.range());
    strings.put(key, variable);
    globals.put(id, variable);
    List<Initialiser> values = new ArrayList<>();
    for (int i = 0; i < text.units().size(); i++) {
      Expr unit = IntConst.of(text.units().get(i), text.element());
      if (!Exprs.isZero(unit)) {
        Expr index = IntConst.of(i, target.differenceType());
        values.add(new Initialiser(LValue.Element.of(LValue.Var.of(variable), index), unit));
      }
    }
    initialise(variable, values);
    return variable;
  }

  private static String spelling(Literals.Text text) {
    StringBuilder out = new StringBuilder("\"");
    for (int unit : text.units().subList(0, text.units().size() - 1)) {
      switch (unit) {
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> {
          if (unit >= ' ' && unit < 127) {
            out.append((char) unit);
          } else {
            out.append(String.format("\\x%x", unit & 0xffff));
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /** {@code __builtin_va_list}: an array of one struct on x86-64, otherwise a pointer. */
  Type variadicList() {
    if (variadicList == null) {
      variadicList =
          target == Target.LP64 ? systemVList() : target.pointerTo(target.intType(Kind.CHAR));
    }
    return variadicList;
  }

  private Type systemVList() {
    IntType offset = target.intType(Kind.UNSIGNED_INT);
    Type pointer = target.pointerTo(VoidType.VOID);
    CompositeType list = new CompositeType(CompositeType.Kind.STRUCT, uniqueTag("__va_list_tag"));
    Layout.complete(
        target,
        list,
        List.of(
            new Layout.Request("gp_offset", offset, -1, 0, false),
            new Layout.Request("fp_offset", offset, -1, 0, false),
            new Layout.Request("overflow_arg_area", pointer, -1, 0, false),
            new Layout.Request("reg_save_area", pointer, -1, 0, false)),
        0,
        0);
    return new ArrayType(list, 1);
  }
}
