/**
 * An Evolution API 2.3.7 that needs no phone. A story ({@link groupwatch.simulator.world}) or a REST call in → told in Evolution's words
 * ({@link groupwatch.simulator.wire}) → kept in its own message store, and sent as webhooks with Evolution's retries. When the receiver
 * is away, webhooks wait in memory and are given up after ten attempts; when the simulator stops, they are lost, as they are there.
 */
@NullMarked
package groupwatch.simulator;

import org.jspecify.annotations.NullMarked;
