package groupwatch.bench.reports;

import groupwatch.bench.process.ServiceProcess;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Report dispatchers on the same database, each killed again and again. */
final class Replicas implements AutoCloseable {

    /** Starting is most of what they do. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    /** From a start to its end, and where its mails go meanwhile. */
    private record Life(ServiceProcess process, MailPort port) {}

    private final ReportServers servers;
    private final MailServer mails;
    private final Map<Integer, Life> up = new ConcurrentSkipListMap<>();
    private final Map<Integer, CompletableFuture<Void>> starts = new ConcurrentHashMap<>();
    private final AtomicInteger lives = new AtomicInteger();
    private volatile boolean closed;

    Replicas(ReportServers servers, MailServer mails) {
        this.servers = servers;
        this.mails = mails;
    }

    /** Returns where it answers. */
    URI start(int number) {
        var port = mails.open();
        var process = servers.startDispatcher(
                "replica-" + number + "-" + lives.incrementAndGet(), port.number(), SHORT_LIVED);
        up.put(number, new Life(process, port));
        if (closed) {
            process.close(); // somebody pressed Ctrl-C meanwhile
        }
        return process.uri();
    }

    /** Returns at once. */
    void startMeanwhile(int number) {
        starts.put(number, CompletableFuture.runAsync(() -> start(number), Thread.ofPlatform()::start));
    }

    /**
     * How many answer.
     *
     * @throws IllegalStateException when one did not come up
     */
    int up() {
        starts.values().stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .findFirst()
                .ifPresent(failed -> failed.join());
        return up.size();
    }

    /**
     * A replica that was killed.
     *
     * @param inHand mails that it was handing over
     */
    record Killed(int number, int inHand) {}

    /** kill -9 of one of those that answer. */
    Killed kill(Random random) {
        var numbers = up.keySet().stream().toList();
        var number = numbers.get(random.nextInt(numbers.size()));
        var life = Objects.requireNonNull(up.remove(number));
        var inHand = life.port().inHand();
        life.port().killed();
        life.process().kill();
        return new Killed(number, inHand);
    }

    @Override
    public void close() {
        closed = true;
        starts.values().forEach(start -> start.exceptionally(failure -> null).join());
        up.values().forEach(life -> life.process().close());
    }
}
