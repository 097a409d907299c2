package groupwatch.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.kafka.TailSignal.Arrived;
import groupwatch.kit.kafka.TailSignal.Lost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A full queue loses, and never silently. */
class TailQueueTest {

    @Test
    void tellsWhatIsLostAfterWhatWasKept() {
        TailQueue queue = new TailQueue(2, 1_000);
        for (int i = 0; i < 5; i++) {
            queue.offer(record(i, 10));
        }
        assertThat(offsets(queue)).containsExactly(0L, 1L, -1L);
        queue.offer(record(5, 10));
        assertThat(offsets(queue)).containsExactly(5L);
        assertThat(queue).isEmpty();
    }

    @Test
    void isFullByBytesToo() {
        TailQueue queue = new TailQueue(100, 1_000);
        queue.offer(record(0, 5_000));
        queue.offer(record(1, 1));
        assertThat(offsets(queue)).containsExactly(0L, -1L);
        queue.offer(record(2, 999));
        queue.offer(record(3, 999));
        assertThat(offsets(queue)).containsExactly(2L, 3L);
    }

    @RepeatedTest(20)
    void everyGapIsTold() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        TailQueue queue = new TailQueue(8, 100);
        List<Long> told = new ArrayList<>();
        for (long offset = 0; offset < 1_000; offset++) {
            queue.offer(record(offset, random.nextInt(30)));
            for (int taken = random.nextInt(3); taken > 0; taken--) {
                TailSignal next = queue.poll();
                if (next != null) {
                    told.add(offset(next));
                }
            }
            assertThat(queue.size()).as("seed %d", seed).isLessThanOrEqualTo(9);
        }
        told.addAll(offsets(queue));
        long expected = 0;
        for (long offset : told) {
            if (offset >= 0 && expected >= 0) {
                assertThat(offset).as("seed %d", seed).isEqualTo(expected);
            }
            expected = offset < 0 ? -1 : offset + 1;
        }
    }

    private static List<Long> offsets(TailQueue queue) {
        List<Long> offsets = new ArrayList<>();
        for (TailSignal next = queue.poll(); next != null; next = queue.poll()) {
            offsets.add(offset(next));
        }
        return offsets;
    }

    private static long offset(TailSignal signal) {
        return switch (signal) {
            case Arrived arrived -> arrived.record().offset();
            case Lost lost -> -1;
            default -> throw new AssertionError(signal);
        };
    }

    private static TailSignal record(long offset, int size) {
        return new Arrived(new IncomingRecord("t", 0, offset, "k", new byte[size], Map.of(), Instant.EPOCH));
    }
}
