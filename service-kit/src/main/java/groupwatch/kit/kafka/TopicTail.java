package groupwatch.kit.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A topic's new records as they come, all of them in every replica: no consumer group, nothing committed. It reads only while
 * somebody follows, and some seconds more. Made by {@link TopicTails}; as a bean it ends its followers first when the service
 * stops.
 *
 * <p>Partitions that are added are noticed; when the broker is away the tail goes on where it was as soon as it is back.
 */
public final class TopicTail implements SmartLifecycle {

    /** How long a tail that nobody follows goes on: who reconnects finds it running. */
    static final Duration LINGER = Duration.ofSeconds(10);

    private final String topic;
    private final TailClients clients;
    private final TopicReplay replay;
    private final Queue<TailFollower> arriving = new ConcurrentLinkedQueue<>();
    private final List<TailFollower> followers = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean stopped;

    TopicTail(String topic, TailClients clients) {
        this.topic = topic;
        this.clients = clients;
        this.replay = new TopicReplay(topic, clients);
    }

    /**
     * What comes from now on; {@link TailSignal.Following} first. Hot and never waiting: a subscriber that does not keep up
     * finds the newest missing and is told so. Completes when the service stops, never fails. Each subscription is a follower
     * of its own.
     *
     * @param keys whether records with this key are wanted; asked on the tail's thread, so it must be quick
     * @param most signals that wait for the follower
     * @param mostBytes of them
     */
    public Flux<TailSignal> follow(Predicate<String> keys, int most, DataSize mostBytes) {
        return Flux.defer(() -> {
            TailFollower follower = new TailFollower(keys, new TailQueue(most, mostBytes.toBytes()));
            join(follower);
            // handled elsewhere: the tail's thread must not do the work of its followers
            return follower.signals().publishOn(Schedulers.parallel(), 1).doFinally(end -> leave(follower));
        });
    }

    /**
     * What came since, up to now. Empty when that cannot be told: the broker no longer has it or is away, or it is more than
     * {@code most} records.
     *
     * @param from of each partition the first offset wanted
     */
    public Mono<TopicReplay.Replayed> since(Map<Integer, Long> from, Predicate<String> keys, int most) {
        return replay.since(from, keys, most);
    }

    private synchronized void join(TailFollower follower) {
        if (stopped) {
            follower.end();
            return;
        }
        arriving.add(follower);
        if (thread == null) {
            Thread reader = new Thread(new TailLoop(topic, clients, this), "tail-" + topic);
            reader.setDaemon(true);
            thread = reader;
            reader.start();
        }
    }

    private void leave(TailFollower follower) {
        followers.remove(follower);
        arriving.remove(follower);
    }

    /** The followers; those who came since are greeted by the given word first. */
    List<TailFollower> followers(Map<Integer, Long> positions) {
        for (TailFollower next = arriving.poll(); next != null; next = arriving.poll()) {
            next.following(positions);
            followers.add(next);
        }
        return followers;
    }

    boolean isFollowed() {
        return !followers.isEmpty() || !arriving.isEmpty();
    }

    /** Whether the loop ends here: nobody follows, or the service stops. */
    synchronized boolean ends(boolean idle) {
        if (stopped || idle && !isFollowed()) {
            thread = null;
            return true;
        }
        return false;
    }

    @Override
    public synchronized void start() {
        stopped = false;
    }

    @Override
    public void stop() {
        Thread reader;
        synchronized (this) {
            stopped = true;
            reader = thread;
        }
        followers.forEach(TailFollower::end);
        arriving.forEach(TailFollower::end);
        if (reader != null) {
            // no interrupt: it would disturb the goodbye to the broker
            LockSupport.unpark(reader);
        }
        replay.close();
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }
}
