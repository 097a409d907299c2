package groupwatch.summary.ask.find;

import groupwatch.kit.security.Caller;
import groupwatch.summary.ask.when.Period;
import groupwatch.summary.ask.words.Tongue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param caller whose groups are looked through
 * @param earlier what they asked before, the newest last
 * @param groups JIDs; empty for all that the caller may see
 * @param period said beside the question; absent: what its words say
 * @param zone of the asker
 * @param now when it is asked
 * @param tongue of the question
 */
public record Wanted(
        Caller caller,
        String question,
        List<String> earlier,
        List<String> groups,
        @Nullable Period period,
        ZoneId zone,
        Instant now,
        Tongue tongue) {

    public Wanted {
        earlier = List.copyOf(earlier);
        groups = List.copyOf(groups);
    }
}
