package groupwatch.mailbox.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks word by word, for what no proper program would say. */
public record SmtpTalk(int port) {

    /** @return what the server says to the mail */
    public String deliver(String from, String to, String mail) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            answer(answers);
            say(socket, "HELO test");
            answer(answers);
            say(socket, "MAIL FROM:<" + from + ">");
            answer(answers);
            say(socket, "RCPT TO:<" + to + ">");
            answer(answers);
            say(socket, "DATA");
            answer(answers);
            say(socket, mail.replace("\n", "\r\n") + "\r\n.");
            return answer(answers);
        }
    }

    public static String http(int port, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(BufferedReader answers) throws IOException {
        var line = answers.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = answers.readLine();
        }
        return String.valueOf(line);
    }
}
