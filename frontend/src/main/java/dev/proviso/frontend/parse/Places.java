// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.MacroExpansion;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.Place;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTMacroExpansionLocation;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTNodeLocation;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroDefinition;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorMacroExpansion;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;
import org.eclipse.cdt.internal.core.parser.scanner.ILocationResolver;
import org.jspecify.annotations.Nullable;

/**
 * Offsets to places. CDT counts all text of a unit, included files and expanded macros too, by one
 * sequence of offsets.
 */
final class Places {
  private final ILocationResolver resolver;
  private final SourceStore files;
  private final String mainFile;
  private final Map<IASTPreprocessorMacroExpansion, MacroExpansion> expansions =
      new IdentityHashMap<>();

  Places(ILocationResolver resolver, SourceStore files) {
    this.resolver = resolver;
    this.files = files;
    this.mainFile = resolver.getTranslationUnitPath();
  }

  Place of(IASTNode node) {
    ASTNode positioned = (ASTNode) node;
    return at(positioned.getOffset(), positioned.getLength());
  }

  Place at(int offset, int length) {
    IASTFileLocation location = resolver.getMappedFileLocation(offset, length);
    boolean inHeader = location != null && !location.getFileName().equals(mainFile);
    return new Place(range(location), expansions(offset), inHeader);
  }

  /**
   * The range of a word of that many characters; where it comes out of a macro, of the macro's use.
   */
  SourceRange word(int offset, int length) {
    boolean written = expansions(offset).isEmpty();
    return range(offset, written ? length : 1);
  }

  SourceRange range(int offset, int length) {
    return range(resolver.getMappedFileLocation(offset, length));
  }

  SourceRange range(@Nullable IASTFileLocation location) {
    SourceText text = location == null ? null : files.text(location.getFileName());
    if (location == null || text == null) {
      return SourceRange.NONE;
    }
    int start = location.getNodeOffset();
    int end = Math.max(start, start + location.getNodeLength() - 1);
    return new SourceRange(
        text.display(), text.line(start), text.column(start), text.line(end), text.column(end));
  }

  /** The file in which an offset lies, as CDT names it. */
  String location(int offset) {
    return resolver.getContainingFilePath(offset);
  }

  private List<MacroExpansion> expansions(int offset) {
    IASTNodeLocation[] locations = resolver.getLocations(offset, 1);
    return locations.length > 0 && locations[0] instanceof IASTMacroExpansionLocation macro
        ? List.of(expansions.computeIfAbsent(macro.getExpansion(), this::expansion))
        : List.of();
  }

  private MacroExpansion expansion(IASTPreprocessorMacroExpansion expansion) {
    IASTPreprocessorMacroDefinition definition = expansion.getMacroDefinition();
    String name = expansion.getMacroReference().toString();
    return new MacroExpansion(
        name, definition == null ? SourceRange.NONE : range(definition.getFileLocation()));
  }
}
