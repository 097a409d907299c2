package groupwatch.store.testing;

import groupwatch.kit.database.DatabaseAutoConfiguration;
import groupwatch.kit.database.Migration;
import groupwatch.kit.database.ServiceDatabase;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.store.MessageStoreProperties;
import groupwatch.store.StoreMetrics;
import groupwatch.store.activity.ActivityRecount;
import groupwatch.store.media.StoreMedia;
import groupwatch.store.receive.StoreBatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The store's batch handler on a real database, with a publisher that remembers. */
public final class TestStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ConfigurableApplicationContext context;
    private final TestDatabase database;

    private TestStore(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /**
     * An empty store; tests of one class share a database.
     *
     * @param settings such as {@code groupwatch.capture.direct-chats=true}
     */
    public static TestStore on(TestDatabase database, String... settings) {
        List<String> properties = new ArrayList<>(List.of(
                "spring.main.banner-mode=off",
                "spring.config.name=none",
                "groupwatch.store.database.host=" + database.host(),
                "groupwatch.store.database.port=" + database.port(),
                "groupwatch.store.database.name=" + database.name(),
                "groupwatch.store.database.password=run-time-secret",
                "groupwatch.store.database.migration-username=" + database.username(),
                "groupwatch.store.database.migration-password=" + database.password()));
        properties.addAll(Arrays.asList(settings));
        TestStore store = new TestStore(
                database,
                new SpringApplicationBuilder(Parts.class)
                        .web(WebApplicationType.NONE)
                        .properties(properties.toArray(String[]::new))
                        .run());
        store.get(Migration.class).done().block(PATIENCE);
        Contents.empty(database);
        return store;
    }

    /** Stores one batch, as the consumer would have it stored. */
    public BatchResult store(List<IncomingRecord> batch) {
        BatchResult result = get(StoreBatch.class).handle(batch).block(PATIENCE);
        if (result == null) {
            throw new IllegalStateException("no result");
        }
        return result;
    }

    /** Stores one batch of what became of files. */
    public BatchResult storeMedia(List<IncomingRecord> batch) {
        return Objects.requireNonNull(get(StoreMedia.class).handle(batch).block(PATIENCE));
    }

    /** Has all activity counted that is dirty. */
    public void countActivity() {
        get(ActivityRecount.class)
                .recount(Duration.ZERO)
                .repeat()
                .takeUntil(quarters -> quarters == 0)
                .blockLast(PATIENCE);
    }

    public TestDatabase database() {
        return database;
    }

    public TestClock clock() {
        return get(TestClock.class);
    }

    public Published published() {
        return get(Published.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * All of the service but its consumers and its API. No stereotype: the service's own scan would find it and publish
     * nowhere.
     */
    @Import(StoreMetrics.class)
    @ImportAutoConfiguration(DatabaseAutoConfiguration.class)
    @ConfigurationPropertiesScan("groupwatch.store")
    @ComponentScan(
            basePackages = {
                "groupwatch.store.activity",
                "groupwatch.store.group",
                "groupwatch.store.media",
                "groupwatch.store.message",
                "groupwatch.store.partition",
                "groupwatch.store.people",
                "groupwatch.store.raw",
                "groupwatch.store.receive",
                "groupwatch.store.retention",
                "groupwatch.store.search",
                "groupwatch.store.stats"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(ConsumerConfiguration|Controller|Job)"))
    static class Parts {

        @Bean
        ServiceDatabase serviceDatabase(MessageStoreProperties properties) {
            return new ServiceDatabase("store", properties.database());
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        Published published() {
            return new Published();
        }
    }
}
