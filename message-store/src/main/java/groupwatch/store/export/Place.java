package groupwatch.store.export;

import groupwatch.store.query.Spans.Span;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Where a walk is: the spans still to come, and the last message seen. Each walk has its own, and moves it step by step. */
final class Place {

    private final Deque<Span> spans;
    private final boolean oldestFirst;
    private Instant afterTime = Instant.EPOCH;
    private String afterId = "";

    Place(List<Span> spans, boolean oldestFirst) {
        this.spans = new ArrayDeque<>(spans);
        this.oldestFirst = oldestFirst;
        toEdge();
    }

    boolean isOldestFirst() {
        return oldestFirst;
    }

    boolean isAtEnd() {
        return spans.isEmpty();
    }

    Span span() {
        return Objects.requireNonNull(spans.peek(), "a walk that is not at its end");
    }

    /** The next step begins behind the message of this time and {@link #afterId}. */
    Instant afterTime() {
        return afterTime;
    }

    String afterId() {
        return afterId;
    }

    /**
     * Moves behind these rows.
     *
     * @param last whether the span has no more
     * @return the time that no message of a later step is beyond, in the order of the walk
     */
    Instant passed(List<Row> rows, boolean last) {
        if (last) {
            Span done = span();
            spans.poll();
            toEdge();
            return oldestFirst ? done.to() : done.from();
        }
        afterTime = rows.getLast().sentAt();
        afterId = rows.getLast().key().id();
        return afterTime;
    }

    /** No id is empty, so this lies before the first message of the span, or after the last. */
    private void toEdge() {
        Span span = spans.peek();
        if (span != null) {
            afterTime = oldestFirst ? span.from() : span.to();
            afterId = "";
        }
    }
}
