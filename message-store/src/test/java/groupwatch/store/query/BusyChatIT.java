package groupwatch.store.query;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What is rare in a busy chat: a page looks at 20,000 messages at most, and leads on in both directions. */
class BusyChatIT {

    private static final String GROUP = "120363000000008501@g.us";
    private static final String RARE = "/groups/" + GROUP + "/messages?has=media";
    private static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");
    private static final int BUSY = 45_000;

    private static RunningStore store;
    private static WebTestClient client;

    /** Pictures before, in the middle of and after very many texts, one a second. */
    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(MESSAGES_READ);
        store.store(
                Webhooks.image(GROUP, "EARLY", "5511999990001@s.whatsapp.net", BEGIN.minusSeconds(1)),
                Webhooks.image(GROUP, "MIDDLE", "5511999990001@s.whatsapp.net", BEGIN.plusSeconds(BUSY / 2)),
                Webhooks.image(GROUP, "LATE", "5511999990001@s.whatsapp.net", BEGIN.plusSeconds(BUSY)));
        store.database().execute("""
                INSERT INTO store.messages
                SELECT scope, 'T' || i, '%s'::timestamptz + i * interval '1 second', chat, is_group, sender_phone, sender_lid,
                    sender_name, from_me, 'text', 'x', content, 1, '', source_topic, source_partition, source_offset
                FROM store.messages, generate_series(0, %d) i WHERE chat = '%s' AND id = 'EARLY'
                """.formatted(BEGIN, BUSY - 1, GROUP));
    }

    @Test
    void isFoundForthAndBackThoughNoPageSeesItAll() {
        for (String order : List.of("&order=asc", "&order=desc")) {
            List<JsonNode> forth = pages(RARE + order, "", "next");
            assertThat(ids(forth))
                    .isEqualTo(
                            order.contains("asc")
                                    ? List.of("EARLY", "MIDDLE", "LATE")
                                    : List.of("LATE", "MIDDLE", "EARLY"));
            assertThat(forth).hasSize(3);
            List<JsonNode> back = pages(
                    RARE + order, "&cursor=" + forth.getLast().path("previous").asString(), "previous");
            assertThat(ids(back.reversed())).isEqualTo(ids(forth.subList(0, 2)));
        }
    }

    @Test
    void aroundAMomentEachSideLooksAtHalfAsMany() {
        JsonNode page = store.json(client, RARE + "&order=asc&around=" + BEGIN.plusSeconds(BUSY / 2 + 1));
        assertThat(ids(List.of(page))).containsExactly("MIDDLE");
        assertThat(page.has("around")).isFalse();
        assertThat(ids(pages(RARE + "&order=asc", "&cursor=" + page.path("next").asString(), "next")))
                .containsExactly("LATE");
        assertThat(ids(pages(
                        RARE + "&order=asc", "&cursor=" + page.path("previous").asString(), "previous")))
                .containsExactly("EARLY");
    }

    private static List<JsonNode> pages(String path, String first, String direction) {
        List<JsonNode> pages = new ArrayList<>();
        String cursor = first;
        while (cursor != null) {
            JsonNode page = store.json(client, path + cursor);
            pages.add(page);
            cursor = page.has(direction) ? "&cursor=" + page.path(direction).asString() : null;
        }
        return pages;
    }

    private static List<String> ids(List<JsonNode> pages) {
        return pages.stream()
                .flatMap(page -> page.path("items").valueStream())
                .map(item -> item.path("id").asString())
                .toList();
    }
}
