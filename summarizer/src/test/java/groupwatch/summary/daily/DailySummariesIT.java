package groupwatch.summary.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.message.Message;
import groupwatch.events.message.Reply;
import groupwatch.events.summary.Summary;
import groupwatch.kit.security.Scopes;
import groupwatch.summary.row.Day;
import groupwatch.summary.row.DayRows;
import groupwatch.summary.row.DayState;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.testing.People;
import groupwatch.summary.testing.RunningSummarizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days are summarised by themselves, once; what changes afterwards is written anew, once. Time passes as the tests say. */
class DailySummariesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String OLD = "The meeting with the suppliers moves to Thursday at 15:00 in the small office.";
    private static final String OTHER = "Bruno will send the signed contract to the bank before Friday.";

    private final RunningSummarizer summarizer = RunningSummarizer.shared();

    @Test
    void aDayIsSummarisedByItselfWhenItsTimeComesAndToldOnce() {
        String group = summarizer.group("Vendas");
        LocalDate day = today();
        summarizer.store().put(People.text(group, "DUE-1", People.ANA, at(day, 9), OLD));
        summarizer.store().put(People.text(group, "DUE-2", People.BRUNO, at(day, 10), OTHER));
        passTo(day.plusDays(1), 3);

        await().until(() -> summary(group, day) != null);
        SummaryVersion version = summary(group, day);
        assertThat(version.summary().provider()).isEqualTo(Summary.EXTRACTIVE);
        assertThat(version.summary().messages()).isEqualTo(2);
        assertThat(version.sources().keySet()).isNotEmpty().isSubsetOf("DUE-1", "DUE-2");
        await().untilAsserted(() -> assertThat(summarizer.told(group))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.date()).isEqualTo(day);
                    assertThat(told.version()).isEqualTo(1);
                    assertThat(told.groupName()).isEqualTo("Vendas");
                    assertThat(told.content()).isEqualTo(version.summary().content());
                }));
    }

    @Test
    void daysThatCameDueWhileNobodyLookedAreMadeUpFor() {
        String group = summarizer.group("Atraso");
        LocalDate day = today();
        // known from today on
        passTo(day, 23);
        await().until(() -> day(group, day.minusDays(1)) != null);
        for (int number = 0; number < 3; number++) {
            summarizer.store().put(People.text(group, "LATE-" + number, People.ANA, at(day.plusDays(number), 9), OLD));
        }
        passTo(day.plusDays(3), 3);
        await().until(() -> summary(group, day) != null
                && summary(group, day.plusDays(1)) != null
                && summary(group, day.plusDays(2)) != null);
    }

    @Test
    void aDayWithoutMessagesIsNotWritten() {
        String group = summarizer.group("Silêncio");
        LocalDate day = today();
        passTo(day.plusDays(1), 3);
        await().until(() -> state(group, day) == DayState.EMPTY);
        assertThat(summary(group, day)).isNull();
    }

    @Test
    void aLateMessageReissuesExactlyOneSummaryOnTheNextRunThatSaysSo() {
        String group = summarizer.group("Tarde");
        LocalDate day = written(group, "RE");
        Message late = People.text(
                group,
                "RE-LATE",
                People.ANA,
                at(day, 21),
                "Correction: the fair opens at 18:30 in hall B on Saturday.");
        summarizer.store().put(late);
        summarizer.announce(late);
        await().until(() -> day(group, day).changedAt() != null);
        assertThat(summary(group, day).summary().version()).isEqualTo(1);

        passTo(today().plusDays(1), 3);
        await().until(() -> summary(group, day).summary().version() == 2);
        assertThat(summary(group, day).summary().reissued()).isTrue();
        assertThat(summary(group, day).summary().messages()).isEqualTo(3);
        assertThat(day(group, day).changedAt()).isNull();

        passTo(today().plusDays(1), 3);
        await().until(() -> state(group, today().minusDays(1)) == DayState.EMPTY);
        assertThat(summary(group, day).summary().version()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(versionsTold(group, day)).containsExactly(1, 2));
    }

    @Test
    void aMessageThatWasReadAlreadyReissuesNothing() {
        String group = summarizer.group("Repetida");
        LocalDate day = written(group, "SEEN");
        summarizer.announce(summarizer.store().find(group, "SEEN-1"));
        await().until(() -> day(group, day).changedAt() != null);
        passTo(today().plusDays(1), 3);
        await().until(() -> day(group, day).changedAt() == null);
        assertThat(summary(group, day).summary().version()).isEqualTo(1);
        assertThat(versionsTold(group, day)).containsExactly(1);
    }

    @Test
    void whatWasRevokedOrEditedIsInNoSummaryAnyMoreAlsoNotInOlderVersions() {
        String group = summarizer.group("Retirada");
        LocalDate day = written(group, "GONE");
        assertThat(json(group, day)).contains("Thursday at 15:00").contains("signed contract");

        Message revoked = People.revoked(summarizer.store().find(group, "GONE-1"));
        Message edited = People.edited(
                summarizer.store().find(group, "GONE-2"),
                "Bruno will send the draft of the lease to the notary before Friday.");
        summarizer.store().put(revoked);
        summarizer.store().put(edited);
        summarizer.announceRevoked(revoked);
        summarizer.announceEdited(edited);
        await().until(() -> day(group, day).changes() >= 2);
        passTo(today().plusDays(1), 3);
        await().until(() -> summary(group, day).summary().version() == 2);

        List<SummaryVersion> versions = summarizer
                .get(SummaryRows.class)
                .history(group, day, 10)
                .collectList()
                .block(PATIENCE);
        assertThat(versions)
                .hasSize(2)
                .allSatisfy(version -> assertThat(version.summary().content().toString())
                        .doesNotContain("15:00")
                        .doesNotContain("signed contract"));
        assertThat(versions.getFirst().summary().content().toString()).contains("draft of the lease");
        assertThat(versions.getLast().withdrawn()).isPositive();
    }

    /** A quote shows what was said when it was quoted. */
    @Test
    void whatAReplyQuotesIsNotTakenFromTheQuote() {
        String group = summarizer.group("Citação");
        LocalDate day = today();
        Message old = People.text(group, "QUOTED", People.ANA, at(day.minusDays(3), 9), OLD);
        summarizer.store().put(People.revoked(old));
        summarizer
                .store()
                .put(People.reply(
                        group,
                        "QUOTING",
                        People.BRUNO,
                        at(day, 10),
                        "I agree with this proposal completely.",
                        new Reply("QUOTED", People.ANA, OLD)));
        passTo(day.plusDays(1), 3);
        await().until(() -> summary(group, day) != null);
        assertThat(json(group, day)).doesNotContain("Thursday").contains("I agree");
    }

    /** What was answered on another day is retold by its answer. */
    @Test
    void whenAnAnsweredMessageOfAnotherDayIsRevokedTheDayOfItsAnswerIsWrittenAnew() {
        String group = summarizer.group("Resposta");
        LocalDate day = today();
        Message old = People.text(
                group,
                "ANSWERED",
                People.ANA,
                at(day.minusDays(1), 9),
                "Who brings the projector on Thursday at 15:00?");
        summarizer.store().put(old);
        summarizer
                .store()
                .put(People.reply(
                        group,
                        "ANSWER",
                        People.BRUNO,
                        at(day, 10),
                        "I will bring it, and the long cable too.",
                        new Reply("ANSWERED", People.ANA, "")));
        passTo(day.plusDays(1), 3);
        await().until(() -> summary(group, day) != null && day(group, day).state() == DayState.WRITTEN);

        Message revoked = People.revoked(old);
        summarizer.store().put(revoked);
        summarizer.announceRevoked(revoked);
        await().until(() -> day(group, day).changedAt() != null);
        passTo(today().plusDays(1), 3);
        await().until(() -> summary(group, day).summary().version() == 2);
        assertThat(summarizer
                        .get(SummaryRows.class)
                        .history(group, day, 10)
                        .collectList()
                        .block(PATIENCE))
                .allSatisfy(version ->
                        assertThat(version.summary().content().toString()).doesNotContain("projector"));
    }

    @Test
    void whenEverythingWasRevokedTheTopicIsTold() {
        String group = summarizer.group("Vazio");
        LocalDate day = written(group, "ALL");
        for (String id : List.of("ALL-1", "ALL-2")) {
            Message revoked = People.revoked(summarizer.store().find(group, id));
            summarizer.store().put(revoked);
            summarizer.announceRevoked(revoked);
        }
        await().until(() -> day(group, day).changes() >= 2);
        passTo(today().plusDays(1), 3);
        await().until(() -> state(group, day) == DayState.EMPTY);
        await().untilAsserted(() -> assertThat(summarizer.told(group))
                .filteredOn(told -> told.date().equals(day))
                .last()
                .satisfies(told -> {
                    assertThat(told.version()).isEqualTo(2);
                    assertThat(told.content().isEmpty()).isTrue();
                }));
        summarizer
                .caller(Scopes.SUMMARIES_READ)
                .get()
                .uri("/summaries/{jid}/{date}", group, day)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    /** A transcript may come long after its message. */
    @Test
    void wordsThatBecomeKnownLaterAreSummarisedOnTheNextRun() {
        String group = summarizer.group("Áudio");
        LocalDate day = today();
        Message silent = People.voice(group, "VOICE", People.ANA, at(day, 9), null);
        summarizer.store().put(silent);
        passTo(day.plusDays(1), 3);
        await().until(() -> state(group, day) == DayState.EMPTY);

        Message heard = People.voice(group, "VOICE", People.ANA, at(day, 9), OLD);
        summarizer.store().put(heard);
        summarizer.announceFile(heard);
        await().until(() -> day(group, day).changedAt() != null);
        passTo(today().plusDays(1), 3);
        await().until(() -> summary(group, day) != null);
        assertThat(json(group, day)).contains("Thursday at 15:00");
    }

    @Test
    void theMessageStoreAwayDelaysASummaryAndLosesNone() {
        String group = summarizer.group("Fora");
        LocalDate day = today();
        summarizer.store().put(People.text(group, "AWAY-1", People.ANA, at(day, 9), OLD));
        summarizer.store().away(true);
        try {
            summarizer
                    .get(SummaryJobs.class)
                    .due(group, day)
                    .doOnNext(recorded -> summarizer.get(SummaryJobs.class).announce())
                    .block(PATIENCE);
            await().until(() -> lastError(group, day) != null);
            assertThat(lastError(group, day)).contains("the message store answers 503");
        } finally {
            summarizer.store().away(false);
        }
        passTo(day.plusDays(1), 3);
        await().until(() -> summary(group, day) != null);
    }

    private String lastError(String group, LocalDate day) {
        return summarizer
                .get(SummaryJobs.class)
                .find(SummaryJobs.key(group, day))
                .mapNotNull(job -> job.lastError())
                .block(PATIENCE);
    }

    /** A day of two messages that is over and summarised. */
    private LocalDate written(String group, String prefix) {
        LocalDate day = today();
        summarizer.store().put(People.text(group, prefix + "-1", People.ANA, at(day, 9), OLD));
        summarizer.store().put(People.text(group, prefix + "-2", People.BRUNO, at(day, 10), OTHER));
        passTo(day.plusDays(1), 3);
        await().until(() -> summary(group, day) != null && day(group, day).state() == DayState.WRITTEN);
        return day;
    }

    private List<Integer> versionsTold(String group, LocalDate day) {
        return summarizer.told(group).stream()
                .filter(told -> told.date().equals(day))
                .map(Summary::version)
                .toList();
    }

    private String json(String group, LocalDate day) {
        return new String(summarizer
                .caller(Scopes.SUMMARIES_READ)
                .get()
                .uri("/summaries/{jid}/{date}", group, day)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    private SummaryVersion summary(String group, LocalDate day) {
        return summarizer.get(SummaryRows.class).latest(group, day).block(PATIENCE);
    }

    private Day day(String group, LocalDate day) {
        return summarizer.get(DayRows.class).find(group, day).block(PATIENCE);
    }

    private DayState state(String group, LocalDate day) {
        Day row = day(group, day);
        return row == null ? null : row.state();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(summarizer.clock().instant(), ZoneOffset.UTC);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    /** Time only goes forward. */
    private void passTo(LocalDate day, int hour) {
        Duration ahead = Duration.between(summarizer.clock().instant(), at(day, hour));
        if (ahead.isPositive()) {
            summarizer.clock().advance(ahead);
        }
    }
}
