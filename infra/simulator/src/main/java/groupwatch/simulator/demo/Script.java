package groupwatch.simulator.demo;

import groupwatch.simulator.world.Persona;
import groupwatch.simulator.world.Room;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One group's two weeks.
 *
 * @param dates how its people write a date
 * @param lines as written: in order of time within the workdays, and within each weekend
 */
record Script(Room room, String dates, List<Line> lines) {

    record Line(Source.Line source, StoryDay day, LocalTime time, String who, Cue cue) {}

    private static final Pattern HEADER = Pattern.compile("(\\w+): (.+)");
    private static final Pattern LINE = Pattern.compile("(\\d\\d:\\d\\d) (\\w+)( .+|:.+)");
    private static final List<String> HEADERS =
            List.of("group", "jid", "about", "language", "zone", "dates", "members");

    static Script read(Source source, Cast cast) {
        Map<String, Source.Line> headers = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        StoryDay day = null;
        for (Source.Line line : source.lines()) {
            if (line.text().isEmpty()) {
                continue;
            }
            if (line.text().startsWith("==")) {
                day = StoryDay.read(line);
            } else if (day == null) {
                headers.put(header(line).group(1), line);
            } else {
                lines.add(line(line, day));
            }
        }
        for (String header : HEADERS) {
            if (!headers.containsKey(header)) {
                throw new IllegalArgumentException(source.file() + ": lacks “" + header + ":”");
            }
        }
        Script script = new Script(room(headers, cast), value(headers, "dates"), lines);
        new Continuity(cast).check(script);
        return script;
    }

    private static Matcher header(Source.Line line) {
        Matcher header = HEADER.matcher(line.text());
        if (!header.matches() || !HEADERS.contains(header.group(1))) {
            throw new ScriptException(line, "is none of the headers " + HEADERS);
        }
        return header;
    }

    private static Line line(Source.Line line, StoryDay day) {
        Matcher written = LINE.matcher(line.text());
        if (!written.matches()) {
            throw new ScriptException(line, "wants “09:05 Who: text”");
        }
        LocalTime time = LocalTime.parse(written.group(1));
        return new Line(line, day, time, written.group(2), Cue.read(written.group(3), line));
    }

    private static Room room(Map<String, Source.Line> headers, Cast cast) {
        List<Persona> members = new ArrayList<>();
        for (String alias : value(headers, "members").split(", *")) {
            members.add(cast.named(alias, line(headers, "members")).persona());
        }
        return new Room(
                value(headers, "jid"),
                value(headers, "group"),
                value(headers, "about"),
                value(headers, "language"),
                ZoneId.of(value(headers, "zone")),
                members);
    }

    private static Source.Line line(Map<String, Source.Line> headers, String name) {
        return Objects.requireNonNull(headers.get(name));
    }

    private static String value(Map<String, Source.Line> headers, String name) {
        return header(line(headers, name)).group(2);
    }
}
