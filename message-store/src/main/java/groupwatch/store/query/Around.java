package groupwatch.store.query;

import groupwatch.store.api.Parameters;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page is asked to surround: half of it comes before, half after. */
sealed interface Around {

    /** A message of the chat. */
    record MessageId(String id) implements Around {}

    /** A time, or the beginning of a day (UTC). */
    record Moment(Instant at) implements Around {}

    /** No message id looks like a day. */
    Pattern LIKE_A_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

    static @Nullable Around of(Parameters parameters) {
        String text = parameters.text(Paging.AROUND);
        if (text == null || !LIKE_A_DAY.matcher(text).matches()) {
            return text == null ? null : new MessageId(text);
        }
        Instant at = parameters.time(Paging.AROUND);
        return at == null ? null : new Moment(at);
    }
}
