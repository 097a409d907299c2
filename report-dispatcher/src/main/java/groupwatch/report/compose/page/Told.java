package groupwatch.report.compose.page;

import groupwatch.report.compose.page.Mentions.Mention;
import groupwatch.report.compose.room.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A group that a mail tells of, at each level.
 *
 * @param apart named only, at any level, below what is said here; absent for a group that has something to be told
 */
record Told(
        GroupSection whole,
        GroupSection brief,
        Mention mention,
        long messages,
        @Nullable String apart) {

    Weight weight() {
        int named = Weighed.of(mention);
        return apart == null
                ? new Weight(Weighed.of(whole), Weighed.of(brief), named)
                : new Weight(named, named, named);
    }
}
