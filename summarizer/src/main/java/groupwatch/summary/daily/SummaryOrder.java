package groupwatch.summary.daily;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The job's payload.
 *
 * @param soFar whether the day so far is wanted, which nobody needs any more when the day is over
 * @param asked whether somebody asks for it, however little was said
 * @param anewAfter the version after which it is to be written anew although nothing changed; absent: only when something did
 */
record SummaryOrder(
        String group,
        LocalDate day,
        boolean soFar,
        boolean asked,
        @Nullable Integer anewAfter) {}
