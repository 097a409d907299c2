package groupwatch.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Instant WEEK_LATER = Instant.parse("2026-03-11T20:00:00Z");

    private final Demo demo = new Demo(7, Demo.firstDayFor(TODAY));

    static Stream<LocalDate> eachWeekday() {
        return TODAY.datesUntil(TODAY.plusDays(7));
    }

    @ParameterizedTest
    @MethodSource("eachWeekday")
    void beginsTwoWeeksBeforeToday(LocalDate today) {
        LocalDate first = Demo.firstDayFor(today);

        assertThat(first.getDayOfWeek()).isLessThan(DayOfWeek.SATURDAY);
        assertThat(first).isBetween(today.minusDays(13), today.minusDays(11));
        assertThat(StoryDay.workday(first, 10)).isBetween(today.minusDays(2), today);
    }

    @ParameterizedTest
    @MethodSource("eachWeekday")
    void makesSenseOnWhateverDayItIsStarted(LocalDate today) {
        Demo started = new Demo(3, Demo.firstDayFor(today));
        Instant evening = today.atTime(22, 0).toInstant(ZoneOffset.UTC);

        makesSense(started, started.history(evening));
        makesSense(started, all(started, evening, 2_000));
    }

    @Test
    void tellsTheSameTwice() {
        Demo again = new Demo(7, Demo.firstDayFor(TODAY));

        assertThat(again.rooms()).isEqualTo(demo.rooms());
        assertThat(again.history(WEEK_LATER)).isEqualTo(demo.history(WEEK_LATER));
        assertThat(again.live(NOON).limit(500))
                .isEqualTo(demo.live(NOON).limit(500).toList());
    }

    @Test
    void tellsSomethingElseForAnotherSeed() {
        Set<String> others = new HashSet<>(ids(new Demo(8, Demo.firstDayFor(TODAY)).history(WEEK_LATER)));

        assertThat(ids(demo.history(WEEK_LATER))).isNotEmpty().doesNotContainAnyElementsOf(others);
    }

    @Test
    void growsItsHistoryOnlyAtTheEnd() {
        List<Happening> later = demo.history(WEEK_LATER);
        for (Instant until = NOON.minus(Duration.ofDays(15));
                until.isBefore(WEEK_LATER);
                until = until.plusSeconds(31_000)) {
            List<Happening> history = demo.history(until);
            assertThat(later.get(history.size()).at()).isAfterOrEqualTo(until);
            assertThat(ids(later.subList(0, history.size()))).isEqualTo(ids(history));
        }
    }

    @Test
    void goesOnLiveWhereHistoryEnds() {
        List<Happening> before = demo.history(NOON);
        List<Happening> live = until(demo, NOON, NOON.plus(Duration.ofDays(3)));

        assertThat(before.getLast().at()).isBefore(NOON);
        assertThat(live.getFirst().at()).isAfterOrEqualTo(NOON);
        assertThat(live).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        List<Happening> later = demo.history(NOON.plus(Duration.ofDays(3)));
        assertThat(live).containsAll(later.subList(before.size(), later.size()));
    }

    @Test
    void comesBackUnderTheSameIdsWhenStartedAgainWithinTheHour() {
        Set<Happening> first = new HashSet<>(until(demo, NOON, NOON.plusSeconds(3_600)));

        assertThat(first).containsAll(until(demo, NOON.plusSeconds(900), NOON.plusSeconds(3_600)));
    }

    @Test
    void neverLeavesAWatcherWaiting() {
        List<Duration> gaps = new ArrayList<>();
        for (int hours = 0; hours < 7 * 24; hours += 5) {
            Instant last = NOON.plus(Duration.ofHours(hours)).plusSeconds(400);
            for (Happening happening : until(demo, last, last.plusSeconds(3_600))) {
                gaps.add(Duration.between(last, happening.at()));
                last = happening.at();
            }
        }
        gaps.sort(null);

        assertThat(gaps.get(gaps.size() * 995 / 1_000)).isLessThan(Duration.ofSeconds(11));
        assertThat(gaps.getLast()).isLessThan(Duration.ofSeconds(40));
    }

    @Test
    void worksInOfficeHours() {
        Map<Boolean, Long> byOffice = said(until(demo, NOON, NOON.plus(Duration.ofDays(2))))
                .filter(said -> !said.room().language().equals("en"))
                .collect(Collectors.partitioningBy(
                        said -> local(said).getHour() >= 9 && local(said).getHour() < 18, Collectors.counting()));

        assertThat(byOffice.get(true) / 9).isGreaterThan(3 * byOffice.get(false) / 15);
    }

    @Test
    void restsAtWeekends() {
        Map<DayOfWeek, Long> live = perDay(until(demo, NOON, NOON.plus(Duration.ofDays(7))));
        Map<DayOfWeek, Long> told = perDay(demo.history(NOON));

        assertThat(live.get(DayOfWeek.SUNDAY)).isLessThan(live.get(DayOfWeek.TUESDAY) * 9 / 10);
        assertThat(told.get(DayOfWeek.SUNDAY) + told.get(DayOfWeek.SATURDAY))
                .isLessThan(told.get(DayOfWeek.TUESDAY) / 2);
    }

    @Test
    void makesIdsAsPhonesDo() {
        List<String> ids = ids(demo.history(WEEK_LATER));

        assertThat(ids).allMatch(id -> id.matches("3EB0[0-9A-F]{18}|3A[0-9A-F]{18}|[0-9A-F]{32}"));
        assertThat(ids)
                .anyMatch(id -> id.startsWith("3EB0"))
                .anyMatch(id -> id.length() == 20)
                .anyMatch(id -> id.length() == 32);
    }

    @Test
    void isCheapToTell() {
        assertThat(demo.history(NOON.plus(Duration.ofDays(365)))).hasSizeLessThan(80_000);
    }

    /** What must hold in any world: nothing twice, nothing before what it is about, nobody where they are not. */
    private static void makesSense(Demo demo, List<Happening> happenings) {
        Map<Room, Set<Persona>> present = new HashMap<>();
        demo.rooms().forEach(room -> present.put(room, new HashSet<>(room.members())));
        Map<String, Happening.Said> said = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Map<Room, Content> last = new HashMap<>();
        Instant clock = Instant.MIN;
        for (Happening happening : happenings) {
            assertThat(happening.at()).isAfterOrEqualTo(clock);
            clock = happening.at();
            Set<Persona> here = present.get(happening.room());
            switch (happening) {
                case Happening.Said one -> {
                    assertThat(ids.add(one.id())).as("%s is new", one).isTrue();
                    assertThat(one.by() == null || here.contains(one.by()))
                            .as("%s is there", one)
                            .isTrue();
                    assertThat(one.room().members().size()).isGreaterThan(5);
                    if (one.replyTo() != null) {
                        assertThat(said).containsKey(one.replyTo());
                        assertThat(said.get(one.replyTo()).room()).isEqualTo(one.room());
                    }
                    assertThat(here).containsAll(one.mentions());
                    assertThat(one.content()).as("%s", one).isNotEqualTo(last.put(one.room(), one.content()));
                    said.put(one.id(), one);
                }
                case Happening.Edited edited -> {
                    assertThat(said).containsKey(edited.target());
                    assertThat(said.get(edited.target()).by()).isEqualTo(edited.by());
                    assertThat(said.get(edited.target()).content()).isNotEqualTo(new Content.Text(edited.text()));
                }
                case Happening.Revoked revoked -> assertThat(said).containsKey(revoked.target());
                case Happening.Reacted reacted -> {
                    assertThat(ids.add(reacted.id())).isTrue();
                    assertThat(said).containsKey(reacted.target());
                    assertThat(here).contains(reacted.by());
                }
                case Happening.Voted voted -> {
                    assertThat(ids.add(voted.id())).isTrue();
                    Content.Poll poll = (Content.Poll) said.get(voted.target()).content();
                    assertThat(poll.options()).containsAll(voted.options());
                }
                case Happening.Joined joined ->
                    assertThat(here.add(joined.who())).isTrue();
                case Happening.Left left -> assertThat(here.remove(left.who())).isTrue();
            }
        }
    }

    private static List<Happening> all(Demo demo, Instant at, int live) {
        List<Happening> all = new ArrayList<>(demo.history(at));
        all.addAll(demo.live(at).limit(live).toList());
        return all;
    }

    private static List<Happening> until(Demo demo, Instant from, Instant end) {
        return demo.live(from)
                .takeWhile(happening -> happening.at().isBefore(end))
                .toList();
    }

    private static Stream<Happening.Said> said(List<Happening> happenings) {
        return happenings.stream().filter(Happening.Said.class::isInstance).map(Happening.Said.class::cast);
    }

    private static List<String> ids(List<Happening> happenings) {
        return said(happenings).map(Happening.Said::id).toList();
    }

    private static ZonedDateTime local(Happening happening) {
        return happening.at().atZone(happening.room().zone());
    }

    private static Map<DayOfWeek, Long> perDay(List<Happening> happenings) {
        return said(happenings)
                .collect(Collectors.groupingBy(said -> local(said).getDayOfWeek(), Collectors.counting()));
    }
}
