package groupwatch.report.compose;

import groupwatch.report.content.ActivityAlert;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.GroupRef;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.content.KeywordAlert.Hit;
import groupwatch.report.content.KeywordAlert.Mark;
import groupwatch.report.plan.Search;
import java.util.List;

/** Alerts of the company of {@link SampleReports}. */
final class SampleAlerts {

    private SampleAlerts() {}

    static ActivityAlert activity() {
        return new ActivityAlert(
                SampleReports.days(SampleReports.THURSDAY, SampleReports.THURSDAY),
                24,
                List.of(
                        new ActivityAlert.Unusual(
                                SampleReports.SUPPLIERS,
                                0,
                                22,
                                3,
                                SampleReports.at(SampleReports.THURSDAY.minusDays(3), "18:20")),
                        new ActivityAlert.Unusual(
                                SampleReports.SITE,
                                0,
                                41,
                                2,
                                SampleReports.at(SampleReports.THURSDAY.minusDays(2), "16:48"))),
                List.of(new ActivityAlert.Unusual(SampleReports.SUPPORT, 214, 40, 1, SampleReports.at("23:51"))),
                Coverage.WHOLE);
    }

    static KeywordAlert keyword() {
        return new KeywordAlert(
                SampleReports.days(SampleReports.THURSDAY, SampleReports.THURSDAY),
                List.of(
                        new Found(
                                new Search("Refunds", "refund OR reembolso"),
                                List.of(
                                        hit(
                                                SampleReports.SUPPORT,
                                                "Leo",
                                                "03:40",
                                                "… second caller tonight who wants a «refund» of 240 €, I told her it goes to the day shift …"),
                                        hit(
                                                SampleReports.SUPPORT,
                                                "Ana",
                                                "02:58",
                                                "«Refund» for order 88 213 is approved, see ticket 4471"),
                                        hit(
                                                SampleReports.ROUTES,
                                                "Inês",
                                                "16:12",
                                                "o cliente da Rua do Açúcar pede «reembolso» porque ninguém atendeu")),
                                4),
                        new Found(
                                new Search("Van 12", "\"van 12\""),
                                List.of(hit(
                                        SampleReports.FLEET,
                                        "Paulo",
                                        "18:05",
                                        "«Van 12» goes to the workshop tonight, the cooling does not hold")),
                                0)));
    }

    /** @param marked what was found stands in guillemets */
    private static Hit hit(GroupRef group, String sender, String time, String marked) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        return new Hit(
                group,
                "3EB0F1" + time.replace(":", ""),
                sender,
                SampleReports.at(time),
                marked.replace("«", "").replace("»", ""),
                List.of(new Mark(start, end)));
    }
}
