package groupwatch.kit.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals and signs. Each purpose is a word of its own, such as {@code email-password}: what was sealed or signed for one is worth nothing for another.
 * The keys in use are derived from the one in the file (HKDF-SHA256), so no two uses share one, and no two services that were
 * given the same file.
 */
public final class SuiteSecret {

    private static final String VERSION = "v1";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 4;

    private final SecureRandom random = new SecureRandom();
    private final String service;
    private final byte[] key;
    private final SecretKey sealing;
    private final String name;

    /**
     * @param service its word, such as {@code report}; another one opens nothing of what was sealed before
     * @param key 32 bytes
     */
    public SuiteSecret(String service, byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key takes 32 bytes");
        }
        this.service = service;
        this.key = key.clone();
        this.sealing = derived("seal");
        this.name = HexFormat.of().formatHex(Arrays.copyOf(derived("name").getEncoded(), NAME_BYTES));
        // what the first use loads from disk is loaded now, and not on an event loop
        open("start", seal("start", ""));
    }

    /**
     * Another text each time, of which nothing but the length can be learnt.
     *
     * @return ASCII: version, name of the key, nonce with ciphertext
     */
    public String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = ciphered(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return VERSION + "." + name + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** @throws UnopenableException when it was sealed with another key or for another purpose, or was changed */
    public String open(String purpose, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new UnopenableException("This was not sealed here.", null);
        }
        if (!parts[1].equals(name)) {
            throw new UnopenableException("This was sealed with another key.", null);
        }
        try {
            byte[] both = Base64.getUrlDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] rest = Arrays.copyOfRange(both, Math.min(NONCE_BYTES, both.length), both.length);
            return new String(ciphered(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UnopenableException("This was sealed for something else, or was changed.", e);
        }
    }

    /** HMAC-SHA256, 32 bytes; the same each time. Compare with {@link java.security.MessageDigest#isEqual}. */
    public byte[] mac(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derived("mac " + purpose));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not to be had", e);
        }
    }

    private byte[] ciphered(int mode, String purpose, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM says no", e);
        }
    }

    private SecretKey derived(String use) {
        try {
            byte[] info = ("groupwatch." + service + " " + use).getBytes(StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not to be had", e);
        }
    }

    @Override
    public String toString() {
        return "SuiteSecret[" + name + "]";
    }
}
