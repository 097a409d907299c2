package groupwatch.store.query;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.GROUPS_WRITE;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static groupwatch.kit.security.Scopes.RAW_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.group.GroupState;
import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Groups over HTTP: what is shown of them, and switching them off. */
class GroupApiIT {

    private static final String ANA = "5511999990001@s.whatsapp.net";

    private static RunningStore store;

    @BeforeAll
    static void start() {
        store = RunningStore.shared();
    }

    @Test
    void showsAGroupWithItsParticipants() {
        String group = "120363000000007201@g.us";
        store.store(
                Webhooks.groups(
                        group,
                        "Entrega",
                        "2026-11-20T10:00:00Z",
                        Webhooks.participant("188880000007201@lid", "5511999997201@s.whatsapp.net", "superadmin") + ","
                                + Webhooks.participant("188880000007202@lid", "5511999997202@s.whatsapp.net", null)),
                Webhooks.participants(
                        group,
                        "remove",
                        Webhooks.participant("188880000007202@lid", "5511999997202@s.whatsapp.net", null),
                        "2026-11-20T11:00:00Z"),
                Webhooks.text(group, "G1", "188880000007201@lid", Instant.now(), "oi"));
        store.caller(GROUPS_READ)
                .get()
                .uri("/groups/" + group)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Entrega")
                .jsonPath("$.monitored")
                .isEqualTo(true)
                .jsonPath("$.participants.length()")
                .isEqualTo(2)
                .jsonPath("$.participants[?(@.person.phone=='5511999997201')].admin")
                .isEqualTo("superadmin")
                .jsonPath("$.participants[?(@.person.phone=='5511999997202')].leftAt")
                .isEqualTo("2026-11-20T11:00:00Z");
        store.caller(java.util.Set.of(group), GROUPS_READ)
                .get()
                .uri("/groups")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("Entrega")
                .jsonPath("$.items[0].participantCount")
                .isEqualTo(1)
                .jsonPath("$.items[0].messagesToday")
                .isEqualTo(1)
                .jsonPath("$.items[0].lastActivity")
                .exists()
                .jsonPath("$.items[0].instances[0]")
                .isEqualTo("loja-norte")
                .jsonPath("$.next")
                .doesNotExist();
    }

