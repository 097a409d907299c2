package groupwatch.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.mailbox.testing.RunningMailbox;
import groupwatch.mailbox.testing.SampleMails;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A mail goes in by SMTP, is a file, and comes out by HTTP. */
class MailboxIT {

    @TempDir
    Path folder;

    @Test
    void showsAMailWithItsPartsAsTheyWereSent() throws MessagingException {
        try (var mailbox = RunningMailbox.on(folder)) {
            var html = "<p>Bom dia ☀</p><img src=\"cid:chart/1@groupwatch\" alt=\"\">";
            Transport.send(SampleMails.report(mailbox.session(), "Relatório — manhã", html));

            var listed = mailbox.json("/mails").path("items").path(0);
            assertThat(listed.path("subject").asString()).isEqualTo("Relatório — manhã");
            assertThat(listed.path("from").asString()).isEqualTo("Groupwatch <reports@groupwatch.example>");
            assertThat(listed.path("to").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrder("ana@example.com", "bruno@example.com");
            assertThat(listed.path("messageId").asString()).matches("<.+@.+>");
            assertThat(Instant.parse(listed.path("receivedAt").asString()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(listed.path("size").asLong()).isGreaterThan(3000);

            var id = listed.path("id").asString();
            var mail = mailbox.json("/mails/" + id);
            assertThat(mail.path("subject")).isEqualTo(listed.path("subject"));
            assertThat(mail.path("text").asString()).contains("All is well: ção");
            assertThat(mail.path("html").asString()).isEqualTo(html);
            assertThat(mail.path("headers")
                            .valueStream()
                            .map(header -> header.path("name").asString()))
                    .contains("Subject", "Message-ID", "Return-Path")
                    .doesNotContain("Bcc");
            var chart = mail.path("attachments").path(0);
            assertThat(chart.path("part").asString()).isEqualTo("chart/1@groupwatch");
            assertThat(chart.path("inline").asBoolean()).isTrue();
            assertThat(chart.path("size").asLong()).isEqualTo(SampleMails.IMAGE.length);
            assertThat(mail.path("attachments").path(1).path("name").asString()).isEqualTo("relatório.pdf");
            assertThat(mail.path("attachments").path(1).path("size").asLong()).isEqualTo(3000);

            var page = mailbox.get("/mails/" + id + "/html").body();
            var address = "/mails/" + id + "/parts/chart%2F1%40groupwatch";
            assertThat(page).contains("<img src=\"" + address + "\"");
            var image = mailbox.ask("GET", address, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(image.headers().firstValue("content-type")).hasValue("image/png");
            assertThat(image.body()).isEqualTo(SampleMails.IMAGE);
            var raw = mailbox.get("/mails/" + id + "/raw");
            assertThat(raw.headers().firstValue("content-type")).hasValue("message/rfc822");
            assertThat(raw.body()).contains("Return-Path: <reports@groupwatch.example>\r\n", "multipart/mixed");
        }
    }

    @Test
    void keepsMailsThroughARestartInTheirOrderAndForTheOwnerAlone() throws Exception {
        JsonNode before;
        try (var mailbox = RunningMailbox.on(folder)) {
            mailbox.send("ana@example.com", "first", "1");
            mailbox.send("bruno@example.com", "second", "2");
            before = mailbox.json("/mails");
            assertThat(before.path("items").path(0).path("subject").asString()).isEqualTo("second");
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve(name(before, 0))))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Files.writeString(folder.resolve("incoming-1.part"), "never acknowledged");
        Files.writeString(folder.resolve("notes.txt"), "somebody's");

        try (var mailbox = RunningMailbox.on(folder)) {
            assertThat(mailbox.json("/mails")).isEqualTo(before);
            mailbox.send("ana@example.com", "third", "3");
            assertThat(mailbox.json("/mails")
                            .path("items")
                            .path(0)
                            .path("subject")
                            .asString())
                    .isEqualTo("third");
            assertThat(mailbox.json("/mails?to=BRUNO@example.com").path("items").size())
                    .isEqualTo(1);
            assertThat(files()).contains("notes.txt").noneMatch(file -> file.endsWith(".part"));
        }
    }

    @Test
    void keepsTheNewestAndForgetsAllWhenTold() throws Exception {
        try (var mailbox = RunningMailbox.on(folder, "groupwatch.mailbox.keep=3")) {
            for (int i = 1; i <= 5; i++) {
                mailbox.send("ana@example.com", "mail " + i, "text");
            }
            var page = mailbox.json("/mails?limit=2");
            assertThat(subjects(page)).containsExactly("mail 5", "mail 4");
            var rest = mailbox.json("/mails?limit=2&cursor=" + page.path("next").asString());
            assertThat(subjects(rest)).containsExactly("mail 3");
            assertThat(rest.has("next")).isFalse();
            assertThat(files()).hasSize(3);

            assertThat(mailbox.delete("/mails").statusCode()).isEqualTo(204);
            assertThat(mailbox.json("/mails").path("items").size()).isZero();
            assertThat(files()).isEmpty();
            var gone = "/mails/" + page.path("items").path(0).path("id").asString();
            assertThat(mailbox.get(gone).statusCode()).isEqualTo(404);
            assertThat(mailbox.get(gone + "/raw").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void refusesWhatIsTooLargeForGoodAndGoesOn() throws Exception {
        try (var mailbox = RunningMailbox.on(folder, "groupwatch.mailbox.largest=10KB")) {
            assertThatThrownBy(() -> mailbox.send("ana@example.com", "large", "x".repeat(500_000)))
                    .hasStackTraceContaining("552");
            assertThat(files()).isEmpty();
            mailbox.send("ana@example.com", "small", "x");
            assertThat(subjects(mailbox.json("/mails"))).containsExactly("small");
        }
    }

    private static Stream<String> subjects(JsonNode page) {
        return page.path("items").valueStream().map(mail -> mail.path("subject").asString());
    }

    private static String name(JsonNode page, int index) {
        return page.path("items").path(index).path("id").asString() + ".eml";
    }

    private Stream<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
