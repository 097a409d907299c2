package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Room;
import groupwatch.simulator.world.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Eight invented groups. The story is told on ten workdays from the first day on, and the weekends between; after that the
 * groups go on talking.
 *
 * <p>History is the story and, for each day after it, a few dialogues a group: the same for the same seed and first day,
 * and growing only at its end. Whoever starts again later must keep both, and gets the days between as backlog. What is
 * live has the same messages under the same ids, and many more between them.
 */
public final class Demo implements Scenario {

    private static final int LAST_WORKDAY = 10;
    private static final List<String> GROUPS =
            List.of("loja", "freight", "launch", "vecinos", "maintenance", "gestao", "rig", "pena");

    private final LocalDate lastDay;
    private final List<Talk> talks = new ArrayList<>();
    private final List<Room> rooms = new ArrayList<>();
    private final List<Happening> story = new ArrayList<>();
    private final Cast cast = Cast.read(Source.read("cast.txt"));
    private final Chance chance;

    /** @param firstDay the story's first day; a Saturday or Sunday is taken for the Monday after it */
    public Demo(long seed, LocalDate firstDay) {
        LocalDate monday = firstDay;
        while (StoryDay.isWeekend(monday)) {
            monday = monday.plusDays(1);
        }
        chance = new Chance(seed, monday);
        lastDay = StoryDay.workday(monday, LAST_WORKDAY);
        for (String group : GROUPS) {
            Script script = Script.read(Source.read(group + ".chat"), cast);
            rooms.add(script.room());
            story.addAll(new Story(script, cast, chance).told());
            if (Source.exists(group + ".talk")) {
                talks.add(Talk.read(Source.read(group + ".talk"), script.room(), cast, present(script)));
            }
        }
        story.sort(Comparator.comparing(Happening::at));
    }

    /** The first day of a story whose last workday is today, or was the last one before it. */
    public static LocalDate firstDayFor(LocalDate today) {
        LocalDate day = today;
        for (int passed = StoryDay.isWeekend(day) ? 0 : 1; passed < LAST_WORKDAY; ) {
            day = day.minusDays(1);
            passed += StoryDay.isWeekend(day) ? 0 : 1;
        }
        return day;
    }

    @Override
    public List<Room> rooms() {
        return List.copyOf(rooms);
    }

    @Override
    public List<Happening> history(Instant until) {
        LocalDate last = until.atZone(ZoneOffset.MAX).toLocalDate();
        Stream<Happening> living = lastDay.plusDays(1)
                .datesUntil(last.isAfter(lastDay) ? last.plusDays(1) : lastDay.plusDays(1))
                .flatMap(this::living);
        return Stream.concat(story.stream(), living)
                .filter(happening -> happening.at().isBefore(until))
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    @Override
    public Stream<Happening> live(Instant from) {
        Stream<Happening> told = Stream.iterate(from.truncatedTo(ChronoUnit.DAYS), day -> day.plus(1, ChronoUnit.DAYS))
                .flatMap(this::told)
                .filter(happening -> !happening.at().isBefore(from));
        Stream<Happening> chatter =
                endless(new Chatter(talks, cast, chance, from)).filter(new Heard(from));
        return endless(new Merged(told.iterator(), chatter.iterator()));
    }

    /** What history has of a day, by UTC. */
    private Stream<Happening> told(Instant day) {
        Instant end = day.plus(1, ChronoUnit.DAYS);
        LocalDate date = day.atZone(ZoneOffset.UTC).toLocalDate();
        Stream<Happening> living = Stream.of(-1, 0, 1)
                .map(date::plusDays)
                .filter(lastDay::isBefore)
                .flatMap(this::living);
        return Stream.concat(story.stream(), living)
                .filter(happening ->
                        !happening.at().isBefore(day) && happening.at().isBefore(end))
                .sorted(Comparator.comparing(Happening::at));
    }

    private static Stream<Happening> endless(Iterator<Happening> happenings) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(happenings, Spliterator.ORDERED), false);
    }

    private Stream<Happening> living(LocalDate day) {
        return talks.stream().flatMap(talk -> new LivingDay(talk, cast, chance).on(day));
    }

    /** Whoever is in the group from the first day to the last. */
    private Set<Cast.Actor> present(Script script) {
        Set<Cast.Actor> present = cast.actors().values().stream()
                .filter(actor -> script.room().members().contains(actor.persona()))
                .collect(Collectors.toCollection(HashSet::new));
        for (Script.Line line : script.lines()) {
            if (line.cue() instanceof Cue.Leave) {
                present.remove(cast.named(line.who(), line.source()));
            }
        }
        return present;
    }
}
