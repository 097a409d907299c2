package groupwatch.report.mail;

import groupwatch.report.PublicUrl;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The suite's own name in Message-IDs. The sender's would change a mail's between two attempts when somebody corrects the sender. */
@Component
final class SuiteDomain {

    /** Of no network, for who reaches the suite by an address or a short name. */
    private static final String NONE = "groupwatch.invalid";

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private final String name;

    SuiteDomain(PublicUrl publicUrl) {
        String host = publicUrl.publicUrl().getHost().toLowerCase(Locale.ROOT);
        this.name = DOMAIN.matcher(host).matches() ? host : NONE;
    }

    String name() {
        return name;
    }
}
