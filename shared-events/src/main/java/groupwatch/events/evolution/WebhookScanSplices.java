package groupwatch.events.evolution;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Byte ranges of a body and what to write in their place; ranges do not overlap. */
final class WebhookScanSplices {

    private record Splice(int start, int end, byte[] replacement) {}

    private final List<Splice> splices = new ArrayList<>();

    void replace(int start, int end, String replacement) {
        splices.add(new Splice(start, end, replacement.getBytes(StandardCharsets.US_ASCII)));
    }

    /** @return the body itself when there is nothing to replace, else a changed copy */
    byte[] apply(byte[] body) {
        if (splices.isEmpty()) {
            return body;
        }
        splices.sort(Comparator.comparingInt(Splice::start));
        ByteArrayOutputStream changed = new ByteArrayOutputStream(body.length + 64);
        int copied = 0;
        for (Splice splice : splices) {
            changed.write(body, copied, splice.start() - copied);
            changed.writeBytes(splice.replacement());
            copied = splice.end();
        }
        changed.write(body, copied, body.length - copied);
        return changed.toByteArray();
    }
}
