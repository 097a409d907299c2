package groupwatch.media;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Removing what nobody needs.
 *
 * @param minAge objects, claims and temporary files younger than this are left alone: somebody may be about to name them
 * @param bodiesFor how long webhooks are kept that were too large for a record: as long as the raw topics
 */
public record SweepSettings(
        @DefaultValue("24h") Duration minAge,
        @DefaultValue("30d") Duration bodiesFor) {}
