package groupwatch.summary.transcript;

import groupwatch.events.message.MessageType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a summary was made of, as a hash: which messages, in which words. Names and reactions are left out; a summary is not written anew
 * because somebody is called otherwise or liked something later.
 */
public final class Fingerprint {

    private static final int SHORT = 16;

    /** Votes of a poll are counted after its options; they come and go without changing what was asked. */
    private static final Pattern VOTES = Pattern.compile(" [0-9]+(?=[;)])");

    private Fingerprint() {}

    /** SHA-256 of all lines, lower-case hexadecimal. */
    public static String of(Transcript transcript) {
        MessageDigest digest = sha256();
        transcript.lines().forEach(line -> add(digest, line));
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The beginning of the hash of one line, and of what it answers: whoever retells an answer may retell that too.
     *
     * @param answered the line that it answers, where that is of the same day
     */
    public static String of(Line line, @Nullable Line answered) {
        MessageDigest digest = sha256();
        add(digest, line);
        if (answered != null) {
            add(digest, answered);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
    }

    private static void add(MessageDigest digest, Line line) {
        add(digest, line.id());
        add(digest, line.type().wire());
        add(digest, line.type() == MessageType.POLL ? VOTES.matcher(line.text()).replaceAll("") : line.text());
        add(digest, Objects.requireNonNullElse(line.replyWords(), ""));
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
