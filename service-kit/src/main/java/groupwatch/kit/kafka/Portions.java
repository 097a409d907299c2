package groupwatch.kit.kafka;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** A poll's records in portions whose values stay under a number of bytes; a larger single record stands alone. */
final class Portions {

    private Portions() {}

    static List<List<IncomingRecord>> of(List<IncomingRecord> records, DataSize limit) {
        List<List<IncomingRecord>> portions = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int at = 0; at < records.size(); at++) {
            int size = records.get(at).value().length;
            if (at > from && bytes + size > limit.toBytes()) {
                portions.add(records.subList(from, at));
                from = at;
                bytes = 0;
            }
            bytes += size;
        }
        if (from < records.size()) {
            portions.add(records.subList(from, records.size()));
        }
        return portions;
    }
}
