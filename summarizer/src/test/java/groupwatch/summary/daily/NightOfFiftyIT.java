package groupwatch.summary.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.summary.Summary;
import groupwatch.kit.jobs.JobRow;
import groupwatch.kit.jobs.JobState;
import groupwatch.kit.security.Scopes;
import groupwatch.summary.row.SummaryRows;
import groupwatch.summary.row.SummaryVersion;
import groupwatch.summary.testing.AnthropicStub;
import groupwatch.summary.testing.FakeStore;
import groupwatch.summary.testing.People;
import groupwatch.summary.testing.RunningSummarizer;
import groupwatch.summary.testing.StubAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Days summarised by a model: fifty groups in a night, by two replicas; the vendor away; the budget spent. */
class NightOfFiftyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int GROUPS = 50;
    private static final int CONCURRENCY = 8;
    private static final String ANSWER = """
            {"overview": [{"text": "The keys are at the reception until Friday.", "cites": [1]}],
             "topics": [], "decisions": [], "action_items": [], "open_questions": [], "urgent": []}
            """;

    private static FakeStore store;
    private static AnthropicStub vendor;
    private static RunningSummarizer.Servers servers;
    private static RunningSummarizer one;
    private static RunningSummarizer other;

    @BeforeAll
    static void start() {
        store = new FakeStore();
        vendor = new AnthropicStub();
        servers = RunningSummarizer.servers();
        one = replica();
        other = replica();
    }

    private static RunningSummarizer replica() {
        return RunningSummarizer.start(
                store,
                servers,
                "--groupwatch.summary.model.url=" + vendor.url(),
                "--groupwatch.summary.model.key=key",
                "--groupwatch.summary.model.attempts=1",
                "--groupwatch.summary.model.concurrency=" + CONCURRENCY,
                "--groupwatch.summary.daily.concurrency=" + CONCURRENCY,
                "--groupwatch.summary.daily.look-every=PT1H",
                // whatever the time of day: yesterday is due
                "--groupwatch.summary.daily.at=00:00",
                "--groupwatch.summary.budget.daily-usd=1");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        vendor.close();
        store.close();
        servers.broker().kill();
    }

    @Test
    void fiftyGroupsAreSharedByTwoReplicasAndEachIsAskedForOnce() {
        vendor.reset();
        vendor.answers(StubAnswer.text(ANSWER).tokens(100, 20).after(Duration.ofMillis(200)));
        LocalDate day = today().minusDays(1);
        List<String> groups =
                IntStream.range(0, GROUPS).mapToObj(number -> group(day)).toList();
        due();
        await().untilAsserted(() -> assertThat(groups)
                .allSatisfy(group -> assertThat(summary(group, day)).isNotNull()));

        assertThat(vendor.requests()).hasSize(GROUPS);
        assertThat(vendor.peak()).isGreaterThanOrEqualTo(CONCURRENCY).isLessThanOrEqualTo(2 * CONCURRENCY);
        assertThat(groups).allSatisfy(group -> {
            Summary written = summary(group, day).summary();
            assertThat(written.provider()).isEqualTo("anthropic");
            assertThat(written.version()).isEqualTo(1);
            assertThat(written.tokens().input()).isEqualTo(100);
            assertThat(written.cost()).isPositive();
            assertThat(written.content().overview().getFirst().messages())
                    .hasSize(1)
                    .allMatch(id -> id.startsWith("NIGHT-"));
        });
        groups.forEach(store::forget);
    }

    @Test
    void anOverloadedVendorDelaysASummaryAndLosesNone() {
        vendor.reset();
        vendor.answers(StubAnswer.error(529, "overloaded_error", "Overloaded").header("retry-after", "2"));
        LocalDate day = today().minusDays(1);
        String group = group(day);
        due();
        await().until(() -> job(group, day) != null && job(group, day).lastError() != null);
        assertThat(job(group, day).state()).isNotEqualTo(JobState.FAILED);
        assertThat(job(group, day).attempts()).isLessThanOrEqualTo(1);

        vendor.answers(StubAnswer.text(ANSWER).tokens(100, 20));
        await().until(() -> summary(group, day) != null);
        store.forget(group);
    }

    @Test
    void whenTheBudgetIsSpentNobodyIsAskedAndThatIsSaid() {
        vendor.reset();
        vendor.answers(StubAnswer.text(ANSWER).tokens(2_000_000, 20));
        LocalDate day = today().minusDays(1);
        String dear = group(day);
        due();
        await().until(() -> summary(dear, day) != null);
        assertThat(summary(dear, day).summary().cost()).isGreaterThan(BigDecimal.ONE);

        int asked = vendor.requests().size();
        String group = group(day);
        due();
        await().until(() -> job(group, day) != null && job(group, day).lastError() != null);
        assertThat(job(group, day).lastError()).containsIgnoringCase("budget");
        one.caller(Scopes.SUMMARIES_WRITE)
                .post()
                .uri("/summarize/{jid}?target_date={day}", group, day)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).containsIgnoringCase("budget"))
                .jsonPath("$.type")
                .value(String.class, type -> assertThat(type).endsWith("/budget-spent"));
        one.caller(Scopes.SUITE_READ)
                .get()
                .uri("/summaries/usage")
                .exchange()
                .expectBody()
                .jsonPath("$.budget.level")
                .isEqualTo("spent");
        assertThat(vendor.requests()).hasSize(asked);

        // there is a new budget tomorrow
        vendor.answers(StubAnswer.text(ANSWER).tokens(100, 20));
        one.clock().advance(Duration.ofDays(1));
        other.clock().advance(Duration.ofDays(1));
        await().until(() -> summary(group, day) != null);
        store.forget(dear);
        store.forget(group);
    }

    private static String group(LocalDate day) {
        String group = one.group("Noite");
        Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
        store.put(People.text(group, "NIGHT-" + group, People.ANA, at, "The keys are at the reception until Friday."));
        return group;
    }

    /** Both replicas look at once. */
    private static void due() {
        one.get(DailyRun.class)
                .run(false)
                .zipWith(other.get(DailyRun.class).run(false))
                .block(PATIENCE);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(one.clock().instant(), ZoneOffset.UTC);
    }

    private static SummaryVersion summary(String group, LocalDate day) {
        return one.get(SummaryRows.class).latest(group, day).block(PATIENCE);
    }

    private static JobRow job(String group, LocalDate day) {
        return one.get(SummaryJobs.class).find(SummaryJobs.key(group, day)).block(PATIENCE);
    }
}
