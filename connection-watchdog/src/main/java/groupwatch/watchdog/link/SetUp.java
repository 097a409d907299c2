package groupwatch.watchdog.link;

import groupwatch.events.link.Link;
import groupwatch.kit.evolution.InstanceRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance as it is after a look at it.
 *
 * @param state {@code open}, {@code connecting}, {@code close}, {@code refused}
 * @param row what Evolution's database says of it
 * @param created whether it was made just now
 * @param repaired what was set right, as {@code webhook}, {@code settings}
 * @param version of its Evolution; absent where that was not to be learnt
 * @param warnings what is to be told to people
 */
public record SetUp(
        String state,
        InstanceRow row,
        boolean created,
        List<String> repaired,
        @Nullable String version,
        List<Link.Warning> warnings) {

    public SetUp {
        repaired = List.copyOf(repaired);
        warnings = List.copyOf(warnings);
    }
}
