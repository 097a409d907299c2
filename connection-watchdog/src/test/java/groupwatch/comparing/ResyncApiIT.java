package groupwatch.comparing;

import static groupwatch.comparing.Comparing.EVOLUTION;
import static groupwatch.comparing.Comparing.STORE;
import static groupwatch.comparing.Comparing.admin;
import static groupwatch.comparing.Comparing.ago;
import static groupwatch.comparing.Comparing.clock;
import static groupwatch.comparing.Comparing.json;
import static groupwatch.comparing.Comparing.toTheEnd;
import static groupwatch.comparing.Rows.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class ResyncApiIT {

    @BeforeEach
    void anew() {
        Comparing.anew();
    }

    @Test
    void theSameKeyIsTheSameRun() {
        WebTestClient.RequestHeadersSpec<?> keyed =
                admin().post().uri("/accounts/acme/resync").header("Idempotency-Key", "once");
        String run = json(keyed).path("id").asString();
        assertThat(json(keyed).path("id").asString()).isEqualTo(run);
        assertThat(json(admin().post().uri("/accounts/acme/resync")).path("id").asString())
                .isNotEqualTo(run);
        assertThat(Comparing.items(admin().get().uri("/accounts/acme/resync"))).hasSize(2);
    }

    @Test
    void whatIsAskedForIsComparedFromThatDayOn() {
        LocalDate since = LocalDate.ofInstant(ago(Duration.ofDays(40)), ZoneOffset.UTC);
        EVOLUTION.rows.add(Rows.text(TEAM, "A1", "long ago", ago(Duration.ofDays(39))));
        EVOLUTION.rows.add(Rows.text(TEAM, "A2", "longer ago", ago(Duration.ofDays(42))));
        JsonNode asked = json(admin().post().uri("/accounts/acme/resync?group=" + TEAM + "&since=" + since));
        assertThat(asked.path("kind").asString()).isEqualTo("by_hand");
        assertThat(asked.path("state").asString()).isEqualTo("waiting");
        assertThat(asked.path("group").asString()).isEqualTo(TEAM);
        assertThat(asked.path("from").asString()).isEqualTo(since + "T00:00:00Z");
        toTheEnd();
        assertThat(STORE.messages).containsOnlyKeys(new StandInStore.Key(TEAM, "A1"));
        JsonNode ended = json(
                admin().get().uri("/accounts/acme/resync/" + asked.path("id").asString()));
        assertThat(ended.path("state").asString()).isEqualTo("done");
        assertThat(ended.path("end").asString()).isEqualTo("WhatsApp gave no more; 1 message filled in.");
        assertThat(ended.path("chats").toString()).isEqualTo("{\"done\":1,\"total\":1}");
        assertThat(ended.path("found").asInt()).isEqualTo(1);
    }

    @Test
    void aRunThatIsCancelledGoesNoFurther() {
        EVOLUTION.rows.add(Rows.text(TEAM, "A1", "hello", ago(Duration.ofDays(2))));
        String run = "/accounts/acme/resync/"
                + json(admin().post().uri("/accounts/acme/resync?group=" + TEAM))
                        .path("id")
                        .asString();
        JsonNode cancelled = json(admin().delete().uri(run));
        assertThat(cancelled.path("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.path("endedAt").asString()).isNotEmpty();
        assertThat(json(admin().delete().uri(run))).isEqualTo(cancelled);
        toTheEnd();
        assertThat(json(admin().get().uri(run)).path("rows").asInt()).isZero();
    }

    @Test
    void runsComeInPagesTheNewestFirst() {
        for (int i = 0; i < 5; i++) {
            json(admin().post().uri("/accounts/acme/resync"));
            clock().advance(Duration.ofSeconds(1));
        }
        JsonNode page = json(admin().get().uri("/accounts/acme/resync?limit=3"));
        JsonNode rest = json(admin().get()
                .uri(
                        "/accounts/acme/resync?limit=3&cursor={cursor}",
                        page.path("next").asString()));
        assertThat(page.path("items")).hasSize(3);
        assertThat(rest.path("items")).hasSize(2);
        assertThat(page.at("/items/0/askedAt").asString())
                .isGreaterThan(rest.at("/items/0/askedAt").asString());
        assertThat(rest.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "group=nobody,                            400",
        "group=5511999990001@s.whatsapp.net,      400",
        "since=yesterday,                         400",
        "since=2009-01-01,                        400",
        "since=2099-01-01,                        400",
        "until=2026-01-01,                        400"
    })
    void tellsWhatIsWrong(String query, int status) {
        admin().post()
                .uri("/accounts/acme/resync?" + query)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        admin().post().uri("/accounts/nobody/resync").exchange().expectStatus().isNotFound();
        admin().get().uri("/accounts/nobody/chats").exchange().expectStatus().isNotFound();
        admin().get().uri("/accounts/acme/resync/1").exchange().expectStatus().isNotFound();
        admin().delete()
                .uri("/accounts/acme/resync/00000000-0000-0000-0000-000000000000")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void callersWhoAreLimitedToGroupsDoNotSeeRuns() {
        Comparing.caller(Set.of(TEAM), "*")
                .get()
                .uri("/accounts/acme/resync")
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
