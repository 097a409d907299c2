package groupwatch.kit.evolution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The client as a service has it, beside a {@link StandIn}. */
final class ClientRig implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    final StandIn evolution = new StandIn();
    final HttpEvolutionApi api;
    final EvolutionClient files;
    final EvolutionAddress address = at("ciclo-01");

    private final ReactorResourceFactory resources = new ReactorResourceFactory();
    private final EvolutionHttp http;

    ClientRig() {
        this(Settings.USUAL);
    }

    /** @param settings of the usual ones */
    ClientRig(Settings settings) {
        resources.setUseGlobalResources(false);
        resources.setShutdownQuietPeriod(Duration.ZERO);
        resources.afterPropertiesSet();
        EvolutionSettings all = new EvolutionSettings(
                evolution.url(),
                "key-of-this-test",
                null,
                "watcher-1",
                Duration.ofSeconds(5),
                settings.answerTimeout,
                settings.callTimeout,
                settings.callsPerSecond,
                settings.groupCallsPerMinute,
                settings.breakerPause,
                2,
                16);
        InstanceGuards guards = new InstanceGuards(all);
        this.http = new EvolutionHttp(all, resources, Clock.fixed(NOW, ZoneOffset.UTC));
        this.api = new HttpEvolutionApi(all, http, guards);
        this.files = new EvolutionClient(all, http, guards);
    }

    record Settings(
            Duration answerTimeout,
            Duration callTimeout,
            int callsPerSecond,
            int groupCallsPerMinute,
            Duration breakerPause) {

        static final Settings USUAL =
                new Settings(Duration.ofSeconds(30), Duration.ofSeconds(30), 1000, 1000, Duration.ofSeconds(30));

        Settings impatient() {
            return new Settings(
                    Duration.ofMillis(700), Duration.ofMillis(700), callsPerSecond, groupCallsPerMinute, breakerPause);
        }

        /** Of calls, not of files. */
        Settings calls(Duration timeout) {
            return new Settings(answerTimeout, timeout, callsPerSecond, groupCallsPerMinute, breakerPause);
        }

        Settings calls(int perSecond) {
            return new Settings(answerTimeout, callTimeout, perSecond, groupCallsPerMinute, breakerPause);
        }

        Settings groupCalls(int perMinute) {
            return new Settings(answerTimeout, callTimeout, callsPerSecond, perMinute, breakerPause);
        }

        Settings pause(Duration pause) {
            return new Settings(answerTimeout, callTimeout, callsPerSecond, groupCallsPerMinute, pause);
        }
    }

    EvolutionAddress at(String instance) {
        return new EvolutionAddress(evolution.url(), "key-of-this-test", instance);
    }

    static <T> T answer(Mono<T> call) {
        T answer = call.block(PATIENCE);
        if (answer == null) {
            throw new AssertionError("it was empty");
        }
        return answer;
    }

    static EvolutionException failure(Mono<?> call) {
        return failure(call.flux());
    }

    static EvolutionException failure(Flux<?> call) {
        try {
            call.blockLast(PATIENCE);
        } catch (EvolutionException e) {
            return e;
        }
        throw new AssertionError("it did not fail");
    }

    @Override
    public void close() {
        http.destroy();
        evolution.close();
        resources.destroy();
    }
}
