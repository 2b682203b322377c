package dev.tokki;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The shape of the project as rules; this module sees all the others.
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Wherever else a build tool puts the classes of tests.
            .withImportOption(location -> !location.contains("/test/"))
            .importPackages("dev.tokki");

    @Test
    void dependenciesPointDownward() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.tokki..")
                .layer("api")
                .definedBy("dev.tokki.api..")
                .layer("storage")
                .definedBy("dev.tokki.storage..")
                .layer("emulator")
                .definedBy("dev.tokki.emulator..")
                .layer("native adapter")
                .definedBy("dev.tokki.nativeadapter..")
                .optionalLayer("native face")
                .definedBy("dev.tokki.server..")
                .layer("trace")
                .definedBy("dev.tokki.trace..")
                .layer("conformance")
                .definedBy("dev.tokki.conformance..")
                .layer("command line")
                .definedBy("dev.tokki.cli..")
                .whereLayer("command line")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("conformance")
                .mayOnlyBeAccessedByLayers("command line")
                .whereLayer("trace")
                .mayOnlyBeAccessedByLayers("command line")
                .whereLayer("native face")
                .mayOnlyBeAccessedByLayers("command line")
                .whereLayer("native adapter")
                .mayOnlyBeAccessedByLayers("native face", "conformance", "command line")
                .whereLayer("emulator")
                .mayOnlyBeAccessedByLayers("native face", "conformance", "command line")
                .whereLayer("storage")
                .mayOnlyBeAccessedByLayers("emulator", "native face", "conformance", "command line")
                .check(CODE);
    }

    @Test
    void theApiDependsOnNothing() {
        classes()
                .that()
                .resideInAPackage("dev.tokki.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.tokki.api..", "java..", "org.jspecify..")
                .check(CODE);
    }

    @Test
    void modulesHaveNoCycles() {
        slices().matching("dev.tokki.(*)..").should().beFreeOfCycles().check(CODE);
    }

    /// The packages of `api` are one language (a call holds values, a reply answers a call) and are left out on
    /// purpose.
    @Test
    void packagesWithinAModuleHaveNoCycles() {
        slices().matching("dev.tokki.nativeadapter.(**)")
                .should()
                .beFreeOfCycles()
                .check(CODE);
        slices().matching("dev.tokki.emulator.(*)..").should().beFreeOfCycles().check(CODE);
        slices().matching("dev.tokki.conformance.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @Test
    void onlyTheSeamTheObjectTablesAndTheStoreKnowBouncyCastle() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.tokki.emulator.crypto..",
                        "dev.tokki.emulator.mechanism..",
                        "dev.tokki.emulator.object..",
                        "dev.tokki.storage..",
                        // Files that objects are imported from and exported to: ASN.1, PEM, and the public half of a
                        // private key, which files may leave out.
                        "dev.tokki.cli.object..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(CODE);
    }

    @Test
    void onlyTheStoreKnowsItsDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tokki.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.h2..", "java.sql..")
                .check(CODE);
    }

    @Test
    void onlyTheNativeAdapterCallsForeignCode() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.tokki.nativeadapter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .check(CODE);
    }
}
