package groupwatch.watchdog.watch;

import groupwatch.watchdog.link.SetUp;
import reactor.core.publisher.Mono;

/** Brings an instance into the form the suite needs, at each check. */
public interface InstanceSetup {

    /**
     * Looks at the instance, creates it where it may, repairs what differs. Fails with {@link groupwatch.kit.evolution.EvolutionException}:
     * {@code NO_INSTANCE} when there is none and none is to be made.
     */
    Mono<SetUp> ensure(Watch watch);
}
