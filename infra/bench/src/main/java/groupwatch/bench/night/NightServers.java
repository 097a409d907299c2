package groupwatch.bench.night;

import groupwatch.bench.broker.ToldEvents;
import groupwatch.bench.process.ServiceProcess;
import groupwatch.events.Topics;
import groupwatch.events.summary.SummaryReady;
import groupwatch.servers.BrokerSettings;
import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import groupwatch.servers.PostgresSettings;
import groupwatch.summary.testing.AnthropicStub;
import groupwatch.summary.testing.FakeStore;
import groupwatch.summary.testing.People;
import groupwatch.summary.testing.StubAnswer;
import groupwatch.summary.testing.StubRequest;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the summarizer needs: a broker, a PostgreSQL that keeps what it commits, a message store with groups in which something was said
 * yesterday, and a vendor that thinks for a while.
 */
final class NightServers implements AutoCloseable {

    private static final String KEY = "only-for-this-run-and-on-loopback-only";
    private static final Pattern HOUSE = Pattern.compile("keys of house (\\d+)");
    private static final String ANSWER = """
            {"overview": [{"text": "The keys are at the reception.", "cites": [1]}],
             "topics": [], "decisions": [], "action_items": [], "open_questions": [], "urgent": []}
            """;

    private final Path folder;
    private final KafkaBroker broker;
    private final PostgresServer postgres;
    private final FakeStore store = new FakeStore();
    private final AnthropicStub vendor = new AnthropicStub();

    NightServers(Path folder, int groups, Duration latency) {
        this.folder = folder;
        broker = KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")));
        postgres = PostgresServer.start(PostgresSettings.durable(folder.resolve("postgres")));
        postgres.createDatabase("groupwatch");
        vendor.answers(StubAnswer.text(ANSWER).tokens(500, 60).after(latency));
        Instant yesterday =
                LocalDate.now(ZoneOffset.UTC).minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
        for (int number = 0; number < groups; number++) {
            String group = group(number);
            store.group(group, "House " + number);
            store.put(People.text(
                    group,
                    "KEYS-" + number,
                    People.ANA,
                    yesterday,
                    "The keys of house " + number + " are at the reception."));
        }
    }

    static String group(int number) {
        return "12036300000%07d@g.us".formatted(number);
    }

    ServiceProcess startSummarizer(int concurrency) {
        var database = "--groupwatch.summary.database.";
        var arguments = new ArrayList<>(List.of(
                "--groupwatch.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--groupwatch.kafka.partitions=4",
                "--groupwatch.security.suite-key=" + KEY,
                "--groupwatch.jobs.lease=3s",
                "--groupwatch.jobs.poll=200ms",
                "--groupwatch.summary.store.url=" + store.url(),
                "--groupwatch.summary.model.url=" + vendor.url(),
                "--groupwatch.summary.model.key=key",
                "--groupwatch.summary.model.concurrency=" + concurrency,
                "--groupwatch.summary.daily.concurrency=" + concurrency,
                "--groupwatch.summary.daily.zone=UTC",
                // whatever the time of day: yesterday is due
                "--groupwatch.summary.daily.at=00:00",
                "--groupwatch.summary.daily.look-every=PT1S",
                database + "host=" + postgres.host(),
                database + "port=" + postgres.port(),
                database + "name=groupwatch",
                database + "username=groupwatch_summary",
                database + "password=" + postgres.password(),
                database + "migration-username=" + postgres.user(),
                database + "migration-password=" + postgres.password()));
        return ServiceProcess.start(
                "groupwatch.summary.SummarizerApplication", arguments, folder.resolve("summarizer.log"));
    }

    /** The houses whose summary is a row. */
    Set<Integer> written() {
        return column("SELECT sources::text FROM summary.summaries").stream()
                .map(sources -> Integer.parseInt(sources.replaceAll(".*KEYS-(\\d+).*", "$1")))
                .collect(Collectors.toSet());
    }

    /** Jobs that are not done. */
    int openJobs() {
        return column("SELECT key FROM summary.jobs WHERE state <> 'done'").size();
    }

    /** Nothing while the table is not there. */
    private List<String> column(String sql) {
        var values = new ArrayList<String>();
        var url = "jdbc:postgresql://" + postgres.host() + ":" + postgres.port() + "/groupwatch";
        try (var connection = DriverManager.getConnection(url, postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException e) {
            return List.of();
        }
        return values;
    }

    /** For which house the vendor was asked, in order. */
    List<Integer> asked() {
        return vendor.requests().stream().map(NightServers::house).toList();
    }

    private static int house(StubRequest request) {
        Matcher found = HOUSE.matcher(request.user());
        if (!found.find()) {
            throw new IllegalStateException("the vendor was asked for something else");
        }
        return Integer.parseInt(found.group(1));
    }

    /** Most requests that the vendor had at once. */
    int peak() {
        return vendor.peak();
    }

    /** The event ids that the topic has, by group. */
    Map<String, Set<String>> told() {
        return ToldEvents.ids(
                broker.bootstrapServers(),
                Topics.SUMMARIES,
                event -> ((SummaryReady) event).summary().group());
    }

    @Override
    public void close() {
        vendor.close();
        store.close();
        broker.close();
        postgres.close();
    }
}
