package groupwatch.store.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a live event: it comes back from browsers, and from whoever makes one up. */
class SeenTest {

    @Test
    void readsBackWhatItWrote() {
        Seen seen = new Seen(Map.of(7, 20L, 3, 1288L));
        assertThat(seen).hasToString("3-1288.7-20");
        assertThat(Objects.requireNonNull(Seen.parse("3-1288.7-20")).offsets()).isEqualTo(seen.offsets());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "1-", "-1", "1-2-3", "1-2.", "1--2", "1-2.1-3", "1-99999999999999999999"})
    void anythingElseIsNone(String text) {
        assertThat(Seen.parse(text)).isNull();
    }

    @Test
    void knowsWhatItHasSeen() {
        Seen seen = new Seen(Map.of(3, 10L));
        assertThat(seen.advance(3, 9)).isFalse();
        assertThat(seen.advance(3, 10)).isTrue();
        assertThat(seen.advance(3, 10)).isFalse();
        seen.advance(Map.of(3, 20L));
        assertThat(seen.advance(3, 19)).isFalse();
        assertThat(seen).hasToString("3-20");
    }
}
