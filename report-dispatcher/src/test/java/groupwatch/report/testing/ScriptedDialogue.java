package groupwatch.report.testing;

import groupwatch.report.testing.Conversation.Moment;
import groupwatch.report.testing.Conversation.Reaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;

/** One connection of a scripted mail server. */
final class ScriptedDialogue {

    private final Conversation script;
    private final List<String> commands;
    private final List<ReceivedMail> mails;
    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private String from = "";
    private String to = "";

    ScriptedDialogue(Socket socket, Conversation script, List<String> commands, List<ReceivedMail> mails)
            throws IOException {
        this.script = script;
        this.commands = commands;
        this.mails = mails;
        this.socket = socket;
        this.in = reader(socket);
        this.out = socket.getOutputStream();
    }

    void run() throws IOException, InterruptedException {
        if (!react(Moment.CONNECT, "220 scripted ready")) {
            return;
        }
        String line = in.readLine();
        while (line != null) {
            commands.add(line);
            if (!take(line)) {
                return;
            }
            line = in.readLine();
        }
    }

    private boolean take(String line) throws IOException, InterruptedException {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "EHLO", "HELO" -> react(Moment.HELLO, hello());
            case "STARTTLS" -> encrypt();
            case "AUTH" -> react(Moment.AUTH, "235 2.7.0 welcome");
            case "MAIL" -> {
                from = address(line);
                yield react(Moment.MAIL, "250 2.1.0 sender ok");
            }
            case "RCPT" -> {
                to = address(line);
                yield react(Moment.RCPT, "250 2.1.5 recipient ok");
            }
            case "DATA" -> react(Moment.DATA, "354 go ahead") && (refused(Moment.DATA) || content());
            case "QUIT" -> {
                react(Moment.QUIT, "221 2.0.0 bye");
                yield false;
            }
            default -> say("250 2.0.0 ok");
        };
    }

    private String hello() {
        List<String> lines = new ArrayList<>(List.of("scripted"));
        if (!(socket instanceof SSLSocket)) {
            lines.addAll(script.offers());
        } else {
            script.offers().stream().filter(offer -> !offer.equals("STARTTLS")).forEach(lines::add);
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            all.append(i == lines.size() - 1 ? "250 " : "250-")
                    .append(lines.get(i))
                    .append("\r\n");
        }
        return all.toString().strip();
    }

    private boolean encrypt() throws IOException, InterruptedException {
        if (!react(Moment.STARTTLS, "220 2.0.0 go ahead") || refused(Moment.STARTTLS)) {
            return true;
        }
        SSLSocket encrypted = TestCertificate.encrypted(socket);
        encrypted.startHandshake();
        socket = encrypted;
        in = reader(socket);
        out = socket.getOutputStream();
        return true;
    }

    private boolean content() throws IOException, InterruptedException {
        StringBuilder content = new StringBuilder();
        boolean begun = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return taken(content.toString());
            }
            content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            if (!begun && script.reactions().containsKey(Moment.CONTENT_BEGUN)) {
                begun = true;
                if (!react(Moment.CONTENT_BEGUN, "")) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean taken(String content) throws IOException, InterruptedException {
        if (!refused(Moment.CONTENT)) {
            mails.add(new ReceivedMail(from, to, socket instanceof SSLSocket, content));
        }
        return react(Moment.CONTENT, "250 2.0.0 queued as " + mails.size());
    }

    /** Whether the connection goes on. */
    private boolean react(Moment moment, String usual) throws IOException, InterruptedException {
        Reaction reaction = script.reactions().get(moment);
        return switch (reaction) {
            case null -> say(usual);
            case Reaction.Answer answer -> say(answer.line());
            case Reaction.HangUp hangUp -> false;
            case Reaction.Silence silence -> {
                new CountDownLatch(1).await();
                yield false;
            }
        };
    }

    private boolean refused(Moment moment) {
        return script.reactions().get(moment) instanceof Reaction.Answer answer
                && answer.line().charAt(0) > '3';
    }

    private boolean say(String lines) throws IOException {
        out.write((lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }

    private static String address(String line) {
        int begin = line.indexOf('<');
        int end = line.indexOf('>', begin);
        return begin < 0 || end < 0 ? "" : line.substring(begin + 1, end);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }
}
