package groupwatch.store.query;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Pages of messages: complete, in order, and undisturbed by what comes in meanwhile. */
class PagingIT {

    private static final String GROUP = "120363000000007101@g.us";
    private static final String MESSAGES = "/groups/" + GROUP + "/messages";
    private static final Instant BEGIN = Instant.parse("2026-10-30T22:00:00Z");
    private static final int COUNT = 60;

    private static RunningStore store;
    private static WebTestClient client;
    private static List<String> newestFirst;

    /** Ten messages share each second, some months lie far back, one ahead of every clock. */
    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(MESSAGES_READ);
        List<String> bodies = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        add(bodies, ids, "ANCIENT", Instant.parse("2001-01-01T00:00:00Z"));
        add(bodies, ids, "Y2016", Instant.parse("2016-03-05T00:00:00Z"));
        add(bodies, ids, "Y2024", Instant.parse("2024-02-29T00:00:00Z"));
        for (int i = 0; i < COUNT; i++) {
            add(bodies, ids, "P%03d".formatted(i), BEGIN.plus(Duration.ofHours(i / 10)));
        }
        add(bodies, ids, "FUTURE", Instant.parse("2040-01-01T00:00:00Z"));
        newestFirst = ids.reversed();
        Collections.shuffle(bodies, new java.util.Random(7));
        store.store(bodies.toArray(String[]::new));
    }

    private static void add(List<String> bodies, List<String> ids, String id, Instant at) {
        bodies.add(Webhooks.text(GROUP, id, "5511999990001@s.whatsapp.net", at, id));
        ids.add(id);
    }

    @Test
    void everyPageSizeGivesEveryMessageOnceInOrder() {
        for (int limit : new int[] {1, 7, 10, 50, 500}) {
            assertThat(store.ids(client, MESSAGES + "?limit=" + limit)).isEqualTo(newestFirst);
            assertThat(store.ids(client, MESSAGES + "?order=asc&limit=" + limit))
                    .isEqualTo(newestFirst.reversed());
        }
    }

    @Test
    void filtersPageJustTheSame() {
        assertThat(store.ids(client, MESSAGES + "?type=text,image&limit=9")).isEqualTo(newestFirst);
        assertThat(store.ids(client, MESSAGES + "?sender=5511999990001&limit=9"))
                .isEqualTo(newestFirst);
        assertThat(store.ids(client, MESSAGES + "?sender=5511999990099&limit=9"))
                .isEmpty();
        assertThat(store.ids(client, MESSAGES + "?type=video")).isEmpty();
        assertThat(store.ids(client, MESSAGES + "?from=2026-01-01&to=2026-10-31T00:00:00Z&limit=3"))
                .containsExactlyElementsOf(newestFirst.stream()
                        .filter(id -> id.compareTo("P000") >= 0 && id.compareTo("P019") <= 0 && id.startsWith("P"))
                        .toList());
    }

    @Test
    void whatComesInMeanwhileMovesNobodysPlace() {
        String group = "120363000000007102@g.us";
        String path = "/groups/" + group + "/messages?limit=2";
        for (int i = 0; i < 6; i++) {
            store.store(Webhooks.text(group, "M" + i, "5511999990001@s.whatsapp.net", BEGIN.plusSeconds(i * 10L), "x"));
        }
        Map<?, ?> first = page(path);
        store.store(
                Webhooks.text(group, "NEWER", "5511999990001@s.whatsapp.net", BEGIN.plusSeconds(600), "x"),
                Webhooks.text(group, "BETWEEN", "5511999990001@s.whatsapp.net", BEGIN.plusSeconds(25), "x"));
        Map<?, ?> second = page(path + "&cursor=" + first.get("next"));
        Map<?, ?> third = page(path + "&cursor=" + second.get("next"));
        assertThat(ids(first)).containsExactly("M5", "M4");
        assertThat(ids(second)).containsExactly("M3", "BETWEEN");
        assertThat(ids(third)).containsExactly("M2", "M1");
        assertThat(ids(page(path + "&order=asc&cursor=" + second.get("next")))).containsExactly("M3", "M4");
    }

    @Test
    void anyIdentityOfThePersonFindsTheirMessages() {
        String group = "120363000000007103@g.us";
        String lid = "188880000007103@lid";
        String phone = "5511999997103@s.whatsapp.net";
        store.store(
                Webhooks.text(group, "LID", lid, BEGIN, "x"),
                Webhooks.text(group, "BOTH", lid + "=" + phone, BEGIN.plusSeconds(1), "x"),
                Webhooks.text(group, "PHONE", phone, BEGIN.plusSeconds(2), "x"),
                Webhooks.image(group, "OTHER", "5511999990002@s.whatsapp.net", BEGIN.plusSeconds(3)));
        for (String sender : List.of(lid, phone, "5511999997103", "5511999997103@c.us")) {
            assertThat(store.ids(client, "/groups/" + group + "/messages?sender=" + sender))
                    .containsExactly("PHONE", "BOTH", "LID");
        }
        assertThat(store.ids(client, "/groups/" + group + "/messages?has=media"))
                .containsExactly("OTHER");
    }

    @Test
    void messagesThatAreNamedComeInTheirOrderWithoutThoseThatAreNotThere() {
        String group = "120363000000007104@g.us";
        store.store(
                Webhooks.text(group, "N1", "5511999990001@s.whatsapp.net", BEGIN, "one"),
                Webhooks.text(group, "N2", "5511999990001@s.whatsapp.net", BEGIN.plusSeconds(1), "two"),
                Webhooks.text(group, "N3", "5511999990001@s.whatsapp.net", BEGIN.plusSeconds(2), "three"));
        Map<?, ?> page = page("/groups/" + group + "/messages?ids=N3,P001,NOBODY,N1,N3");
        assertThat(ids(page)).containsExactly("N3", "N1");
        assertThat(page.get("next")).isNull();
        String hundred = String.join(",", Collections.nCopies(100, "N2"));
        assertThat(ids(page("/groups/" + group + "/messages?ids=" + hundred))).containsExactly("N2");
        client.get()
                .uri("/groups/" + group + "/messages?ids=" + hundred + ",N2")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static Map<?, ?> page(String path) {
        return Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> ids(Map<?, ?> page) {
        return ((List<?>) Objects.requireNonNull(page.get("items")))
                .stream()
                        .map(item -> String.valueOf(((Map<?, ?>) item).get("id")))
                        .toList();
    }
}
