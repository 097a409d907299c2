package groupwatch.report.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the way to the mail server is encrypted. */
public enum Tls {
    /** Not at all; the password too goes in clear, which somebody chose. */
    NONE(0),
    /** Begun by STARTTLS; a mail server that does not offer it gets nothing. */
    STARTTLS(2),
    /** Begun by STARTTLS where the mail server offers it; where not, the mail goes in clear and the password not at all. */
    STARTTLS_OPTIONAL(1),
    /** From the first byte. */
    IMPLICIT(2);

    private final int strength;

    Tls(int strength) {
        this.strength = strength;
    }

    public boolean isWeakerThan(Tls other) {
        return strength < other.strength;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Tls> of(String word) {
        return Arrays.stream(values()).filter(tls -> tls.word().equals(word)).findFirst();
    }
}