    @Test
    void tellsHowMuchWasWrittenOnEachOfTheLast14Days() {
        String group = "120363000000007851@g.us";
        ZoneId zone = ZoneId.of("Pacific/Kiritimati");
        ZonedDateTime midnight = LocalDate.now(zone).atStartOfDay(zone);
        store.store(
                Webhooks.groups(group, "Ação 7851", "2026-11-20T10:00:00Z", ""),
                Webhooks.text(group, "A1", ANA, midnight.toInstant(), "today"),
                Webhooks.text(group, "A2", ANA, midnight.minusSeconds(1).toInstant(), "yesterday"),
                Webhooks.text(group, "A3", ANA, midnight.minusDays(6).toInstant(), "six days ago"),
                Webhooks.text(group, "A4", ANA, midnight.minusDays(13).toInstant(), "13 days ago"),
                Webhooks.text(
                        group, "A5", ANA, midnight.minusDays(13).minusSeconds(1).toInstant(), "longer ago"));
        store.caller(GROUPS_READ)
                .get()
                .uri("/groups?tz=Pacific/Kiritimati&q={name}", "acão 785")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].messagesToday")
                .isEqualTo(1)
                .jsonPath("$.items[0].messages7Days")
                .isEqualTo(3)
                .jsonPath("$.items[0].sparkline")
                .isEqualTo(List.of(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1));
    }

    @Test
    void refusesAWrongTimeZone() {
        store.caller(GROUPS_READ)
                .get()
                .uri("/groups?tz=Atlantis")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("tz");
    }

    @Test
    void pagesThroughAllGroups() {
        for (int i = 0; i < 5; i++) {
            store.store(Webhooks.text("12036300000000730" + i + "@g.us", "L" + i, ANA, Instant.now(), "x"));
        }
        List<String> some = jids("limit=2");
        assertThat(some).isSorted().doesNotHaveDuplicates().isEqualTo(jids("limit=500"));
        assertThat(some).contains("120363000000007300@g.us", "120363000000007304@g.us");
    }

    @Test
    void aGroupThatIsSwitchedOffIsNoLongerKept() throws SQLException {
        String group = "120363000000007401@g.us";
        store.store(Webhooks.text(group, "BEFORE", ANA, Instant.now(), "kept"));
        monitored(group, false);
        store.store(Webhooks.text(group, "DURING", ANA, Instant.now(), "not kept"));
        assertThat(ask("SELECT count(*) FROM store.message_keys WHERE id = 'DURING'"))
                .isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM store.raw_events WHERE message_id = 'DURING'"))
                .isEqualTo("0");
        monitored(group, true);
        store.store(Webhooks.text(group, "AFTER", ANA, Instant.now(), "kept"));
        assertThat(store.ids(store.caller(MESSAGES_READ), "/groups/" + group + "/messages"))
                .containsExactlyInAnyOrder("AFTER", "BEFORE");
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(states(group))
                        .extracting(state -> state.group().monitored())
                        .endsWith(false, true));
        assertThat(states(group)).extracting(GroupState::eventId).doesNotHaveDuplicates();
        assertThat(states(group))
                .extracting(state -> state.group().revision())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void ofAHistoryChunkARawEventShowsOnlyItsOwnMessage() {
        String group = "120363000000007501@g.us";
        String item =
                "{\"key\":{\"remoteJid\":\"%s\",\"fromMe\":false,\"id\":\"%s\",\"participant\":\"%s\"},\"message\":{"
                        + "\"conversation\":\"%s\"},\"messageType\":\"conversation\",\"messageTimestamp\":1759000061}";
        store.store(
                "{\"isLatest\":true,\"progress\":35,\"event\":\"messages.set\",\"instance\":\"loja-norte\",\"data\":["
                        + item.formatted(group, "H1", ANA, "mine") + ","
                        + item.formatted("120363000000007502@g.us", "H2", ANA, "secret of others")
                        + "],\"date_time\":\"2026-11-20T20:33:32.399Z\"}");
        byte[] body = store.caller(MESSAGES_READ, RAW_READ)
                .get()
                .uri("/messages/H1?raw=true")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.raw.length()")
                .isEqualTo(1)
                .jsonPath("$.raw[0].body.event")
                .isEqualTo("messages.set")
                .returnResult()
                .getResponseBody();
        assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8))
                .contains("mine")
                .doesNotContain("secret of others");
    }

    @Test
    void anIdThatSeveralChatsHaveNeedsItsChat() {
        store.store(
                Webhooks.text("120363000000007601@g.us", "TWICE", ANA, Instant.now(), "one"),
                Webhooks.text("120363000000007602@g.us", "TWICE", ANA, Instant.now(), "other"));
        store.caller(MESSAGES_READ)
                .get()
                .uri("/messages/TWICE")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("chat");
        store.caller(MESSAGES_READ)
                .get()
                .uri("/messages/TWICE?chat=120363000000007602@g.us")
                .exchange()
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo("other");
    }

    private static List<String> jids(String query) {
        List<String> jids = new java.util.ArrayList<>();
        String cursor = null;
        do {
            java.util.Map<?, ?> page = store.caller(GROUPS_READ)
                    .get()
                    .uri("/groups?" + query + (cursor == null ? "" : "&cursor=" + cursor))
                    .exchange()
                    .expectBody(java.util.Map.class)
                    .returnResult()
                    .getResponseBody();
            ((List<?>) page.get("items")).forEach(item -> jids.add((String) ((java.util.Map<?, ?>) item).get("jid")));
            cursor = (String) page.get("next");
        } while (cursor != null);
        return jids;
    }

    private static void monitored(String group, boolean monitored) {
        store.caller(GROUPS_WRITE)
                .patch()
                .uri("/groups/" + group)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"monitored\":" + monitored + "}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.monitored")
                .isEqualTo(monitored);
    }

    private static List<GroupState> states(String group) {
        return store.kafka().readAll(Topics.GROUPS).stream()
                .filter(record -> group.equals(record.key()))
                .map(record -> (GroupState) EventCodec.read(record.value()))
                .toList();
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = store.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
