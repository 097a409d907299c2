package groupwatch.simulator.demo;

import groupwatch.simulator.world.Persona;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in the group, line by line; and on weekends, which move against the workdays, who is there in any case. */
final class Presence {

    private static final int WORKDAYS_A_WEEK = 5;

    private final Persona founder;
    private final Set<Persona> present;
    private final Map<Persona, Integer> came = new HashMap<>();
    private final Map<Persona, Integer> went = new HashMap<>();

    Presence(List<Persona> members) {
        founder = members.getFirst();
        present = new HashSet<>(members);
        members.forEach(member -> came.put(member, 0));
    }

    void onWorkday(int day, Persona who, Script.Line line) {
        boolean comes = line.cue() instanceof Cue.Join;
        if (present.contains(who) == comes) {
            throw new ScriptException(
                    line.source(), line.who() + (comes ? " is in the group" : " is not in the group"));
        }
        if (comes) {
            present.add(who);
            came.put(who, day);
        } else if (line.cue() instanceof Cue.Leave) {
            if (who.equals(founder)) {
                throw new ScriptException(line.source(), "who made the group stays");
            }
            present.remove(who);
            went.put(who, day);
        }
    }

    /** To be asked when all workdays are known. The first weekend may follow any day of the first five. */
    void onWeekend(int weekend, Persona who, Script.Line line) {
        int latest = WORKDAYS_A_WEEK * weekend;
        int earliest = latest - WORKDAYS_A_WEEK + 1;
        if (line.cue() instanceof Cue.Join || line.cue() instanceof Cue.Leave) {
            throw new ScriptException(line.source(), "nobody comes or goes on a weekend");
        }
        if (came.getOrDefault(who, Integer.MAX_VALUE) > earliest
                || went.getOrDefault(who, Integer.MAX_VALUE) <= latest) {
            throw new ScriptException(line.source(), line.who() + " may not be in the group on that weekend");
        }
    }
}
