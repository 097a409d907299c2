package groupwatch.simulator.store;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted.
 *
 * @param keyId empty: any
 * @param chat empty: any
 * @param between absent: of any time
 * @param rest what else must be so
 */
public record Search(String keyId, String chat, @Nullable Between between, Predicate<KeptMessage> rest) {

    /** Seconds, both ends included. */
    public record Between(long from, long to) {}

    public static Search of(String keyId, String chat) {
        return new Search(keyId, chat, null, row -> true);
    }

    boolean fits(KeptMessage row) {
        return (keyId.isEmpty() || row.keyId().equals(keyId))
                && (chat.isEmpty() || row.chat().equals(chat))
                && (between == null || row.timestamp() >= between.from() && row.timestamp() <= between.to())
                && rest.test(row);
    }
}
