package groupwatch.watchdog.resync;

import groupwatch.watchdog.resync.compare.Expected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message that was published because ours lacked it, or something of it.
 *
 * @param at its time at Evolution
 * @param absent whether the message itself was not there
 * @param run the one that answers for it
 * @param times published
 * @param looks since then
 */
record Suspect(
        String chat,
        String id,
        Instant at,
        LocalDate day,
        List<Expected> expected,
        boolean absent,
        @Nullable UUID run,
        int times,
        int looks) {

    Set<String> targets() {
        return Stream.concat(Stream.of(id), expected.stream().map(Expected::target))
                .collect(Collectors.toSet());
    }
}
