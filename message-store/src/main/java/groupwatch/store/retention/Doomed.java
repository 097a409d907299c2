package groupwatch.store.retention;

import java.time.Instant;
import java.util.List;

/**
 * A message, or what waits for one, that is past its chat's limit, or was when it was looked at.
 *
 * @param since the first moment of its chat that is kept
 */
record Doomed(String scope, String id, Instant since) {

    static String[] scopes(List<Doomed> doomed) {
        return doomed.stream().map(Doomed::scope).toArray(String[]::new);
    }

    static String[] ids(List<Doomed> doomed) {
        return doomed.stream().map(Doomed::id).toArray(String[]::new);
    }

    /** As text: the driver has no array of times that keeps microseconds and every year. */
    static String[] sinces(List<Doomed> doomed) {
        return doomed.stream().map(one -> LimitColumns.text(one.since())).toArray(String[]::new);
    }
}
