package groupwatch.simulator.store;

import groupwatch.simulator.media.Noise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The messages of one instance. A message that was told twice has two rows, as it has there; what becomes of it is known to one of them. */
public final class MessageBook {

    private static final int PRECISION = 1_000_000;

    private final int limit;
    private final Map<Long, KeptMessage> rows = new LinkedHashMap<>();
    private MessageIndex index = new MessageIndex();
    private boolean saving = true;
    private double duplicates;
    private long serial;

    public MessageBook(int limit) {
        this.limit = limit;
    }

    /** @param total of all pages */
    public record Page(int total, List<KeptMessage> rows) {}

    /** @param data as in {@code messages.upsert}, without base64 */
    public synchronized KeptMessage keep(ObjectNode data, @Nullable FileSource file) {
        var row = row(data, file);
        if (saving) {
            if (index.rows(row.keyId()).isEmpty() && comesTwice(row)) {
                add(row(data, file));
            }
            add(row);
        }
        return row;
    }

    /** The row that knows best what became of a message. */
    public synchronized Optional<KeptMessage> find(String keyId) {
        var same = index.rows(keyId);
        return same.isEmpty() ? Optional.empty() : Optional.of(same.getLast());
    }

    /** Whether messages are saved at all; when they are no longer, those that were are gone. */
    public synchronized void saving(boolean on) {
        saving = on;
        if (!on) {
            rows.clear();
            index = new MessageIndex();
        }
    }

    public synchronized boolean saving() {
        return saving;
    }

    /**
     * A share of the messages has a second row: of those that are there now, and of those to come.
     *
     * @return how many rows were written
     */
    public synchronized int duplicate(double share) {
        duplicates = share;
        var once = rows.values().stream()
                .filter(row -> index.rows(row.keyId()).size() == 1 && comesTwice(row))
                .toList();
        once.forEach(row -> add(row(row.data(), row.file()).like(row)));
        return once.size();
    }

    public synchronized double duplicates() {
        return duplicates;
    }

    /** The new content replaces the old one, and the time of the edit the time of the message. Of a file only the caption is new. */
    public synchronized void edit(KeptMessage row, ObjectNode content, Instant at) {
        var data = row.data();
        var message = (ObjectNode) data.path("message");
        if (content.propertyNames().stream().noneMatch(message::has)) {
            message.removeAll();
        }
        for (var part : content.properties()) {
            if (part.getValue().isObject() && message.path(part.getKey()).isObject()) {
                ((ObjectNode) message.path(part.getKey())).setAll((ObjectNode) part.getValue());
            } else {
                message.set(part.getKey(), part.getValue());
            }
        }
        tell(row, data.put("messageTimestamp", at.getEpochSecond()));
    }

    /** How a poll stands, told beside it. */
    public synchronized void tally(KeptMessage poll, ObjectNode votes) {
        var data = poll.data();
        tell(poll, data.setAll(votes));
    }

    /** What is deleted through the API is gone. */
    public synchronized void remove(KeptMessage row) {
        if (rows.remove(row.place().serial(), row)) {
            index.remove(row);
        }
    }

    public void update(KeptMessage row, String status) {
        row.update(new KeptMessage.Update(newId(), status));
    }

    /** A page of what fits, newest first. */
    public synchronized Page find(Search search, long skip, int size) {
        var found = new ArrayList<KeptMessage>();
        var total = 0;
        for (var row : index.candidates(search)) {
            if (search.fits(row)) {
                total++;
                if (total > skip && found.size() < size) {
                    found.add(row);
                }
            }
        }
        return new Page(total, found);
    }

    /** The newest row of each chat. */
    public synchronized Map<String, KeptMessage> newestByChat() {
        var newest = new LinkedHashMap<String, KeptMessage>();
        for (var chat : index.chats()) {
            var row = index.newest(chat);
            if (row != null) {
                newest.put(chat, row);
            }
        }
        return newest;
    }

    /** The rows of each message, the messages in the order in which they first came. */
    public synchronized List<List<KeptMessage>> messages() {
        return index.messages().stream()
                .map(List::copyOf)
                .sorted(Comparator.comparing(same -> same.getFirst().place().serial()))
                .toList();
    }

    public synchronized int size() {
        return rows.size();
    }

    private void tell(KeptMessage row, ObjectNode data) {
        if (rows.containsKey(row.place().serial())) {
            index.changing(row, () -> row.tell(data));
        } else {
            row.tell(data);
        }
    }

    private void add(KeptMessage row) {
        rows.put(row.place().serial(), row);
        index.add(row);
        if (rows.size() > limit) {
            var oldest = rows.values().iterator().next();
            rows.remove(oldest.place().serial());
            index.remove(oldest);
        }
    }

    private boolean comesTwice(KeptMessage row) {
        return duplicates > 0 && Noise.number("twice" + row.keyId(), PRECISION) < duplicates * PRECISION;
    }

    private KeptMessage row(ObjectNode data, @Nullable FileSource file) {
        var id = newId();
        return new KeptMessage(serial, id, data, file);
    }

    /** Looks like the ids of Evolution's database. */
    private synchronized String newId() {
        return "c" + HexFormat.of().formatHex(Noise.bytes("row " + System.identityHashCode(this) + serial++, 12));
    }
}
