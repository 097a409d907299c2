package groupwatch.report.build;

import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.Search;
import groupwatch.report.read.StoreSettings;
import groupwatch.report.read.SummarizerSettings;
import groupwatch.report.read.WatchdogSettings;
import groupwatch.report.schedule.Period;
import groupwatch.report.schedule.Schedule;
import groupwatch.report.testing.FakeSuite;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/** What makes the content of reports, over a fake suite, without the rest of the service. */
final class ReportRig implements AutoCloseable {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final FakeSuite suite = new FakeSuite();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param properties as {@code groupwatch.report.summaries.patience=2s} */
    ReportRig(@Nullable TestDatabase database, String... properties) {
        TestPropertyValues.of(
                        "groupwatch.report.store.url=" + suite.url(),
                        "groupwatch.report.summarizer.url=" + suite.url(),
                        "groupwatch.report.watchdog.url=" + suite.url())
                .and(properties)
                .applyTo(context);
        context.registerBean(DatabaseClient.class, () -> client(database));
        context.register(Surroundings.class);
        context.scan("groupwatch.report.read", "groupwatch.report.build");
        context.refresh();
    }

    /** A database with the tables of reports and of what was told alone. */
    static TestDatabase database() {
        TestDatabase database = TestDatabase.create("told");
        for (String migration : List.of("V2__reports.sql", "V3__told.sql")) {
            try (InputStream sql = ReportRig.class.getResourceAsStream("/db/report/" + migration)) {
                database.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return database;
    }

    /** The report that all tests build. */
    static void putReport(TestDatabase database) {
        database.execute("""
                INSERT INTO reports (id, name, type, schedule, at, zone, recipients, group_jids, searches, language, statistics, active,
                    created_at, changed_at, created_by, content_hash)
                VALUES ('%s', 'Morning', 'keyword_alert', 'daily', '07:00', 'UTC', '{ana@example.org}', '{}', '[]', 'en', true, true,
                    now(), now(), 'ana', '')
                """.formatted(ID));
    }

    /** Without one, nobody may ask it. */
    private static DatabaseClient client(@Nullable TestDatabase database) {
        TestDatabase known = database == null ? new TestDatabase("127.0.0.1", 1, "none", "none", "none") : database;
        return DatabaseClient.create(new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(known.host())
                .port(known.port())
                .database(known.name())
                .username(known.username())
                .password(known.password())
                .build()));
    }

    FakeSuite suite() {
        return suite;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    <T extends ReportContent> T build(Class<T> type, Report report, Period period, boolean asking) {
        return type.cast(get(BuildReport.class).build(report, period, asking).block(PATIENCE));
    }

    /** A report with statistics, by the clock of UTC. */
    static Report report(ReportType type, Set<String> groups) {
        return report(type, groups, true, List.of());
    }

    static Report report(ReportType type, Set<String> groups, boolean statistics, List<Search> searches) {
        return new Report(
                ID,
                "Morning",
                type,
                new Schedule.Daily(LocalTime.of(7, 0)),
                ZoneOffset.UTC,
                List.of("ana@example.org"),
                groups,
                searches,
                Locale.ENGLISH,
                statistics,
                true,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    static Period period(LocalDate first, LocalDate last) {
        ZoneId zone = ZoneOffset.UTC;
        return new Period(
                first,
                last,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                zone);
    }

    @Override
    public void close() {
        context.close();
        suite.close();
    }

    /** No configuration by itself: the whole service, which is scanned for them, has other surroundings. */
    @EnableConfigurationProperties({
        StoreSettings.class,
        SummarizerSettings.class,
        WatchdogSettings.class,
        SummariesSettings.class
    })
    static class Surroundings {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        SuiteTokens tokens(SettableClock clock) {
            return new SuiteTokens(new SecuritySettings("a-suite-key-for-tests-that-is-long-enough"), clock);
        }

        @Bean
        ReactorResourceFactory resources() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            resources.setShutdownQuietPeriod(Duration.ZERO);
            return resources;
        }
    }
}
