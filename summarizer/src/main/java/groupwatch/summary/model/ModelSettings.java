package groupwatch.summary.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose language models are asked, and how.
 *
 * @param provider absent: Anthropic when there is a key, else nobody
 * @param key the vendor's; never shown
 * @param keyFile a file with the key, instead of {@code key}; read at the start
 * @param url of the vendor; absent: Anthropic's or OpenAI's own, Ollama on this machine
 * @param summaries the model that writes summaries, as the vendor calls it; absent: a small one of Anthropic's
 * @param questions the model that answers questions; absent: a larger one of Anthropic's
 * @param window tokens that a request and its answer may have together; absent: 200,000 for Anthropic, 32,768 for others
 * @param schema whether the vendor is told the JSON Schema of answers; absent: yes, but for addresses that only speak as OpenAI does
 * @param concurrency calls at once in this process, of all models together
 * @param queue calls that wait for their turn; one more is turned away
 * @param queueLimit longest wait for it
 * @param timeLimit of one attempt, to the end of its answer
 * @param attempts at most, for one call
 * @param firstPause between two attempts where the vendor names none; about doubled each time
 * @param longestPause between two attempts; a vendor that wants a longer one is asked again by somebody else, later
 * @param prices by model, where they are not those we know
 */
@Validated
@ConfigurationProperties("groupwatch.summary.model")
public record ModelSettings(
        @Nullable Provider provider,
        @Nullable String key,
        @Nullable Path keyFile,
        @Nullable URI url,
        @Nullable String summaries,
        @Nullable String questions,
        @Nullable @Min(4096) Integer window,
        @Nullable Boolean schema,
        @DefaultValue("8") @Min(1) @Max(256) int concurrency,
        @DefaultValue("64") @Min(0) int queue,
        @DefaultValue("5m") Duration queueLimit,
        @DefaultValue("2m") Duration timeLimit,
        @DefaultValue("4") @Min(1) @Max(10) int attempts,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("1m") Duration longestPause,
        @DefaultValue @Valid BreakerSettings breaker,
        @DefaultValue Map<String, @Valid Price> prices) {

    private static final String PREFIX = "groupwatch.summary.model.";
    private static final String SMALL = "claude-haiku-4-5-20251001";
    private static final String LARGE = "claude-sonnet-4-6";

    public ModelSettings {
        // an environment variable that is set to nothing sets nothing
        key = key == null || key.isBlank() ? null : key.strip();
        keyFile = keyFile == null || keyFile.toString().isEmpty() ? null : keyFile;
        url = url == null || url.toString().isEmpty() ? null : url;
        boolean keyed = key != null || keyFile != null;
        if (provider == null && url != null && !keyed) {
            throw wrong("url", "is set, but nobody to ask there: set " + PREFIX + "provider too");
        }
        provider = Objects.requireNonNullElse(provider, keyed ? Provider.ANTHROPIC : Provider.EXTRACTIVE);
        if (key != null && keyFile != null) {
            throw wrong("key", "and " + PREFIX + "key-file: set one of them, not both");
        }
        if (keyFile != null && !(Files.isRegularFile(keyFile) && Files.isReadable(keyFile))) {
            throw wrong("key-file", "names " + keyFile + ", which is no file that can be read");
        }
        if (provider == Provider.ANTHROPIC && !keyed) {
            throw wrong("provider", "is anthropic, which takes a key: set " + PREFIX + "key-file or " + PREFIX + "key");
        }
        if (url != null
                && (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme())))) {
            throw wrong("url", "takes an address as https://llm.example.org, not " + url);
        }
        summaries = named("summaries", summaries, provider, SMALL);
        questions = named("questions", questions, provider, LARGE);
        window = Objects.requireNonNullElse(window, provider == Provider.ANTHROPIC ? 200_000 : 32_768);
        schema = Objects.requireNonNullElse(schema, provider != Provider.OPENAI || url == null);
        atLeast("queue-limit", queueLimit, Duration.ofMillis(1));
        atLeast("time-limit", timeLimit, Duration.ofMillis(100));
        atLeast("first-pause", firstPause, Duration.ofMillis(1));
        atLeast("longest-pause", longestPause, firstPause);
        prices = Map.copyOf(prices);
    }

    @Override
    public Provider provider() {
        return Objects.requireNonNull(provider);
    }

    @Override
    public String summaries() {
        return Objects.requireNonNull(summaries);
    }

    @Override
    public String questions() {
        return Objects.requireNonNull(questions);
    }

    @Override
    public Integer window() {
        return Objects.requireNonNull(window);
    }

    @Override
    public Boolean schema() {
        return Objects.requireNonNull(schema);
    }

    private static String named(String property, @Nullable String model, Provider provider, String ours) {
        if (model != null && !model.isBlank()) {
            return model.strip();
        }
        if (provider == Provider.OPENAI || provider == Provider.OLLAMA) {
            throw wrong(property, "must name a model of " + provider.word());
        }
        return ours;
    }

    private static void atLeast(String property, Duration time, Duration least) {
        if (time.compareTo(least) < 0) {
            throw wrong(property, "takes " + least + " or more, not " + time);
        }
    }

    private static IllegalArgumentException wrong(String property, String why) {
        return new IllegalArgumentException(PREFIX + property + " " + why);
    }

    @Override
    public String toString() {
        return "ModelSettings[provider=" + provider + ", key=********, url=" + url + ", summaries=" + summaries
                + ", questions=" + questions + "]";
    }
}
