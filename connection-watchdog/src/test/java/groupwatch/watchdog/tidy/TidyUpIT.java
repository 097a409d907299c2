package groupwatch.watchdog.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.database.DatabaseAutoConfiguration;
import groupwatch.kit.database.Migration;
import groupwatch.kit.database.Routine;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.watchdog.WatchdogProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Which rows go, and which stay. */
@WithPostgres
class TidyUpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of each table one row, with {@code ?} days of age. */
    private static final List<String> ROWS = List.of(
            "resync_suspects VALUES ('sales', '1@g.us', '?', now(), current_date - ?, '[]', true, NULL, 'missing', 3, 3, false, now(), now())",
            "history_chunks VALUES ('sales', '?', now() - interval '? days', 1, 1)",
            "outages VALUES ('?', 'sales', now() - interval '? days', now() - interval '? days')",
            "audit (at, caller, account, action) VALUES (now() - interval '? days', 'ana', 'sales', 'code')",
            "link_history VALUES ('sales', 1000 - ?, now() - interval '? days', 'open', 'test', 'As the test says')",
            "orders VALUES (gen_random_uuid(), 'sales', 'logout', NULL, now(), NULL, now() - interval '? days')",
            "signals (account, event_id, at, signal, taken) VALUES ('sales', '?', now() - interval '? days', '{}', true)");

    @Test
    void oldRowsGoAndYoungOnesStay(TestDatabase database) {
        try (ConfigurableApplicationContext context = started(database)) {
            database.execute(
                    "INSERT INTO watchdog.accounts (id, full_history, created_at) VALUES ('sales', false, now())");
            ROWS.forEach(row -> List.of("1", "401").forEach(age -> insert(database, row, age)));
            insert(database, "outages VALUES ('lasts', 'sales', now() - interval '500 days', NULL)", "");
            insert(
                    database,
                    "orders VALUES (gen_random_uuid(), 'sales', 'logout', NULL, now() - interval '40 days')",
                    "");
            insert(
                    database,
                    "signals (account, event_id, at, signal) VALUES ('sales', 'waits', now() - interval '9 days', '{}')",
                    "");
            DatabaseClient client = context.getBean(DatabaseClient.class);
            TidyUp tidyUp = new TidyUp(context.getBean(Routine.class), client, Clock.systemUTC());
            tidyUp.tidy().then(tidyUp.tidy()).block(PATIENCE);

            for (String row : ROWS) {
                String table = row.substring(0, row.indexOf(' '));
                boolean other = List.of("outages", "orders", "signals").contains(table);
                assertThat(client.sql("SELECT count(*) FROM " + table)
                                .mapValue(Long.class)
                                .one()
                                .block(PATIENCE))
                        .as(table)
                        .isEqualTo(other ? 2 : 1);
            }
        }
    }

    private static void insert(TestDatabase database, String row, String age) {
        database.execute("INSERT INTO watchdog." + row.replace("?", age));
    }

    private static ConfigurableApplicationContext started(TestDatabase empty) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.config.name=none",
                        "groupwatch.watchdog.database.host=" + empty.host(),
                        "groupwatch.watchdog.database.port=" + empty.port(),
                        "groupwatch.watchdog.database.name=" + empty.name(),
                        "groupwatch.watchdog.database.password=run-time-secret",
                        "groupwatch.watchdog.database.migration-username=" + empty.username(),
                        "groupwatch.watchdog.database.migration-password=" + empty.password())
                .run();
        context.getBean(Migration.class).done().block(PATIENCE);
        return context;
    }

    @EnableConfigurationProperties(WatchdogProperties.class)
    @ImportAutoConfiguration(DatabaseAutoConfiguration.class)
    static class Parts {

        @Bean
        ServiceDatabase serviceDatabase(WatchdogProperties properties) {
            return new ServiceDatabase("watchdog", properties.database());
        }
    }
}
