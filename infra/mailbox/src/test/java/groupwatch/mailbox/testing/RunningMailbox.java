package groupwatch.mailbox.testing;

import groupwatch.mailbox.MailboxApplication;
import groupwatch.mailbox.receive.SmtpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole mail catcher on free ports: mails go in as any program sends them, and come out as a browser asks for them. */
public final class RunningMailbox implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningMailbox(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings as {@code groupwatch.mailbox.keep=3} */
    public static RunningMailbox on(Path folder, String... settings) {
        var all = new ArrayList<>(List.of(
                "--server.port=0", "--groupwatch.mailbox.smtp.port=0", "--groupwatch.mailbox.folder=" + folder));
        for (var setting : settings) {
            all.add("--" + setting);
        }
        return new RunningMailbox(MailboxApplication.run(all.toArray(String[]::new)));
    }

    public int httpPort() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", ""));
    }

    public int smtpPort() {
        return context.getBean(SmtpServer.class).port();
    }

    public Session session() {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(smtpPort()));
        properties.put("mail.smtp.timeout", "30000");
        properties.put("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }

    /** A short plain mail. */
    public void send(String to, String subject, String text) throws MessagingException {
        var mail = new MimeMessage(session());
        mail.setFrom(new InternetAddress("reports@groupwatch.example"));
        mail.setRecipients(MimeMessage.RecipientType.TO, to);
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    public JsonNode json(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return ask("GET", path, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return ask("DELETE", path, HttpResponse.BodyHandlers.ofString(), headers);
    }

    public <T> HttpResponse<T> ask(String method, String path, HttpResponse.BodyHandler<T> handler, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        try {
            return http.send((headers.length == 0 ? request : request.headers(headers)).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
