/**
 * Who wrote how much when, per chat and quarter of an hour. Whoever changes a message marks its quarter dirty in the same
 * transaction; a job counts dirty quarters anew; the view {@code activity_now} is exact in between.
 */
@NullMarked
package groupwatch.store.activity;

import org.jspecify.annotations.NullMarked;
