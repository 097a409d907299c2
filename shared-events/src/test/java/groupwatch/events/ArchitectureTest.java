package groupwatch.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "groupwatch.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DEPENDS_ON_THE_JDK_JSPECIFY_AND_JACKSON_ALONE = classes()
            .that()
            .resideInAPackage("groupwatch.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "groupwatch.events..",
                    "java..",
                    "org.jspecify..",
                    "tools.jackson..",
                    "com.fasterxml.jackson.annotation..");

    /** A published event names its records and they do not know it: only the root package is left out. */
    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("groupwatch.events.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_READER_KNOWS_EVOLUTION = noClasses()
            .that()
            .resideOutsideOfPackage("groupwatch.events.evolution..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("groupwatch.events.evolution..");

    @ArchTest
    static final ArchRule CONTENT_READERS_DO_NOT_KNOW_EVENTS = noClasses()
            .that()
            .resideInAnyPackage("groupwatch.events.evolution.content..", "groupwatch.events.evolution.json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("groupwatch.events.evolution");

    @ArchTest
    static final ArchRule READING_IS_A_FUNCTION_OF_THE_BYTES =
            noClasses().should().callMethod(Instant.class, "now");
}
