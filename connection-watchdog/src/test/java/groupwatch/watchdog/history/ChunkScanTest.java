package groupwatch.watchdog.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of a chunk, and what they say of the end. */
class ChunkScanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'isLatest':true,'progress':35,'event':'messages.set','data':[{'a':[1,{}]},{}]} | 2 | 35",
                "{'data':[{'progress':7}],'progress':null} | 1 |",
                "{'progress':12.5,'data':[]} | 0 |",
                "{'progress':900,'data':[1]} | 1 | 100",
                "{'data':{'a':1}} | |",
                "{'progress':35,'data':[{},{} | | 35",
                "[] | |",
                "nonsense | |",
            })
    void areReadFromItsBody(String body, Integer messages, Integer progress) {
        byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        assertThat(ChunkScan.of(json)).isEqualTo(new ChunkScan(messages, progress));
    }

    @Test
    void anEmptyBodyHasNone() {
        assertThat(ChunkScan.of(new byte[0])).isEqualTo(new ChunkScan(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 59, ",
        "100, 60, WhatsApp says that this is all.",
        "99, 60, ",
        "99, 599, ",
        "99, 600, WhatsApp gave no more.",
        ", 600, WhatsApp gave no more.",
    })
    void aFloodEnds(Integer progress, long quietSeconds, String ended) {
        Instant last = Instant.parse("2026-03-05T10:00:00Z");
        Flood flood = new Flood(1, 1, 0, progress, last, last);
        assertThat(flood.ended(last.plus(Duration.ofSeconds(quietSeconds)))).isEqualTo(ended);
    }

    @Test
    void aFloodThatHasNotBegunHasNotEnded() {
        assertThat(new Flood(0, 0, 0, null, null, null).ended(Instant.EPOCH)).isNull();
    }
}
