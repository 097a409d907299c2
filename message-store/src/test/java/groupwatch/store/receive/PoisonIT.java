package groupwatch.store.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.Topics;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.servers.KafkaBroker;
import groupwatch.store.message.MessageKey;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.StoreService;
import groupwatch.store.testing.Upsert;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A poisoned batch: what is good in it is stored, what is bad lies in the dead-letter topic with the reason. */
@WithPostgres
class PoisonIT {

    private static final String DEAD = Topics.deadLetter(Topics.RAW_MESSAGES, "message-store");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void storesWhatIsGoodAndSetsAsideWhatIsBad(TestDatabase database) {
        KafkaBroker broker = TestKafka.ownBroker();
        TestKafka kafka = new TestKafka(broker.bootstrapServers());
        try (StoreService service = StoreService.start(
                kafka,
                "groupwatch.store.database.host=" + database.host(),
                "groupwatch.store.database.port=" + database.port(),
                "groupwatch.store.database.name=" + database.name(),
                "groupwatch.store.database.migration-username=" + database.username(),
                "groupwatch.store.database.migration-password=" + database.password())) {
            await().atMost(PATIENCE).until(() -> kafka.topics().contains(DEAD));
            List<byte[]> good = good();
            List<byte[]> bad = List.of(
                    "not a webhook".getBytes(StandardCharsets.UTF_8),
                    "[1,2]".getBytes(StandardCharsets.UTF_8),
                    new byte[] {0, (byte) 0xFF, 7},
                    Upsert.text(Upsert.GROUP, "X".repeat(5000), "an id that is a novel"),
                    Upsert.text("1".repeat(4000) + "@g.us", "LONG-CHAT", "a chat that is a novel"));
            List<byte[]> all = new ArrayList<>(good);
            for (int i = 0; i < bad.size(); i++) {
                all.add(2 * i, bad.get(i));
            }
            kafka.send(Topics.RAW_MESSAGES, Upsert.GROUP, all.toArray(byte[][]::new));

            await().atMost(PATIENCE).until(() -> kafka.readAll(DEAD).size() >= bad.size());
            await().atMost(PATIENCE).until(() -> Contents.keys(database).size() >= good.size());

            assertThat(Contents.keys(database)).hasSize(good.size());
            assertThat(kafka.readAll(DEAD))
                    .hasSize(bad.size())
                    .allSatisfy(record -> assertThat(reason(record)).isNotBlank());
            assertThat(kafka.readAll(DEAD).stream().map(PoisonIT::reason).toList())
                    .anyMatch(reason -> reason.contains("no JSON"))
                    .anyMatch(reason -> reason.contains("message id is 5000 bytes"))
                    .anyMatch(reason -> reason.contains("JID is"));
            assertThat(service.get(StoreBatch.class)).isNotNull();
            assertThat(Contents.keys(database)).contains(new MessageKey(Upsert.GROUP, "NUL"));
        } finally {
            broker.kill();
        }
    }

    private static List<byte[]> good() {
        return List.of(
                Upsert.text(Upsert.GROUP, "PLAIN", "hello"),
                Upsert.text(Upsert.GROUP, "NUL", "before\u0000after"),
                escaped("ESCAPED-NUL", "\\u0000"),
                escaped("HIGH", "\\ud83d"),
                escaped("LOW", "\\ude00"),
                escaped("REVERSED", "\\ude00\\ud83d"),
                Upsert.text(Upsert.GROUP, "NUL-IN-ID-\u0000", "hello"),
                Upsert.text(Upsert.GROUP, "WORD", "w".repeat(1024 * 1024)),
                Upsert.mentioning(Upsert.GROUP, "MENTIONS", 10_000),
                Upsert.text(Upsert.GROUP, "1970", "long ago", 1),
                Upsert.text(Upsert.GROUP, "2016", "some time ago", 1_460_000_000L),
                Upsert.text(Upsert.GROUP, "3000", "far ahead", 32_503_680_000L),
                Upsert.text(Upsert.GROUP, "NEVER", "beyond all years", Long.MAX_VALUE / 1000),
                Upsert.text(Upsert.GROUP, "NEGATIVE", "before the epoch", -62_135_596_900L));
    }

    private static byte[] escaped(String id, String escape) {
        String body = new String(Upsert.text(Upsert.GROUP, id, "ESCAPE"), StandardCharsets.UTF_8);
        return body.replace("ESCAPE", "a" + escape + "b").getBytes(StandardCharsets.UTF_8);
    }

    private static String reason(ConsumerRecord<String, byte[]> record) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader("groupwatch-dlt-reason"))
                        .value(),
                StandardCharsets.UTF_8);
    }
}
