package groupwatch.store.message;

import groupwatch.events.message.Origin;

/** That a linked account saw a message. */
record Sighting(String instance, boolean fromMe, Origin origin) {

    Sighting merge(Sighting other) {
        return new Sighting(
                instance, fromMe || other.fromMe, origin.compareTo(other.origin) <= 0 ? origin : other.origin);
    }
}
