package groupwatch.report.read;

import groupwatch.kit.security.Caller;
import java.util.Set;

/** As whom others are asked: with no more scopes than needed, and limited to the groups of the report. */
final class Callers {

    /** A token goes in a header, which servers take up to 8 KB of. */
    static final int MOST_GROUPS = 100;

    private static final String NAME = "report-dispatcher";

    private Callers() {}

    /** @param groups empty, or too many for a token: all; then the answers are looked through for these */
    static Caller of(Set<String> groups, String... scopes) {
        return new Caller(NAME, Set.of(scopes), groups.isEmpty() || groups.size() > MOST_GROUPS ? null : groups);
    }
}
