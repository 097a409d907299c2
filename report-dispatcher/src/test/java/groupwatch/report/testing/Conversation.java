package groupwatch.report.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a scripted mail server behaves in one connection: like any other, but for what is said here.
 *
 * @param offers extensions that it tells, such as {@code STARTTLS}
 */
public record Conversation(Map<Moment, Reaction> reactions, List<String> offers) {

    /** Where something can happen. */
    public enum Moment {
        /** Somebody has connected. */
        CONNECT,
        HELLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        /** A part of the content is there. */
        CONTENT_BEGUN,
        /** The whole content is there. */
        CONTENT,
        QUIT
    }

    /** What happens there. */
    public sealed interface Reaction {

        /** Says this, such as {@code 451 4.3.0 later}. */
        record Answer(String line) implements Reaction {}

        /** Ends the connection. After the whole content the mail is taken all the same. */
        record HangUp() implements Reaction {}

        /** Says and reads nothing any more, and keeps the connection. */
        record Silence() implements Reaction {}
    }

    public Conversation {
        reactions = Map.copyOf(reactions);
        offers = List.copyOf(offers);
    }

    /** Takes everything. */
    public static Conversation willing() {
        return new Conversation(Map.of(), List.of());
    }

    public Conversation answering(Moment at, String line) {
        return with(at, new Reaction.Answer(line));
    }

    public Conversation hangingUpAt(Moment at) {
        return with(at, new Reaction.HangUp());
    }

    public Conversation silentAt(Moment at) {
        return with(at, new Reaction.Silence());
    }

    /** {@code STARTTLS} works, with a certificate that nobody knows; any other is only told. */
    public Conversation offering(String extension) {
        List<String> more = new ArrayList<>(offers);
        more.add(extension);
        return new Conversation(reactions, more);
    }

    private Conversation with(Moment at, Reaction reaction) {
        Map<Moment, Reaction> more = new EnumMap<>(Moment.class);
        more.putAll(reactions);
        more.put(at, reaction);
        return new Conversation(more, offers);
    }
}
