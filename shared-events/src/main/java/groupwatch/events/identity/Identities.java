package groupwatch.events.identity;

import org.jspecify.annotations.Nullable;

/**
 * What one payload says about who somebody is: both identities when it gives the alternate too, possibly none.
 *
 * @param phone the phone JID (or another kind of address that is no LID, such as a channel)
 * @param lid the identity that hides the number
 */
public record Identities(@Nullable Jid phone, @Nullable Jid lid) {

    public static final Identities NONE = new Identities(null, null);

    /** Sorts out which is which; the first of each kind wins. */
    public static Identities of(@Nullable Jid... jids) {
        Jid phone = null;
        Jid lid = null;
        for (Jid jid : jids) {
            if (jid == null) {
                continue;
            }
            if (jid.isLid()) {
                lid = lid == null ? jid : lid;
            } else {
                phone = phone == null ? jid : phone;
            }
        }
        return new Identities(phone, lid);
    }

    public @Nullable Jid preferred() {
        return phone != null ? phone : lid;
    }

    /** Whether the payload itself says that both are one person. */
    public boolean linked() {
        return phone != null && lid != null;
    }

    public boolean known() {
        return phone != null || lid != null;
    }
}
