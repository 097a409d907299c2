package groupwatch.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdTest {

    @Test
    void isTheSameForTheSameHappening() {
        // a fixed value: ids must not change between versions, or consumers would see repetitions as news
        assertThat(EventId.of("MessageStored", "g@g.us", "A1", 3))
                .isEqualTo(EventId.of("MessageStored", "g@g.us", "A1", 3))
                .isEqualTo("87740493-fffc-83e5-872b-ac2d933d8118");
    }

    @Test
    void isAUuidOfVersionEight() {
        UUID id = UUID.fromString(EventId.of("x"));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void tellsApartWhatIsWrittenTheSameWhenJoined() {
        assertThat(EventId.of("x", "ab", "c")).isNotEqualTo(EventId.of("x", "a", "bc"));
        assertThat(EventId.of("x", "", "a")).isNotEqualTo(EventId.of("x", null, "a"));
        assertThat(EventId.of("x", "a")).isNotEqualTo(EventId.of("xa"));
    }
}
