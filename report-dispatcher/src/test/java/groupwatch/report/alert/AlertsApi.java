package groupwatch.report.alert;

import static groupwatch.kit.security.Scopes.SUITE_WRITE;

import groupwatch.report.testing.ReceivedMail;
import groupwatch.report.testing.RunningDispatcher;
import groupwatch.report.testing.ScriptedSmtp;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** Who is told, and what they got. */
final class AlertsApi {

    private final RunningDispatcher service;
    private final ScriptedSmtp smtp;

    AlertsApi(RunningDispatcher service, ScriptedSmtp smtp) {
        this.service = service;
        this.smtp = smtp;
    }

    /** From now on, after ten minutes. */
    void tell(String... recipients) {
        choose("{\"recipients\":" + JsonMapper.shared().writeValueAsString(recipients) + ",\"zone\":\"UTC\"}")
                .expectStatus()
                .isOk();
    }

    ResponseSpec choose(String settings) {
        return post("/settings/alerts", settings);
    }

    ResponseSpec post(String path, String body) {
        return service.caller(SUITE_WRITE)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** Mails that an address got. */
    List<ReceivedMail> mails(String to) {
        return smtp.mails().stream().filter(mail -> mail.to().equals(to)).toList();
    }

    List<String> subjects(String to) {
        return mails(to).stream().map(AlertsApi::subject).toList();
    }

    private static String subject(ReceivedMail mail) {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(mail.content().getBytes(StandardCharsets.UTF_8)))
                    .getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
