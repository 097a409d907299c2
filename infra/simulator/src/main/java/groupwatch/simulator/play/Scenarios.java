package groupwatch.simulator.play;

import groupwatch.simulator.chatter.Chatter;
import groupwatch.simulator.demo.Demo;
import groupwatch.simulator.world.Scenario;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The stories that can be played, by name. */
@Component
public class Scenarios {

    private final Map<String, Author> stories = Map.of(
            "chatter", (seed, begin) -> new Chatter(seed),
            "demo",
                    (seed, begin) -> new Demo(
                            seed, Demo.firstDayFor(begin.atZone(ZoneOffset.UTC).toLocalDate())));

    /** The same seed and beginning make the same story. */
    @FunctionalInterface
    private interface Author {

        Scenario write(long seed, Instant begin);
    }

    public boolean know(String name) {
        return stories.containsKey(name);
    }

    public TreeSet<String> names() {
        return new TreeSet<>(stories.keySet());
    }

    /** May take a moment: a story is written before it is told. */
    Optional<Scenario> write(String name, long seed, Instant begin) {
        return Optional.ofNullable(stories.get(name)).map(author -> author.write(seed, begin));
    }
}
