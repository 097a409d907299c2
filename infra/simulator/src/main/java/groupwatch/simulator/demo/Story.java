package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells a script on the days of a calendar. */
final class Story {

    private static final Pattern DAY = Pattern.compile("\\{d(\\d+)(?::(\\w\\w))?(\\.date)?\\}");

    private final Script script;
    private final Cast cast;
    private final Chance chance;

    Story(Script script, Cast cast, Chance chance) {
        this.script = script;
        this.cast = cast;
        this.chance = chance;
    }

    /** All of it, as written: not yet in order of time, for weekends may be written anywhere. */
    List<Happening> told() {
        Scene scene = new Scene(script.room(), cast, chance);
        List<Happening> told = new ArrayList<>();
        List<Script.Line> lines = script.lines();
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            while (to < lines.size() && sameMinute(lines.get(from), lines.get(to))) {
                to++;
            }
            for (int i = from; i < to; i++) {
                Duration into = Duration.ofMillis(60_000L * (i - from) / (to - from) + jitter(lines.get(i), to - from));
                told.add(play(scene, lines.get(i), minute(lines.get(i)).plus(into), i - from));
            }
            from = to;
        }
        return told;
    }

    private Happening play(Scene scene, Script.Line line, Instant at, int nth) {
        Persona by = line.who().equals(Scene.ME)
                ? null
                : cast.named(line.who(), line.source()).persona();
        String key = "told " + line.day() + ' ' + line.time() + ' ' + line.who() + ' ' + nth;
        return scene.play(at, by, line.cue(), this::withDays, line.source(), key);
    }

    private static boolean sameMinute(Script.Line one, Script.Line other) {
        return one.day().equals(other.day()) && one.time().equals(other.time());
    }

    private Instant minute(Script.Line line) {
        LocalDate date = line.day().date(chance.firstDay());
        return date.atTime(line.time()).atZone(script.room().zone()).toInstant();
    }

    /** Somewhere in its share of the minute, so that lines keep their order. */
    private long jitter(Script.Line line, int shares) {
        return chance.of(script.room().jid(), "jitter", line.source().number()).nextInt(60_000 / shares);
    }

    /** A day in a text: {@code {d3}}, its weekday; {@code {d3:es}}, in another language; {@code {d3.date}}. */
    private String withDays(String text) {
        return DAY.matcher(text).replaceAll(found -> {
            LocalDate date = StoryDay.workday(chance.firstDay(), Integer.parseInt(found.group(1)));
            String language = found.group(2) == null ? script.room().language() : found.group(2);
            return found.group(3) == null
                    ? weekday(date.getDayOfWeek(), Locale.of(language))
                    : DateTimeFormatter.ofPattern(script.dates(), Locale.of(language))
                            .format(date);
        });
    }

    private static String weekday(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL, locale).replace("-feira", "");
    }
}
