// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** What docs/architecture.md says about who may import whom. */
@AnalyzeClasses(packages = "dev.proviso", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule modules =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("frontend")
          .definedBy("dev.proviso.frontend..")
          .layer("specs")
          .definedBy("dev.proviso.specs..")
          .layer("abstraction")
          .definedBy("dev.proviso.abstraction..")
          .layer("checker")
          .definedBy("dev.proviso.checker..")
          .layer("benchmarks")
          .definedBy("dev.proviso.benchmarks..")
          .whereLayer("benchmarks")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("checker")
          .mayOnlyBeAccessedByLayers("benchmarks")
          .whereLayer("abstraction")
          .mayOnlyBeAccessedByLayers("checker", "benchmarks")
          .whereLayer("specs")
          .mayOnlyBeAccessedByLayers("abstraction", "checker", "benchmarks")
          .whereLayer("frontend")
          .mayOnlyBeAccessedByLayers("specs", "abstraction", "checker", "benchmarks");

  @ArchTest
  static final ArchRule noPackageCycles =
      SlicesRuleDefinition.slices()
          .assignedFrom(EachPackage.INSTANCE)
          .namingSlices("$1")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule cdtInParse = onlyIn("dev.proviso.frontend.parse", "org.eclipse..");

  @ArchTest
  static final ArchRule antlrWhereLanguagesAreRead =
      noClasses()
          .that()
          .resideInAPackage("dev.proviso..")
          .and()
          .resideOutsideOfPackages("dev.proviso.specs.slic", "dev.proviso.abstraction.boolprog")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.antlr..");

  @ArchTest
  static final ArchRule javaSmtInSmt =
      onlyIn("dev.proviso.abstraction.smt", "org.sosy_lab..", "com.microsoft.z3..");

  @ArchTest static final ArchRule jddInBdd = onlyIn("dev.proviso.abstraction.bdd", "jdd..");

  @ArchTest
  static final ArchRule proofsAreCheckedWithoutThoseWhoFoundThem =
      noClasses()
          .that()
          .resideInAPackage("dev.proviso.checker.certify")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.proviso.abstraction.abstractor",
              "dev.proviso.abstraction.bdd",
              "dev.proviso.abstraction.value",
              "dev.proviso.checker.reach",
              "dev.proviso.checker.refine",
              "dev.proviso.checker.cegar");

  @ArchTest static final ArchRule picocliInCli = onlyIn("dev.proviso.checker.cli", "picocli..");

  @ArchTest
  static final ArchRule jacksonWhereFilesAreReadOrWritten =
      noClasses()
          .that()
          .resideInAPackage("dev.proviso..")
          .and()
          .resideOutsideOfPackages(
              "dev.proviso.frontend.build",
              "dev.proviso.specs.yaml",
              "dev.proviso.checker.report",
              "dev.proviso.checker.cli",
              "dev.proviso.benchmarks..")
          .should()
          .dependOnClassesThat(resideInAPackage("com.fasterxml.."));

  private static ArchRule onlyIn(String owner, String... library) {
    return noClasses()
        .that()
        .resideInAPackage("dev.proviso..")
        .and()
        .resideOutsideOfPackage(owner + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .because(owner + " owns this library")
        .allowEmptyShould(true);
  }
}
