package groupwatch.watchdog.link;

import org.jspecify.annotations.Nullable;

/** The phone number of an account's JID. */
public final class Phones {

    private Phones() {}

    /** Of {@code 5511999990000:12@s.whatsapp.net} the first digits; absent when it has none. */
    public static @Nullable String digits(@Nullable String jid) {
        if (jid == null || !jid.endsWith("@s.whatsapp.net")) {
            return null;
        }
        String user = jid.substring(0, jid.indexOf('@'));
        String digits = user.contains(":") ? user.substring(0, user.indexOf(':')) : user;
        return !digits.isEmpty() && digits.chars().allMatch(Character::isDigit) ? digits : null;
    }
}
