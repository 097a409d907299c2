package groupwatch.store.live;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.Topics;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.TestKafka;
import groupwatch.servers.KafkaBroker;
import groupwatch.store.testing.StoreService;
import groupwatch.store.testing.Upsert;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Live streams of two replicas on one broker and one database. */
class LiveIT {

    private static final String GROUP = Upsert.GROUP;
    private static final String PATH = "/groups/" + GROUP + "/messages/live";
    private static final int PORTION = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static KafkaBroker broker;
    private static TestKafka kafka;
    private static StoreService one;
    private static StoreService other;
    private static TestDatabase database;
    private static int ids;

    private final List<Listener> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        broker = TestKafka.ownBroker();
        kafka = new TestKafka(broker.bootstrapServers());
        database = TestDatabase.create("live");
        one = replica();
        await().atMost(PATIENCE).until(() -> kafka.topics().contains(Topics.MESSAGES));
        other = replica();
        send(Upsert.text(GROUP, "FIRST", "the group is known"));
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM store.messages") == 1);
    }

    private static StoreService replica() {
        return StoreService.start(
                kafka,
                "groupwatch.store.database.host=" + database.host(),
                "groupwatch.store.database.port=" + database.port(),
                "groupwatch.store.database.name=" + database.name(),
                "groupwatch.store.database.migration-username=" + database.username(),
                "groupwatch.store.database.migration-password=" + database.password(),
                "groupwatch.store.live.heartbeat=300ms",
                "groupwatch.store.live.replay=40",
                "groupwatch.store.live.streams=5");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        broker.kill();
    }

    @AfterEach
    void hangUp() {
        open.forEach(Listener::close);
        await().atMost(PATIENCE).until(() -> streams(one) == 0 && streams(other) == 0);
    }

    @Test
    void eachReplicaTellsWhatAnyOfThemHandled() {
        Listener here = listen(one);
        Listener there = listen(other);
        String id = nextId();
        send(
                Upsert.text(GROUP, id, "hello"),
                Upsert.edit(GROUP, id, "hello, all"),
                Upsert.reaction(GROUP, id + "R", id, "👍"));
        send(Upsert.revoke(GROUP, id));
        for (Listener listener : List.of(here, there)) {
            listener.waitFor(
                    "all changes",
                    () -> listener.changes()
                            .containsAll(List.of("stored " + id, "edited " + id, "reaction " + id, "revoked " + id)));
            assertThat(listener.events.getFirst().data().path("resumed").booleanValue())
                    .isFalse();
            assertThat(listener.lines).contains("retry:3000").contains(":");
            assertThat(listener.events)
                    .filteredOn(event -> event.name().equals("message"))
                    .allSatisfy(event -> {
                        assertThat(event.data().path("chat").asString()).isEqualTo(GROUP);
                        assertThat(event.data().path("revision").longValue()).isPositive();
                        assertThat(event.id()).matches("\\d+-\\d+");
                    });
        }
    }

    @Test
    void otherChatsAreNotHeard() {
        Listener listener = listen(one);
        String foreign = nextId();
        String own = nextId();
        send("120363000000000999@g.us", Upsert.text("120363000000000999@g.us", foreign, "elsewhere"));
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM store.messages WHERE id = '" + foreign + "'") == 1);
        send(Upsert.text(GROUP, own, "here"));
        listener.waitFor("own", () -> listener.changes().contains("stored " + own));
        assertThat(listener.changes()).noneMatch(change -> change.contains(foreign));
    }

    @Test
    void whoComesBackGetsWhatCameInBetween() {
        Listener before = listen(one);
        String seen = nextId();
        send(Upsert.text(GROUP, seen, "seen"));
        before.waitFor("seen", () -> before.changes().contains("stored " + seen));
        String lastId = before.events.getLast().id();
        before.close();
        List<String> missed = Stream.generate(LiveIT::nextId).limit(10).toList();
        missed.forEach(id -> send(Upsert.text(GROUP, id, "missed")));
        await().atMost(PATIENCE).until(() -> stored(missed));

        Listener back = listen(other, lastId);
        assertThat(back.first("ready").data().path("resumed").booleanValue()).isTrue();
        String after = nextId();
        send(Upsert.text(GROUP, after, "live again"));
        back.waitFor("after", () -> back.changes().contains("stored " + after));
        List<String> expected = Stream.concat(missed.stream(), Stream.of(after))
                .map("stored "::concat)
                .toList();
        assertThat(back.changes()).isEqualTo(expected);
        assertThat(back.events).noneMatch(event -> event.name().equals("gap"));
    }

    @Test
    void whoComesBackTooLateIsToldToReadTheList() {
        Listener before = listen(one);
        String lastId = before.first("ready").id();
        before.close();
        List<String> missed = Stream.generate(LiveIT::nextId).limit(50).toList();
        send(missed.stream().map(id -> Upsert.text(GROUP, id, "missed")).toArray(byte[][]::new));
        await().atMost(PATIENCE).until(() -> stored(missed));
        for (String id : List.of(lastId, "made-up", "77-1")) {
            Listener back = listen(one, id);
            assertThat(back.first("gap").id()).matches("\\d+-\\d+").isNotEqualTo(lastId);
            String after = nextId();
            send(Upsert.text(GROUP, after, "on it goes"));
            back.waitFor("after", () -> back.changes().contains("stored " + after));
            assertThat(back.changes()).containsExactly("stored " + after);
            back.close();
        }
    }

    @Test
    void aSlowReaderIsToldOfTheGapAndTheStreamGoesOn() {
        Listener slow = open(one, null);
        Listener quick = listen(one);
        // far more than the sockets between us hold
        String text = "much to say ".repeat(5_000);
        List<String> much = Stream.generate(LiveIT::nextId).limit(600).toList();
        // at a pace that the quick one keeps
        for (int from = 0; from < much.size(); from += PORTION) {
            List<String> portion = much.subList(from, from + PORTION);
            send(portion.stream().map(id -> Upsert.text(GROUP, id, text)).toArray(byte[][]::new));
            quick.waitFor("portion", () -> quick.changes().contains("stored " + portion.getLast()));
        }
        slow.listen();
        slow.first("gap");
        assertThat(slow.changes()).hasSizeLessThan(much.size());
        assertThat(quick.events).noneMatch(event -> event.name().equals("gap"));
        String after = nextId();
        send(Upsert.text(GROUP, after, "on it goes"));
        slow.waitFor("after", () -> slow.changes().contains("stored " + after));
    }

    @Test
    void theStreamGoesOnWhenTheBrokerWasAway() {
        Listener listener = listen(one);
        broker.kill();
        broker.restart();
        String after = nextId();
        send(Upsert.text(GROUP, after, "back"));
        listener.waitFor("after", () -> listener.changes().contains("stored " + after));
        assertThat(listener.ended()).isFalse();
    }

    @Test
    void directChatsAreHeardByTheirAccountAlone() {
        String chat = "5511999997501@s.whatsapp.net";
        database.execute("INSERT INTO store.chats (instance, chat) VALUES ('loja-norte', '" + chat
                + "'), ('loja-sul', '" + chat + "') ON CONFLICT DO NOTHING");
        String path = "/chats/" + chat + "/messages/live?account=";
        String token = one.token(null, MESSAGES_READ);
        Listener north = keep(Listener.connect(one.base(), path + "loja-norte", token, null))
                .listen();
        Listener south = keep(Listener.connect(one.base(), path + "loja-sul", token, null))
                .listen();
        north.first("ready");
        south.first("ready");
        String id = nextId();
        send(chat, Upsert.text(chat, id, "to the north"));
        north.waitFor("own", () -> north.changes().contains("stored " + id));
        assertThat(south.changes()).isEmpty();
    }

    @Test
    void whoMayNotSeeTheChatIsToldThatThereIsNone() {
        assertThat(status(PATH, one.token(Set.of("120363000000000999@g.us"), MESSAGES_READ)))
                .isEqualTo(404);
        assertThat(status(PATH, one.token(Set.of(GROUP), MESSAGES_READ))).isEqualTo(200);
        assertThat(status("/groups/120363000000009999@g.us/messages/live", one.token(null, "*")))
                .isEqualTo(404);
        assertThat(status(
                        "/chats/5511999997501@s.whatsapp.net/messages/live?account=loja-norte",
                        one.token(Set.of(GROUP), MESSAGES_READ)))
                .isEqualTo(404);
        assertThat(status(PATH + "?since=1", one.token(null, "*"))).isEqualTo(400);
        assertThat(status(PATH, one.token(null, GROUPS_READ))).isEqualTo(403);
    }

    @Test
    void onlySoManyAreOpenAtOnce() {
        IntStream.range(0, 5).forEach(i -> listen(other));
        assertThat(streams(other)).isEqualTo(5);
        Listener sixth = keep(Listener.connect(other.base(), PATH, other.token(null, "*"), null));
        assertThat(sixth.status()).isEqualTo(503);
    }

    private int status(String path, String token) {
        return keep(Listener.connect(one.base(), path, token, null)).status();
    }

    private Listener listen(StoreService replica) {
        return listen(replica, null);
    }

    private Listener listen(StoreService replica, @Nullable String lastEventId) {
        Listener listener = open(replica, lastEventId).listen();
        listener.waitFor("the first event", () -> !listener.events.isEmpty());
        return listener;
    }

    private Listener open(StoreService replica, @Nullable String lastEventId) {
        return keep(Listener.connect(replica.base(), PATH, replica.token(null, MESSAGES_READ), lastEventId));
    }

    private Listener keep(Listener listener) {
        open.add(listener);
        return listener;
    }

    private static double streams(StoreService replica) {
        return replica.get(MeterRegistry.class)
                .get("groupwatch.store.live.streams")
                .gauge()
                .value();
    }

    private static void send(byte[]... bodies) {
        send(GROUP, bodies);
    }

    private static void send(String chat, byte[]... bodies) {
        kafka.send(Topics.RAW_MESSAGES, chat, bodies);
    }

    private static String nextId() {
        return "LIVE" + ids++;
    }

    private static boolean stored(List<String> ids) {
        return count("SELECT count(*) FROM store.messages WHERE id IN ('" + String.join("', '", ids) + "')")
                == ids.size();
    }

    private static long count(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
