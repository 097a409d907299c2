package groupwatch.bench.reports;

import groupwatch.bench.Wait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection: mails, one after the other, until the other side goes. */
final class MailDialogue {

    private static final String MESSAGE_ID = "message-id:";

    private final Socket socket;
    private final MailPort port;
    private final MailServer server;
    private final BufferedReader in;
    private String recipient = "";
    private @Nullable Taken last;

    MailDialogue(Socket socket, MailPort port, MailServer server) throws IOException {
        this.socket = socket;
        this.port = port;
        this.server = server;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    void run() throws IOException {
        say("220 bench");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            heard();
            var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "RCPT" -> {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    server.think();
                    say("250 2.1.5 ok");
                }
                case "DATA" -> {
                    say("354 go ahead");
                    if (!content()) {
                        return;
                    }
                }
                case "QUIT" -> {
                    say("221 2.0.0 bye");
                    return;
                }
                default -> say("250 2.0.0 ok");
            }
        }
    }

    /** The other side has read the answer to the mail before. */
    private void heard() {
        if (last != null) {
            last.heard().set(true);
        }
    }

    /** Whether all of it came. With its last line it is taken, whether or not anybody is left to hear so. */
    private boolean content() throws IOException {
        var hash = sha256();
        var messageId = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                var taken = new Taken(
                        recipient, messageId, HexFormat.of().formatHex(hash.digest()), port, new AtomicBoolean());
                server.take(taken);
                last = taken;
                Wait.seconds(server.answering());
                say("250 2.0.0 queued");
                return true;
            }
            if (line.regionMatches(true, 0, MESSAGE_ID, 0, MESSAGE_ID.length()) && messageId.isEmpty()) {
                messageId = line.substring(MESSAGE_ID.length()).strip();
            }
            hash.update((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return false;
    }

    private void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
