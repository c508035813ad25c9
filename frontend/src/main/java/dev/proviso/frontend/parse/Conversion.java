// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Problem;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTAttribute;
import org.eclipse.cdt.core.dom.ast.IASTAttributeList;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTProblem;
import org.eclipse.cdt.core.parser.IProblem;
import org.eclipse.cdt.core.parser.IToken;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;
import org.jspecify.annotations.Nullable;

/**
 * What the converters of one unit share: places, what the parser noted, and the problems that were
 * met.
 */
final class Conversion {
  private static final String FILE_ENDS =
      "the file ends inside a block or declaration; a '}' may be missing";

  final Places places;
  final Packing packing;
  final ExpressionConverter expressions = new ExpressionConverter(this);
  final StatementConverter statements = new StatementConverter(this);
  final TypeConverter types = new TypeConverter(this);
  final DeclaratorConverter declarators = new DeclaratorConverter(this);
  final DeclarationConverter declarations = new DeclarationConverter(this);

  private final DialectParser parser;
  private final DialectScanner tokens;
  private final List<Problem> problems = new ArrayList<>();

  Conversion(Places places, Packing packing, DialectParser parser, DialectScanner tokens) {
    this.places = places;
    this.packing = packing;
    this.parser = parser;
    this.tokens = tokens;
  }

  /** All problems so far, in the order in which they were met. */
  List<Problem> problems() {
    return problems;
  }

  static int offset(IASTNode node) {
    return ((ASTNode) node).getOffset();
  }

  static int end(IASTNode node) {
    ASTNode positioned = (ASTNode) node;
    return positioned.getOffset() + positioned.getLength();
  }

  /** Where the operator between two operands stands. */
  SourceRange operatorBetween(IASTNode left, IASTNode right, int length) {
    int offset = tokens.operatorFrom(end(left));
    return offset < 0 || offset >= offset(right)
        ? places.of(left).range()
        : places.word(offset, length);
  }

  /**
   * Where the keyword of a struct or union definition stands; what stands before concerns the
   * declaration.
   */
  int structKeyword(IASTNode definition) {
    return parser.structKeywords().getOrDefault(definition, offset(definition));
  }

  /** Takes out GNU's assembler name between two offsets. */
  @Nullable String takeAssemblerName(int from, int to) {
    var found = parser.assemblerNames().subMap(from, Math.max(from, to));
    String name = found.isEmpty() ? null : found.firstEntry().getValue();
    found.clear();
    return name;
  }

  /**
   * Takes out the attributes that stand between two offsets and have not been taken by what is
   * nested there.
   */
  List<Attribute> takeAttributes(int from, int to) {
    var lists = parser.attributes().subMap(from, Math.max(from, to));
    List<Attribute> result = new ArrayList<>();
    for (IASTAttributeList list : lists.values()) {
      for (IASTAttribute attribute : list.getAttributes()) {
        result.add(AttributeTexts.attribute(attribute, places));
      }
    }
    lists.clear();
    return result;
  }

  Problem problem(IASTProblem problem) {
    DialectParser.Stuck stuck = parser.stuck().get(offset(problem));
    if (problem.getID() == IProblem.MISSING_SEMICOLON) {
      return problem(places.of(problem), "a ';' is missing after this");
    }
    if (stuck == null) {
      return problem(places.of(problem), withoutToken(problem));
    }
    IToken token = stuck.token();
    Place place = places.at(token.getOffset(), token.getLength());
    return problem(place, stuck.atEnd() ? FILE_ENDS : "unexpected '" + token.getImage() + "'");
  }

  private String withoutToken(IASTProblem problem) {
    String text = problem.getRawSignature().strip();
    if (!text.isEmpty() && text.chars().allMatch(Character::isJavaIdentifierPart)) {
      return "'" + text + "' is neither a type nor a macro here; is an include missing?";
    }
    return ((ASTNode) problem).getLength() == 0
        ? FILE_ENDS
        : "this is not C as far as it can be read";
  }

  Problem problem(Place place, String reason) {
    Problem result = new Problem(place, reason);
    problems.add(result);
    return result;
  }

  /** For a node that should not be there. */
  Problem unknown(IASTNode node) {
    return problem(
        places.of(node), "this form of C is not known: " + node.getClass().getSimpleName());
  }
}
