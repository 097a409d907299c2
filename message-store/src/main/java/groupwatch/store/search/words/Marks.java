package groupwatch.store.search.words;

import groupwatch.events.message.MessageType;

/**
 * Lexemes that are no words of a text: who said it, where, what kind it is. With them in the same index, "what Ana said of
 * pizza in that group" is one look-up however common pizza is. No word of a text begins with a slash.
 */
public final class Marks {

    public static final String FROM_ME = "/m";
    /** Sent from a linked account, but the payload did not say by whom. */
    public static final String FROM_UNNAMED_ME = "/m?";

    public static final String HAS_EDIT = "/hedit";
    public static final String HAS_LINK = "/hlink";
    public static final String HAS_MENTION = "/hmention";
    public static final String HAS_REPLY = "/hreply";

    private static final String GROUP = "@g.us";
    private static final String PHONE = "@s.whatsapp.net";
    private static final String LID = "@lid";

    private Marks() {}

    public static String chat(String jid) {
        return jid.endsWith(GROUP) ? "/g" + without(GROUP, jid) : "/c" + jid;
    }

    public static String sender(String jid) {
        if (jid.endsWith(PHONE)) {
            return "/p" + without(PHONE, jid);
        }
        return jid.endsWith(LID) ? "/l" + without(LID, jid) : "/s" + jid;
    }

    public static String type(MessageType type) {
        return "/t" + type.wire();
    }

    /** A stem of one of the text's words. */
    public static String stem(String stem) {
        return "/=" + stem;
    }

    private static String without(String domain, String jid) {
        return jid.substring(0, jid.length() - domain.length());
    }
}
