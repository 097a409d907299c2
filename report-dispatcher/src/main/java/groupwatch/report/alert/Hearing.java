package groupwatch.report.alert;

import groupwatch.events.link.LinkState;
import groupwatch.events.link.Outage;
import groupwatch.report.alert.Heard.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an event changes about the outages of its account, in whatever order events come. */
final class Hearing {

    private Hearing() {}

    /**
     * The outages that are others now.
     *
     * @param revision the highest that was heard of the account
     * @param known those of the account that last, and the one that the event tells of
     */
    static List<KnownOutage> changed(long revision, List<KnownOutage> known, State heard, Instant now) {
        LinkState state = heard.state();
        Outage outage = state.link().outage();
        boolean newest = state.revision() > revision;
        List<KnownOutage> changed = new ArrayList<>();
        boolean isKnown = false;
        for (KnownOutage each : known) {
            if (outage != null && each.id().equals(outage.id())) {
                isKnown = true;
                // an older event may still tell how it ended, but not that it lasts
                if (!each.removed() && state.revision() > each.revision() && (newest || outage.to() != null)) {
                    changed.add(each.heard(state, outage, heard.noticedAt(), now));
                }
            } else if (newest && each.to() == null) {
                changed.add(each.overAt(outage == null ? state.link().since() : outage.from(), now));
            }
        }
        if (outage != null && !isKnown && newest) {
            changed.add(KnownOutage.of(state, outage, heard.noticedAt(), now));
        }
        return changed;
    }
}
