package groupwatch.local;

import groupwatch.servers.KafkaBroker;
import groupwatch.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the broker or the database again when it ended without being asked to, on the same port and data, for as long as it takes: the
 * reason may be a full disk, and that has an end.
 */
final class Caretaker {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ScheduledExecutorService work = Executors.newScheduledThreadPool(2, task -> {
        var thread = new Thread(task, "caretaker");
        thread.setDaemon(true);
        return thread;
    });
    private final Runnable afterRestart;

    /** @param afterRestart what must know of the new process id */
    Caretaker(Runnable afterRestart) {
        this.afterRestart = afterRestart;
    }

    void watch(KafkaBroker broker, Path hold) {
        watch(new Ward("The broker", broker::ended, broker::restart, () -> Files.exists(hold)));
    }

    void watch(PostgresServer postgres) {
        watch(new Ward("PostgreSQL", postgres::ended, postgres::restart, () -> false));
    }

    /** From now on an end is meant. Returns when no restart is under way any more. */
    void stop() {
        work.shutdownNow();
        try {
            if (!work.awaitTermination(LONGEST_PAUSE.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("a restart is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Ward ward) {
        var unused = ward.ended().get().thenRun(() -> {
            if (!work.isShutdown()) {
                log.warn("{} ended and is started again", ward.name());
                again(ward, FIRST_PAUSE);
            }
        });
    }

    private void again(Ward ward, Duration pause) {
        if (work.isShutdown()) {
            return;
        }
        var unused = work.schedule(() -> restart(ward, pause), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void restart(Ward ward, Duration pause) {
        if (ward.held().get()) {
            again(ward, FIRST_PAUSE);
            return;
        }
        try {
            ward.restart().run();
            log.info("{} runs again", ward.name());
            afterRestart.run();
            watch(ward);
        } catch (RuntimeException e) {
            var next = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            log.error("{} could not be started again, next try in {}: {}", ward.name(), next, e.getMessage());
            again(ward, next);
        }
    }

    private record Ward(
            String name, Supplier<CompletableFuture<ProcessHandle>> ended, Runnable restart, Supplier<Boolean> held) {}
}
