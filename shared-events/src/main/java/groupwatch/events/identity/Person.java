package groupwatch.events.identity;

import org.jspecify.annotations.Nullable;

/**
 * One person, whichever identity the events used.
 *
 * @param jid the phone JID when it is known, else the LID
 * @param lid the identity that hides the number
 * @param phone digits only, country code first
 * @param name as they call themselves
 */
public record Person(
        @Nullable String jid,
        @Nullable String lid,
        @Nullable String phone,
        @Nullable String name) {

    public static Person of(Identities identities, @Nullable String name) {
        Jid preferred = identities.preferred();
        Jid lid = identities.lid();
        Jid phone = identities.phone();
        return new Person(
                preferred == null ? null : preferred.value(),
                lid == null ? null : lid.value(),
                phone == null ? null : phone.phone(),
                name);
    }
}
