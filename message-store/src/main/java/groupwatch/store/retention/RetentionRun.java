package groupwatch.store.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has done.
 *
 * @param running whether it is still at work
 * @param finishedAt absent while something is left to do
 * @param messages deleted, with all that was known of them
 * @param facts deleted that waited for a message which never came
 * @param months dropped, as 2026-01
 */
record RetentionRun(
        boolean running,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long messages,
        long facts,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> months) {}
