package groupwatch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.mailbox.testing.RunningMailbox;
import groupwatch.mailbox.testing.SampleMails;
import groupwatch.mailbox.testing.SmtpTalk;
import jakarta.mail.Transport;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers write into mails, and other sites into a browser. */
class HostileMailIT {

    @TempDir
    Path folder;

    private RunningMailbox mailbox;

    @BeforeEach
    void start() {
        mailbox = RunningMailbox.on(folder);
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void nothingOfAMailRunsOrLoadsFromElsewhere() throws Exception {
        var html =
                "<script>alert(1)</script><img src=\"https://evil.example/pixel.png\"><form action=\"//evil.example\">";
        Transport.send(SampleMails.report(mailbox.session(), "<img src=x onerror=alert(1)>", html));
        var id = newest();

        var shown = mailbox.get("/mails/" + id + "/html");
        assertThat(shown.headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox allow-popups", "form-action 'none'", "frame-ancestors 'self'")
                .contains("img-src http://127.0.0.1:" + mailbox.httpPort() + " data:;")
                .doesNotContain("script", "allow-same-origin");
        assertThat(mailbox.get("/").headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; script-src 'self'")
                        .doesNotContain("unsafe"));
        assertThat(mailbox.get("/").body()).doesNotContain("http:", "https:");
        assertThat(mailbox.get("/mailbox.js").body())
                .contains("sandbox: 'allow-popups allow-popups-to-escape-sandbox'")
                .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write");
        var pdf = mailbox.ask("GET", "/mails/" + id + "/parts/4", HttpResponse.BodyHandlers.ofByteArray());
        assertThat(pdf.headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(pdf.headers().firstValue("content-disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void anEnvelopeWithinAMailIsNotTaken() throws Exception {
        var talk = new SmtpTalk(mailbox.smtpPort());
        assertThat(talk.deliver("a@example.com", "b@example.com", """
                X-Original-To: boss@example.com
                Received: by groupwatch-mailbox; never
                Subject: =?utf-8?q?one=0D=0ABcc:_two@example.com?=
                From: "boss" <boss@example.com>

                text
                """)).startsWith("250");

        var mail = mailbox.json("/mails").path("items").path(0);
        assertThat(mail.path("to").size()).isEqualTo(1);
        assertThat(mail.path("to").path(0).asString()).isEqualTo("b@example.com");
        assertThat(mail.path("subject").asString()).isEqualTo("one Bcc: two@example.com");
    }

    @Test
    void whatIsNoProperMailIsShownAllTheSame() throws Exception {
        var talk = new SmtpTalk(mailbox.smtpPort());
        var nested = new StringBuilder("Subject: deep\n");
        for (int depth = 0; depth < 3_000; depth++) {
            nested.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(depth, depth));
        }
        for (var odd : new String[] {
            "no header at all",
            "Content-Type: multipart/mixed\n\nno boundary",
            "Content-Type: text/html; charset=no-such-thing\n\n<b>bold</b>",
            "Content-Type: \"\"\nContent-Transfer-Encoding: nonsense\nFrom: <<<>>>,,\nSubject: =?x?y?z?=\n\ntext",
            "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGI+Ym9s!",
            nested.toString()
        }) {
            assertThat(talk.deliver("", "b@example.com", odd)).startsWith("250");
            var id = newest();
            assertThat(mailbox.get("/mails/" + id).statusCode()).as(odd).isEqualTo(200);
            assertThat(mailbox.get("/mails/" + id + "/raw").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, none, document, 403",
        "127.0.0.1.evil.example, none, document, 403",
        "127.0.0.1, cross-site, empty, 403",
        "127.0.0.1, same-site, empty, 403",
        "127.0.0.1, cross-site, iframe, 403",
        "127.0.0.1, cross-site, image, 403",
        "127.0.0.1, same-site, document, 200",
        "localhost, same-origin, empty, 200",
        "[::1], same-origin, empty, 200",
    })
    void isReadUnderThisMachinesNamesAndByItsOwnPageAlone(String host, String site, String to, int status)
            throws Exception {
        var answer = SmtpTalk.http(
                mailbox.httpPort(),
                "GET /mails HTTP/1.1\r\nHost: " + host + ":" + mailbox.httpPort() + "\r\nSec-Fetch-Site: " + site
                        + "\r\nSec-Fetch-Dest: " + to
                        + "\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("access-control-allow");
    }

    private String newest() {
        return mailbox.json("/mails?limit=1").path("items").path(0).path("id").asString();
    }
}
