package groupwatch.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.world.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Demo demo = new Demo(7, Demo.firstDayFor(TODAY));

    @Test
    void tellsTheSameHistoryTwice() {
        assertThat(new Demo(7, Demo.firstDayFor(TODAY)).history(NOON)).isEqualTo(demo.history(NOON));
    }

    @Test
    void goesOnLive() {
        List<Happening> live = demo.live(NOON).limit(300).toList();

        if (System.getProperty("show") != null) {
            demo.history(NOON.plusSeconds(86400 * 3)).forEach(System.out::println);
            live.forEach(System.out::println);
        }
        assertThat(live).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }
}
