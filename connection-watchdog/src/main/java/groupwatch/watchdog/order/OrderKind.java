package groupwatch.watchdog.order;

/** What a person can ask to be done to a link. */
public enum OrderKind {
    /** Look at it now. */
    CHECK,
    /** Take up the session, or show codes; the argument is a phone number, for a code to be typed there. */
    CONNECT,
    /** Restart the instance. */
    RESTART,
    /** End the session. */
    LOG_OUT,
    /** Delete the instance at Evolution. */
    DELETE
}
