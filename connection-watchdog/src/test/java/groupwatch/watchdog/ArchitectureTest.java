package groupwatch.watchdog;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import groupwatch.kit.testing.ArchitectureRules;

/** The rules of the suite hold in the connection watchdog. */
@AnalyzeClasses(packages = "groupwatch.watchdog", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
