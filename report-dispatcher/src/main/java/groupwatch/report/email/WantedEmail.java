package groupwatch.report.email;

import groupwatch.kit.api.Fields;
import groupwatch.report.mail.MailAccount;
import groupwatch.report.mail.MailAddress;
import groupwatch.report.mail.MailAddress.BadAddressException;
import groupwatch.report.mail.Tls;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Settings as somebody wants them.
 *
 * @param pass {@link EmailSettings#HIDDEN}: the one that is there; absent: none
 */
record WantedEmail(
        String host,
        int port,
        @Nullable String user,
        @Nullable String pass,
        Tls tls,
        boolean checkCertificate,
        MailAddress from,
        String fromName,
        @Nullable MailAddress replyTo) {

    private static final Set<String> KNOWN =
            Set.of("host", "port", "user", "pass", "tls", "checkCertificate", "from", "fromName", "replyTo");
    private static final int LONGEST = 500;
    private static final int LONGEST_NAME = 100;
    private static final int LAST_PORT = 65535;

    /** @throws groupwatch.kit.problem.ProblemException 400 that names the field */
    static WantedEmail read(JsonNode body) {
        Fields fields = new Fields(OlderNames.renamed(body), "", KNOWN);
        String host = fields.required("host", LONGEST).toLowerCase(Locale.ROOT);
        if (!EmailSettings.isHost(host)) {
            throw Fields.bad("host", "must be a host's name like mail.example.org, or " + MailAccount.RESEND);
        }
        int port = Objects.requireNonNullElse(fields.number("port", 1, LAST_PORT), EmailSettings.USUAL_PORT);
        String pass = fields.text("pass", LONGEST);
        if (host.equals(MailAccount.RESEND) && pass == null) {
            throw Fields.bad("pass", "must be given: Resend's API key");
        }
        return new WantedEmail(
                host,
                port,
                onOneLine("user", fields.text("user", LONGEST)),
                onOneLine("pass", pass),
                tls(body.path("tls"), fields, port),
                Objects.requireNonNullElse(fields.flag("checkCertificate"), true),
                address("from", fields.required("from", LONGEST)),
                Objects.requireNonNullElse(
                        onOneLine("fromName", fields.text("fromName", LONGEST_NAME)), EmailSettings.USUAL_NAME),
                replyTo(fields.text("replyTo", LONGEST)));
    }

    boolean keepsPassword() {
        return EmailSettings.HIDDEN.equals(pass);
    }

    MailAccount account(@Nullable String password) {
        return new MailAccount(host, port, user, password, tls, checkCertificate, from, fromName, replyTo);
    }

    ChosenEmail chosen(@Nullable String sealedPassword) {
        return new ChosenEmail(host, port, user, sealedPassword, tls, checkCertificate, from, fromName, replyTo);
    }

    /** Reads one address.
     *
     * @throws groupwatch.kit.problem.ProblemException 400 that names the field */
    static MailAddress address(String field, String text) {
        try {
            return MailAddress.of(text);
        } catch (BadAddressException e) {
            throw Fields.bad(field, e.why());
        }
    }

    private static @Nullable MailAddress replyTo(@Nullable String text) {
        return text == null ? null : address("replyTo", text);
    }

    private static @Nullable String onOneLine(String field, @Nullable String text) {
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            throw Fields.bad(field, "must have no control characters");
        }
        return text;
    }

    /** The older settings knew only whether: with it the port says how. */
    private static Tls tls(JsonNode value, Fields fields, int port) {
        if (value.isBoolean()) {
            return value.booleanValue() ? EmailSettings.usual(port) : Tls.NONE;
        }
        String word = fields.text("tls", LONGEST);
        return word == null
                ? EmailSettings.usual(port)
                : Tls.of(word)
                        .orElseThrow(() -> Fields.bad("tls", "must be none, starttls, starttls-optional or implicit"));
    }
}
