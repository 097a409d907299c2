package groupwatch.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.content.ActivityAlert;
import groupwatch.report.content.Citation;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.Coverage.Down;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.DailySummary.GroupDay;
import groupwatch.report.content.DailySummary.Silent;
import groupwatch.report.content.DailySummary.Summarised;
import groupwatch.report.content.GroupRef;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.ReportContent;
import groupwatch.report.content.Statement;
import groupwatch.report.content.TopSender;
import groupwatch.report.content.TopicPoints;
import groupwatch.report.content.WeeklyDigest;
import groupwatch.report.content.WeeklyDigest.GroupWeek;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.Search;
import groupwatch.report.schedule.Period;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, senders, messages, accounts, ids and reports that want to be more than text. What must hold for any mail is looked at by {@link Reading}. */
class HostileMailTest {

    private static final Period DAY = SampleReports.days(SampleReports.THURSDAY, SampleReports.THURSDAY);
    private static final String LONG = "x".repeat(10_000);
    private static final String WORDS = "word ".repeat(2_000);
    private static final String ZALGO = "Z" + "\u0335\u0321\u031b\u0301".repeat(2_500) + "algo";
    private static final String TOWERS = "👨\u200d👩\u200d".repeat(2_000);

    static final Pattern LINKED = Pattern.compile(
            "[a-z0-9]\\.(evil|example|exe)(?!\\.com)|\\d\\.\\d+\\.\\d|\\w@evil|[a-z]:/|javascript:|tel:|\\\\\\\\");

    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=http://evil.example/p.png onerror=alert(1)>",
            "</title></style></td></table><h1>Gone</h1>",
            "<!--[if mso]><a href=\"http://evil.example\">--> ]]> &amp; &#x3c;b>",
            "' onmouseover='x' style='background:url(http://evil.example)",
            "Subject\r\nBcc: victim@evil.example\r\n\r\nbody",
            "${7*7} #{x} @{/x} *{x} ~{mail} __${T(java.lang.Runtime).getRuntime()}__",
            "[[${7*7}]] [(${7*7})] [# th:utext=\"${7*7}\"]x[/] /*[[x]]*/",
            "https://evil.example/login www.evil.example evil.example a@evil.example",
            "javascript:alert(1) file://evil/x \\\\evil\\share tel:123 10.0.0.1",
            "\u202egnp.exe\u202d \u2066x\u2067y\u2069\u2069\u2069 \u200f\u061c",
            "שלום 128 مرحبا ٣",
            "\ud83d lone \ude00 halves \u0000\u0007\u001b[31m\u009b \ufffe \ufeff",
            "a\u2028b\u2029c\u0085d\te\u000bf",
            "\u200b\u3164\u2800\u00ad",
            "",
            "~",
            "$1 \\1 {0} {1} {9} %s",
            LONG,
            WORDS,
            ZALGO,
            TOWERS);

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void staysText(String hostile) {
        for (ReportContent content : contents(hostile)) {
            ReportType type = type(content);
            Recipient recipient =
                    new Recipient("\"" + hostile + "\"@example.com", URI.create(Reading.HOME + "/unsubscribe/x"));
            Reading mail = Reading.of(SampleReports.report(type, hostile, Locale.ENGLISH), content, recipient);

            assertThat(mail.page().title())
                    .isEqualTo(mail.mail()
                            .subject()
                            .replaceAll("[\\s\u00a0]+", " ")
                            .strip());
            assertThat(mail.page().select("h1")).hasSize(1);
            assertThat(mail.page().select("body > div, body > table")).hasSize(2);
            assertThat(mail.seen())
                    .contains("Unsubscribe", "Open in Groupwatch")
                    .doesNotContain("49");
            // nothing that a mail program would make a link of
            assertThat(mail.page().body().text() + mail.mail().subject()).doesNotContainPattern(LINKED);
            assertThat(mail.mail().text().lines().filter(line -> !line.contains(Reading.HOME)))
                    .noneMatch(line -> LINKED.matcher(line).find());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}", "[[${7*7}]]", "<b>bold</b>", "a & b", "\"quoted\" 'too'", "{0}", "$1"})
    void isReadAsItWasWritten(String text) {
        for (ReportContent content : contents(text)) {
            Reading mail = Reading.of(type(content), content);

            assertThat(mail.seen()).contains(text);
            assertThat(mail.read()).contains(text);
        }
    }

    private static ReportType type(ReportContent content) {
        return switch (content) {
            case DailySummary day -> ReportType.DAILY_SUMMARY;
            case WeeklyDigest week -> ReportType.WEEKLY_DIGEST;
            case ActivityAlert activity -> ReportType.ACTIVITY_ALERT;
            case KeywordAlert found -> ReportType.KEYWORD_ALERT;
        };
    }

    private static List<ReportContent> contents(String text) {
        GroupRef group = new GroupRef(text, text);
        Statement statement = new Statement(
                text, text, text, SampleReports.THURSDAY, List.of(new Citation(text, text, SampleReports.at("09:12"))));
        List<Statement> said = List.of(statement);
        List<TopSender> senders = List.of(new TopSender(text, 3, 100));
        Coverage coverage = new Coverage(
                List.of(
                        new Down(text, SampleReports.at("02:10"), SampleReports.at("03:40")),
                        new Down("other", SampleReports.at("02:10"), SampleReports.at("03:40"))),
                1,
                1);
        Summarised summarised =
                new Summarised(true, said, List.of(new TopicPoints(text, said)), said, said, said, said);
        var unusual = List.of(new ActivityAlert.Unusual(group, 3, 10, 2, SampleReports.at("09:12")));
        int half = text.length() / 2;
        var hit = new KeywordAlert.Hit(
                group,
                text,
                text,
                SampleReports.at("09:12"),
                text,
                List.of(
                        new KeywordAlert.Mark(half, half + 3),
                        new KeywordAlert.Mark(-4, 1),
                        new KeywordAlert.Mark(9, 2)));
        return List.of(
                new DailySummary(
                        DAY,
                        3,
                        2,
                        1,
                        List.of(),
                        List.of(new GroupDay(group, 3, summarised, null, senders)),
                        List.of(new Silent(group, 2, 4, null)),
                        coverage),
                new WeeklyDigest(
                        DAY,
                        3,
                        2,
                        1,
                        List.of(),
                        List.of(new GroupWeek(group, 3, 2, senders, List.of(), said, 1, said, 1)),
                        0,
                        coverage),
                new ActivityAlert(DAY, 1, unusual, unusual, coverage),
                new KeywordAlert(
                        DAY, List.of(new KeywordAlert.Found(new Search(text, text + "!"), List.of(hit, hit), 1))));
    }
}
