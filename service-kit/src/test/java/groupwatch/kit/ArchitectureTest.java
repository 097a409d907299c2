package groupwatch.kit;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import groupwatch.kit.testing.ArchitectureRules;

@AnalyzeClasses(packages = "groupwatch.kit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule THE_KIT_KNOWS_NO_EVENT =
            ArchRuleDefinition.noClasses().should().dependOnClassesThat().resideInAPackage("groupwatch.events..");

    @ArchTest
    static final ArchRule REACTOR_KAFKA_STAYS_BEHIND_TWO_TYPES = ArchRuleDefinition.noClasses()
            .that()
            .doNotHaveSimpleName("BatchReceiver")
            .and()
            .haveNameNotMatching(".*\\.OwnedConsumers(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("reactor.kafka..");
}
