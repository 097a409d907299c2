package groupwatch.report.compose;

import groupwatch.report.PublicUrl;
import groupwatch.report.content.ReportContent;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.ReportType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes a mail of each type as a page that a browser shows, and as text: {@code SampleMails <folder> [language]}. How to take pictures of them is said in docs/mail/README.md. */
final class SampleMails {

    record Sample(String file, String name, ReportType type, ReportContent content) {}

    static final List<Sample> ALL = List.of(
            new Sample("daily", "Morning summary", ReportType.DAILY_SUMMARY, SampleReports.daily()),
            new Sample("weekly", "Week in figures", ReportType.WEEKLY_DIGEST, SampleReports.weekly()),
            new Sample("activity", "Quiet or loud", ReportType.ACTIVITY_ALERT, SampleAlerts.activity()),
            new Sample("keyword", "Money back", ReportType.KEYWORD_ALERT, SampleAlerts.keyword()));

    private SampleMails() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Locale language = Locale.of(args.length > 1 ? args[1] : "en");
        MailComposer composer = new MailComposer(new PublicUrl(URI.create("https://groups.example.com")));
        for (Sample sample : ALL) {
            Report report = SampleReports.report(sample.type(), sample.name(), language);
            Composed mail = Objects.requireNonNull(composer.compose(report, sample.content(), SampleReports.OPS)
                    .block());
            Files.writeString(folder.resolve(sample.file() + ".html"), withImages(mail));
            Files.writeString(
                    folder.resolve(sample.file() + ".txt"), "Subject: " + mail.subject() + "\n\n" + mail.text());
        }
        composer.end();
    }

    private static String withImages(Composed mail) {
        String html = mail.html();
        for (var image : mail.images()) {
            html = html.replace(
                    "cid:" + image.id(),
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(image.png()));
        }
        return html;
    }
}
