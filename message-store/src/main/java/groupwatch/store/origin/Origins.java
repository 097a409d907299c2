package groupwatch.store.origin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * How many messages of one day a linked account saw, each counted once, by the best way it came to know them.
 *
 * @param day of sending, UTC
 * @param webhook as it happened
 * @param history in a history chunk after linking
 * @param resync fetched from the gateway's store
 * @param imported from an exported chat
 */
record Origins(
        LocalDate day,
        String account,
        long webhook,
        long history,
        long resync,
        @JsonProperty("import") long imported) {}
