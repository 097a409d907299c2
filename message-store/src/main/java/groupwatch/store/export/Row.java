package groupwatch.store.export;

import groupwatch.store.message.MessageKey;
import java.time.Instant;
import java.util.List;

/**
 * A message on the way, not yet loaded.
 *
 * @param size stored bytes of text and content, about
 * @param wanted whether it passes the filter
 */
record Row(MessageKey key, Instant sentAt, long size, boolean wanted) {

    /** The beginning of these rows that is no more than a portion: so many wanted ones, so many bytes, but at least one. */
    static List<Row> portion(List<Row> rows, int most, long mostBytes) {
        int wanted = 0;
        long bytes = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).wanted()) {
                wanted++;
                bytes += rows.get(i).size();
                boolean tooMuch = wanted > most || bytes > mostBytes;
                if (tooMuch && wanted > 1) {
                    return rows.subList(0, i);
                }
            }
        }
        return rows;
    }
}
