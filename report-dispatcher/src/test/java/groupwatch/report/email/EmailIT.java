package groupwatch.report.email;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.security.Scopes;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.mailing.Mailing;
import groupwatch.report.mail.Delivery;
import groupwatch.report.mail.Mail;
import groupwatch.report.mail.SendMail;
import groupwatch.report.testing.Conversation;
import groupwatch.report.testing.Conversation.Moment;
import groupwatch.report.testing.ReceivedMail;
import groupwatch.report.testing.ResendReply;
import groupwatch.report.testing.ResendStub;
import groupwatch.report.testing.ScriptedSmtp;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings over HTTP: secrets go in and never out. */
class EmailIT {

    private static final String PASSWORD = "hunter2-and-more-of-it";
    private static final String NULL_PASS =
            "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"pass\": null}";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Mailing mailing = Mailing.shared();
    private final WebTestClient admin = mailing.admin();
    private final ScriptedSmtp server = ScriptedSmtp.start();

    @BeforeEach
    void forget() {
        mailing.database().execute("DELETE FROM report.email_settings");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingIsSetAtFirst() {
        assertThat(read(admin)).isEqualTo(JSON.readTree("{\"source\": \"none\"}"));
        assertThat(send().said()).contains("No mail server is set");
        assertThat(send()).isInstanceOf(Delivery.Unusable.class);
        assertThat(tried(Map.of("to", "ana@example.org")).path("result").asString())
                .isEqualTo("unusable");
    }

    @Test
    void whatIsChosenIsShownWithoutItsPasswordAndSealedInItsRow() throws SQLException {
        JsonNode shown = choose(Map.of(
                "host", "mail.example.org",
                "user", "reports",
                "pass", PASSWORD,
                "from", "reports@BÜCHER.example",
                "fromName", "Chor, Orgel",
                "replyTo", "admins@example.org"));
        assertThat(shown).isEqualTo(read(admin)).isEqualTo(JSON.readTree("""
                {"source": "chosen", "host": "mail.example.org", "port": 587, "user": "reports", "pass": "********",
                 "tls": "starttls", "checkCertificate": true, "from": "reports@xn--bcher-kva.example",
                 "fromName": "Chor, Orgel", "replyTo": "admins@example.org"}
                """));
        assertThat(row()).doesNotContain("hunter2").contains("|v1.");
    }

    @Test
    void anAnswerSentBackKeepsThePasswordAndOneWithoutRemovesIt() {
        server.always(Conversation.willing().offering("AUTH PLAIN"));
        choose(smtp(Map.of("user", "reports", "pass", PASSWORD)));
        JsonNode shown = read(admin);
        assertThat(choose(settings(shown, "fromName", "Renamed")).path("pass").asString())
                .isEqualTo("********");
        assertThat(send()).isInstanceOf(Delivery.Accepted.class);
        assertThat(server.commands()).contains("AUTH PLAIN " + base64("reports\0reports\0" + PASSWORD));
        assertThat(server.mails().getFirst().header("From")).startsWith("Renamed");

        assertThat(choose(JSON.readTree(NULL_PASS)).has("pass")).isFalse();
    }

    /** Whoever may change the settings may not read the password: no server of theirs is told it. */
    @ParameterizedTest
    @CsvSource({
        "host, evil.example",
        "host, resend",
        "port, 588",
        "user, somebody",
        "tls, starttls-optional",
        "tls, none",
        "checkCertificate, false",
    })
    void aPasswordThatIsKeptGoesNowhereElse(String field, String value) {
        choose(Map.of("host", "mail.example.org", "user", "reports", "pass", PASSWORD, "from", "reports@example.org"));
        JsonNode before = read(admin);
        Object changed = field.equals("port")
                ? (Object) Integer.valueOf(value)
                : field.equals("checkCertificate") ? (Object) Boolean.valueOf(value) : value;
        Map<String, Object> settings = settings(before, field, changed);
        refusesToKeep("/settings/email", settings);
        settings.put("to", "ana@example.org");
        refusesToKeep("/settings/email/test", settings);
        assertThat(read(admin)).isEqualTo(before);
    }

    @Test
    void anApiKeyThatIsKeptGoesToNoMailServer() {
        choose(Map.of("host", "resend", "pass", ResendStub.KEY, "from", "reports@example.org"));
        Map<String, Object> settings = smtp(Map.of("user", "reports", "pass", "********"));
        refusesToKeep("/settings/email", settings);
        settings.put("to", "ana@example.org");
        refusesToKeep("/settings/email/test", settings);
        assertThat(server.commands()).isEmpty();
        // Resend takes no port, user or encryption from here
        choose(Map.of("host", "resend", "port", 25, "tls", "none", "pass", "********", "from", "new@example.org"));
    }

    @Test
    void aPasswordIsKeptWithTheSameEncryptionOrMore() {
        choose(smtp(Map.of("user", "reports", "pass", PASSWORD, "checkCertificate", false)));
        for (String tls : List.of("starttls-optional", "starttls", "implicit", "starttls")) {
            Map<String, Object> settings = smtp(Map.of("user", "reports", "pass", "********", "tls", tls));
            assertThat(choose(settings).path("pass").asString()).isEqualTo("********");
        }
    }

    private void refusesToKeep(String path, Map<String, Object> settings) {
        post(admin, path, settings)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo("pass")
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail))
                        .contains("must be given again for another server, user or weaker encryption"));
    }

    @Test
    void theConfiguredOnesCountUntilSomebodyChoosesAndAgainWhenTheyAreForgotten() {
        try (Mailing configured = Mailing.start(
                TestDatabase.create("configured"),
                "--groupwatch.report.email.host=127.0.0.1",
                "--groupwatch.report.email.port=" + server.port(),
                "--groupwatch.report.email.tls=none",
                "--groupwatch.report.email.from=configured@example.org")) {
            WebTestClient caller = configured.admin();
            assertThat(read(caller).path("source").asString()).isEqualTo("configured");
            assertThat(read(caller).path("from").asString()).isEqualTo("configured@example.org");
            post(caller, "/settings/email", smtp(Map.of())).expectStatus().isOk();
            assertThat(read(caller).path("source").asString()).isEqualTo("chosen");
            caller.delete().uri("/settings/email").exchange().expectStatus().isOk();
            assertThat(read(caller).path("source").asString()).isEqualTo("configured");
            configured.get(SendMail.class).send(mail()).block(PATIENCE);
            assertThat(server.mails().getFirst().from()).isEqualTo("configured@example.org");
        }
    }

    @Test
    void theOlderNamesAreKnown() {
        JsonNode shown = choose(Map.of(
                "host", "mail.example.org",
                "port", 465,
                "tls", true,
                "from_email", "reports@example.org",
                "from_name", "WhatsApp Monitor"));
        assertThat(shown.path("from").asString()).isEqualTo("reports@example.org");
        assertThat(shown.path("fromName").asString()).isEqualTo("WhatsApp Monitor");
        assertThat(shown.path("tls").asString()).isEqualTo("implicit");
        assertThat(choose(smtp(Map.of("tls", true))).path("tls").asString()).isEqualTo("starttls");
        assertThat(choose(smtp(Map.of("tls", false))).path("tls").asString()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\": \"a@example.org\"}|host",
                "{\"host\": \"mail example\", \"from\": \"a@example.org\"}|host",
                "{\"host\": \"mail.example.org\"}|from",
                "{\"host\": \"mail.example.org\", \"from\": \"a\"}|from",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\\r\\nBcc: x@example.org\"}|from",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"replyTo\": \"josé@example.org\"}|replyTo",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"port\": 0}|port",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"port\": \"587\"}|port",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"tls\": \"ssl\"}|tls",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"fromName\": \"a\\u0000b\"}|fromName",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"checkCertificate\": \"no\"}|checkCertificate",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"from_email\": \"a@example.org\"}|from_email",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"password\": \"x\"}|password",
                "{\"host\": \"Resend\", \"from\": \"a@example.org\"}|pass",
                "{\"host\": \"mail.example.org\", \"from\": \"a@example.org\", \"pass\": \"********\"}|pass",
            })
    void whatIsWrongIsRefusedByName(String body, String field) {
        post(admin, "/settings/email", JSON.readTree(body))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.parameter")
                .isEqualTo(field);
        assertThat(read(admin).path("source").asString()).isEqualTo("none");
    }

    @Test
    void onlyWhoSeesTheWholeSuiteSeesThem() {
        mailing.anonymous()
                .get()
                .uri("/settings/email")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        for (WebTestClient other : List.of(
                mailing.caller(null, Scopes.REPORTS_READ, Scopes.REPORTS_WRITE),
                mailing.caller(Set.of("1@g.us"), Scopes.SUITE_READ, Scopes.SUITE_WRITE))) {
            other.get().uri("/settings/email").exchange().expectStatus().isForbidden();
            other.delete().uri("/settings/email").exchange().expectStatus().isForbidden();
            post(other, "/settings/email", smtp(Map.of())).expectStatus().isForbidden();
            post(other, "/settings/email/test", Map.of("to", "ana@example.org"))
                    .expectStatus()
                    .isForbidden();
        }
        WebTestClient reader = mailing.caller(null, Scopes.SUITE_READ);
        reader.get().uri("/settings/email").exchange().expectStatus().isOk();
        post(reader, "/settings/email/test", Map.of("to", "ana@example.org"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aTestMailIsARealOneAndSaysWhatTheServerSaid() {
        choose(smtp(Map.of()));
        JsonNode tried = tried(Map.of("to", "ana@example.org"));
        assertThat(tried).isEqualTo(JSON.readTree("{\"result\": \"accepted\", \"said\": \"250 2.0.0 queued as 1\"}"));
        ReceivedMail mail = server.mails().getFirst();
        assertThat(mail.to()).isEqualTo("ana@example.org");
        assertThat(mail.header("Subject")).isEqualTo("Groupwatch: the e-mail settings work");
        assertThat(mail.content()).contains("text/plain").contains("text/html").contains("This is a test mail");

        server.next(Conversation.willing().answering(Moment.RCPT, "550 5.1.1 no such user"));
        JsonNode refused = tried(Map.of("to", "nobody@example.org"));
        assertThat(refused.path("result").asString()).isEqualTo("refused");
        assertThat(refused.path("said").asString()).contains("550 5.1.1 no such user");
        post(admin, "/settings/email/test", Map.of("to", "ana@")).expectStatus().isBadRequest();
        post(admin, "/settings/email/test", Map.of()).expectStatus().isBadRequest();
    }

    @Test
    void settingsCanBeTriedBeforeTheyAreChosen() {
        Map<String, Object> settings = new HashMap<>(smtp(Map.of("from", "new@example.org")));
        settings.put("to", "ana@example.org");
        assertThat(tried(settings).path("result").asString()).isEqualTo("accepted");
        assertThat(server.mails().getFirst().from()).isEqualTo("new@example.org");
        assertThat(read(admin).path("source").asString()).isEqualTo("none");
    }

    /** A server that repeats what it was told is not believed with it. */
    @Test
    void thePasswordIsNotInWhatIsSaid() {
        server.always(Conversation.willing()
                .offering("AUTH PLAIN")
                .answering(Moment.AUTH, "535 5.7.8 " + PASSWORD + " and " + base64(PASSWORD) + " are wrong"));
        choose(smtp(Map.of("user", "reports", "pass", PASSWORD)));
        String said = tried(Map.of("to", "ana@example.org")).path("said").asString();
        assertThat(said).contains("535 5.7.8 ******** and ******** are wrong");
    }

    @Test
    void aPasswordOfAnotherKeyIsToBeSetAgain() {
        choose(smtp(Map.of("user", "reports", "pass", PASSWORD)));
        try (Mailing other = Mailing.start(mailing.database())) {
            WebTestClient caller = other.admin();
            JsonNode shown = read(caller);
            assertThat(shown.path("problem").asString()).contains("another key").contains("set it again");
            Delivery delivery = other.get(SendMail.class).send(mail()).block(PATIENCE);
            assertThat(delivery).isInstanceOf(Delivery.Unusable.class);
            assertThat(delivery.said()).contains("set it again");
            post(caller, "/settings/email/test", Map.of("to", "ana@example.org"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.result")
                    .isEqualTo("unusable");
            post(caller, "/settings/email", settings(shown, "fromName", "Renamed"))
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.parameter")
                    .isEqualTo("pass");
            post(caller, "/settings/email", smtp(Map.of("user", "reports", "pass", "new")))
                    .expectStatus()
                    .isOk();
            assertThat(read(caller).has("problem")).isFalse();
        }
    }

    @Test
    void resendsQuotaIsShown() {
        choose(Map.of("host", "resend", "pass", ResendStub.KEY, "from", "reports@example.org"));
        long before = read(admin).path("quota").path("day").path("used").asLong();
        assertThat(tried(Map.of("to", "ana@example.org")).path("result").asString())
                .isEqualTo("accepted");
        mailing.resend().next(ResendReply.wrongKey());
        assertThat(tried(Map.of("to", "ana@example.org")).path("result").asString())
                .isEqualTo("unusable");
        JsonNode quota = read(admin).path("quota");
        assertThat(quota.path("day").path("used").asLong()).isEqualTo(before + 1);
        assertThat(quota.path("day").path("limit").asLong()).isEqualTo(100);
        assertThat(quota.path("day").path("left").asLong()).isEqualTo(99 - before);
        assertThat(quota.path("month").path("limit").asLong()).isEqualTo(3000);
    }

    private Delivery send() {
        return mailing.get(SendMail.class).send(mail()).block(PATIENCE);
    }

    private static Mail mail() {
        return new Mail(
                "run-1", Instant.EPOCH, "ana@example.org", "Daily summary", "<p>h</p>", "t", List.of(), null, null);
    }

    private Map<String, Object> smtp(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("host", "127.0.0.1", "port", server.port(), "tls", "none", "from", "reports@example.org"));
        settings.putAll(more);
        return settings;
    }

    private static Map<String, Object> settings(JsonNode shown, String name, Object value) {
        Map<String, Object> settings = new HashMap<>();
        shown.forEachEntry((field, node) -> settings.put(field, node));
        settings.keySet().removeAll(Set.of("source", "problem", "quota"));
        settings.put(name, value);
        return settings;
    }

    private JsonNode choose(Object body) {
        EntityExchangeResult<JsonNode> result = post(admin, "/settings/email", body)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult();
        return result.getResponseBody();
    }

    private JsonNode tried(Map<String, Object> body) {
        return post(admin, "/settings/email/test", body)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private static WebTestClient.ResponseSpec post(WebTestClient caller, String path, Object body) {
        return caller.post().uri(path).bodyValue(body).exchange();
    }

    private static JsonNode read(WebTestClient caller) {
        return caller.get()
                .uri("/settings/email")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private String row() throws SQLException {
        try (Connection connection = mailing.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT concat_ws('|', host, port, username, sealed_password, tls, from_address, from_name) FROM report.email_settings")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
