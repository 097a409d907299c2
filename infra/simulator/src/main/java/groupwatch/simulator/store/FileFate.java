package groupwatch.simulator.store;

import java.time.Duration;

/** What becomes of somebody who asks for the file of a message. */
public sealed interface FileFate {

    FileFate WHOLE = new Whole();

    /** It is there. */
    record Whole() implements FileFate {}

    /** WhatsApp has it no longer. */
    record Expired() implements FileFate {}

    /** One byte of it is another. */
    record Corrupt() implements FileFate {}

    /** It trickles. */
    record Slow(Duration takes) implements FileFate {}
}
