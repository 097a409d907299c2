package groupwatch.report.plan;

import org.jspecify.annotations.Nullable;

/**
 * Who asked for a report, and how to know the same request again.
 *
 * @param subject the caller; keys of others are others
 * @param key absent: each request makes a report
 * @param contentHash of what was asked for
 */
record MadeWith(String subject, @Nullable String key, String contentHash) {}
