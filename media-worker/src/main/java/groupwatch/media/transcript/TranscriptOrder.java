package groupwatch.media.transcript;

import java.util.UUID;

/** The job's payload. */
record TranscriptOrder(UUID mediaId) {}
