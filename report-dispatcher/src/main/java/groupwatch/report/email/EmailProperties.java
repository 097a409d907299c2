package groupwatch.report.email;

import groupwatch.report.mail.MailAccount;
import groupwatch.report.mail.MailAddress;
import groupwatch.report.mail.MailAddress.BadAddressException;
import groupwatch.report.mail.Tls;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom mails are handed to until somebody chooses otherwise.
 *
 * @param host absent: nobody is configured; {@code resend}: Resend's HTTP API
 * @param pass never shown
 * @param passFile a file with the password, instead of {@code pass}; read at the start
 * @param tls none, starttls, starttls-optional or implicit; absent: implicit at port 465, starttls elsewhere
 * @param from needed where there is a host
 */
@Validated
@ConfigurationProperties("groupwatch.report.email")
record EmailProperties(
        @Nullable String host,
        @DefaultValue("587") @Min(1) @Max(65535) int port,
        @Nullable String user,
        @Nullable String pass,
        @Nullable Path passFile,
        @Nullable String tls,
        @DefaultValue("true") boolean checkCertificate,
        @Nullable String from,
        @DefaultValue("Groupwatch") String fromName,
        @Nullable String replyTo) {

    private static final String PREFIX = "groupwatch.report.email.";

    EmailProperties {
        // an environment variable that is set to nothing sets nothing
        host = host == null || host.isBlank() ? null : host.strip().toLowerCase(Locale.ROOT);
        user = blankIsNull(user);
        pass = blankIsNull(pass);
        passFile = passFile == null || passFile.toString().isBlank() ? null : passFile;
        tls = blankIsNull(tls);
        from = blankIsNull(from);
        replyTo = blankIsNull(replyTo);
        if (pass != null && passFile != null) {
            throw wrong("pass", "and " + PREFIX + "pass-file: set one of them, not both");
        }
        if (passFile != null) {
            pass = PassFile.read(passFile, PREFIX + "pass-file");
            passFile = null;
        }
        if (host != null && !EmailSettings.isHost(host)) {
            throw wrong("host", "takes a host's name as mail.example.org, or resend");
        }
        if (host != null && from == null) {
            throw wrong("from", "must be set with " + PREFIX + "host: the address that reports come from");
        }
        if (tls != null && Tls.of(tls).isEmpty()) {
            throw wrong("tls", "takes none, starttls, starttls-optional or implicit, not " + tls);
        }
        checked("from", from);
        checked("reply-to", replyTo);
    }

    /** Empty where no host is configured. */
    Optional<MailAccount> account() {
        if (host == null) {
            return Optional.empty();
        }
        return Optional.of(new MailAccount(
                host,
                port,
                user,
                pass,
                tls == null ? EmailSettings.usual(port) : Tls.of(tls).orElseThrow(),
                checkCertificate,
                MailAddress.of(Objects.requireNonNull(from)),
                fromName,
                replyTo == null ? null : MailAddress.of(replyTo)));
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void checked(String property, @Nullable String address) {
        if (address != null) {
            try {
                MailAddress.of(address);
            } catch (BadAddressException e) {
                throw wrong(property, "takes an address as reports@example.org: " + address + " " + e.why());
            }
        }
    }

    private static IllegalArgumentException wrong(String property, String why) {
        return new IllegalArgumentException(PREFIX + property + " " + why);
    }

    @Override
    public String toString() {
        return "EmailProperties[host=" + host + ", port=" + port + ", pass=********]";
    }
}
