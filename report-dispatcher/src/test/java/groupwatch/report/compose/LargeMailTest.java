package groupwatch.report.compose;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.content.ActivityAlert;
import groupwatch.report.content.Coverage;
import groupwatch.report.content.DailySummary;
import groupwatch.report.content.DailySummary.GroupDay;
import groupwatch.report.content.DailySummary.MissingSummary;
import groupwatch.report.content.DailySummary.Silent;
import groupwatch.report.content.DailySummary.Summarised;
import groupwatch.report.content.GroupRef;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.Statement;
import groupwatch.report.content.TopicPoints;
import groupwatch.report.content.WeeklyDigest;
import groupwatch.report.content.WeeklyDigest.GroupWeek;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.Search;
import groupwatch.report.schedule.Period;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mails of 300 groups with much to tell: no larger than mail programs show, and nobody left out unsaid. {@link Reading} looks at the size. */
class LargeMailTest {

    private static final int GROUPS = 300;
    private static final Period DAY = SampleReports.days(SampleReports.THURSDAY, SampleReports.THURSDAY);
    private static final Pattern LEFT = Pattern.compile("and (\\d+) more group");

    private final List<Statement> said = Collections.nCopies(
            20,
            SampleReports.said(
                    "They talked at length & in detail about \"route 7\", <who> drives it, and what Mr Matos' neighbour said about the gate.",
                    SampleReports.cite("Bruno", "09:12"),
                    SampleReports.cite("Carla", "10:02")));

    @Test
    void dailySummaryTellsTheFirstWholeAndCountsTheRest() {
        Summarised much = new Summarised(
                false, said, Collections.nCopies(8, new TopicPoints("Route 7", said)), said, said, said, said);
        DailySummary day = daily(of(at -> new GroupDay(group(at), GROUPS - at, much, null, List.of())), List.of());
        Reading mail = Reading.of(ReportType.DAILY_SUMMARY, day);

        assertThat(mail.page().select("h2")).hasSizeBetween(5, 40);
        assertThat(mail.seen())
                .contains("Urgent They talked")
                .contains("and 14 more")
                .contains("Other groups");
        assertThat(named(mail) + left(mail.seen())).isEqualTo(GROUPS);
        assertThat(left(mail.read())).isEqualTo(left(mail.seen()));
        assertThat(mail.page().selectFirst("a:contains(more groups with)").attr("href"))
                .isEqualTo(Reading.HOME);
        assertThat(mail.mail().html().length()).isGreaterThan(70_000);
    }

    @Test
    void dailySummaryCountsTheSilentAndThoseWithoutSummary() {
        DailySummary day = daily(
                of(at -> new GroupDay(group(at), 4, null, MissingSummary.NOT_WANTED, List.of())),
                of(at -> new Silent(group(GROUPS + at), 2, 7, null)));
        Reading mail = Reading.of(ReportType.DAILY_SUMMARY, day);

        assertThat(named(mail) + left(mail.seen())).isEqualTo(2 * GROUPS);
    }

    @Test
    void twentyGroupsAreToldWhole() {
        Summarised some = new Summarised(
                false, said.subList(0, 2), List.of(), said.subList(0, 1), said.subList(0, 1), List.of(), List.of());
        List<GroupDay> groups = of(at -> new GroupDay(group(at), 100 - at, some, null, List.of()));
        Reading mail = Reading.of(ReportType.DAILY_SUMMARY, daily(groups.subList(0, 20), List.of()));

        assertThat(mail.page().select("h2")).hasSize(20);
        assertThat(mail.seen()).doesNotContain("Other groups").doesNotContain(" more group");
    }

    @Test
    void digestOfManyGroupsFits() {
        WeeklyDigest week = new WeeklyDigest(
                DAY,
                90_000,
                80_000,
                GROUPS,
                List.of(),
                of(at -> new GroupWeek(group(at), 1000 - at, 900, List.of(), List.of(), said, 4, said, 5)),
                0,
                Coverage.WHOLE);
        Reading mail = Reading.of(ReportType.WEEKLY_DIGEST, week);

        assertThat(named(mail) + left(mail.seen())).isEqualTo(GROUPS);
    }

