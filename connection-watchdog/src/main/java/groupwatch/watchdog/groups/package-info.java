/**
 * All groups of each account, fetched from time to time and published as snapshots: who joined or left without an event is found by whoever
 * keeps the last ones.
 *
 * <p>Reads Evolution, through {@link groupwatch.watchdog.watch.Watch}; writes the tables {@code group_syncs} and {@code account_groups}; emits
 * {@code groups.found} to {@code groupwatch.raw.groups}, one record a group. On failure: later, by the row's {@code next_at}; what was published
 * before is published again, which is no news to anybody.
 */
@NullMarked
package groupwatch.watchdog.groups;

import org.jspecify.annotations.NullMarked;
