package groupwatch.simulator.store;

import groupwatch.simulator.media.Noise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The messages of one instance. A message that was told twice has two rows, as it has there. */
public final class MessageBook {

    private final int limit;
    private final Deque<KeptMessage> rows = new ArrayDeque<>();
    private final Map<String, KeptMessage> latest = new HashMap<>();
    private long serial;

    public MessageBook(int limit) {
        this.limit = limit;
    }

    /** @param data as in {@code messages.upsert}, without base64 */
    public synchronized KeptMessage keep(ObjectNode data, @Nullable FileSource file) {
        var row = new KeptMessage(newId(), data, file);
        rows.addLast(row);
        latest.put(row.keyId(), row);
        if (rows.size() > limit) {
            var oldest = rows.removeFirst();
            latest.remove(oldest.keyId(), oldest);
        }
        return row;
    }

    public synchronized Optional<KeptMessage> find(String keyId) {
        return Optional.ofNullable(latest.get(keyId));
    }

    /** The new content replaces the old one, and the time of the edit the time of the message. */
    public void edit(KeptMessage row, ObjectNode content, Instant at) {
        var data = row.data();
        var message = (ObjectNode) data.path("message");
        for (var part : content.properties()) {
            if (part.getValue().isObject() && message.path(part.getKey()).isObject()) {
                ((ObjectNode) message.path(part.getKey())).setAll((ObjectNode) part.getValue());
            } else {
                message.set(part.getKey(), part.getValue());
            }
        }
        row.tell(data.put("messageTimestamp", at.getEpochSecond()));
    }

    /** How a poll stands, told beside it. */
    public void tally(KeptMessage poll, ObjectNode votes) {
        var data = poll.data();
        poll.tell(data.setAll(votes));
    }

    /** What is deleted through the API is gone. */
    public synchronized void remove(KeptMessage row) {
        rows.remove(row);
        latest.remove(row.keyId(), row);
    }

    public void update(KeptMessage row, String status) {
        row.update(new KeptMessage.Update(newId(), status));
    }

    /** All that fit, newest first. */
    public synchronized List<KeptMessage> newestFirst(Predicate<KeptMessage> wanted) {
        return rows.reversed().stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(KeptMessage::timestamp).reversed())
                .toList();
    }

    public synchronized int size() {
        return rows.size();
    }

    /** Looks like the ids of Evolution's database. */
    private synchronized String newId() {
        return "c" + HexFormat.of().formatHex(Noise.bytes("row " + System.identityHashCode(this) + serial++, 12));
    }
}
