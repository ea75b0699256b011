package io.github.cotangent.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/** The street has one direction: which package may know which. */
@AnalyzeClasses(packagesOf = ArchitectureTest.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.cotangent.processor";

    @ArchTest
    static final ArchRule layers = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("root")
            .definedBy(ROOT)
            .layer("diagnostics")
            .definedBy(ROOT + ".diagnostics")
            .layer("ir")
            .definedBy(ROOT + ".ir")
            .layer("frontend")
            .definedBy(ROOT + ".frontend..")
            .layer("rules")
            .definedBy(ROOT + ".rules")
            .layer("analysis")
            .definedBy(ROOT + ".analysis")
            .layer("transform")
            .definedBy(ROOT + ".transform")
            .layer("emit")
            .definedBy(ROOT + ".emit..")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("diagnostics")
            .mayNotAccessAnyLayer()
            .whereLayer("ir")
            .mayOnlyAccessLayers("diagnostics")
            .whereLayer("frontend")
            .mayOnlyAccessLayers("ir", "analysis", "diagnostics")
            .whereLayer("rules")
            .mayOnlyAccessLayers("ir", "diagnostics")
            .whereLayer("analysis")
            .mayOnlyAccessLayers("ir", "rules", "diagnostics")
            .whereLayer("transform")
            .mayOnlyAccessLayers("ir", "analysis", "rules", "diagnostics")
            .whereLayer("emit")
            .mayOnlyAccessLayers("ir", "diagnostics");

    @ArchTest
    static final ArchRule onlyTheFrontEndReadsTrees = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".frontend..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.source..");

    @ArchTest
    static final ArchRule onlyEmissionWritesJava = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".emit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");

    @ArchTest
    static final ArchRule nobodyOpensTheCompiler =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.sun.tools.javac..");

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
}
