package groupwatch.servers;

/** What PostgreSQL promises of a committed transaction. */
public enum Durability {
    /** Kept, also over a power cut: fsync and synchronous commit. For everything a user may want to see again. */
    DURABLE,
    /** Kept as long as the operating system lives: much faster, for tests. */
    FAST
}
