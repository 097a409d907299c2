package groupwatch.store.participant;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The people of a group over HTTP. */
class ParticipantApiIT {

    private static final String GROUP = "120363000000008001@g.us";
    private static final String PATH = "/groups/" + GROUP + "/participants";

    private static RunningStore store;
    private static WebTestClient client;

    /** Seven are listed, the first as its creator; the last one is removed afterwards. */
    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(GROUPS_READ);
        String people = IntStream.range(0, 7)
                .mapToObj(i -> Webhooks.participant(lid(i), phone(i), i == 0 ? "superadmin" : null))
                .collect(Collectors.joining(","));
        store.store(
                Webhooks.groups(GROUP, "Reads", "2026-11-20T10:00:00Z", people),
                Webhooks.contact("people-norte", phone(1), "Bia", null, "2026-11-20T10:00:00Z"),
                Webhooks.participants(
                        GROUP, "remove", Webhooks.participant(lid(6), phone(6), null), "2026-11-20T11:00:00Z"));
    }

    @Test
    void whoIsInItAndWhoLeft() {
        List<JsonNode> there = store.items(client, PATH + "?limit=2");
        assertThat(jids(there))
                .isEqualTo(
                        IntStream.range(0, 6).mapToObj(ParticipantApiIT::phone).toList());
        assertThat(there.getFirst().path("admin").asString()).isEqualTo("superadmin");
        assertThat(there.getFirst().path("person").path("lid").asString()).isEqualTo(lid(0));
        assertThat(there.get(1).path("person").path("name").asString()).isEqualTo("Bia");

        List<JsonNode> all = store.items(client, PATH + "?left=true&limit=3");
        assertThat(jids(all)).hasSize(7).doesNotHaveDuplicates();
        assertThat(all.getLast().path("leftAt").asString()).isEqualTo("2026-11-20T11:00:00Z");
    }

    @Test
    void onlyForWhoMaySeeTheGroup() {
        client(Set.of(GROUP)).get().uri(PATH).exchange().expectStatus().isOk();
        client(Set.of("120363000000008099@g.us"))
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static WebTestClient client(Set<String> groups) {
        return store.caller(groups, GROUPS_READ);
    }

    private static List<String> jids(List<JsonNode> participants) {
        return participants.stream()
                .map(participant -> participant.path("person").path("jid").asString())
                .toList();
    }

    private static String phone(int i) {
        return "551199999800" + i + "@s.whatsapp.net";
    }

    private static String lid(int i) {
        return "18888000000800" + i + "@lid";
    }
}
