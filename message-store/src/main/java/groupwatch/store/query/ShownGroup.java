package groupwatch.store.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import groupwatch.events.group.Group;
import groupwatch.store.retention.RetentionDays;
import org.jspecify.annotations.Nullable;

/**
 * A group as on its topic, with what an operator chose for it.
 *
 * @param language ISO 639-1; absent: none
 * @param retentionDays absent: as the suite
 */
record ShownGroup(
        @JsonUnwrapped Group group,
        @Nullable String language,
        @Nullable RetentionDays retentionDays) {}
