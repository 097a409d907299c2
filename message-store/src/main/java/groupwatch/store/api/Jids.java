package groupwatch.store.api;

import groupwatch.events.identity.Jid;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JIDs out of paths and parameters; they are as hostile as any other input. */
public final class Jids {

    private static final Pattern GROUP = Pattern.compile("[0-9]{1,32}(-[0-9]{1,32})?@g\\.us");
    private static final Pattern NUMBER = Pattern.compile("\\+?([0-9]{5,20})");
    private static final Pattern ANY = Pattern.compile("[A-Za-z0-9._:+-]{1,64}@[A-Za-z0-9.-]{1,64}");

    private Jids() {}

    /** A group's JID in a path. */
    public static String group(String text) {
        if (!isGroup(text)) {
            throw Parameters.bad("jid", "must be a group's JID like 120363000000000101@g.us");
        }
        return text;
    }

    public static boolean isGroup(String text) {
        return GROUP.matcher(text).matches();
    }

    /** Somebody, by phone number, phone JID or LID. */
    public static @Nullable String person(String parameter, @Nullable String text) {
        return text == null ? null : someone(parameter, text);
    }

    /** Somebody in a path, by phone number, phone JID or LID. */
    public static String person(String text) {
        String jid = someone("jid", text);
        if (jid.endsWith("@g.us")) {
            throw Parameters.bad("jid", "must be a person's number or JID like 5511999990001@s.whatsapp.net");
        }
        return jid;
    }

    /** A group, or a direct chat by the number or JID of the other side, in a path. */
    public static String anyChat(String text) {
        String jid = someone("jid", text);
        return jid.endsWith("@g.us") ? group(jid) : jid;
    }

    /** Any chat, in its one written form. */
    public static @Nullable String chat(@Nullable String text) {
        return text == null ? null : jid("chat", text);
    }

    private static String someone(String parameter, String text) {
        var number = NUMBER.matcher(text.strip());
        return number.matches() ? number.group(1) + "@s.whatsapp.net" : jid(parameter, text);
    }

    private static String jid(String parameter, String text) {
        Jid jid = ANY.matcher(text).matches() ? Jid.parse(text) : null;
        if (jid == null) {
            throw Parameters.bad(parameter, "must be a JID like 5511999990001@s.whatsapp.net");
        }
        return jid.value();
    }
}
