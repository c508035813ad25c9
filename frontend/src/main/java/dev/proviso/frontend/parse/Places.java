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
  private final Map<IASTPreprocessorMacroExpansion, MacroExpansion> expansions =
      new IdentityHashMap<>();

  Places(ILocationResolver resolver, SourceStore files) {
    this.resolver = resolver;
    this.files = files;
  }

  Place of(IASTNode node) {
    ASTNode positioned = (ASTNode) node;
    return at(positioned.getOffset(), positioned.getLength());
  }

  Place at(int offset, int length) {
    IASTFileLocation location = resolver.getMappedFileLocation(offset, length);
    return new Place(range(location), expansions(offset), isInSystemHeader(location));
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
    LineMarkers.Presumed from = presumed(location, text, start);
    LineMarkers.Presumed to = presumed(location, text, end);
    // What begins in one file and ends in another is told by its beginning.
    boolean whole = from.file().equals(to.file()) && from.line() <= to.line();
    return new SourceRange(
        from.file(),
        from.line(),
        text.column(start),
        whole ? to.line() : from.line(),
        whole ? text.column(end) : text.column(start));
  }

  private LineMarkers.Presumed presumed(IASTFileLocation location, SourceText text, int offset) {
    int line = text.line(offset);
    return files
        .markers(location.getFileName())
        .flatMap(m -> m.at(line))
        .orElseGet(() -> new LineMarkers.Presumed(text.display(), line, text.system()));
  }

  boolean isInSystemHeader(IASTNode node) {
    ASTNode positioned = (ASTNode) node;
    return isInSystemHeader(
        resolver.getMappedFileLocation(positioned.getOffset(), positioned.getLength()));
  }

  private boolean isInSystemHeader(@Nullable IASTFileLocation location) {
    SourceText text = location == null ? null : files.text(location.getFileName());
    return location != null
        && text != null
        && presumed(location, text, location.getNodeOffset()).system();
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
