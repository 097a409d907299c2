package groupwatch.report.unsubscribe;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the link of a mail carries: the report, and a proof that is another for each address. No address is in it.
 *
 * @param proof {@value #PROOF_BYTES} bytes
 */
record Ticket(UUID report, byte[] proof) {

    static final int PROOF_BYTES = 16;

    private static final int BYTES = 16 + PROOF_BYTES;
    private static final int LENGTH = 43;

    /** Absent when it is none, whoever made it. */
    static @Nullable Ticket read(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != BYTES) {
                return null;
            }
            UUID report = new UUID(bytes.getLong(), bytes.getLong());
            byte[] proof = new byte[PROOF_BYTES];
            bytes.get(proof);
            return new Ticket(report, proof);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** As it stands in an address. */
    String text() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(report.getMostSignificantBits())
                .putLong(report.getLeastSignificantBits())
                .put(proof)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
