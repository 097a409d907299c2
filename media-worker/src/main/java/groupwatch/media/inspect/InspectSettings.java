package groupwatch.media.inspect;

import groupwatch.media.text.DocumentSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much a look into a file may cost.
 *
 * @param atOnce files looked into at once
 * @param timeLimit of each of the two steps (measure, thumbnail) with a picture, video or sound
 * @param memory of the program that does it
 * @param maxPixels pictures and videos with more are measured, not drawn
 * @param thumbnail the longer side, in pixels
 * @param ffmpeg the folder with the programs {@code ffmpeg} and {@code ffprobe}; absent: those that come along
 * @param documents limits of reading documents
 */
@Validated
@ConfigurationProperties("groupwatch.media.inspect")
public record InspectSettings(
        @DefaultValue("1") @Min(1) @Max(8) int atOnce,
        @DefaultValue("20s") Duration timeLimit,
        @DefaultValue("1GB") DataSize memory,

        @DefaultValue("64000000") @Min(10_000) @Max(500_000_000)
        long maxPixels,

        @DefaultValue("320") @Min(32) @Max(640) int thumbnail,
        @Nullable Path ffmpeg,
        @DefaultValue @Valid DocumentSettings documents) {

    public InspectSettings {
        positive("groupwatch.media.inspect.time-limit", timeLimit);
    }

    private static void positive(String property, Duration limit) {
        if (limit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(property + " takes a time of a second or more as 20s, not " + limit);
        }
    }
}
