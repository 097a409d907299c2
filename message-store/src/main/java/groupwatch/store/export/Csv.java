package groupwatch.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import groupwatch.events.identity.Person;
import groupwatch.events.message.Media;
import groupwatch.events.message.Message;
import groupwatch.store.query.ShownMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * RFC 4180 with a header, UTF-8. Texts that a spreadsheet would take for a formula begin with an apostrophe, see
 * {@link SpreadsheetText}.
 *
 * @param zone of the times
 * @param bom whether the file says that it is UTF-8, which Excel needs to hear
 */
record Csv(ZoneId zone, boolean bom) implements Format {

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** The header, in the order of {@link #cells}. */
    static final List<String> COLUMNS = List.of(
            "date",
            "time",
            "sender",
            "phone",
            "from_me",
            "type",
            "text",
            "reply_to",
            "file_name",
            "file_type",
            "file_size",
            "seconds",
            "url",
            "transcript",
            "reactions",
            "edited_at",
            "revoked_at",
            "sent_at",
            "id",
            "chat",
            "sender_jid",
            "accounts");

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public MediaType mediaType() {
        return MediaType.parseMediaType("text/csv;charset=utf-8;header=present");
    }

    @Override
    public void begin(ByteArrayOutputStream out) {
        if (bom) {
            out.writeBytes(BOM);
        }
        line(COLUMNS, out);
    }

    @Override
    public void write(ShownMessage shown, ByteArrayOutputStream out) {
        line(cells(shown.message()), out);
    }

    private static void line(List<?> cells, ByteArrayOutputStream out) {
        StringBuilder line = new StringBuilder(256);
        try {
            CSVFormat.RFC4180.printRecord(line, cells.toArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        out.writeBytes(line.toString().getBytes(UTF_8));
    }

    private List<@Nullable Object> cells(Message message) {
        Person sender = message.sender();
        Media media = message.media();
        return Arrays.asList(
                local(message.sentAt(), DATE),
                local(message.sentAt(), TIME),
                sender == null ? null : text(sender.name()),
                sender == null ? null : sender.phone(),
                message.fromMe(),
                message.type().wire(),
                text(message.text()),
                message.replyTo() == null ? null : text(message.replyTo().id()),
                media == null ? null : text(media.fileName()),
                media == null ? null : text(media.mime()),
                media == null ? null : media.size(),
                media == null ? null : media.seconds(),
                media == null ? null : text(media.url()),
                media == null ? null : text(media.transcript()),
                text(reactions(message)),
                offset(message.editedAt()),
                offset(message.revokedAt()),
                offset(message.sentAt()),
                text(message.id()),
                text(message.chat()),
                sender == null ? null : text(sender.jid()),
                text(String.join(" ", message.instances())));
    }

    /** As {@code 👍 3 ❤️ 1}. */
    private static String reactions(Message message) {
        Map<String, Long> counted = message.reactions().stream()
                .collect(Collectors.groupingBy(reaction -> reaction.emoji(), TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private @Nullable String local(@Nullable Instant time, DateTimeFormatter format) {
        return time == null ? null : format.format(time.atZone(zone));
    }

    private @Nullable String offset(@Nullable Instant time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : SpreadsheetText.of(text);
    }
}
