package groupwatch.watchdog.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Message ids as many as one request takes: so many, and not too long together, for they stand in the address. */
final class IdPortions {

    private static final int MOST = 100;

    /** Servers read 4096 bytes of a request's first line. */
    private static final int LONGEST = 3_000;

    private IdPortions() {}

    static List<List<String>> of(Collection<String> ids) {
        List<List<String>> portions = new ArrayList<>();
        List<String> portion = new ArrayList<>();
        int length = 0;
        for (String id : ids) {
            // a comma is three characters there
            int more = id.length() + 3;
            if (portion.size() == MOST || !portion.isEmpty() && length + more > LONGEST) {
                portions.add(portion);
                portion = new ArrayList<>();
                length = 0;
            }
            portion.add(id);
            length += more;
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }
}
