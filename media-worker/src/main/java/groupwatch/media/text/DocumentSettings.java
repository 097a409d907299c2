package groupwatch.media.text;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much reading a document may cost.
 *
 * @param maxSize larger documents are not read
 * @param timeLimit of each of the steps (type, text, first page)
 * @param heap of the Java process that reads
 * @param idle after so long without a document that process ends
 */
public record DocumentSettings(
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("20s") Duration timeLimit,
        @DefaultValue("192MB") DataSize heap,
        @DefaultValue("2m") Duration idle) {

    public DocumentSettings {
        if (timeLimit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(
                    "groupwatch.media.inspect.documents.time-limit takes a time of a second or more as 20s, not "
                            + timeLimit);
        }
        if (heap.toMegabytes() < 64) {
            throw new IllegalArgumentException(
                    "groupwatch.media.inspect.documents.heap takes 64MB or more, not " + heap.toMegabytes() + "MB");
        }
    }
}
