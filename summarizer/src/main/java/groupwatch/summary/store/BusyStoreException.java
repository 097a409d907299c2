package groupwatch.summary.store;

/** The message store has no turn for us, or its database is away: it said so before it gave anything. */
class BusyStoreException extends StoreUnavailableException {

    BusyStoreException() {
        super("the message store answers 503", null);
    }
}
