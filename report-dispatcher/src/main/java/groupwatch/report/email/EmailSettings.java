package groupwatch.report.email;

import groupwatch.report.mail.MailAccount;
import groupwatch.report.mail.Tls;
import java.util.regex.Pattern;

/** What settings of any source have in common. */
final class EmailSettings {

    static final int USUAL_PORT = 587;
    static final int IMPLICIT_PORT = 465;
    static final String USUAL_NAME = "Groupwatch";

    /** What a password is shown as; sent back it means the one that is there. */
    static final String HIDDEN = "********";

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[?[0-9a-fA-F:.]{2,45}]?");

    private EmailSettings() {}

    /** A name, an address, or {@link MailAccount#RESEND}. */
    static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    static Tls usual(int port) {
        return port == IMPLICIT_PORT ? Tls.IMPLICIT : Tls.STARTTLS;
    }
}
