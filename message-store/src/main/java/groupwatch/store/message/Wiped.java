package groupwatch.store.message;

import java.util.List;

/** What may still be shown of a revoked message whose content is to be wiped: that it was there, and who reacted. */
final class Wiped {

    private Wiped() {}

    static Known of(Known known) {
        return new Known(
                known.message().wiped(),
                known.revision(),
                known.sightings(),
                List.of(),
                known.revokes(),
                known.reactions(),
                List.of(),
                known.receipts(),
                known.calls(),
                null);
    }
}
