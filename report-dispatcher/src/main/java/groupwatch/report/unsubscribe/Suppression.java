package groupwatch.report.unsubscribe;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants no more mail.
 *
 * @param address in lower case
 * @param report absent: all reports
 */
record Suppression(String address, @Nullable UUID report, Instant since, How how) {}
