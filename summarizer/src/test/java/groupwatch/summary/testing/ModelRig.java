package groupwatch.summary.testing;

import groupwatch.kit.testing.SettableClock;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.summary.ledger.BudgetSettings;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.model.ModelSettings;
import groupwatch.summary.model.Models;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/** One process's language models with everything in between, and their ledger in a real database; not the rest of the summarizer. */
public final class ModelRig implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param properties as {@code groupwatch.summary.model.concurrency=2} */
    public ModelRig(TestDatabase database, String... properties) {
        TestPropertyValues.of(properties).applyTo(context);
        context.registerBean(TestDatabase.class, () -> database);
        context.register(Surroundings.class);
        context.scan("groupwatch.summary.model", "groupwatch.summary.ledger");
        context.refresh();
    }

    /** Models of Anthropic's, asked at a stub. */
    public static ModelRig at(AnthropicStub stub, TestDatabase database, String... properties) {
        String[] all = new String[properties.length + 4];
        System.arraycopy(properties, 0, all, 4, properties.length);
        all[0] = "groupwatch.summary.model.url=" + stub.url();
        all[1] = "groupwatch.summary.model.key=secret-key";
        all[2] = "groupwatch.summary.model.first-pause=10ms";
        all[3] = "groupwatch.summary.model.provider=anthropic";
        return new ModelRig(database, all);
    }

    /** A database with the ledger's table alone. */
    public static TestDatabase database() {
        TestDatabase database = TestDatabase.create("ledger");
        try (InputStream sql = ModelRig.class.getResourceAsStream("/db/summary/V2__ledger.sql")) {
            database.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return database;
    }

    public LanguageModel summaries() {
        return get(Models.class).forSummaries().orElseThrow();
    }

    public LanguageModel questions() {
        return get(Models.class).forQuestions().orElseThrow();
    }

    public SettableClock clock() {
        return get(SettableClock.class);
    }

    public MeterRegistry meters() {
        return get(MeterRegistry.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** No configuration by itself: the whole service, which is scanned for them, has other surroundings. */
    @EnableConfigurationProperties({ModelSettings.class, BudgetSettings.class})
    static class Surroundings {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ReactorResourceFactory resources() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            resources.setShutdownQuietPeriod(Duration.ZERO);
            return resources;
        }

        @Bean(destroyMethod = "dispose")
        ConnectionPool connections(TestDatabase database) {
            return new ConnectionPool(ConnectionPoolConfiguration.builder(
                            new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                                    .host(database.host())
                                    .port(database.port())
                                    .database(database.name())
                                    .username(database.username())
                                    .password(database.password())
                                    .build()))
                    .initialSize(0)
                    .maxSize(4)
                    .maxAcquireTime(Duration.ofSeconds(10))
                    .build());
        }

        @Bean
        DatabaseClient database(ConnectionPool connections) {
            return DatabaseClient.create(connections);
        }
    }
}
