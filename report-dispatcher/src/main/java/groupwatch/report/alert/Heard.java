package groupwatch.report.alert;

import groupwatch.events.EventCodec;
import groupwatch.events.PublishedEvent;
import groupwatch.events.UnreadableEventException;
import groupwatch.events.link.LinkState;
import groupwatch.events.link.Outage;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.kafka.RejectedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch says: of each outage its newest state, and which accounts are gone, in order. */
final class Heard {

    /** Something an account's rows are to be told. */
    sealed interface Change {

        String account();
    }

    /** @param noticedAt when the first event of the batch told of this outage */
    record State(LinkState state, Instant noticedAt) implements Change {

        @Override
        public String account() {
            return state.link().account();
        }
    }

    /** The account is none any more. */
    record Gone(String account) implements Change {}

    /** An outage of an account; one without an id stands for a link that never had any. */
    private record Which(String account, @Nullable String outage) {}

    private final List<Change> changes = new ArrayList<>();
    private final Map<Which, State> states = new LinkedHashMap<>();
    private final List<RejectedRecord> rejected = new ArrayList<>();
    private int concerning;
    private int ignored;

    private Heard() {}

    static Heard of(List<IncomingRecord> records) {
        Heard heard = new Heard();
        records.forEach(heard::add);
        heard.changes.addAll(heard.states.values());
        return heard;
    }

    private void add(IncomingRecord record) {
        if (record.value().length == 0) {
            gone(record.key());
            return;
        }
        try {
            PublishedEvent event = EventCodec.read(record.value());
            if (event instanceof LinkState state) {
                concerning++;
                add(state);
            } else {
                ignored++;
            }
        } catch (UnreadableEventException error) {
            rejected.add(new RejectedRecord(
                    record, "no event of this version", error.getClass().getName()));
        }
    }

    private void add(LinkState state) {
        Outage outage = state.link().outage();
        states.merge(
                new Which(state.link().account(), outage == null ? null : outage.id()),
                new State(state, state.occurredAt()),
                Heard::newer);
    }

    private static State newer(State one, State other) {
        Instant first = one.noticedAt().isBefore(other.noticedAt()) ? one.noticedAt() : other.noticedAt();
        LinkState newer = one.state().revision() >= other.state().revision() ? one.state() : other.state();
        return new State(newer, first);
    }

    private void gone(@Nullable String account) {
        if (account == null) {
            ignored++;
            return;
        }
        concerning++;
        states.keySet().stream()
                .filter(which -> which.account().equals(account))
                .toList()
                .forEach(which -> changes.add(states.remove(which)));
        changes.add(new Gone(account));
    }

    List<Change> changes() {
        return changes;
    }

    BatchResult result() {
        return new BatchResult(concerning, 0, ignored, rejected);
    }
}
