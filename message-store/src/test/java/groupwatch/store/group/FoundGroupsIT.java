package groupwatch.store.group;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.evolution.FoundRows;
import groupwatch.events.group.AdminRole;
import groupwatch.events.group.Group;
import groupwatch.events.group.GroupState;
import groupwatch.events.group.Participant;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Groups as they were fetched: who joined or left without an event is found by difference. */
@WithPostgres
class FoundGroupsIT {

    private static final String GROUP = "120363000000000101@g.us";
    private static final Instant MORNING = Instant.parse("2026-11-20T06:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ANA = "5511999990001@s.whatsapp.net";
    private static final String BRUNO = "5511999990002@s.whatsapp.net";
    private static final String CARLA = "5511999990003@s.whatsapp.net";

    private static TestStore store;

    private Records records = new Records();

    @BeforeAll
    static void start(TestDatabase database) {
        store = TestStore.on(database);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void empty() {
        Contents.empty(store.database());
        store.published().forget();
        records = new Records();
    }

    @Test
    void whoLeftAndWhoJoinedWithoutAnEventIsFound() {
        found(MORNING, "Equipe", ANA, BRUNO);
        store.published().forget();
        found(NOON, "Equipe", ANA, CARLA);
        assertThat(present()).containsExactly(ANA, CARLA);
        assertThat(participant(BRUNO).leftAt()).isEqualTo(NOON);
        assertThat(participant(ANA).admin()).isEqualTo(AdminRole.ADMIN);
        assertThat(states()).singleElement().satisfies(state -> {
            assertThat(state.changed()).contains("participants");
            assertThat(state.group().participants()).isEqualTo(group().participants());
        });
    }

    @Test
    void anOlderSnapshotDoesNotUndoANewerOne() {
        found(NOON, "Equipe nova", ANA, CARLA);
        store.published().forget();
        found(MORNING, "Equipe", ANA, BRUNO);
        assertThat(group().name()).isEqualTo("Equipe nova");
        assertThat(present()).containsExactly(ANA, CARLA);
        Group whicheverOrder = group();
        Contents.empty(store.database());
        found(MORNING, "Equipe", ANA, BRUNO);
        found(NOON, "Equipe nova", ANA, CARLA);
        assertThat(group())
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(whicheverOrder);
    }

    @Test
    void theSameAgainAnnouncesNothing() {
        found(MORNING, "Equipe", ANA, BRUNO);
        assertThat(states()).hasSize(1);
        found(NOON, "Equipe", ANA, BRUNO);
        found(NOON.plusSeconds(21_600), "Equipe", BRUNO, ANA);
        assertThat(states()).hasSize(1);
    }

    @Test
    void whatEventsToldSinceIsNoNews() {
        found(MORNING, "Equipe", ANA, BRUNO);
        webhook(Webhooks.participants(GROUP, "add", person(CARLA).toString(), "2026-11-20T07:00:00Z"));
        webhook(Webhooks.participants(GROUP, "remove", person(BRUNO).toString(), "2026-11-20T08:00:00Z"));
        List<String> then = present();
        found(NOON, "Equipe", ANA, CARLA);
        assertThat(present()).isEqualTo(then).containsExactly(ANA, CARLA);
        assertThat(participant(BRUNO).leftAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(participant(CARLA).joinedAt()).isEqualTo(Instant.parse("2026-11-20T07:00:00Z"));
    }

    @Test
    void aDescriptionThatWasTakenAwayIsGone() {
        foundBody(snapshot("Equipe", ANA).put("desc", "Pedidos"), MORNING);
        assertThat(group().description()).isEqualTo("Pedidos");
        foundBody(snapshot("Equipe", ANA), NOON);
        assertThat(group().description()).isNull();
        assertThat(states().getLast().changed()).isEqualTo(Set.of("description"));
    }

    @Test
    void itIsKeptAsARawEventOfTheGroup() {
        found(MORNING, "Equipe", ANA);
        assertThat(Contents.rows(store.database()).get("groups")).hasSize(1);
        assertThat(group().instances()).containsExactly("loja-norte");
    }

    private void found(Instant at, String subject, String... people) {
        foundBody(snapshot(subject, people), at);
    }

    private void foundBody(ObjectNode group, Instant at) {
        store(records.record(Topics.RAW_GROUPS, FoundRows.group("loja-norte", at, group)));
    }

    private void webhook(String body) {
        store(records.record(Topics.RAW_GROUPS, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void store(IncomingRecord record) {
        assertThat(store.store(List.of(record)).rejected()).isEmpty();
    }

    private static ObjectNode snapshot(String subject, String... people) {
        ObjectNode group = EventCodec.mapper()
                .createObjectNode()
                .put("id", GROUP)
                .put("subject", subject)
                .put("size", people.length)
                .put("creation", 1_758_000_000)
                .put("announce", false);
        ArrayNode participants = group.putArray("participants");
        Stream.of(people).map(FoundGroupsIT::person).forEach(participants::add);
        return group;
    }

    private static ObjectNode person(String phone) {
        return EventCodec.mapper()
                .createObjectNode()
                .put("id", "1888800000000" + phone.substring(11, 13) + "@lid")
                .put("phoneNumber", phone)
                .put("admin", phone.equals(ANA) ? "admin" : null);
    }

    private static Group group() {
        return Objects.requireNonNull(store.get(GroupLoader.class).load(GROUP).block(Duration.ofSeconds(90)));
    }

    private static Participant participant(String jid) {
        return group().participants().stream()
                .filter(one -> jid.equals(one.person().jid()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> present() {
        return group().participants().stream()
                .filter(one -> one.leftAt() == null)
                .map(one -> one.person().jid())
                .sorted()
                .toList();
    }

    private static List<GroupState> states() {
        return store.published().records().stream()
                .filter(record -> record.topic().equals(Topics.GROUPS))
                .map(record -> (GroupState) EventCodec.read(record.value()))
                .toList();
    }
}
