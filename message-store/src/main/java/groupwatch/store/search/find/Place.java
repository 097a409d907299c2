package groupwatch.store.search.find;

import groupwatch.store.message.MessageKey;
import java.time.Instant;

/** Where a message stands among all, newest first: by time, id and scope. */
record Place(Instant sentAt, String id, String scope) {

    /** After everything that was sent then or later. */
    static Place before(Instant time) {
        return new Place(time, "", "");
    }

    static Place of(Hit hit) {
        MessageKey key = hit.key();
        return new Place(hit.sentAt(), key.id(), key.scope());
    }
}
