package groupwatch.summary.write.draft;

import org.jspecify.annotations.Nullable;

/** Something somebody is to do. */
public record Task(
        Sentence what, @Nullable String who, @Nullable String due) {}
