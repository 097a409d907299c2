package groupwatch.simulator.demo;

import groupwatch.simulator.world.Room;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a group goes on talking about.
 *
 * @param speakers whom a letter may stand for
 * @param loudness its share of the talk, against the other groups' shares
 * @param slots what may stand for {@code {name}}, by name
 * @param day dialogues of the day
 * @param night dialogues for late hours; none: the group sleeps
 */
record Talk(
        Room room,
        List<Cast.Actor> speakers,
        int loudness,
        Map<String, List<String>> slots,
        List<Dialogue> day,
        List<Dialogue> night) {

    record Dialogue(List<Turn> turns) {

        /** Whether it begins differently each time, by what is filled in. */
        boolean varies() {
            return VARYING.matcher(turns.getFirst().source().text()).find();
        }
    }

    /** @param who a letter, for anybody, or a name */
    record Turn(Source.Line source, String who, Cue cue) {}

    private static final Pattern LOUDNESS = Pattern.compile("loudness: ([1-9])");
    private static final Pattern SPEAKERS = Pattern.compile("speakers: (.+)");
    private static final Pattern SLOT = Pattern.compile("(\\w+) = (.+)");
    private static final Pattern RANGE =
            Pattern.compile("(\\d+(?:[.,]\\d{3})?)\\.\\.(\\d+(?:[.,]\\d{3})?)(?: by (\\d+))?");
    private static final Pattern TURN = Pattern.compile("(\\w+)( .+|:.+)");
    private static final Pattern VARYING = Pattern.compile("\\{\\w{2,}\\}");
    private static final Pattern ROLE = Pattern.compile("[A-D]");

    /** @param present whoever was there from the first day to the last */
    static Talk read(Source source, Room room, Cast cast, Set<Cast.Actor> present) {
        int loudness = 1;
        List<Cast.Actor> speakers = new ArrayList<>();
        Map<String, List<String>> slots = new HashMap<>();
        Map<String, List<Dialogue>> parts = Map.of("== day", new ArrayList<>(), "== night", new ArrayList<>());
        List<Dialogue> part = null;
        List<Turn> turns = new ArrayList<>();
        for (Source.Line line : source.lines()) {
            Matcher loud = LOUDNESS.matcher(line.text());
            Matcher speaking = SPEAKERS.matcher(line.text());
            Matcher slot = SLOT.matcher(line.text());
            if (line.text().isEmpty() || line.text().startsWith("==")) {
                finish(turns, part);
                part = line.text().isEmpty() ? part : part(parts, line);
            } else if (part != null) {
                turns.add(turn(line, turns, cast, present));
            } else if (loud.matches()) {
                loudness = Integer.parseInt(loud.group(1));
            } else if (speaking.matches()) {
                for (String alias : speaking.group(1).split(", *")) {
                    speakers.add(present(alias, line, cast, present));
                }
            } else if (slot.matches()) {
                slots.put(slot.group(1), values(slot.group(2)));
            } else {
                throw new ScriptException(line, "wants “loudness: 3”, “speakers: …”, “name = a | b” or “== day”");
            }
        }
        finish(turns, part);
        List<Dialogue> day = parts.getOrDefault("== day", List.of());
        return new Talk(room, speakers, loudness, slots, day, parts.getOrDefault("== night", List.of()));
    }

    /** Whether a name stands for anybody. */
    static boolean isRole(String name) {
        return ROLE.matcher(name).matches();
    }

    private static Cast.Actor present(String alias, Source.Line line, Cast cast, Set<Cast.Actor> present) {
        Cast.Actor actor = cast.named(alias, line);
        if (!present.contains(actor)) {
            throw new ScriptException(line, alias + " is not always in the group");
        }
        return actor;
    }

    private static void finish(List<Turn> turns, @Nullable List<Dialogue> part) {
        if (!turns.isEmpty() && part != null) {
            part.add(new Dialogue(List.copyOf(turns)));
            turns.clear();
        }
    }

    private static List<Dialogue> part(Map<String, List<Dialogue>> parts, Source.Line line) {
        List<Dialogue> part = parts.get(line.text());
        if (part == null) {
            throw new ScriptException(line, "wants “== day” or “== night”");
        }
        return part;
    }

    private static Turn turn(Source.Line line, List<Turn> before, Cast cast, Set<Cast.Actor> present) {
        Matcher written = TURN.matcher(line.text());
        if (!written.matches()) {
            throw new ScriptException(line, "wants “A: text”");
        }
        if (!isRole(written.group(1))) {
            present(written.group(1), line, cast, present);
        }
        Cue cue = Cue.read(written.group(2), line);
        Set<String> tags = new HashSet<>();
        for (Turn turn : before) {
            if (turn.cue() instanceof Cue.Say say && say.tag() != null) {
                tags.add(say.tag());
            }
        }
        String target = cue.pointsAt();
        if (target != null && !tags.contains(target)) {
            throw new ScriptException(line, "nothing above is tagged #" + target);
        }
        return new Turn(line, written.group(1), cue);
    }

    private static List<String> values(String written) {
        Matcher range = RANGE.matcher(written);
        if (!range.matches()) {
            return Arrays.asList(written.split(" *\\| *"));
        }
        int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
        List<String> values = new ArrayList<>();
        for (int value = number(range.group(1)); value <= number(range.group(2)); value += step) {
            values.add(written(value, range.group(1)));
        }
        return values;
    }

    private static int number(String written) {
        return Integer.parseInt(written.replaceAll("[.,]", ""));
    }

    /** With the thousands set apart as in the example. */
    private static String written(int value, String example) {
        char mark = example.contains(".") ? '.' : ',';
        boolean apart = example.contains(String.valueOf(mark)) && value >= 1_000;
        return apart ? "%d%c%03d".formatted(value / 1_000, mark, value % 1_000) : Integer.toString(value);
    }
}
