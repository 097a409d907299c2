package groupwatch.bench.watchers;

import groupwatch.bench.Wait;
import groupwatch.bench.process.ServiceProcess;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Watchdogs on the same database, each killed or frozen again and again. */
final class Replicas implements AutoCloseable {

    /** From a start to its end; what it calls itself towards Evolution is its own. */
    private record Life(String watcher, ServiceProcess process) {}

    private final WatcherServers servers;
    private final Map<Integer, Life> awake = new ConcurrentSkipListMap<>();
    private final Map<Integer, Life> frozen = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> meanwhile = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lives = new AtomicInteger();
    private volatile boolean closed;

    Replicas(WatcherServers servers) {
        this.servers = servers;
    }

    /** Returns where it answers. */
    URI start(int number) {
        var watcher = "replica-" + number + "-" + lives.incrementAndGet();
        var process = servers.startWatchdog(watcher);
        awake.put(number, new Life(watcher, process));
        if (closed) {
            process.close(); // somebody pressed Ctrl-C meanwhile
        }
        return process.uri();
    }

    /** Those that are up and not frozen. */
    List<Integer> awake() {
        meanwhile.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .findFirst()
                .ifPresent(CompletableFuture::join);
        return awake.keySet().stream().toList();
    }

    /** What those call themselves. */
    Set<String> watchers() {
        return awake.values().stream().map(Life::watcher).collect(Collectors.toSet());
    }

    String watcher(int number) {
        return Objects.requireNonNull(awake.get(number)).watcher();
    }

    /** kill -9; it is started again after some seconds. Returns at once. */
    void kill(int number, double secondsAway) {
        Objects.requireNonNull(awake.remove(number)).process().kill();
        later(secondsAway, () -> start(number));
    }

    /** Returns at once. */
    void freeze(int number, double seconds) {
        var life = Objects.requireNonNull(awake.remove(number));
        life.process().freeze();
        frozen.put(number, life);
        later(seconds, () -> {
            frozen.remove(number);
            life.process().thaw();
            awake.put(number, life);
        });
    }

    private void later(double seconds, Runnable step) {
        meanwhile.add(CompletableFuture.runAsync(
                () -> {
                    Wait.seconds(seconds);
                    if (!closed) {
                        step.run();
                    }
                },
                Thread.ofPlatform().daemon()::start));
    }

    @Override
    public void close() {
        closed = true;
        frozen.values().forEach(life -> life.process().kill());
        meanwhile.forEach(step -> step.exceptionally(failure -> null).join());
        awake.values().forEach(life -> life.process().close());
    }
}
