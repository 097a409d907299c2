package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dialogue being spoken: letters become people, {@code {slots}} hold their value to the end, {@code (this|that)} is
 * chosen, {@code <o|a>} goes by the speaker. {@code {soon}} and {@code {later}} are times of day after its start.
 */
final class Improvisation {

    /** From this hour on, nobody makes an appointment for hours later. */
    private static final int EVENING = 16;

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");
    private static final Pattern CHOICE = Pattern.compile("\\(([^()|]*(?:\\|[^()|]*)+)\\)");
    private static final Pattern GENDER = Pattern.compile("<([^<>|]*)\\|([^<>|]*)>");
    private static final Pattern MENTION = Pattern.compile("@([A-D])\\b");

    private final Talk talk;
    private final Talk.Dialogue dialogue;
    private final Instant start;
    private final String key;
    private final Random random;
    private final Scene scene;
    private final List<Cast.Actor> free;
    private final Map<String, Cast.Actor> roles = new HashMap<>();
    private final Map<String, String> filled = new HashMap<>();
    private int next;

    /** @param key tells this dialogue from all others of the room */
    Improvisation(Talk talk, Talk.Dialogue dialogue, Cast cast, Chance chance, Instant start, String key) {
        this.talk = talk;
        this.dialogue = dialogue;
        this.start = start;
        this.key = key;
        this.random = chance.of(talk.room().jid(), key);
        this.scene = new Scene(talk.room(), cast, chance);
        this.free = new ArrayList<>(talk.speakers());
        for (Talk.Turn turn : dialogue.turns()) {
            if (!Talk.isRole(turn.who())) {
                Cast.Actor named = cast.named(turn.who(), turn.source());
                roles.put(turn.who(), named);
                free.remove(named);
            }
        }
    }

    Talk.Dialogue dialogue() {
        return dialogue;
    }

    boolean over() {
        return next == dialogue.turns().size();
    }

    Happening next(Instant at) {
        Talk.Turn turn = dialogue.turns().get(next);
        Cast.Actor speaker = role(turn.who());
        return scene.play(
                at,
                speaker.persona(),
                turn.cue(),
                text -> worded(text, speaker, turn),
                turn.source(),
                key + ' ' + next++);
    }

    private Cast.Actor role(String who) {
        return roles.computeIfAbsent(who, letter -> free.remove(random.nextInt(free.size())));
    }

    private String worded(String text, Cast.Actor speaker, Talk.Turn turn) {
        String slots = replaced(SLOT, text, found -> slot(found.group(1), turn));
        String gender = replaced(GENDER, slots, found -> found.group(speaker.female() ? 2 : 1));
        String choices =
                replaced(CHOICE, gender, found -> anyOf(List.of(found.group(1).split("\\|", -1))));
        return replaced(MENTION, choices, found -> "@" + role(found.group(1)).alias());
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
    }

    private String slot(String name, Talk.Turn turn) {
        if (Talk.isRole(name)) {
            return role(name).firstName();
        }
        String value = filled.get(name);
        if (value == null) {
            value = switch (name) {
                case "soon" -> clock(5, 20 + random.nextInt(70));
                case "later" -> clock(30, start.atZone(zone()).getHour() < EVENING ? 90 + random.nextInt(180) : 45);
                default -> draw(name, turn);
            };
            filled.put(name, value);
        }
        return value;
    }

    /** {@code {item2}} is drawn like {@code {item}}, and is another one. */
    private String draw(String name, Talk.Turn turn) {
        List<String> values = talk.slots().get(name.replaceFirst("\\d$", ""));
        if (values == null) {
            throw new ScriptException(turn.source(), "nothing fills {" + name + "}");
        }
        String value = anyOf(values);
        for (int i = 0; i < 9 && filled.containsValue(value); i++) {
            value = anyOf(values);
        }
        return value;
    }

    private ZoneId zone() {
        return talk.room().zone();
    }

    private String anyOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String clock(int step, int minutesAhead) {
        LocalDateTime local = LocalDateTime.ofInstant(start, zone()).plusMinutes(minutesAhead);
        return DateTimeFormatter.ofPattern("HH:mm").format(local.minusMinutes(local.getMinute() % step));
    }
}
