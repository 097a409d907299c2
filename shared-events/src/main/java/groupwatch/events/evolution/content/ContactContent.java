package groupwatch.events.evolution.content;

import groupwatch.events.evolution.json.Proto;
import groupwatch.events.message.ContactCard;
import groupwatch.events.message.MessageContent;
import groupwatch.events.message.MessageType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shared contacts, one or several. */
final class ContactContent {

    static final Map<String, ContentReader> READERS =
            Map.of("contactMessage", ContactContent::one, "contactsArrayMessage", ContactContent::several);

    private ContactContent() {}

    private static MessageContent one(JsonNode content) {
        return MessageContent.of(MessageType.CONTACT, Proto.text(content, "displayName"))
                .withContacts(List.of(card(content)));
    }

    private static MessageContent several(JsonNode content) {
        List<ContactCard> cards = new ArrayList<>();
        content.path("contacts").forEach(contact -> cards.add(card(contact)));
        return MessageContent.of(MessageType.CONTACTS, Proto.text(content, "displayName"))
                .withContacts(cards);
    }

    private static ContactCard card(JsonNode content) {
        String vcard = Proto.text(content, "vcard");
        return new ContactCard(Proto.text(content, "displayName"), phones(vcard), vcard);
    }

    /** {@code TEL;waid=5511999997701:+55 11 99999-7701}: WhatsApp's own number first, else the digits written. */
    private static List<String> phones(@Nullable String vcard) {
        Set<String> phones = new LinkedHashSet<>();
        for (String line : vcard == null ? List.<String>of() : vcard.lines().toList()) {
            int value = line.lastIndexOf(':');
            int name = line.lastIndexOf("TEL", Math.max(value, 0));
            if (value > 0 && (name == 0 || name > 0 && line.charAt(name - 1) == '.')) {
                int waid = line.indexOf("waid=");
                String phone =
                        digits(waid > 0 && waid < value ? line.substring(waid + 5, value) : line.substring(value + 1));
                if (!phone.isEmpty()) {
                    phones.add(phone);
                }
            }
        }
        return List.copyOf(phones);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString();
    }
}
