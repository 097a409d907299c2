package groupwatch.events.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WhatsApp's address of a person, group or channel, in its one written form: no device suffix, the modern domain,
 * lower-case domain. In JSON a plain string.
 *
 * @param value {@code user@domain}; exotic ones without a domain are kept as they came
 */
public record Jid(@JsonValue String value) {

    private static final String PHONE = "s.whatsapp.net";
    private static final Set<String> WITH_DEVICES = Set.of(PHONE, "lid", "hosted", "hosted.lid");

    public Jid {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a JID is not blank");
        }
    }

    /**
     * {@code 123:12@s.whatsapp.net}, {@code 123_1:12@s.whatsapp.net} and {@code 123@c.us} are
     * {@code 123@s.whatsapp.net}; empty is absent.
     */
    @JsonCreator
    public static @Nullable Jid parse(@Nullable String text) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty()) {
            return null;
        }
        int at = trimmed.lastIndexOf('@');
        if (at <= 0) {
            return new Jid(trimmed);
        }
        String domain = domain(trimmed.substring(at + 1));
        String user = trimmed.substring(0, at);
        return new Jid((WITH_DEVICES.contains(domain) ? withoutDevice(user) : user) + "@" + domain);
    }

    public boolean isGroup() {
        return value.endsWith("@g.us");
    }

    /** An identity that hides the phone number. */
    public boolean isLid() {
        return value.endsWith("@lid");
    }

    public boolean isPhone() {
        return value.endsWith("@" + PHONE);
    }

    /** A status or a broadcast list. */
    public boolean isBroadcast() {
        return value.endsWith("@broadcast");
    }

    public boolean isNewsletter() {
        return value.endsWith("@newsletter");
    }

    /** The digits of a phone JID; absent for every other kind. */
    public @Nullable String phone() {
        return isPhone() ? value.substring(0, value.length() - PHONE.length() - 1) : null;
    }

    @Override
    public String toString() {
        return value;
    }

    private static String domain(String written) {
        String domain = written.toLowerCase(Locale.ROOT);
        return domain.equals("c.us") ? PHONE : domain;
    }

    private static String withoutDevice(String user) {
        int end = user.length();
        for (int i = 1; i < end; i++) {
            char c = user.charAt(i);
            if (c == ':' || c == '_') {
                end = i;
            }
        }
        return user.substring(0, end);
    }
}
