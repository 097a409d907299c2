package groupwatch.simulator.demo;

import groupwatch.simulator.world.Persona;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everybody in the demo, by the name the scripts use. */
record Cast(Map<String, Actor> actors) {

    /** @param alias the name in scripts, in Latin letters */
    record Actor(String alias, boolean female, Persona persona) {

        String firstName() {
            return persona.name().split(" ", 2)[0];
        }
    }

    private static final Pattern ENTRY = Pattern.compile("([A-Z]\\w*) ([fm]) (\\d{10,13}) (.+)");

    static Cast read(Source source) {
        Map<String, Actor> actors = new LinkedHashMap<>();
        for (Source.Line line : source.lines()) {
            if (line.text().isEmpty()) {
                continue;
            }
            Matcher entry = ENTRY.matcher(line.text());
            if (!entry.matches()) {
                throw new ScriptException(line, "wants: Alias f|m phone Name");
            }
            Persona persona = new Persona(entry.group(4), entry.group(3), lidOf(entry.group(3)));
            if (actors.put(
                            entry.group(1),
                            new Actor(entry.group(1), entry.group(2).equals("f"), persona))
                    != null) {
                throw new ScriptException(line, entry.group(1) + " is cast twice");
            }
        }
        return new Cast(actors);
    }

    Actor named(String alias, Source.Line line) {
        Actor actor = actors.get(alias);
        if (actor == null) {
            throw new ScriptException(line, "nobody is called " + alias);
        }
        return actor;
    }

    /** Fifteen digits that have nothing to do with the phone, as WhatsApp's have not. */
    private static String lidOf(String phone) {
        long mixed = Long.parseLong(phone) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return Long.toString(100_000_000_000_000L + Math.floorMod(mixed ^ (mixed >>> 32), 900_000_000_000_000L));
    }
}
