package groupwatch.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.content.Coverage;
import groupwatch.report.content.DailySummary;
import groupwatch.report.plan.ReportType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DailyMailTest {

    private final Reading mail = Reading.of(ReportType.DAILY_SUMMARY, SampleReports.daily());

    @Test
    void saysTheConclusionFirst() {
        assertThat(mail.mail().subject())
                .isEqualTo("Morning summary · Thu 19 Nov: 1 urgent, 1,284 messages, 3 decisions, 3 to do");
        assertThat(mail.page().selectFirst("h1").text()).isEqualTo("● Daily summary Thu 19 Nov 2026");
        String conclusion = "1 urgent · 1,284 messages · 5 of 9 groups · 3 decisions · 3 things to do";
        assertThat(mail.page().selectFirst("body > div").text())
                .startsWith(conclusion + " · The fridge of van 12 shows 9 °C");
        assertThat(mail.seen()).contains(conclusion + " ▲ 6 % against Wed 18 Nov (1,211)");
        assertThat(mail.mail().text())
                .startsWith("Daily summary · Thu 19 Nov 2026\n-------------------------------\n" + conclusion + "\n");
    }

    @Test
    void tellsWhatWasSaidAndWhere() {
        assertThat(mail.page().select("h2").eachText())
                .containsExactly(
                        "Entrega Zona Leste 428 messages",
                        "Night shift · Support 286 messages",
                        "Frota e oficina 🚚 147 messages");
        assertThat(mail.seen())
                .contains("the warehouse opens at ten. Bruno 09:12 · Rui 09:21")
                .contains("Urgent The fridge of van 12 shows 9 °C with insulin on board Bruno 14:26")
                .contains("Decided Route 7 loads at 10:30 Carla 10:02 No deliveries")
                .contains("To do Call Mr Matos about the two missing addresses → Carla · today Carla 09:14")
                .contains("Open Who covers route 9 on Friday? Inês 17:40")
                .contains("Route 9 Marta is away on Friday")
                .contains("Most from Bruno 137 (32 %), Carla 100 (23 %), Rui 57 (13 %)");
        assertThat(mail.read())
                .contains("opens at ten. (Bruno 09:12) (Rui 09:21)")
                .contains("Urgent The fridge of van 12 shows 9 °C with insulin on board (Bruno 14:26)")
                .contains("To do Call Mr Matos about the two missing addresses → Carla · today (Carla 09:14)");
    }

    @Test
    void linksEachCitationToItsMessage() {
        assertThat(mail.page().selectFirst("a:contains(Bruno 09:12)").attr("href"))
                .isEqualTo(Reading.HOME + "/groups/120363025000000001%40g.us?at="
                        + SampleReports.cite("Bruno", "09:12").message());
        assertThat(mail.mail().text()).contains("\nhttps://groups.example.com/groups/120363025000000001%40g.us\n");
    }

    @Test
    void tellsWhichGroupsHaveNoSummaryAndWhy() {
        assertThat(mail.seen())
                .contains("No summary: it was still being written Vendas Norte 361")
                .contains("too little was said Almoço de sexta 62")
                .contains("Sentences picked from the conversation; no language model wrote this.");
        assertThat(mail.read()).contains("No summary: it was still being written: Vendas Norte 361");
    }

    @Test
    void tellsWhoWasSilentAndWhatIsMissing() {
        assertThat(mail.seen())
                .contains("Fornecedores (third day; usually 22 a day) · Board (usually 6 a day)")
                .contains("Link down 09:31–09:58; 14 messages filled in later; 3 still missing.");
        assertThat(mail.read())
                .contains("Silent: Fornecedores (third day; usually 22 a day)")
                .contains("Link down 09:31–09:58; 14 messages filled in later; 3 still missing.");
    }

    @Test
    void drawsTheDay() {
        assertThat(mail.page().selectFirst("img").attr("alt"))
                .isEqualTo("Messages by hour, Europe/Lisbon. Busiest 11:00–12:00 with 148. 00:00–06:00: 15 messages, "
                        + "06:00–12:00: 467 messages, 12:00–18:00: 724 messages, 18:00–24:00: 78 messages.");
        assertThat(mail.read()).contains("██").contains("00 06 12 18");
    }

    @Test
    void saysWhyItCameAndHowToEndIt() {
        assertThat(mail.seen())
                .contains("You get this because ops@example.com is on “Morning summary”.")
                .contains("Times by the clock of Europe/Lisbon.");
        assertThat(mail.page().selectFirst("a:contains(Unsubscribe)").attr("href"))
                .isEqualTo(SampleReports.OPS.unsubscribe().toString());
        assertThat(mail.mail().text()).contains("\nUnsubscribe: " + SampleReports.OPS.unsubscribe() + "\n");
    }

    @Test
    void saysThatAPreviewIsNone() {
        Reading preview = Reading.of(
                SampleReports.report(ReportType.DAILY_SUMMARY, "Morning summary", Locale.ENGLISH),
                SampleReports.daily(),
                null);

        assertThat(preview.seen())
                .contains("This is a preview; nothing was sent.")
                .doesNotContain("Unsubscribe");
        assertThat(preview.read())
                .contains("This is a preview; nothing was sent.")
                .doesNotContain("Unsubscribe");
    }

    @Test
    void saysSoWhenNobodyWrote() {
        DailySummary still = new DailySummary(
                SampleReports.daily().period(), 0, 12, 3, List.of(), List.of(), List.of(), Coverage.WHOLE);
        Reading nothing = Reading.of(ReportType.DAILY_SUMMARY, still);

        assertThat(nothing.mail().subject()).isEqualTo("Morning summary · Thu 19 Nov: 0 messages");
        assertThat(nothing.seen()).contains("0 messages · 0 of 3 groups ▼ 100 % against Wed 18 Nov (12)");
        assertThat(nothing.seen()).contains("Nobody wrote anything.");
        assertThat(nothing.mail().images()).isEmpty();
    }

    @Test
    void saysWhenClocksChangedThatDay() {
        var sunday = java.time.LocalDate.of(2026, 10, 25);
        DailySummary day = new DailySummary(
                SampleReports.days(sunday, sunday), 5, 5, 3, List.of(), List.of(), List.of(), Coverage.WHOLE);

        assertThat(Reading.of(ReportType.DAILY_SUMMARY, day).seen())
                .contains("Clocks went back on Sun 25 Oct: from 02:00 to 01:00.")
                .contains("as many as on Sat 24 Oct");
    }

    @Test
    void isTheSameForTheSame() {
        Composed again =
                Reading.of(ReportType.DAILY_SUMMARY, SampleReports.daily()).mail();

        assertThat(again.html()).isEqualTo(mail.mail().html());
        assertThat(again.text()).isEqualTo(mail.mail().text());
        assertThat(again.images().getFirst().png())
                .isEqualTo(mail.mail().images().getFirst().png());
    }

    @Test
    void isMadeOnItsOwnThreads() {
        String thread = Reading.composer()
                .compose(
                        SampleReports.report(ReportType.DAILY_SUMMARY, "x", Locale.ENGLISH),
                        SampleReports.daily(),
                        null)
                .map(made -> Thread.currentThread().getName())
                .block();

        assertThat(thread).startsWith("report-compose");
    }
}
