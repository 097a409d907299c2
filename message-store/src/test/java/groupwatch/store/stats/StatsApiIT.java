package groupwatch.store.stats;

import static groupwatch.kit.security.Scopes.GROUPS_READ;
import static groupwatch.kit.security.Scopes.MESSAGES_READ;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Statistics over HTTP: their shape, who may see them, and what is refused. */
class StatsApiIT {

    private static final String ANA = "188880000009101@lid=5511999999101@s.whatsapp.net";
    private static final String ANA_BY_NUMBER = "5511999999101@s.whatsapp.net";
    private static final String BOB = "5511999999102@s.whatsapp.net";

    private static RunningStore store;

    @BeforeAll
    static void start() {
        store = RunningStore.shared();
    }

    @Test
    void tellsWhoWroteWhenAndWhat() {
        String group = "120363000000009101@g.us";
        store.store(
                // Wednesday the 10th, 23:50 in Berlin; the 11th in UTC+1 begins ten minutes later
                Webhooks.text(group, "S1", ANA, Instant.parse("2026-06-10T21:50:00Z"), "x"),
                Webhooks.text(group, "S2", ANA_BY_NUMBER, Instant.parse("2026-06-10T22:05:00Z"), "x"),
                Webhooks.image(group, "S3", BOB, Instant.parse("2026-06-11T10:00:00Z")),
                Webhooks.message(
                        group,
                        "S4",
                        BOB,
                        Instant.parse("2026-06-11T10:01:00Z"),
                        "\"reactionMessage\":{\"key\":{\"remoteJid\":\"" + group
                                + "\",\"fromMe\":false,\"id\":\"S1\"},\"text\":\"👍\",\"senderTimestampMs\":\"1781172060000\"}",
                        "reactionMessage"),
                Webhooks.text(group, "S5", BOB, Instant.parse("2026-06-08T10:00:00Z"), "the period before"));
        get("/groups/" + group + "/stats?from=2026-06-10&to=2026-06-12&tz=Europe/Berlin&top=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.period")
                .isEqualTo(Map.of("from", "2026-06-10", "to", "2026-06-12", "tz", "Europe/Berlin"))
                .jsonPath("$.totals")
                .isEqualTo(Map.of(
                        "messages",
                        3,
                        "participants",
                        2,
                        "media",
                        1,
                        "voice",
                        0,
                        "reactions",
                        1,
                        "edited",
                        0,
                        "revoked",
                        0))
                .jsonPath("$.previous.from")
                .isEqualTo("2026-06-08")
                .jsonPath("$.previous.to")
                .isEqualTo("2026-06-10")
                .jsonPath("$.previous.totals.messages")
                .isEqualTo(1)
                .jsonPath("$.previous.change.messages")
                .isEqualTo(200.0)
                .jsonPath("$.previous.change.media")
                .doesNotExist()
                .jsonPath("$.topSenders.length()")
                .isEqualTo(1)
                .jsonPath("$.topSenders[0].person.phone")
                .isEqualTo("5511999999101")
                .jsonPath("$.topSenders[0].person.lid")
                .isEqualTo("188880000009101@lid")
                .jsonPath("$.topSenders[0].person.name")
                .isEqualTo("Somebody")
                .jsonPath("$.topSenders[0].messages")
                .isEqualTo(2)
                .jsonPath("$.topSenders[0].share")
                .isEqualTo(66.7)
                .jsonPath("$.topSenders[0].previous")
                .isEqualTo(0)
                .jsonPath("$.byHour.length()")
                .isEqualTo(24)
                .jsonPath("$.byHour[23]")
                .isEqualTo(1)
                .jsonPath("$.byHour[0]")
                .isEqualTo(1)
                .jsonPath("$.byDay")
                .isEqualTo(
                        List.of(Map.of("day", "2026-06-10", "messages", 1), Map.of("day", "2026-06-11", "messages", 2)))
                .jsonPath("$.byWeekday")
                .isEqualTo(List.of(0, 0, 1, 2, 0, 0, 0))
                .jsonPath("$.byWeekdayAndHour.length()")
                .isEqualTo(7)
                .jsonPath("$.byWeekdayAndHour[3][12]")
                .isEqualTo(1)
                .jsonPath("$.byType")
                .isEqualTo(Map.of("text", 2, "image", 1, "reaction", 1));
    }

    @Test
    void aQuietGroupHasZerosForTheLast30Days() {
        String group = "120363000000009102@g.us";
        store.store(Webhooks.groups(group, "Quiet", "2026-06-10T10:00:00Z", ""));
        get("/groups/" + group + "/stats")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.totals.messages")
                .isEqualTo(0)
                .jsonPath("$.period.tz")
                .isEqualTo("UTC")
                .jsonPath("$.byDay.length()")
                .isEqualTo(30)
                .jsonPath("$.topSenders.length()")
                .isEqualTo(0);
    }

    @Test
    void directChatsOfTwoAccountsNeverMix() {
        String person = "5511999999103@s.whatsapp.net";
        Instant at = Instant.parse("2026-06-10T10:00:00Z");
        store.store(
                direct("stats-norte", person, "D1", at),
                direct("stats-norte", person, "D2", at),
                direct("stats-sul", person, "D3", at));
        String path = "/chats/" + person + "/stats?from=2026-06-10&to=2026-06-11&account=";
        get(path + "stats-norte").expectBody().jsonPath("$.totals.messages").isEqualTo(2);
        get(path + "stats-sul")
                .expectBody()
                .jsonPath("$.totals.messages")
                .isEqualTo(1)
                .jsonPath("$.topSenders[0].person.phone")
                .isEqualTo("5511999999103");
        get(path + "another").expectStatus().isNotFound().expectBody();
        refused("/chats/" + person + "/stats", "account");
        refused("/chats/120363000000009101@g.us/stats?account=stats-norte", "jid");
        store.caller(Set.of(person), GROUPS_READ)
                .get()
                .uri(path + "stats-norte")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody();
    }

    @Test
    void aCallerSeesOnlyTheirGroups() {
        String group = "120363000000009103@g.us";
        store.store(Webhooks.text(group, "S6", BOB, Instant.now(), "x"));
        String path = "/groups/" + group + "/stats";
        store.caller(Set.of(group), GROUPS_READ)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk();
        store.caller(Set.of("120363000000009101@g.us"), GROUPS_READ)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody();
        store.caller(MESSAGES_READ)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody();
        get("/groups/120363999999999999@g.us/stats").expectStatus().isNotFound().expectBody();
    }

    @ParameterizedTest
    @CsvSource({
        "tz=Nowhere, tz",
        "tz=%2B01:00, tz",
        "from=yesterday, from",
        "from=2026-06-10T00:00:00Z, from",
        "from=2026-06-10&to=2026-06-10, to",
        "from=2026-06-10&to=2026-06-09, to",
        "from=2000-01-01, from",
        "to=2099-01-01, to",
        "top=0, top",
        "top=many, top",
        "top=501, top",
        "tz=UTC&tz=UTC, tz",
        "account=x, account",
        "days=7, days"
    })
    void refusesWithTheNameOfTheParameter(String query, String parameter) {
        refused("/groups/120363000000009101@g.us/stats?" + query, parameter);
    }

    private static String direct(String instance, String person, String id, Instant at) {
        return Webhooks.message(instance, person, id, person, at, "\"conversation\":\"x\"", "conversation");
    }

    private static WebTestClient.ResponseSpec get(String path) {
        return store.caller(GROUPS_READ)
                .get()
                .uri(URI.create(store.base() + path))
                .exchange();
    }

    private static void refused(String path, String parameter) {
        get(path)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }
}
