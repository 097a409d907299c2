package groupwatch.summary.plan;

import groupwatch.summary.write.Length;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was chosen for a group; absent: as the suite's settings say. */
record Choice(
        @Nullable Boolean enabled,
        @Nullable Locale language,
        @Nullable Length length,
        @Nullable LocalTime at,
        @Nullable ZoneId zone,
        @Nullable Integer minMessages,
        @Nullable List<LocalTime> alsoAt) {

    static final Choice NONE = new Choice(null, null, null, null, null, null, null);

    Plan over(Plan suite) {
        return new Plan(
                enabled == null ? suite.enabled() : enabled,
                language == null ? suite.language() : language,
                length == null ? suite.length() : length,
                at == null ? suite.at() : at,
                zone == null ? suite.zone() : zone,
                minMessages == null ? suite.minMessages() : minMessages,
                alsoAt == null ? suite.alsoAt() : alsoAt);
    }
}
