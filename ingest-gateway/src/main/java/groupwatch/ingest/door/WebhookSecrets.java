package groupwatch.ingest.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The secrets that are valid now. Comparing takes as long for a near miss as for nonsense, whichever secret it misses. */
final class WebhookSecrets {

    private final List<byte[]> hashes;

    WebhookSecrets(List<String> secrets) {
        hashes = secrets.stream().map(WebhookSecrets::hash).toList();
    }

    boolean contain(String candidate) {
        byte[] hash = hash(candidate);
        boolean found = false;
        for (byte[] known : hashes) {
            found |= MessageDigest.isEqual(known, hash);
        }
        return found;
    }

    // hashes have one length, so that not even the secret's length shows
    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
