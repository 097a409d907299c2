package groupwatch.watchdog.liveness;

import groupwatch.events.CloudEvents;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.watchdog.raw.RawSource;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Counts what tells that a link is alive, by the headers alone: records can be large, and what is in them is nobody's business here. */
final class CountHeard implements BatchHandler {

    private static final String TYPE = "evolution.";

    /** The past, and what the suite asked for itself. */
    private static final Set<String> NOT_HEARD = Set.of("messages.set", "messages.found", "groups.found");

    private final Heard heard;
    private final Clock clock;

    CountHeard(Heard heard, Clock clock) {
        this.heard = heard;
        this.clock = clock;
    }

    private record Slot(String account, Instant at) {}

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> batch) {
        Instant now = clock.instant();
        Map<Slot, SlotCount> counts = new HashMap<>();
        int counted = 0;
        for (IncomingRecord record : batch) {
            Optional<String> account = heardOf(record.headers());
            if (account.isPresent()) {
                // a clock that is ahead must not make an account heard for days to come
                Instant at = record.timestamp().isAfter(now) ? now : record.timestamp();
                SlotCount one = SlotCount.of(account.get(), at);
                counts.merge(new Slot(one.account(), one.slot()), one, SlotCount::plus);
                counted++;
            }
        }
        BatchResult result = new BatchResult(counted, 0, batch.size() - counted, List.of());
        return (counts.isEmpty() ? Mono.<Void>empty() : heard.note(counts.values())).thenReturn(result);
    }

    /** The account; empty when the record says nothing of its link. */
    static Optional<String> heardOf(Map<String, String> headers) {
        String type = headers.getOrDefault(CloudEvents.TYPE, "");
        if (!type.startsWith(TYPE)) {
            return Optional.empty();
        }
        String event = type.substring(TYPE.length());
        return NOT_HEARD.contains(event) || event.startsWith("send.message")
                ? Optional.empty()
                : RawSource.accountOf(headers);
    }
}
