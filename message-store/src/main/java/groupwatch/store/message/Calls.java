package groupwatch.store.message;

import groupwatch.events.message.CallInfo;
import groupwatch.store.message.Fact.CallStep;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call from its steps. */
final class Calls {

    private static final List<String> STEPS =
            List.of("offer", "offer_notice", "ringing", "accept", "reject", "timeout", "terminate");
    private static final Set<String> ENDS = Set.of("reject", "timeout", "terminate");

    private static final Comparator<CallStep> ORDER = Comparator.comparing(CallStep::at)
            .thenComparingInt(step -> STEPS.indexOf(step.status()))
            .thenComparing(CallStep::status);

    private Calls() {}

    /** @param told what the message itself says, for a call of which no step is known */
    static @Nullable CallInfo of(Collection<CallStep> seen, @Nullable CallInfo told) {
        if (seen.isEmpty()) {
            return told;
        }
        return new CallInfo(
                seen.stream().max(ORDER).orElseThrow().status(),
                seen.stream().anyMatch(CallStep::video) || told != null && told.video(),
                seen.stream().anyMatch(CallStep::group) || told != null && told.group(),
                seen.stream().map(CallStep::at).min(Comparator.naturalOrder()).orElseThrow(),
                ended(seen));
    }

    private static @Nullable Instant ended(Collection<CallStep> seen) {
        return seen.stream()
                .filter(step -> ENDS.contains(step.status()))
                .map(CallStep::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
