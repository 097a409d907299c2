package groupwatch.store.stats;

import groupwatch.store.api.Jids;
import groupwatch.store.api.Parameters;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;

/**
 * What is asked for.
 *
 * @param top how many senders are to be named
 */
record StatsRequest(StatsPeriod period, int top) {

    static final Set<String> PARAMETERS = Set.of("from", "to", "tz", "top");
    static final Set<String> PARAMETERS_OF_CHAT = Set.of("account", "from", "to", "tz", "top");

    private static final int DEFAULT_TOP = 10;
    private static final int MOST = 500;

    static StatsRequest of(Parameters parameters, Clock clock) {
        return new StatsRequest(StatsPeriod.of(parameters, clock), top(parameters));
    }

    private static int top(Parameters parameters) {
        String text = parameters.text("top");
        if (text == null) {
            return DEFAULT_TOP;
        }
        try {
            int top = Integer.parseInt(text);
            if (top >= 1 && top <= MOST) {
                return top;
            }
        } catch (NumberFormatException error) {
            // answered below, like a number out of range
        }
        throw Parameters.bad("top", "must be a number from 1 to " + MOST);
    }

    /** A chat that is no group. */
    static String chat(String jid) {
        String chat = Objects.requireNonNull(Jids.chat(jid));
        if (chat.endsWith("@g.us")) {
            throw Parameters.bad("jid", "is a group's: its statistics are at /groups/" + chat + "/stats");
        }
        return chat;
    }

    static String account(Parameters parameters) {
        String account = parameters.text("account");
        if (account == null) {
            throw Parameters.bad("account", "must be given: chats of two linked accounts are two chats");
        }
        return account;
    }
}
