package groupwatch.media.text;

import org.jspecify.annotations.Nullable;

/** @param pages as the document says */
public record ReadText(@Nullable Integer pages, @Nullable String text) {}
