package groupwatch.store.testing;

import groupwatch.kit.security.Caller;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.kit.testing.TestKafka;
import groupwatch.store.MessageStoreApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a broker of its own, for other tests' consumers would take its records. */
public final class StoreService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private StoreService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings without the leading dashes */
    public static StoreService start(TestKafka kafka, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "groupwatch.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "groupwatch.kafka.partitions=2",
                "groupwatch.security.suite-key=a-suite-key-for-tests-that-is-long-enough",
                "groupwatch.capture.direct-chats=true",
                "groupwatch.objects.folder=" + TestFolder.make(),
                "groupwatch.store.database.password=run-time-secret"));
        all.addAll(Arrays.asList(settings));
        return new StoreService(MessageStoreApplication.run(
                all.stream().map(setting -> "--" + setting).toArray(String[]::new)));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public String base() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** @param groups what the caller may see; absent: everything */
    public String token(@Nullable Set<String> groups, String... scopes) {
        return get(SuiteTokens.class).mint(new Caller("test", Set.of(scopes), groups));
    }

    @Override
    public void close() {
        context.close();
    }
}
