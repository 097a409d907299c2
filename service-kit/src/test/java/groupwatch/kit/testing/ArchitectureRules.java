package groupwatch.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static groupwatch.kit.testing.Calls.callTo;
import static groupwatch.kit.testing.Roles.inRole;
import static groupwatch.kit.testing.Roles.owningALifecycle;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.reactivestreams.Publisher;

/**
 * How this suite is built, as rules. Each module's {@code ArchitectureTest} includes them over its own packages:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "groupwatch.ingest", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private static final Set<String> BLOCKING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");

    private static final Set<String> METER_BUILDERS = Set.of(
            "io.micrometer.core.instrument.Counter",
            "io.micrometer.core.instrument.FunctionCounter",
            "io.micrometer.core.instrument.Timer",
            "io.micrometer.core.instrument.Gauge",
            "io.micrometer.core.instrument.MultiGauge",
            "io.micrometer.core.instrument.DistributionSummary");

    @ArchTest
    static final ArchRule NOBODY_BLOCKS = noClasses()
            .that(inRole("Application").negate().and(owningALifecycle().negate()))
            .should()
            .callMethodWhere(callTo(Publisher.class, BLOCKING))
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a blocked event loop stops every request; only what owns a lifecycle may wait, at start and end");

    @ArchTest
    static final ArchRule SUBSCRIPTIONS_HAVE_AN_OWNER = noClasses()
            .that(inRole("Application", "Consumer", "Configuration")
                    .negate()
                    .and(owningALifecycle().negate()))
            .should()
            .callMethodWhere(callTo(Publisher.class, Set.of("subscribe")))
            .because("a subscription nobody owns is neither cancelled nor its error seen");

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("groupwatch.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule METERS_HAVE_ONE_HOME = noClasses()
            .that(inRole("Metrics").negate())
            .should()
            .callMethodWhere(Calls.where(
                    "a meter is made",
                    call -> METER_BUILDERS.contains(call.getTargetOwner().getFullName())
                                    && call.getTarget().getName().equals("builder")
                            || call.getTargetOwner().isAssignableTo(MeterRegistry.class)
                                    && Set.of("counter", "timer", "gauge", "summary")
                                            .contains(call.getTarget().getName())))
            .because("every meter is named and described in a …Metrics type");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethodWhere(Calls.where(
                    "the time is asked of nobody's clock",
                    call -> call.getTargetOwner().getPackageName().equals("java.time")
                                    && call.getTarget().getName().equals("now")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class))
                            || call.getTargetOwner().isEquivalentTo(System.class)
                                    && call.getTarget().getName().equals("currentTimeMillis")))
            .because("a test sets the clock; Clock is a bean");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            classes().should(Roles.beInANullMarkedPackage()).allowEmptyShould(true);

    @ArchTest
    static final ArchRule BLOCKING_LIBRARIES_STAY_IN_CLIENTS = noClasses()
            .that(inRole("Client", "Migration").negate())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.mail..", "org.flywaydb..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.HttpURLConnection")
            .because(
                    "a blocking library runs on its own bounded scheduler, inside its …Client (or …Migration at start)");

    private ArchitectureRules() {}
}
