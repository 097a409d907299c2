package groupwatch.simulator.instance;

import groupwatch.simulator.media.Noise;
import groupwatch.simulator.wire.Event;
import java.time.Instant;

/**
 * A share of the events gets lost on the way out. Which ones depends on what they say: the same seed loses the same ones.
 *
 * @param percent 0 to 100
 * @param all whether everything may get lost, or only what is said of messages
 */
public record Losses(double percent, long seed, Instant until, boolean all) {

    static final Losses NONE = new Losses(0, 0, Instant.MIN, false);

    private static final int PRECISION = 1_000_000;

    boolean takes(Event event, Instant now) {
        return percent > 0
                && now.isBefore(until)
                && (all || event.ofMessages())
                && Noise.number(seed + event.name() + '/' + subject(event), PRECISION) < percent / 100 * PRECISION;
    }

    private static String subject(Event event) {
        var data = event.data();
        var id = data.path("key")
                .path("id")
                .asString(data.path("keyId").asString(data.path("id").asString("")));
        return id.isEmpty() ? data.toString() : id;
    }
}
