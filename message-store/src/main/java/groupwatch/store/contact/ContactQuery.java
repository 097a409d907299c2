package groupwatch.store.contact;

import groupwatch.store.api.JidCursor;
import groupwatch.store.api.Parameters;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are asked for.
 *
 * @param type absent: both
 * @param words part of a name, of a number or of a JID; accents and case do not matter; absent: all
 * @param account the linked account that knows them; absent: any
 * @param after the JID after which the page begins
 */
record ContactQuery(
        @Nullable ContactType type,
        @Nullable String words,
        @Nullable String account,
        @Nullable String after,
        int limit) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_IN_NUMBERS = Pattern.compile("[\\s()+./-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Reads the query parameters; a wrong one is answered with 400 naming it. */
    static ContactQuery of(Parameters parameters) {
        String type = parameters.oneOf("type", "", Set.of(ContactType.INDIVIDUAL.wire(), ContactType.GROUP.wire()));
        return new ContactQuery(
                type.isEmpty() ? null : ContactType.valueOf(type.toUpperCase(Locale.ROOT)),
                parameters.text("q"),
                parameters.text("account"),
                JidCursor.parse(parameters),
                parameters.limit());
    }

    boolean wants(ContactType other) {
        return type == null || type == other;
    }

    /** Whether it is called, or numbered, like what is looked for. */
    boolean matches(Contact contact) {
        String wanted = words;
        if (wanted == null) {
            return true;
        }
        String folded = folded(wanted);
        boolean named = Stream.concat(Stream.ofNullable(contact.name()), contact.names().stream())
                .anyMatch(name -> folded(name).contains(folded));
        return named || isNumbered(contact, NOT_IN_NUMBERS.matcher(wanted).replaceAll("")) || isAt(contact, folded);
    }

    private static boolean isNumbered(Contact contact, String number) {
        String phone = contact.phone();
        return phone != null && DIGITS.matcher(number).matches() && phone.contains(number);
    }

    private static boolean isAt(Contact contact, String jid) {
        return contact.jid().startsWith(jid) || jid.equals(contact.lid());
    }

    private static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
