package groupwatch.summary.transcript;

import groupwatch.events.identity.Person;
import groupwatch.summary.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people are called: by name where one is known, else by the end of their number. */
final class Speakers {

    private static final int SHOWN_DIGITS = 4;
    private static final int LONGEST_NAME = 60;

    /** The account that listens, when nobody has named it. */
    private static final String OWN_ACCOUNT = "(own account)";

    private final Map<String, String> names;

    /** @param names by JID and LID */
    Speakers(Map<String, String> names) {
        this.names = names;
    }

    String of(@Nullable Person person, boolean own) {
        if (person == null) {
            return own ? OWN_ACCOUNT : "?";
        }
        String name = name(person);
        return name == null ? number(person) : name;
    }

    private @Nullable String name(Person person) {
        String own = person.name();
        if (own != null && !own.isBlank()) {
            return clean(own);
        }
        String jid = person.jid();
        String lid = person.lid();
        String listed = jid == null ? null : names.get(jid);
        listed = listed == null && lid != null ? names.get(lid) : listed;
        return listed == null || listed.isBlank() ? null : clean(listed);
    }

    /** Several people may be called so; a whole number would tell more than the group needs. */
    private static String number(Person person) {
        String digits = Objects.requireNonNullElse(person.phone(), "");
        return digits.length() <= SHOWN_DIGITS ? "?" : "…" + digits.substring(digits.length() - SHOWN_DIGITS);
    }

    /** In a text that mentions people by their numbers, their names. */
    String named(String text, List<String> mentions) {
        String result = text;
        for (String jid : mentions) {
            String name = names.get(jid);
            int at = jid.indexOf('@');
            if (name != null && at > 0) {
                result = result.replace("@" + jid.substring(0, at), "@" + clean(name));
            }
        }
        return result;
    }

    /** A name is hostile too: one line, and not a long one. */
    private static String clean(String name) {
        return PlainText.shortened(PlainText.oneLine(name), LONGEST_NAME);
    }
}
