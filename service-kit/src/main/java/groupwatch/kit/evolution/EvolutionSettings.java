package groupwatch.kit.evolution;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Evolution API is and how it is asked.
 *
 * @param url absent: nobody is asked, and what only Evolution knows waits; without a slash at its end
 * @param key global key, or one that all instances take
 * @param keyFile a file with the key, instead of {@code key}
 * @param watcher what this process calls itself in the header {@code X-Groupwatch-Watcher}; without it the host's name with something random
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest wait for the beginning of an answer, and between two parts of it; of what has no parts, for all of it
 * @param callTimeout longest wait for an answer about an instance, and about one page or one group; of all its groups at once, which take
 *     longer, and of files it is {@code answerTimeout}
 * @param callsPerSecond to one instance
 * @param groupCallsPerMinute to one instance, for what WhatsApp is asked about groups, and counts
 * @param breakerPause how long an instance that fails is left alone
 * @param concurrency files, or pages of messages, decoded at once
 * @param connections to one server
 */
@Validated
@ConfigurationProperties("groupwatch.evolution")
public record EvolutionSettings(
        @Nullable URI url,
        @Nullable String key,
        @Nullable Path keyFile,
        @DefaultValue("") String watcher,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration answerTimeout,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("10") @Min(1) int callsPerSecond,
        @DefaultValue("20") @Min(1) int groupCallsPerMinute,
        @DefaultValue("30s") Duration breakerPause,
        @DefaultValue("8") @Min(1) int concurrency,
        @DefaultValue("64") @Min(1) int connections) {

    public EvolutionSettings {
        if (url != null && (url.getScheme() == null || !url.getScheme().matches("https?"))) {
            throw new IllegalArgumentException(
                    "groupwatch.evolution.url takes an address like https://evolution.example.org");
        }
        if (key != null && keyFile != null) {
            throw new IllegalArgumentException("groupwatch.evolution takes key or key-file, not both");
        }
        url = url == null ? null : URI.create(url.toString().replaceAll("/+$", ""));
        watcher = Watcher.named(watcher);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EvolutionSettings[" + url + ", watcher=" + watcher + "]";
    }
}
