package groupwatch.summary.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.kit.security.Scopes;
import groupwatch.summary.row.Day;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.DayState;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.testing.People;
import groupwatch.summary.testing.RunningSummarizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is chosen for a group is what happens to it. */
class PlanIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ZoneId KIRITIMATI = ZoneId.of("Pacific/Kiritimati");

    private final RunningSummarizer summarizer = RunningSummarizer.shared();
    private final WebTestClient writer = summarizer.caller(Scopes.SUMMARIES_WRITE, Scopes.SUMMARIES_READ);

    @Test
    void whatIsNotChosenIsAsTheSuiteSays() {
        String group = summarizer.group("Escolha");
        writer.get()
                .uri("/summaries/settings/{jid}", group)
                .exchange()
                .expectBody()
                .jsonPath("$.time")
                .isEqualTo("02:00");
        put(group, Map.of("language", "pt-BR", "time", "06:30"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.language")
                .isEqualTo("pt-BR")
                .jsonPath("$.time")
                .isEqualTo("06:30")
                .jsonPath("$.zone")
                .isEqualTo("UTC")
                .jsonPath("$.enabled")
                .isEqualTo(true);
        writer.delete()
                .uri("/summaries/settings/{jid}", group)
                .exchange()
                .expectStatus()
                .isNoContent();
        writer.get()
                .uri("/summaries/settings/{jid}", group)
                .exchange()
                .expectBody()
                .jsonPath("$.time")
                .isEqualTo("02:00");
        writer.get()
                .uri("/summaries/settings")
                .exchange()
                .expectBody()
                .jsonPath("$.length")
                .isEqualTo("normal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"zone\": \"Mars/Olympus\"}|zone",
                "{\"language\": \"klingonish language\"}|language",
                "{\"minMessages\": 0}|minMessages",
                "{\"time\": \"25:00\"}|time",
                "{\"length\": \"endless\"}|length",
                "{\"nonsense\": 1}|nonsense"
            })
    void aWrongChoiceIsRefusedByName(String body, String field) {
        String group = summarizer.group("Errada");
        String answer = new String(writer.put()
                .uri("/summaries/settings/{jid}", group)
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
        assertThat(answer).contains(field);
    }

    @Test
    void aGroupThatIsSwitchedOffIsNotSummarisedByItself() {
        String group = summarizer.group("Desligado");
        put(group, Map.of("enabled", false)).expectStatus().isOk();
        String other = summarizer.group("Ligado");
        LocalDate day = LocalDate.ofInstant(summarizer.clock().instant(), ZoneId.of("UTC"));
        passTo(day.plusDays(1).atTime(3, 0).atZone(ZoneId.of("UTC")));
        await().until(() -> day(other, day) != null);
        assertThat(day(group, day)).isNull();
    }

    @Test
    void aDayWithFewerMessagesThanWantedIsPassedOver() {
        String group = summarizer.group("Pouco");
        put(group, Map.of("minMessages", 3)).expectStatus().isOk();
        LocalDate day = LocalDate.ofInstant(summarizer.clock().instant(), ZoneId.of("UTC"));
        summarizer
                .store()
                .put(People.text(
                        group,
                        "FEW",
                        People.ANA,
                        day.atTime(9, 0).atZone(ZoneId.of("UTC")).toInstant(),
                        "The keys are at the reception until Friday."));
        passTo(day.plusDays(1).atTime(3, 0).atZone(ZoneId.of("UTC")));
        await().until(() -> day(group, day) != null && day(group, day).state() == DayState.QUIET);
        writer.post()
                .uri("/summarize/{jid}?target_date={day}", group, day)
                .exchange()
                .expectBody()
                .jsonPath("$.message_count")
                .isEqualTo(1);
    }

    /** Fourteen hours ahead of UTC: its day is over when it is ten in the morning there. */
    @Test
    void aGroupsDayIsTheOneOfItsClockAndTheDaySoFarComesWhenWanted() {
        String group = summarizer.group("Longe");
        put(group, Map.of("zone", KIRITIMATI.getId(), "also", java.util.List.of("12:00"), "language", "de"))
                .expectStatus()
                .isOk();
        ZonedDateTime now = summarizer.clock().instant().atZone(KIRITIMATI);
        LocalDate day = now.toLocalDate().plusDays(1);
        summarizer
                .store()
                .put(People.text(
                        group,
                        "ZONE",
                        People.ANA,
                        day.atTime(0, 30).atZone(KIRITIMATI).toInstant(),
                        "Die Schlüssel liegen bis Freitag an der Rezeption."));
        passTo(day.atTime(12, 1).atZone(KIRITIMATI));
        await().until(() -> summary(group, day) != null);
        assertThat(summary(group, day).summary().soFar()).isTrue();
        assertThat(summary(group, day).summary().language()).isEqualTo("de");
        assertThat(summary(group, day).summary().from())
                .isEqualTo(day.atStartOfDay(KIRITIMATI).toInstant());

        passTo(day.plusDays(1).atTime(2, 1).atZone(KIRITIMATI));
        await().until(() -> summary(group, day).summary().version() == 2);
        assertThat(summary(group, day).summary().soFar()).isFalse();
        assertThat(summary(group, day).summary().reissued()).isFalse();
    }

    private WebTestClient.ResponseSpec put(String group, Map<String, ?> body) {
        return writer.put()
                .uri("/summaries/settings/{jid}", group)
                .bodyValue(body)
                .exchange();
    }

    private SummaryVersion summary(String group, LocalDate day) {
        return summarizer.get(SummaryRows.class).latest(group, day).block(PATIENCE);
    }

    private Day day(String group, LocalDate day) {
        return summarizer.get(DayRows.class).find(group, day).block(PATIENCE);
    }

    private void passTo(ZonedDateTime time) {
        Duration ahead = Duration.between(summarizer.clock().instant(), time.toInstant());
        if (ahead.isPositive()) {
            summarizer.clock().advance(ahead);
        }
    }
}
