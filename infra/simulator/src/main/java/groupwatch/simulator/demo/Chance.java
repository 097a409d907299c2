package groupwatch.simulator.demo;

import groupwatch.simulator.world.Persona;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** All that is random in the demo: the same question gets the same answer, in this run and in the next. */
record Chance(long seed, LocalDate firstDay) {

    Random of(Object... about) {
        return new Random(ByteBuffer.wrap(digest(about)).getLong());
    }

    /** A message id as the sender's phone makes them; each person keeps to one kind of phone. */
    String id(@Nullable Persona by, Object... about) {
        String hex = HexFormat.of().withUpperCase().formatHex(digest(about));
        if (by == null) {
            return "3EB0" + hex.substring(0, 18);
        }
        return switch (Math.floorMod(by.lid().hashCode(), 4)) {
            case 0 -> "3EB0" + hex.substring(0, 18);
            case 1 -> "3A" + hex.substring(0, 18);
            default -> hex.substring(0, 32);
        };
    }

    private byte[] digest(Object... about) {
        StringBuilder question = new StringBuilder().append(seed).append('|').append(firstDay);
        for (Object part : about) {
            question.append('|').append(part);
        }
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(question.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
