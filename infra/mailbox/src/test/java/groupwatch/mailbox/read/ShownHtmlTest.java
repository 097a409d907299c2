package groupwatch.mailbox.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownHtmlTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "<img src=\"cid:a@b\">                 | <img src=\"/mails/7/parts/a%40b\">",
                "<img src='CID:a%40b'>                 | <img src='/mails/7/parts/a%40b'>",
                "<img src=cid:a@b>                     | <img src=/mails/7/parts/a%40b>",
                "<td style=\"background:url(cid:a)\">  | <td style=\"background:url(/mails/7/parts/a)\">",
                "<img src=\"cid:../../x\">             | <img src=\"/mails/7/parts/..%2F..%2Fx\">",
                "<img src=\"cid:a$1%zz\">              | <img src=\"/mails/7/parts/a%241%25zz\">",
                "<p>see cid:a in the mail</p>          | <p>see cid:a in the mail</p>",
                "<img src=\"https://x.example/cid:a\"> | <img src=\"https://x.example/cid:a\">",
            })
    void namesTheMailsOwnImagesAndNothingElse(String html, String shown) {
        assertThat(ShownHtml.of(html, "7")).isEqualTo(shown);
    }
}
