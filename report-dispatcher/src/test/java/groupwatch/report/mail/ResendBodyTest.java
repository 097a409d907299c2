package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResendBodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @MethodSource("groupwatch.report.mail.HeaderTextTest#texts")
    void hostileTextsStayInTheirFields(String text) {
        Mail mail = new Mail(
                "k",
                Mails.DATE,
                "ana@example.org",
                text,
                text,
                text,
                List.of(),
                text,
                Mails.mail().unsubscribe());
        JsonNode body = JSON.readTree(JSON.writeValueAsBytes(ResendBody.of(mail, Mails.from(text))));
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "from", "to", "reply_to", "subject", "html", "text", "headers", "attachments");
        assertThat(body.path("from").asString())
                .matches("(.+ <)?reports@groupwatch\\.example>?")
                .hasSizeLessThan(300);
        for (JsonNode header : List.of(body.path("from"), body.path("subject"))) {
            assertThat(header.asString().codePoints()).noneMatch(Character::isISOControl);
        }
        body.path("headers")
                .forEachEntry((name, value) -> assertThat(value.asString())
                        .as(name)
                        .matches("[\\x20-\\x7e]*")
                        .hasSizeLessThan(998));
    }
}
