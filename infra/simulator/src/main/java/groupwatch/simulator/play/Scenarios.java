package groupwatch.simulator.play;

import groupwatch.simulator.chatter.Chatter;
import groupwatch.simulator.world.Scenario;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/** The stories that can be played, by name. */
@Component
public class Scenarios {

    private final Map<String, LongFunction<Scenario>> stories = Map.of("chatter", Chatter::new, "demo", Chatter::new);

    public Optional<Scenario> find(String name, long seed) {
        return Optional.ofNullable(stories.get(name)).map(story -> story.apply(seed));
    }

    public Set<String> names() {
        return stories.keySet();
    }
}
