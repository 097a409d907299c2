package groupwatch.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.PublicUrl;
import groupwatch.report.content.LinkAlert;
import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportType;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/** A mail as its reader has it. What holds for every mail is looked at in each. */
record Reading(Composed mail, Document page) {

    static final String HOME = "https://groups.example.com";

    private static final MailComposer COMPOSER = new MailComposer(new PublicUrl(URI.create(HOME)));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Reading of(ReportType type, ReportContent content) {
        return of(SampleReports.report(type, "Morning summary", Locale.ENGLISH), content, SampleReports.OPS);
    }

    static Reading of(Report report, ReportContent content, @Nullable Recipient recipient) {
        Composed mail = Objects.requireNonNull(
                COMPOSER.compose(report, content, recipient).block(PATIENCE));
        Reading reading = new Reading(mail, Jsoup.parse(mail.html()));
        reading.isSound();
        return reading;
    }

    static Reading of(LinkAlert alert) {
        return of(alert, SampleReports.OPS.address());
    }

    static Reading of(LinkAlert alert, String recipient) {
        Composed mail =
                Objects.requireNonNull(COMPOSER.compose(alert, recipient).block(PATIENCE));
        Reading reading = new Reading(mail, Jsoup.parse(mail.html()));
        reading.isSound();
        return reading;
    }

    static MailComposer composer() {
        return COMPOSER;
    }

    /** All that is shown of the HTML, without the invisible signs that keep words from becoming links. */
    String seen() {
        Element shown = page.body().clone();
        shown.select("[style*=display:none]").remove();
        return shown.text().replace("\u200c", "");
    }

    /** All that can be read in the plain text, on one line. */
    String read() {
        return mail.text().replace("\u200c", "").replaceAll("[\\s\u00a0]+", " ");
    }

    private void isSound() {
        assertThat(mail.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(95_001);
        assertThat(mail.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(95_001);
        assertThat(mail.subject())
                .hasSizeLessThanOrEqualTo(150)
                .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e]");
        assertThat(mail.text().replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e]");
        assertThat(mail.html().replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e]");
        isWellFormed();
        leadsOnlyHome();
        fitsItsColumns();
    }

    private void isWellFormed() {
        try {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(mail.html().replace("<!DOCTYPE html>", ""))));
        } catch (Exception e) {
            throw new AssertionError("the mail is no well-formed XML", e);
        }
    }

    private void leadsOnlyHome() {
        assertThat(page.select("script, form, iframe, object, embed, link, base, svg, video, audio"))
                .isEmpty();
        assertThat(page.select("img").eachAttr("src")).allMatch(source -> source.startsWith("cid:"));
        assertThat(page.select("img").eachAttr("src"))
                .containsExactlyInAnyOrderElementsOf(
                        mail.images().stream().map(image -> "cid:" + image.id()).toList());
        assertThat(page.select("[href]").eachAttr("href")).isNotEmpty().allMatch(Reading::isOurs);
        assertThat(page.getAllElements().stream().flatMap(each -> each.attributes().asList().stream()))
                .noneMatch(each -> each.getKey().toLowerCase(Locale.ROOT).startsWith("on"))
                .noneMatch(each -> each.getKey().equals("background"))
                .filteredOn(
                        each -> !each.getKey().equals("href") && !each.getKey().equals("src"))
                .noneMatch(each ->
                        each.getValue().contains("url(") || each.getValue().contains("http"));
        assertThat(page.select("style").eachAttr("type")).isEmpty();
        assertThat(page.select("style").stream().map(Element::data))
                .noneMatch(style -> style.matches("(?s).*(url\\(|@import|http).*"));
        assertThat(mail.text().replace(HOME, "")).doesNotContain("http:", "https:");
    }

    private static boolean isOurs(String address) {
        return address.equals(HOME)
                || address.startsWith(HOME + "/groups/")
                || address.startsWith(HOME + "/unsubscribe/");
    }

    private void fitsItsColumns() {
        assertThat(mail.text().lines().filter(line -> !line.contains(HOME)))
                .allMatch(line -> groupwatch.report.compose.shown.Columns.of(line) <= 72);
    }
}
