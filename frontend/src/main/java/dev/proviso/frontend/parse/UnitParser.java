// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.syntax.ExternalDeclaration;
import dev.proviso.frontend.syntax.TranslationUnit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTTranslationUnit;
import org.eclipse.cdt.core.parser.ExtendedScannerInfo;

/** One parse, start to end. */
final class UnitParser {
  private final UnitOptions options;

  UnitParser(UnitOptions options) {
    this.options = options;
  }

  ParsedUnit parse(Path file, String name, String text) {
    SourceStore files = new SourceStore(options);
    var content = files.add(file, name, text);
    Includes includes = options.includes();
    var info =
        new ExtendedScannerInfo(
            PredefinedMacros.of(options.target(), options.macros()),
            files.locations(includes.searched()),
            new String[0],
            files.locations(includes.forced()),
            files.locations(includes.quoted()));
    DialectScanner scanner =
        new DialectScanner(content, info, files, new DialectWords(options.dialect().microsoft()));
    DialectParser parser = new DialectExpressions(scanner);
    IASTTranslationUnit tree = parser.parse();
    return convert(name, tree, files, parser, scanner);
  }

  private ParsedUnit convert(
      String name,
      IASTTranslationUnit tree,
      SourceStore files,
      DialectParser parser,
      DialectScanner scanner) {
    Places places = new Places(scanner.getLocationResolver(), files);
    Packing packing =
        new Packing(
            options.dialect().packing(), tree.getAllPreprocessorStatements(), scanner.pragmas());
    Conversion conversion = new Conversion(places, packing, parser, scanner);
    List<ExternalDeclaration> declarations = new ArrayList<>();
    for (IASTDeclaration declaration : declarations(tree, places, scanner)) {
      conversion.declarations.add(declaration, declarations);
    }
    Diagnosis diagnosis = new Diagnosis(places, options.includes());
    diagnosis.addPreprocessor(tree.getPreprocessorProblems());
    diagnosis.addSyntax(conversion.problems());
    diagnosis.messages().addAll(Unfinished.find(tree, places, files));
    List<Message> messages = diagnosis.messages().stream().sorted().distinct().toList();
    return new ParsedUnit(
        new TranslationUnit(name, declarations), messages, diagnosis.missingIncludes());
  }

  private List<IASTDeclaration> declarations(
      IASTTranslationUnit tree, Places places, DialectScanner scanner) {
    IASTDeclaration[] all = tree.getDeclarations();
    return options.wholeHeaders()
        ? List.of(all)
        : NeededDeclarations.of(all, places, scanner.identifiers());
  }
}
