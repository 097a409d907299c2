package groupwatch.simulator.webhook;

import groupwatch.simulator.wire.Event;

/**
 * An event to be sent.
 *
 * @param copies how often the very same request is made: 2 is what a receiver sees that was too slow to answer
 * @param settled called once, when it was delivered or given up
 */
public record Parcel(Event event, int copies, Runnable settled) {

    public static Parcel of(Event event) {
        return new Parcel(event, 1, () -> {});
    }
}
