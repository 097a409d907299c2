package groupwatch.media;

import groupwatch.events.message.MediaState;
import groupwatch.events.message.MessageType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The media worker's own meters, beside those of jobs and of every publisher. */
@Component
public class MediaMetrics {

    static final String TOLD = "groupwatch.media.told";
    static final String ENDED = "groupwatch.media.ended";
    static final String FETCHED = "groupwatch.media.fetched";
    static final String DEDUPLICATED = "groupwatch.media.deduplicated";
    static final String REMOVED = "groupwatch.media.removed";
    static final String SWEPT = "groupwatch.media.swept";
    static final String OBJECTS = "groupwatch.media.objects";
    static final String BYTES = "groupwatch.media.bytes";
    static final String DISK_FREE = "groupwatch.media.disk.free";

    private final MeterRegistry meters;
    private final AtomicLong objects = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong diskFree = new AtomicLong();

    MediaMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder(OBJECTS, objects::get)
                .description("Different files in the object store")
                .register(meters);
        Gauge.builder(BYTES, bytes::get)
                .baseUnit("bytes")
                .description("Size of the different files in the object store")
                .register(meters);
        Gauge.builder(DISK_FREE, diskFree::get)
                .baseUnit("bytes")
                .description("Room left where files are while they are fetched")
                .register(meters);
    }

    /** A record of the messages topic: recorded, known, unwanted, ignored, rejected. */
    public void told(String outcome) {
        Counter.builder(TOLD)
                .tag("outcome", outcome)
                .description("Records of the messages topic, by what they said of files")
                .register(meters)
                .increment();
    }

    /** What became of a message's file; read again after a crash it counts again. */
    public void ended(MediaState state, MessageType kind, String reason) {
        Counter.builder(ENDED)
                .tag("state", state.wire())
                .tag("kind", kind.wire())
                .tag("reason", reason)
                .description("Files stored, expired and failed")
                .register(meters)
                .increment();
    }

    /** Bytes that came, from claim or evolution. */
    public void fetched(String source, long size) {
        DistributionSummary.builder(FETCHED)
                .tag("source", source)
                .baseUnit("bytes")
                .description("Files fetched, by size")
                .register(meters)
                .record(size);
    }

    /** A file that was there already. */
    public void deduplicated() {
        Counter.builder(DEDUPLICATED)
                .description("Files fetched that another message had brought already")
                .register(meters)
                .increment();
    }

    /** Files of messages removed, by reason: retention, erased. */
    public void removed(String reason) {
        Counter.builder(REMOVED)
                .tag("reason", reason)
                .description("Files of messages removed")
                .register(meters)
                .increment();
    }

    /** What the sweeper removed: objects, thumbnails, claims, bodies, temporary files, unfinished writes. */
    public void swept(String what, long count) {
        Counter.builder(SWEPT)
                .tag("what", what)
                .description("What nobody needed, removed by the sweeper")
                .register(meters)
                .increment(count);
    }

    public void usage(long count, long size) {
        objects.set(count);
        bytes.set(size);
    }

    public void diskFree(long size) {
        diskFree.set(size);
    }
}
