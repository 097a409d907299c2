package groupwatch.summary.read;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.security.Scopes;
import groupwatch.summary.testing.People;
import groupwatch.summary.testing.RunningSummarizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A day's summary on request, and what is there of days. */
class SummarizeIT {

    private static final String HOSTILE =
            "<script>alert(1)</script> The delivery of the new tables comes on Monday at 09:00.";

    private final RunningSummarizer summarizer = RunningSummarizer.shared();
    private final WebTestClient writer = summarizer.caller(Scopes.SUMMARIES_WRITE, Scopes.SUMMARIES_READ);

    @Test
    void aDayThatNobodySummarisedIsWrittenAndThenThereAlready() {
        String group = summarizer.group("Pedido");
        LocalDate day = daysAgo(40);
        summarizer.store().put(People.text(group, "NOW-1", People.ANA, at(day, 9), HOSTILE));
        summarize(group, "target_date=" + day)
                .jsonPath("$.cached")
                .isEqualTo(false)
                .jsonPath("$.message_count")
                .isEqualTo(1)
                .jsonPath("$.date")
                .isEqualTo(day.toString())
                .jsonPath("$.details.provider")
                .isEqualTo("extractive")
                .jsonPath("$.summary")
                .value(
                        String.class,
                        markdown -> assertThat(markdown)
                                .contains("delivery of the new tables", "/groups/")
                                .doesNotContain("<script>"));
        summarize(group, "target_date=" + day).jsonPath("$.cached").isEqualTo(true);
        summarize(group, "target_date=" + day + "&force=true")
                .jsonPath("$.cached")
                .isEqualTo(false)
                .jsonPath("$.details.version")
                .isEqualTo(2);
        read(group, day, MediaType.APPLICATION_JSON).jsonPath("$.version").isEqualTo(2);
        assertThat(text(group, day, MediaType.TEXT_HTML))
                .contains("delivery of the new tables")
                .doesNotContain("<script>");
        assertThat(text(group, day, MediaType.TEXT_MARKDOWN))
                .contains("delivery of the new tables")
                .doesNotContain("<script>");
        get("/summaries/" + group + "/" + day + "/history")
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].version")
                .isEqualTo(2);
    }

    @Test
    void aDayOnWhichNothingWasSaidHasAClearAnswer() {
        String group = summarizer.group("Nada");
        summarize(group, "target_date=" + daysAgo(40))
                .jsonPath("$.summary")
                .isEqualTo("No messages on this date.")
                .jsonPath("$.message_count")
                .isEqualTo(0)
                .jsonPath("$.details")
                .doesNotExist();
    }

    @Test
    void ofTodayItIsTheDaySoFar() {
        String group = summarizer.group("Hoje");
        LocalDate today = daysAgo(0);
        summarizer.store().put(People.text(group, "SO-FAR-1", People.ANA, at(today, 0), HOSTILE));
        summarize(group, "target_date=" + today).jsonPath("$.details.soFar").isEqualTo(true);
    }

    @Test
    void whoMayNotSeeAGroupIsToldThatThereIsNone() {
        String group = summarizer.group("Fechado");
        LocalDate day = daysAgo(40);
        summarizer.store().put(People.text(group, "SHUT-1", People.ANA, at(day, 9), HOSTILE));
        summarize(group, "target_date=" + day);
        WebTestClient other =
                summarizer.caller(Set.of("120363000000009999@g.us"), Scopes.SUMMARIES_READ, Scopes.SUMMARIES_WRITE);
        other.get()
                .uri("/summaries/{jid}/{date}", group, day)
                .exchange()
                .expectStatus()
                .isNotFound();
        other.get()
                .uri("/summaries/{jid}/{date}/history", group, day)
                .exchange()
                .expectStatus()
                .isNotFound();
        other.post().uri("/summarize/{jid}", group).exchange().expectStatus().isNotFound();
        other.get()
                .uri("/summaries/settings/{jid}", group)
                .exchange()
                .expectStatus()
                .isNotFound();
        other.get()
                .uri("/summaries?group={jid}", group)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        other.get()
                .uri("/summaries")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        get("/summaries?group=" + group).jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void listsGoOnWhereThePageBeforeEnded() {
        String group = summarizer.group("Páginas");
        List<LocalDate> days = List.of(daysAgo(41), daysAgo(42), daysAgo(43));
        days.forEach(day -> {
            summarizer.store().put(People.text(group, "PAGE-" + day, People.ANA, at(day, 9), HOSTILE));
            summarize(group, "target_date=" + day);
        });
        String[] next = new String[1];
        get("/summaries?limit=2&group=" + group)
                .jsonPath("$.items[0].date")
                .isEqualTo(days.get(0).toString())
                .jsonPath("$.items[1].date")
                .isEqualTo(days.get(1).toString())
                .jsonPath("$.next")
                .value(String.class, cursor -> next[0] = cursor);
        get("/summaries?limit=2&group=" + group + "&cursor=" + next[0])
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].date")
                .isEqualTo(days.get(2).toString())
                .jsonPath("$.next")
                .doesNotExist();
        get("/summaries?group=" + group + "&from=" + days.get(2) + "&to=" + days.get(1))
                .jsonPath("$.items.length()")
                .isEqualTo(1);
    }

    @Test
    void wrongOrdersAreAnsweredWithWhatIsWrong() {
        String group = summarizer.group("Errado");
        wrong("/summarize/" + group + "?target_date=yesterday", "target_date");
        wrong("/summarize/" + group + "?target_date=" + daysAgo(-2), "target_date");
        wrong("/summarize/" + group + "?date=2026-01-01", "date");
        wrong("/summarize/" + group + "?force=maybe", "force");
        wrong("/summarize/nonsense", "jid");
        writer.post()
                .uri("/summarize/120363999999999999@g.us")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theMessageStoreAwayIsSaidSo() {
        String group = summarizer.group("Longe");
        summarizer.store().away(true);
        try {
            writer.post()
                    .uri("/summarize/{jid}", group)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After");
        } finally {
            summarizer.store().away(false);
        }
    }

    private void wrong(String uri, String parameter) {
        writer.post()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(parameter);
    }

    private WebTestClient.BodyContentSpec summarize(String group, String query) {
        return writer.post()
                .uri("/summarize/" + group + "?" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private WebTestClient.BodyContentSpec get(String uri) {
        return writer.get().uri(uri).exchange().expectStatus().isOk().expectBody();
    }

    private WebTestClient.BodyContentSpec read(String group, LocalDate day, MediaType type) {
        return writer.get()
                .uri("/summaries/{jid}/{date}", group, day)
                .accept(type)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private String text(String group, LocalDate day, MediaType type) {
        return new String(read(group, day, type).returnResult().getResponseBodyContent());
    }

    private LocalDate daysAgo(int days) {
        return LocalDate.ofInstant(summarizer.clock().instant(), ZoneOffset.UTC).minusDays(days);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
}
