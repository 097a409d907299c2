package groupwatch.report.compose.room;

import static groupwatch.report.compose.room.Level.BRIEF;
import static groupwatch.report.compose.room.Level.COUNTED;
import static groupwatch.report.compose.room.Level.NAMED;
import static groupwatch.report.compose.room.Level.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final Weight GROUP = new Weight(1000, 300, 50);

    @Test
    void tellsAllWholeWhenTheyFit() {
        assertThat(Room.share(Collections.nCopies(10, GROUP), 10_000))
                .containsOnly(WHOLE)
                .hasSize(10);
    }

    @Test
    void tellsTheFirstWholeThenSomeBriefThenNames() {
        List<Level> levels = Room.share(Collections.nCopies(100, GROUP), 20_000);

        assertThat(levels).isSorted().hasSize(100).contains(WHOLE, BRIEF, NAMED);
        assertThat(levels.stream().mapToInt(GROUP::at).sum()).isLessThanOrEqualTo(20_000);
        assertThat(levels).doesNotContain(COUNTED);
    }

    @Test
    void countsThoseThatHaveNoRoom() {
        assertThat(Room.share(Collections.nCopies(1000, GROUP), 20_000))
                .isSorted()
                .hasSize(1000)
                .contains(WHOLE, COUNTED);
        assertThat(Room.share(Collections.nCopies(3, GROUP), 0)).containsOnly(COUNTED);
        assertThat(Room.share(List.of(), 0)).isEmpty();
    }
}
