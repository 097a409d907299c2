package groupwatch.mailbox.keep;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From whom and for whom a mail came, as the sender's server said; its own headers may say otherwise (a blind copy names nobody). It stands
 * in front of the mail as mail servers write it when they deliver.
 */
public record Envelope(String from, List<String> to) {

    private static final String FROM = "Return-Path: ";
    private static final String TO = "X-Original-To: ";
    /** The last line that is ours: what looks like an envelope after it was written by the sender. */
    private static final String END = "Received: by groupwatch-mailbox; ";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public Envelope {
        from = plain(from);
        to = to.stream().map(Envelope::plain).toList();
    }

    byte[] lines(Instant receivedAt) {
        var lines = new StringBuilder();
        lines.append(FROM).append('<').append(from).append(">\r\n");
        to.forEach(address -> lines.append(TO).append(address).append("\r\n"));
        lines.append(END).append(DATE.format(receivedAt)).append("\r\n");
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param head the beginning of a kept mail */
    static Envelope read(List<String> head) {
        var from = "";
        var to = new ArrayList<String>();
        for (var line : head) {
            if (line.startsWith(END)) {
                break;
            }
            if (line.startsWith(FROM)) {
                from = line.substring(FROM.length()).replaceAll("[<>]", "");
            } else if (line.startsWith(TO)) {
                to.add(line.substring(TO.length()));
            }
        }
        return new Envelope(from, to);
    }

    private static String plain(String address) {
        return address.replaceAll("\\p{Cntrl}", "");
    }
}
