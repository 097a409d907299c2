package groupwatch.summary.ledger;

import groupwatch.summary.testing.ModelRig;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** All rows of a ledger. */
public final class UsedSoFar {

    private UsedSoFar() {}

    public static List<Usage> of(ModelRig rig) {
        return rig.get(LedgerRows.class)
                .between(LocalDate.of(2020, 1, 1), LocalDate.of(2100, 1, 1), null, null, 1000)
                .collectList()
                .block(Duration.ofSeconds(60));
    }
}
