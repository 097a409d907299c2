package groupwatch.report.unsubscribe;

import groupwatch.kit.secret.SuiteSecret;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets that only this service can make. */
@Component
class Proofs {

    private static final String PURPOSE = "unsubscribe";

    private final SuiteSecret secret;

    Proofs(SuiteSecret secret) {
        this.secret = secret;
    }

    Ticket ticket(UUID report, String address) {
        byte[] mac = secret.mac(PURPOSE, report + "|" + address.toLowerCase(Locale.ROOT));
        return new Ticket(report, Arrays.copyOf(mac, Ticket.PROOF_BYTES));
    }

    /** Whose ticket it is; absent when it is nobody's of these. Takes as long whoever it is. */
    @Nullable
    String owner(Ticket ticket, Collection<String> addresses) {
        String owner = null;
        for (String address : addresses) {
            if (MessageDigest.isEqual(ticket(ticket.report(), address).proof(), ticket.proof())) {
                owner = address;
            }
        }
        return owner;
    }
}
