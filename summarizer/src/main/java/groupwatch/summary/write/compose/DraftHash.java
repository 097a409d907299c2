package groupwatch.summary.write.compose;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.SummaryContent;
import groupwatch.summary.model.LanguageModel;
import groupwatch.summary.transcript.Fingerprint;
import groupwatch.summary.transcript.Transcript;
import groupwatch.summary.write.Wish;
import groupwatch.summary.write.prompt.Numbered;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a piece of a day is made of, as a hash: the same messages in the same words, for the same wish, by the same model. */
final class DraftHash {

    private final Numbered messages;
    private final Wish wish;
    private final LanguageModel model;

    DraftHash(Numbered messages, Wish wish, LanguageModel model) {
        this.messages = messages;
        this.wish = wish;
        this.model = model;
    }

    /** Of messages, and of what they answer elsewhere in the day: its beginning is shown beside the answer. */
    String part(List<Integer> numbers) {
        Set<Integer> shown = Set.copyOf(numbers);
        List<Integer> answered = numbers.stream()
                .flatMap(number -> Stream.ofNullable(messages.answered(number)))
                .filter(number -> !shown.contains(number))
                .distinct()
                .sorted()
                .toList();
        return hash(Stream.of(
                "part",
                fingerprint(numbers),
                fingerprint(answered),
                messages.transcript().zone().getId(),
                wish.language().toLanguageTag(),
                wish.length().word(),
                model.provider(),
                model.name()));
    }

    /** Of all parts of the day. */
    static String whole(List<String> parts) {
        return hash(Stream.concat(Stream.of("whole"), parts.stream()));
    }

    /** Of what was found in parts. */
    static String merge(String whole, List<SummaryContent> drafts, int sentences) {
        return hash(Stream.concat(
                Stream.of("merge", whole, String.valueOf(sentences)),
                drafts.stream().map(EventCodec.mapper()::writeValueAsString)));
    }

    private String fingerprint(List<Integer> numbers) {
        Transcript transcript = messages.transcript();
        return Fingerprint.of(
                transcript.with(numbers.stream().map(messages::line).toList()));
    }

    private static String hash(Stream<String> pieces) {
        MessageDigest digest = sha256();
        pieces.map(piece -> piece.getBytes(StandardCharsets.UTF_8)).forEach(bytes -> {
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
