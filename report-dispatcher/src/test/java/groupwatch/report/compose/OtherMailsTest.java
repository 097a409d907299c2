package groupwatch.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.content.ActivityAlert;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.Search;
import groupwatch.report.schedule.Period;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherMailsTest {

    @Test
    void digestTellsTheWeekAgainstTheOneBefore() {
        Reading mail = Reading.of(ReportType.WEEKLY_DIGEST, SampleReports.weekly());

        assertThat(mail.mail().subject())
                .isEqualTo("Morning summary · Mon 16 – Sun 22 Nov: 7,204 messages (▲ 6\u00a0%), 6 decisions, 2 to do");
        assertThat(mail.seen())
                .contains(
                        "7,204 messages · 3 of 9 groups · 6 decisions · 2 things to do ▲ 6 % against the week before (6,771)")
                .contains("Entrega Zona Leste 3,412 messages · ▲ 27 %")
                .contains("Night shift · Support 2,105 messages · ▼ 6 %")
                .contains("Warehouse Marvila 1,687 messages · as before")
                .contains("Silent Fornecedores (154 the week before)")
                .contains("Decided Route 7 loads at 10:30 Thu 19 Nov · Carla 10:02")
                .contains(
                        "and 3 more To do Call Mr Matos about the two missing addresses → Carla Thu 19 Nov · Carla 09:14")
                .contains("Busiest at 11:00 (397), 09:00 (388), 17:00 (261).")
                .contains("Link down Tue 17 Nov 02:10–03:40; 14 messages filled in later.")
                .contains("On 5 days groups had messages and no summary.");
        assertThat(mail.read())
                .contains("Entrega Zona Leste · 3,412 messages · ▲ 27 %")
                .contains("Decided Route 7 loads at 10:30 (Thu 19 Nov) (Carla 10:02)")
                .contains("Mon 16 ████");
        assertThat(mail.page().selectFirst("img").attr("alt"))
                .contains("Mon 16 Nov: 1,180 messages")
                .contains("Sun 22 Nov: 377 messages");
    }

    @Test
    void activityAlertTellsWhoIsUnlikeThemselves() {
        Reading mail = Reading.of(ReportType.ACTIVITY_ALERT, SampleAlerts.activity());

        assertThat(mail.mail().subject()).isEqualTo("Morning summary · Thu 19 Nov: 2 groups silent, 1 unusually loud");
        assertThat(mail.seen())
                .contains("Fornecedores 0 messages, usually 22 · third day · last message Mon 16 Nov 18:20")
                .contains("Unusually loud Night shift · Support 214 messages, usually 40 · 5× · last message 23:51");
        assertThat(mail.read())
                .contains("Fornecedores 0 messages, usually 22 · third day · last message Mon 16 Nov 18:20");
        assertThat(mail.mail().images()).isEmpty();
    }

    /** Messages of before may be gone, or be there and not be counted. */
    @Test
    void nothingIsSaidOfALastMessageThatIsNotTold() {
        var group = new ActivityAlert.Unusual(SampleReports.SUPPORT, 12, 40, 1, null);
        var alert = new ActivityAlert(SampleAlerts.activity().period(), 24, List.of(group), List.of(), Coverage.WHOLE);
        Reading mail = Reading.of(ReportType.ACTIVITY_ALERT, alert);

        assertThat(mail.seen()).contains("12 messages, usually 40 You get this");
        assertThat(mail.read()).contains("12 messages, usually 40 https://");
    }

    @Test
    void activityAlertWithoutAnythingSaysSo() {
        var alert = new ActivityAlert(SampleAlerts.activity().period(), 24, List.of(), List.of(), Coverage.WHOLE);

        assertThat(Reading.of(ReportType.ACTIVITY_ALERT, alert).mail().subject())
                .isEqualTo("Morning summary · Thu 19 Nov: Nothing unusual in 24 groups");
    }

    @Test
    void keywordAlertShowsWhatWasFoundWhere() {
        Reading mail = Reading.of(ReportType.KEYWORD_ALERT, SampleAlerts.keyword());

        assertThat(mail.mail().subject()).isEqualTo("Morning summary · Thu 19 Nov: 8 new hits for Refunds, Van 12");
        assertThat(mail.page().select("h2").eachText()).containsExactly("Refunds 7 new hits", "Van 12 1 new hit");
        assertThat(mail.page().select(".mark").eachText()).containsExactly("refund", "Refund", "reembolso", "Van 12");
        assertThat(mail.seen())
                .contains("Night shift · Support · Leo 03:40 … second caller tonight who wants a refund of 240 €")
                .contains("and 4 more");
        assertThat(mail.page().selectFirst("a:contains(Leo 03:40)").attr("href"))
                .isEqualTo(Reading.HOME + "/groups/120363025000000002%40g.us?at=3EB0F10340");
        assertThat(mail.read()).contains("who wants a *refund* of 240 €");
    }

    @Test
    void keywordAlertWithoutAnythingSaysSo() {
        var alert = new KeywordAlert(SampleAlerts.keyword().period(), List.of());

        assertThat(Reading.of(ReportType.KEYWORD_ALERT, alert).seen()).contains("Nothing new was found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|1 search could not be run|“Van 12” could not be searched for: A quote is never closed: \"van <12>",
                "de|1 Suche nicht möglich|„Van 12“ konnte nicht gesucht werden: A quote is never closed: \"van <12>",
                "es|1 búsqueda no fue posible|No se pudo buscar «Van 12»: A quote is never closed: \"van <12>",
                "pt|1 pesquisa não foi possível|Não foi possível pesquisar «Van 12»: A quote is never closed: \"van <12>",
                "it|1 ricerca non riuscita|Non è stato possibile cercare «Van 12»: A quote is never closed: \"van <12>",
            })
    void aSearchThatCannotBeRunIsSaidWithItsReason(String language, String told, String line) {
        var report = SampleReports.report(ReportType.KEYWORD_ALERT, "Money back", Locale.of(language));
        Found broken =
                new Found(new Search("Van 12", "\"van <12>"), List.of(), 0, "A quote is never closed: \"van <12>");
        Period day = SampleAlerts.keyword().period();
        Reading alone = Reading.of(report, new KeywordAlert(day, List.of(broken)), SampleReports.OPS);
        assertThat(alone.mail().subject()).endsWith(told);
        assertThat(alone.seen()).contains(told).contains(line);
        assertThat(alone.read()).contains(told).contains(line);

        Found found = SampleAlerts.keyword().searches().getFirst();
        Reading both = Reading.of(report, new KeywordAlert(day, List.of(found, broken)), SampleReports.OPS);
        assertThat(both.mail().subject()).contains(told + ", 7 ");
        assertThat(both.seen()).contains(line).contains("who wants a refund");
        assertThat(both.read()).contains(line);

        Found none = new Found(found.search(), List.of(), 0);
        Reading neither = Reading.of(report, new KeywordAlert(day, List.of(none, broken)), SampleReports.OPS);
        assertThat(neither.mail().subject()).contains(told + ", ");
    }

    @Test
    void mailsSpeakTheReportsLanguage() {
        var report = SampleReports.report(ReportType.WEEKLY_DIGEST, "Woche", Locale.GERMAN);
        Reading mail = Reading.of(report, SampleReports.weekly(), SampleReports.OPS);

        assertThat(mail.page().selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(mail.mail().subject())
                .isEqualTo(
                        "Woche · Mo. 16. – So. 22. Nov.: 7.204 Nachrichten (▲ 6\u00a0%), 6 Entscheidungen, 2 zu tun");
        assertThat(mail.seen()).contains("Abbestellen").contains("Du bekommst dies, weil ops@example.com auf");
    }
}
