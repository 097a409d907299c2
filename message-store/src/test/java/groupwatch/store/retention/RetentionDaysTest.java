package groupwatch.store.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.store.MessageStoreProperties.Retention;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits in days, and the moments they stand for. */
class RetentionDaysTest {

    private static final Instant LIMIT = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void keepsTodayAndSoManyDaysBefore() {
        LocalDate today = LocalDate.parse("2026-03-03");
        assertThat(new RetentionDays(2).keptSince(today)).isEqualTo(LIMIT);
        assertThat(new RetentionDays(0).keptSince(today)).isEqualTo(KeptSince.ALWAYS);
    }

    @Test
    void aGroupWithoutALimitOfItsOwnHasTheSuites() {
        KeptSince keptSince = new KeptSince(LIMIT, Map.of("a@g.us", KeptSince.ALWAYS));
        assertThat(keptSince.keeps("a@g.us", Instant.EPOCH)).isTrue();
        assertThat(keptSince.keeps("b@g.us", LIMIT)).isTrue();
        assertThat(keptSince.keeps("b@g.us", LIMIT.minusNanos(1))).isFalse();
        assertThat(keptSince.keeps(null, LIMIT.minusNanos(1))).isFalse();
        assertThat(keptSince.earliest()).isEqualTo(KeptSince.ALWAYS);
        assertThat(keptSince.latest()).isEqualTo(LIMIT);
        assertThat(keptSince.keepsAll()).isFalse();
        assertThat(new KeptSince(KeptSince.ALWAYS, Map.of("a@g.us", KeptSince.ALWAYS)).keepsAll())
                .isTrue();
    }

    @Test
    void theSettingTakesWholeDaysAndSaysSo() {
        assertThat(new Retention(null).days()).isNull();
        assertThat(new Retention(Duration.ofDays(365)).days()).isEqualTo(365);
        for (Duration wrong :
                new Duration[] {Duration.ZERO, Duration.ofDays(-1), Duration.ofHours(36), Duration.ofDays(36_501)}) {
            assertThatThrownBy(() -> new Retention(wrong))
                    .hasMessageContaining("groupwatch.store.retention.messages")
                    .hasMessageContaining("365d");
        }
    }
}
