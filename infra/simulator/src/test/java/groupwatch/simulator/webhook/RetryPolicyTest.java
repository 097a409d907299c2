package groupwatch.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evolution's waits between attempts. */
class RetryPolicyTest {

    private static final List<Integer> NEVER = List.of(400, 401, 403, 404, 422);
    private static final RetryPolicy DEFAULT =
            new RetryPolicy(10, Duration.ofSeconds(5), Duration.ofSeconds(300), true, 0.2, NEVER);

    @Test
    void doublesUpToFiveMinutesAndLastsAboutTwentyMinutesInAll() {
        var waits = IntStream.range(1, 10)
                .mapToObj(attempt -> DEFAULT.delay(attempt, 0.5).toSeconds())
                .toList();

        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
    }

    @Test
    void differsByAFifthButIsNeverShorterThanTheFirstWait() {
        assertThat(DEFAULT.delay(1, 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(DEFAULT.delay(1, 1)).isEqualTo(Duration.ofSeconds(6));
        assertThat(DEFAULT.delay(4, 0)).isEqualTo(Duration.ofSeconds(32));
        assertThat(DEFAULT.delay(4, 1)).isEqualTo(Duration.ofSeconds(48));
        assertThat(DEFAULT.delay(9, 1)).isEqualTo(Duration.ofSeconds(360));
    }

    @Test
    void holdsTheWaitsThatWereRecorded() {
        var recorded = new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(300), true, 0.2, NEVER);

        // retry_on_500_all_attempts_fail, then edited_failure_blocks_following_events
        for (var waits : List.of(List.of(1120, 1976, 3633), List.of(1005, 1768, 4199))) {
            for (int attempt = 1; attempt <= waits.size(); attempt++) {
                assertThat(Duration.ofMillis(waits.get(attempt - 1)))
                        .isBetween(
                                recorded.delay(attempt, 0),
                                recorded.delay(attempt, 1).plusMillis(50));
            }
        }
    }

    @Test
    void givesUpAfterTenAttemptsAndAtOnceWhereEvolutionDoes() {
        assertThat(DEFAULT.again(9, 500)).isTrue();
        assertThat(DEFAULT.again(10, 500)).isFalse();
        assertThat(NEVER).noneMatch(status -> DEFAULT.again(1, status));
        assertThat(List.of(0, 301, 408, 409, 410, 413, 429, 500, 502, 503, 504))
                .allMatch(status -> DEFAULT.again(1, status));
    }
}
