package groupwatch.simulator.demo;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Persona;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what cannot be in a script: who is not there speaks, an answer comes before what it answers, time goes back. */
final class Continuity {

    private final Cast cast;
    private final Map<String, Script.Line> tagged = new HashMap<>();
    private final Map<StoryDay, LocalTime> clocks = new HashMap<>();
    private int workday;

    Continuity(Cast cast) {
        this.cast = cast;
    }

    void check(Script script) {
        Presence presence = new Presence(script.room().members());
        for (Script.Line line : script.lines()) {
            keepTime(line);
            keepCompany(line, presence, false);
            keepThread(line);
        }
        script.lines().forEach(line -> keepCompany(line, presence, true));
    }

    private void keepTime(Script.Line line) {
        LocalTime before = clocks.put(line.day(), line.time());
        if (before != null && before.isAfter(line.time())) {
            throw new ScriptException(line.source(), "is earlier than the line above");
        }
        if (line.day() instanceof StoryDay.Workday day) {
            if (day.number() < workday) {
                throw new ScriptException(line.source(), "day " + day.number() + " comes after day " + workday);
            }
            workday = day.number();
        }
    }

    private void keepCompany(Script.Line line, Presence presence, boolean weekends) {
        if (line.who().equals(Scene.ME)) {
            return;
        }
        Persona who = cast.named(line.who(), line.source()).persona();
        if (line.day() instanceof StoryDay.Workday day && !weekends) {
            presence.onWorkday(day.number(), who, line);
        } else if (line.day() instanceof StoryDay.Weekend weekend && weekends) {
            presence.onWeekend(weekend.number(), who, line);
        }
    }

    private void keepThread(Script.Line line) {
        String tag = line.cue().pointsAt();
        Script.Line target = tag == null ? null : target(tag, line);
        if (line.cue() instanceof Cue.Say say && say.tag() != null && tagged.put(say.tag(), line) != null) {
            throw new ScriptException(line.source(), "#" + say.tag() + " is there twice");
        }
        if (line.cue() instanceof Cue.Edit && target != null && !target.who().equals(line.who())) {
            throw new ScriptException(line.source(), "only its author edits #" + tag);
        }
        if (line.cue() instanceof Cue.Vote vote
                && (target == null || !offers(target.cue()).containsAll(vote.options()))) {
            throw new ScriptException(line.source(), "votes for what #" + tag + " does not offer");
        }
    }

    private static List<String> offers(Cue cue) {
        return cue instanceof Cue.Say say && say.content() instanceof Content.Poll poll ? poll.options() : List.of();
    }

    /** Weekends move against the workdays, so nothing on one side may point at the other. */
    private Script.Line target(String tag, Script.Line line) {
        Script.Line target = tagged.get(tag);
        if (target == null) {
            throw new ScriptException(line.source(), "nothing above is tagged #" + tag);
        }
        if (!target.day().getClass().equals(line.day().getClass())) {
            throw new ScriptException(line.source(), "#" + tag + " is across a weekend, which may come before it");
        }
        return target;
    }
}
