package groupwatch.store.testing;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.media.MediaEvent;
import groupwatch.kit.kafka.IncomingRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Raw records as a broker would give them: each has an offset of its own. */
public final class Records {

    private final AtomicLong offsets = new AtomicLong();

    public IncomingRecord message(String body) {
        return record(Topics.RAW_MESSAGES, body.getBytes(StandardCharsets.UTF_8));
    }

    public IncomingRecord message(byte[] body) {
        return record(Topics.RAW_MESSAGES, body);
    }

    public IncomingRecord media(MediaEvent event) {
        return record(Topics.MEDIA, EventCodec.write(event));
    }

    public IncomingRecord record(String topic, byte[] body) {
        return new IncomingRecord(topic, 0, offsets.getAndIncrement(), "key", body, Map.of(), Instant.now());
    }
}
