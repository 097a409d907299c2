package groupwatch.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.api.Cursor;
import groupwatch.store.query.Spans.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpansTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void leavesNoTimeOutAndVisitsNoneTwice() {
        List<Span> spans = spans(null, null, true, null);
        for (int i = 0; i + 1 < spans.size(); i++) {
            assertThat(spans.get(i).to()).isEqualTo(spans.get(i + 1).from());
        }
        assertThat(spans.getFirst().from()).isBefore(Instant.parse("0001-01-02T00:00:00Z"));
        assertThat(spans.getLast().to()).isAfter(Instant.parse("9999-12-30T00:00:00Z"));
        assertThat(spans(null, null, false, null)).isEqualTo(spans.reversed());
    }

    @Test
    void beginsAtTheCursorAndKeepsToTheTimeAskedFor() {
        Instant from = Instant.parse("2026-01-01T00:00:00Z");
        Instant to = Instant.parse("2026-11-15T00:00:00Z");
        Cursor cursor = new Cursor(Instant.parse("2026-09-10T00:00:00Z"), "A", "G", false, false);
        List<Span> newestFirst = spans(from, to, false, cursor);
        assertThat(newestFirst.getLast().from()).isEqualTo(from);
        assertThat(newestFirst.getFirst().to())
                .isBetween(cursor.sentAt(), cursor.sentAt().plusMillis(1));
        List<Span> oldestFirst = spans(from, to, true, cursor);
        assertThat(oldestFirst.getFirst().from()).isEqualTo(cursor.sentAt());
        assertThat(oldestFirst.getLast().to()).isEqualTo(to);
    }

    @Test
    void nearThePresentASpanTouchesFewMonths() {
        Span present = spans(null, NOW.instant(), false, null).getFirst();
        assertThat(Duration.between(present.from(), present.to())).isLessThan(Duration.ofDays(62));
    }

    private static List<Span> spans(
            @Nullable Instant from, @Nullable Instant to, boolean oldestFirst, @Nullable Cursor start) {
        return Spans.of(new MessageFilter(Set.of(), null, from, to, null), oldestFirst, start, NOW);
    }
}
