package groupwatch.simulator.play;

import groupwatch.simulator.instance.Background;
import groupwatch.simulator.instance.Instance;
import groupwatch.simulator.time.Delays;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Begins stories, and goes on with those of an earlier life. */
@Component
public class Stories {

    private static final Logger log = LoggerFactory.getLogger(Stories.class);
    private static final Duration MEMORY_PACE = Duration.ofSeconds(2);

    private final Scenarios scenarios;
    private final Background background;
    private final Delays delays;
    private final Clock clock;

    Stories(Scenarios scenarios, Background background, Delays delays, Clock clock) {
        this.delays = delays;
        this.scenarios = scenarios;
        this.background = background;
        this.clock = clock;
    }

    /**
     * Plays until the instance is logged out; replaces what was played before.
     *
     * @param memory a file that remembers how far it was told
     * @return false when nobody knows the scenario
     */
    public boolean play(Instance instance, String name, long seed, @Nullable Path memory) {
        if (!scenarios.know(name)) {
            return false;
        }
        var now = clock.instant();
        background.start(
                instance,
                "story",
                Mono.fromCallable(() -> known(memory, new StoryMemory(name, seed, now, false, Instant.EPOCH)))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMapMany(known -> tell(instance, known, memory)));
        return true;
    }

    /** What was remembered, if it is of the story that is wanted. */
    private static StoryMemory known(@Nullable Path memory, StoryMemory fresh) {
        return Optional.ofNullable(memory)
                .flatMap(StoryMemory::read)
                .filter(known -> known.scenario().equals(fresh.scenario()) && known.seed() == fresh.seed())
                .orElse(fresh);
    }

    private Flux<Void> tell(Instance instance, StoryMemory known, @Nullable Path file) {
        var scenario =
                scenarios.write(known.scenario(), known.seed(), known.begin()).orElseThrow();
        var told = new Told(known.until(), known.past());
        var story = new Story(instance, scenario, known.begin(), told, delays, clock);
        var telling = instance.outbox().send(story.parcels());
        return file == null ? telling.flux() : Flux.merge(telling, remembering(known, told, file));
    }

    private static Flux<Void> remembering(StoryMemory known, Told told, Path file) {
        return Flux.interval(Duration.ZERO, MEMORY_PACE, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .map(tick -> new StoryMemory(known.scenario(), known.seed(), known.begin(), told.past(), told.until()))
                .distinctUntilChanged()
                .concatMap(now -> write(now, file), 1);
    }

    private static Mono<Void> write(StoryMemory now, Path file) {
        return Mono.fromCallable(() -> {
                    now.write(file);
                    return now;
                })
                .subscribeOn(Schedulers.boundedElastic())
                .doOnError(error -> log.warn("the story's memory was not written: {}", error.getMessage()))
                .onErrorComplete()
                .then();
    }
}