    @Test
    void alertOfManyGroupsFitsAndKeepsBothKinds() {
        ActivityAlert alert = new ActivityAlert(
                DAY,
                2 * GROUPS,
                of(at -> new ActivityAlert.Unusual(group(at), 0, 22, 3, SampleReports.at("02:10"))),
                of(at -> new ActivityAlert.Unusual(group(at + GROUPS), 400, 22, 1, SampleReports.at("02:10")))
                        .subList(0, 20),
                Coverage.WHOLE);
        Reading mail = Reading.of(ReportType.ACTIVITY_ALERT, alert);

        assertThat(mail.page().select("h2").eachText()).containsExactly("Silent", "Unusually loud");
        assertThat(named(mail) + left(mail.seen())).isEqualTo(GROUPS + 20);
        assertThat(mail.seen()).contains("400 messages, usually 22");
    }

    @Test
    void findsOfManySearchesFit() {
        KeywordAlert alert = new KeywordAlert(DAY, of(at -> found(at, 40, 60)));
        Reading mail = Reading.of(ReportType.KEYWORD_ALERT, alert);

        assertThat(mail.seen()).contains("Search 0 100 new hits").contains("30,000 new hits");
        long searches = IntStream.range(0, GROUPS)
                .filter(at -> mail.seen().contains("Search " + at + " "))
                .count();
        Matcher left = Pattern.compile("and (\\d+) more searches").matcher(mail.seen());
        assertThat(searches + (left.find() ? Integer.parseInt(left.group(1)) : 0))
                .isEqualTo(GROUPS);
    }

    @Test
    void allHitsThatAreNamedAreShownWhereThereIsRoom() {
        Reading mail = Reading.of(ReportType.KEYWORD_ALERT, new KeywordAlert(DAY, List.of(found(1, 50, 450))));

        assertThat(mail.page().select(".mark")).hasSize(50);
        assertThat(mail.seen()).contains("Search 1 500 new hits").contains("and 450 more");
    }

    /** A search that found little leaves its room to the others. */
    @Test
    void hitsThatThereIsNoRoomForAreCounted() {
        KeywordAlert alert =
                new KeywordAlert(DAY, List.of(found(1, 50, 0), found(2, 1, 0), found(3, 50, 9), found(4, 50, 0)));
        Reading mail = Reading.of(ReportType.KEYWORD_ALERT, alert);

        List<String> left = Pattern.compile("and (\\d+) more")
                .matcher(mail.seen())
                .results()
                .map(more -> more.group(1))
                .toList();
        int shown = mail.page().select(".mark").size();
        assertThat(left).hasSize(3);
        assertThat(shown + left.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(160);
        assertThat(shown).isGreaterThan(90);
        assertThat(mail.mail().html().getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(80_000);
    }

    private static KeywordAlert.Found found(int at, int hits, int more) {
        return new KeywordAlert.Found(
                new Search("Search " + at, "query " + at),
                Collections.nCopies(
                        hits,
                        new KeywordAlert.Hit(
                                group(at),
                                "m" + at,
                                "Bruno",
                                SampleReports.at("09:12"),
                                "some <words> found",
                                List.of(new KeywordAlert.Mark(5, 12)))),
                more);
    }

    private static DailySummary daily(List<GroupDay> groups, List<Silent> silent) {
        return new DailySummary(DAY, 45_150, 40_000, 2 * GROUPS, List.of(), groups, silent, Coverage.WHOLE);
    }

    private static GroupRef group(int at) {
        return new GroupRef("1203630250000%05d@g.us".formatted(at), "Group <%d> of the \"company\"".formatted(at));
    }

    private static <T> List<T> of(IntFunction<T> make) {
        return IntStream.range(0, GROUPS).mapToObj(make).toList();
    }

    /** Groups that are linked by name. */
    private static long named(Reading mail) {
        return mail.page().select("a[href*=/groups/]:not([href*=at=])").stream()
                .filter(link -> link.text().startsWith("Group <"))
                .count();
    }

    private static int left(String text) {
        return LEFT.matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }
}
