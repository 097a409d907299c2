package groupwatch.events.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shared contact.
 *
 * @param phones digits only, in the order of the card
 * @param vcard the card as it was sent, RFC 2426 (hostile text like any other)
 */
public record ContactCard(
        @Nullable String name,
        List<String> phones,
        @Nullable String vcard) {

    public ContactCard {
        phones = phones == null ? List.of() : List.copyOf(phones);
    }
}
