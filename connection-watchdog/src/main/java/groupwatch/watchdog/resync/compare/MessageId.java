package groupwatch.watchdog.resync.compare;

import java.util.regex.Pattern;

/** Ids of messages come from outside. */
final class MessageId {

    private static final Pattern ORDINARY = Pattern.compile("[!-+\\--~]{1,256}");

    private MessageId() {}

    /** Whether it fits into a list of ids, comma separated: WhatsApp's own do. */
    static boolean canBeAskedFor(String id) {
        return ORDINARY.matcher(id).matches();
    }
}
