package groupwatch.report.read;

import groupwatch.events.summary.Summary;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the summarizer said when it was asked for a day. */
public sealed interface Asked {

    /** It is there: for a day that is over, or for a day so far. */
    record Written(Summary summary) implements Asked {}

    /** Nothing was said that day that can be summarised. */
    record Nothing() implements Asked {}

    /**
     * It is being written, or cannot be written now.
     *
     * @param retryAfter when it is worth another try; absent: never
     * @param failure what went wrong, a sentence without content; absent when nothing did
     */
    record NotReady(@Nullable Duration retryAfter, @Nullable String failure) implements Asked {}

    /** The day's budget for language models is spent. */
    record BudgetSpent() implements Asked {}
}
