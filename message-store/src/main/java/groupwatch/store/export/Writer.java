package groupwatch.store.export;

import groupwatch.store.StoreMetrics;
import groupwatch.store.query.ShownMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes the portions of one answer as pieces of bytes. The first piece comes with the first portion, even an empty one. */
final class Writer {

    /** The server takes up to 128 pieces ahead of the network: so much of an answer is in memory at most. */
    private static final int PIECE = 16 * 1024;

    private final Format format;
    private final StoreMetrics metrics;
    private boolean begun;
    private long left;

    /** @param limit messages written at most */
    Writer(Format format, long limit, StoreMetrics metrics) {
        this.format = format;
        this.left = limit;
        this.metrics = metrics;
    }

    boolean isFull() {
        return left == 0;
    }

    List<byte[]> pieces(List<ShownMessage> portion) {
        List<byte[]> pieces = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * PIECE);
        if (!begun) {
            begun = true;
            format.begin(out);
            // even without a byte: it sends the headers, before a long search for the first message
            pieces.add(out.toByteArray());
            out.reset();
        }
        List<ShownMessage> written = portion.subList(0, (int) Math.min(left, portion.size()));
        for (ShownMessage message : written) {
            format.write(message, out);
            if (out.size() >= PIECE) {
                pieces.add(out.toByteArray());
                out.reset();
            }
        }
        if (out.size() > 0) {
            pieces.add(out.toByteArray());
        }
        left -= written.size();
        metrics.exported(format.extension(), written.size());
        return pieces;
    }
}
