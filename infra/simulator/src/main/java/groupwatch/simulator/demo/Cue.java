package groupwatch.simulator.demo;

import groupwatch.simulator.world.Content;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody does in a script or in a dialogue; messages are known there by their tags. */
sealed interface Cue {

    record Say(@Nullable String tag, @Nullable String replyTo, Content content) implements Cue {}

    record Edit(String target, String text) implements Cue {}

    record Revoke(String target) implements Cue {}

    /** @param emoji empty: taken back */
    record React(String target, String emoji) implements Cue {}

    record Vote(String target, List<String> options) implements Cue {}

    record Join(@Nullable String by) implements Cue {}

    record Leave() implements Cue {}

    Pattern SAY = Pattern.compile("(?: #(\\w+))?(?: >(\\w+))?: (.+)");
    Pattern EDIT = Pattern.compile(" =(\\w+): (.+)");
    Pattern REVOKE = Pattern.compile(" -(\\w+)");
    Pattern REACT = Pattern.compile(" \\+(\\w+) (\\S+)");
    Pattern VOTE = Pattern.compile(" \\*(\\w+): (.+)");
    Pattern JOIN = Pattern.compile(" joins(?: by (\\w+))?");

    /** The tag of the message it is about; absent: about none. */
    default @Nullable String pointsAt() {
        return switch (this) {
            case Say say -> say.replyTo();
            case Edit edit -> edit.target();
            case Revoke revoke -> revoke.target();
            case React react -> react.target();
            case Vote vote -> vote.target();
            case Join join -> null;
            case Leave leave -> null;
        };
    }

    /** @param written what follows the name */
    static Cue read(String written, Source.Line line) {
        Matcher said = SAY.matcher(written);
        if (said.matches()) {
            return new Say(said.group(1), said.group(2), Marker.read(said.group(3), line));
        }
        Matcher edited = EDIT.matcher(written);
        if (edited.matches()) {
            return new Edit(edited.group(1), edited.group(2));
        }
        Matcher reacted = REACT.matcher(written);
        if (reacted.matches()) {
            return new React(reacted.group(1), reacted.group(2).equals("none") ? "" : reacted.group(2));
        }
        return rarer(written, line);
    }

    private static Cue rarer(String written, Source.Line line) {
        Matcher voted = VOTE.matcher(written);
        if (voted.matches()) {
            return new Vote(voted.group(1), Arrays.asList(voted.group(2).split(" *; *")));
        }
        Matcher revoked = REVOKE.matcher(written);
        if (revoked.matches()) {
            return new Revoke(revoked.group(1));
        }
        Matcher joined = JOIN.matcher(written);
        if (joined.matches()) {
            return new Join(joined.group(1));
        }
        if (written.equals(" leaves")) {
            return new Leave();
        }
        throw new ScriptException(line, "is neither said nor done: “" + written + "”");
    }
}
