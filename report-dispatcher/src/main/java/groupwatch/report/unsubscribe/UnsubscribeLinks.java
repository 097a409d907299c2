package groupwatch.report.unsubscribe;

import groupwatch.report.PublicUrl;
import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The links that end reports, in each mail. */
@Component
public class UnsubscribeLinks {

    private static final String PATH = "/api/unsubscribe/";

    private final PublicUrl publicUrl;
    private final Proofs proofs;

    UnsubscribeLinks(PublicUrl publicUrl, Proofs proofs) {
        this.publicUrl = publicUrl;
        this.proofs = proofs;
    }

    /** The same each time. Good for as long as the address is a recipient of the report and the service's key stays. */
    public URI of(UUID report, String address) {
        return publicUrl.with(PATH + proofs.ticket(report, address).text());
    }
}
