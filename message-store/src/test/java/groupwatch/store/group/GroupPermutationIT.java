package groupwatch.store.group;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.CloudEvents;
import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.group.AdminRole;
import groupwatch.events.group.Group;
import groupwatch.events.group.GroupState;
import groupwatch.events.group.Participant;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.OutgoingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups end the same in whichever order, and however often, their events come. */
@WithPostgres
class GroupPermutationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String GROUP = "120363000000000101@g.us";
    private static final String ANA =
            "{\"id\":\"188880000000001@lid\",\"phoneNumber\":\"5511999990001@s.whatsapp.net\",\"admin\":%s}";
    private static final String BRUNO =
            "{\"id\":\"188880000000002@lid\",\"phoneNumber\":\"5511999990002@s.whatsapp.net\",\"admin\":%s}";
    private static final String CARLA_LID_ONLY = "{\"id\":\"188880000000003@lid\",\"admin\":%s}";

    private TestStore store;

    @BeforeEach
    void start() {
        store = TestStore.on(TestDatabase.create("groups"));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void everyOrderWithDuplicatesEndsInTheSameRowsAndState() throws SQLException {
        List<String> events = events();
        store(new Records(), events);
        String rows = rows();
        Group group = group();
        for (long seed = 1; seed <= 20; seed++) {
            clear();
            Random random = new Random(seed);
            List<String> shuffled = new ArrayList<>(events);
            for (int i = 0; i < events.size() / 3; i++) {
                shuffled.add(events.get(random.nextInt(events.size())));
            }
            Collections.shuffle(shuffled, random);
            Records records = new Records();
            for (int from = 0; from < shuffled.size(); ) {
                int to = Math.min(shuffled.size(), from + 1 + random.nextInt(6));
                store(records, shuffled.subList(from, to));
                from = to;
            }
            assertThat(rows()).as("seed %d", seed).isEqualTo(rows);
            assertThat(group())
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .ignoringFields("revision")
                    .isEqualTo(group);
        }
    }

    @Test
    void tellsTheGroupAsItIsNow() {
        store(new Records(), events());
        Group group = group();
        assertThat(group.name()).isEqualTo("Equipe Vendas 2026");
        assertThat(group.description()).isEqualTo("Pedidos");
        assertThat(group.announceOnly()).isTrue();
        assertThat(group.instances()).containsExactly("loja-norte", "loja-sul");
        assertThat(participant(group, "5511999990001@s.whatsapp.net").admin()).isEqualTo(AdminRole.SUPERADMIN);
        assertThat(participant(group, "5511999990002@s.whatsapp.net").leftAt())
                .isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
        Participant carla = participant(group, "5511999990003@s.whatsapp.net");
        assertThat(carla.admin()).isEqualTo(AdminRole.ADMIN);
        assertThat(carla.leftAt()).isNull();
        assertThat(carla.person().lid()).isEqualTo("188880000000003@lid");
        assertThat(carla.person().name()).isEqualTo("Carla");
    }

    @Test
    void announcesAChangeOnceAndTheSameRecordAgainUnderTheSameId() {
        Records records = new Records();
        IncomingRecord first = groups(records, list("2026-11-20T10:00:00Z", "Equipe", ANA.formatted("null")));
        store.store(List.of(first));
        List<String> ids = groupEventIds();
        assertThat(ids).hasSize(1);
        GroupState state = (GroupState) EventCodec.read(published().getFirst().value());
        assertThat(state.changed()).contains("name", "participants", "jid");
        assertThat(published().getFirst().key()).isEqualTo(GROUP);

        store.store(List.of(first));
        assertThat(groupEventIds()).containsExactly(ids.getFirst(), ids.getFirst());

        store.store(List.of(groups(records, list("2026-11-20T10:05:00Z", "Equipe", ANA.formatted("null")))));
        assertThat(groupEventIds())
                .as("the same again from elsewhere is no news")
                .hasSize(2);

        store.store(List.of(groups(records, list("2026-11-20T10:06:00Z", "Equipe 2", ANA.formatted("null")))));
        assertThat(groupEventIds()).hasSize(3);
        assertThat(groupEventIds().getLast()).isNotEqualTo(ids.getFirst());
    }

    @Test
    void aGroupIsThereWithItsFirstMessageAlone() {
        store(new Records(), List.of(message("M1", "188880000000009@lid", "Zoe", 1763600000)));
        Group group = group();
        assertThat(group.name()).isNull();
        assertThat(group.participants())
                .extracting(participant -> participant.person().name())
                .containsExactly("Zoe");
        assertThat(groupEventIds()).hasSize(1);
    }

    private static List<String> events() {
        return List.of(
                list("2026-11-20T10:00:00Z", "Equipe", ANA.formatted("\"superadmin\""), BRUNO.formatted("null")),
                list("2026-11-20T10:00:30Z", "Equipe", ANA.formatted("\"superadmin\""), BRUNO.formatted("null"))
                        .replace("loja-norte", "loja-sul"),
                change("add", CARLA_LID_ONLY.formatted("null"), "2026-11-20T11:00:00Z"),
                change("promote", CARLA_LID_ONLY.formatted("null"), "2026-11-20T11:30:00Z"),
                change("remove", BRUNO.formatted("null"), "2026-11-20T12:00:00Z"),
                update("\"subject\":\"Equipe Vendas 2026\"", "2026-11-20T13:00:00Z"),
                update("\"subject\":\"Equipe Vendas\"", "2026-11-20T12:30:00Z"),
                update("\"desc\":\"Pedidos\"", "2026-11-20T13:00:00Z"),
                update("\"announce\":true", "2026-11-20T13:00:01Z"),
                message("M1", "188880000000001@lid", "Ana", 1763636400),
                message("M2", "188880000000002@lid", "Bruno", 1763636500),
                message("M3", "188880000000003@lid", "Carlinha", 1763636600),
                message(
                        "M4",
                        "188880000000003@lid\",\"participantAlt\":\"5511999990003@s.whatsapp.net",
                        "Carla",
                        1763636700));
    }

    private static String list(String at, String subject, String... participants) {
        return """
                {"event":"groups.upsert","instance":"loja-norte","data":[{"id":"%s","subject":"%s","size":2,"announce":false,\
                "participants":[%s]}],"date_time":"%s"}""".formatted(GROUP, subject, String.join(",", participants), at);
    }

    private static String change(String action, String participant, String at) {
        return """
                {"event":"group-participants.update","instance":"loja-norte","data":{"id":"%s","author":"188880000000001@lid",\
                "participants":[%s],"action":"%s"},"date_time":"%s"}""".formatted(GROUP, participant, action, at);
    }

    private static String update(String field, String at) {
        return """
                {"event":"groups.update","instance":"loja-norte","data":[{"id":"%s",%s,"author":"188880000000001@lid"}],\
                "date_time":"%s"}""".formatted(GROUP, field, at);
    }

    private static String message(String id, String participant, String name, long at) {
        return """
                {"event":"messages.upsert","instance":"loja-norte","data":{"key":{"remoteJid":"%s","fromMe":false,"id":"%s",\
                "participant":"%s"},"pushName":"%s","message":{"conversation":"oi"},"messageType":"conversation",\
                "messageTimestamp":%d},"date_time":"2026-11-20T20:28:57.555Z"}""".formatted(GROUP, id, participant, name, at);
    }

    private void store(Records records, List<String> bodies) {
        store.store(bodies.stream().map(body -> groups(records, body)).toList());
    }

    private static IncomingRecord groups(Records records, String body) {
        return records.record(Topics.RAW_GROUPS, body.getBytes(StandardCharsets.UTF_8));
    }

    private Group group() {
        return Objects.requireNonNull(store.get(GroupLoader.class).load(GROUP).block(PATIENCE));
    }

    private static Participant participant(Group group, String jid) {
        return group.participants().stream()
                .filter(participant -> jid.equals(participant.person().jid()))
                .findFirst()
                .orElseThrow();
    }

    private List<OutgoingRecord> published() {
        return store.published().records().stream()
                .filter(record -> record.topic().equals(Topics.GROUPS))
                .toList();
    }

    private List<String> groupEventIds() {
        return published().stream()
                .map(record -> Objects.requireNonNull(record.headers().get(CloudEvents.ID)))
                .toList();
    }

    /** Every row of the group tables, without what tells where and how often it came from. */
    private String rows() throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table :
                List.of("groups", "group_instances", "group_attributes", "group_participants", "contacts", "chats")) {
            all.append(ask("SELECT coalesce(string_agg((to_jsonb(t) - 'source' - 'revision')::text, E'\\n' "
                    + "ORDER BY (to_jsonb(t) - 'source' - 'revision')::text), '') FROM store." + table + " t"));
            all.append('\n');
        }
        return all.toString();
    }

    private void clear() {
        store.database()
                .execute(
                        "TRUNCATE store.groups, store.group_instances, store.group_attributes, store.group_participants, "
                                + "store.contacts, store.chats, store.names, store.identity_links, store.messages, store.message_keys");
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
