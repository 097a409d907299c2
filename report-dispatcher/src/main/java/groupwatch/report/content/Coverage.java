package groupwatch.report.content;

import java.time.Instant;
import java.util.List;

/**
 * What is known about whether the messages of the time are all there.
 *
 * @param down when links were down, in the order of time
 * @param filledIn messages that were filled in afterwards
 * @param missing messages that are suspected to be missing still
 */
public record Coverage(List<Down> down, long filledIn, long missing) {

    /** Nothing to tell: no gap, or nobody knows. */
    public static final Coverage WHOLE = new Coverage(List.of(), 0, 0);

    public Coverage {
        down = List.copyOf(down);
    }

    /**
     * A link was down.
     *
     * @param account whose
     */
    public record Down(String account, Instant from, Instant until) {}
}
