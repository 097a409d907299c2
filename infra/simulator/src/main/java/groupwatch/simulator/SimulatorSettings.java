package groupwatch.simulator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The simulator's settings.
 *
 * @param apiKey the global key; without one it makes one for this run and logs it: all it guards is invented
 * @param serverUrl what webhooks say as {@code server_url}; without one its own address
 * @param version of Evolution that it says it is; it behaves as 2.3.7
 * @param licensed whether a version that needs a licence has one; 2.4 and newer refuse every call without
 */
@Validated
@ConfigurationProperties("groupwatch.simulator")
public record SimulatorSettings(
        @DefaultValue("") String apiKey,
        @Nullable URI serverUrl,

        @DefaultValue("2.3.7") @Pattern(regexp = "\\d+\\.\\d+\\.\\d+\\S*")
        String version,

        @DefaultValue("true") boolean licensed,
        @Valid @DefaultValue ClockSettings clock,
        @Valid @DefaultValue Calls calls,
        @Valid @DefaultValue Webhooks webhooks,
        @Valid @DefaultValue Store store,
        @Valid @DefaultValue Pairing pairing,
        @Valid @DefaultValue Receipts receipts,
        @Valid @DefaultValue Demo demo) {

    /** @param speed how many seconds pass in one */
    public record ClockSettings(
            @DefaultValue("1") @Min(1) @Max(86_400) int speed) {}

    /** @param kept how many of the last REST calls are remembered */
    public record Calls(
            @DefaultValue("100000") @Min(1) @Max(10_000_000) int kept) {}

    /**
     * How webhooks are delivered. The defaults are Evolution's.
     *
     * @param attempts in all
     * @param initialDelay before the second one, and the shortest there is; tests set it to milliseconds
     * @param neverRetried answers after which an event is dropped for good
     * @param pending events of one instance under way or waiting for a retry; past that its stories wait
     * @param connections at once to a receiver
     * @param globalUrl Evolution's global webhook: after the instance's own, without headers
     */
    public record Webhooks(
            @DefaultValue("10") @Min(1) @Max(100) int attempts,
            @DefaultValue("5s") Duration initialDelay,
            @DefaultValue("300s") Duration maxDelay,
            @DefaultValue("true") boolean exponential,
            @DefaultValue("0.2") double jitter,
            @DefaultValue("30s") Duration timeout,

            @DefaultValue({"400", "401", "403", "404", "422"})
            List<Integer> neverRetried,

            @DefaultValue("2000") @Min(1) @Max(100_000) int pending,
            @DefaultValue("128") @Min(1) @Max(10_000) int connections,
            @Nullable String globalUrl,
            @DefaultValue("false") boolean globalByEvents) {}

    /**
     * What it remembers; the oldest is forgotten first.
     *
     * @param messages of one instance
     * @param uploads bytes of files sent through the API, of one instance
     */
    public record Store(
            @DefaultValue("10000") @Min(1) int messages,
            @DefaultValue("8388608") @Min(0) long uploads) {}

    /**
     * QR codes.
     *
     * @param lifetime of one
     * @param limit how many until it gives up
     */
    public record Pairing(
            @DefaultValue("45s") Duration lifetime,
            @DefaultValue("30") @Min(1) int limit) {}

    /** After how long the other side of a direct chat has received and read what was sent. */
    public record Receipts(
            @DefaultValue("1s") Duration delivered,
            @DefaultValue("3s") Duration read) {}

    /**
     * An instance that is there and linked from the start.
     *
     * @param instance its name
     * @param token its own API key; without one it is made
     * @param scenario which story it tells
     * @param seed of the story
     * @param webhookUrl where it tells it
     * @param webhookToken sent as bearer token
     * @param stateFile remembers when the story began and how far it was told, so that a restart goes on with it; without one every
     *     start begins a new one
     */
    public record Demo(
            @DefaultValue("false") boolean enabled,

            @DefaultValue("simulated-demo") @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]+")
            String instance,

            @DefaultValue("") String token,
            @DefaultValue("demo") String scenario,
            @DefaultValue("1") long seed,
            @DefaultValue("") String webhookUrl,
            @DefaultValue("") String webhookToken,
            @Nullable Path stateFile) {

        @Override
        public String toString() {
            return "Demo[instance=" + instance + ", scenario=" + scenario + "]";
        }
    }

    @Override
    public String toString() {
        return "SimulatorSettings[" + demo + "]";
    }
}
