package groupwatch.media.fetch;

import java.util.UUID;

/**
 * The job's payload.
 *
 * @param anyway fetched although the settings do not want such files: somebody asked
 */
public record FetchOrder(UUID mediaId, boolean anyway) {}
