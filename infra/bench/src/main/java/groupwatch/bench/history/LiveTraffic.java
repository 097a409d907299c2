package groupwatch.bench.history;

import groupwatch.bench.Wait;
import groupwatch.bench.Webhooks;
import groupwatch.bench.load.HttpLoad;
import groupwatch.bench.load.Latencies;
import groupwatch.bench.load.Requests;
import groupwatch.bench.visible.Watcher;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Messages of the moment at an even rate, each watched for until it is a row, whatever else goes on. */
final class LiveTraffic implements AutoCloseable {

    private static final Duration SLICE = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int CONNECTIONS = 16;
    private static final int WARMING = 5;

    private final Requests requests;
    private final HttpLoad load;
    private final double rate;
    private final Watcher watcher;
    private final Thread watching;

    /**
     * How it was for them.
     *
     * @param sent webhooks
     * @param refused answers that are not 2xx
     * @param unseen that were taken and are no rows
     * @param times from when a webhook was due to its row
     */
    record Result(long sent, long refused, long unseen, Latencies times) {

        /** Milliseconds. */
        double usual() {
            return times.percentile(0.5);
        }

        /** Milliseconds. What was refused is told again by Evolution after seconds at the earliest, so it counts as the slowest. */
        double slow() {
            var share = 0.99 * sent / Math.max(1, times.count());
            return share > 1 ? Double.POSITIVE_INFINITY : times.percentile(share);
        }

        /** Milliseconds. */
        double slowest() {
            return times.percentile(1);
        }
    }

    LiveTraffic(FloodServers servers, Webhooks webhooks, double rate) throws Exception {
        this.rate = rate;
        this.requests = new Requests(servers.webhooks(), servers.webhookToken(), webhooks);
        this.load = new HttpLoad(servers.webhooks(), requests, new AtomicLong(), CONNECTIONS);
        this.watcher = new Watcher(servers.connect());
        this.watching = Thread.ofPlatform().daemon().name("watcher").start(watcher);
    }

    /** Many messages for a while, until what runs is compiled. */
    void warmUp(Duration time) {
        var refused = load.open(WARMING * rate, time, (number, due) -> watcher.await(requests.id(number), due))
                .others();
        Wait.until("all are rows", LIMIT, () -> watcher.open() <= refused);
        watcher.forget();
    }

    /** While the other goes on, which is done by this thread. */
    <T> Result during(Callable<T> other) throws Exception {
        var times = new Latencies();
        watcher.begin(times);
        var talking = new Talking();
        var thread = Thread.ofPlatform().daemon().name("live").start(talking);
        try {
            other.call();
        } finally {
            talking.enough = true;
            thread.join();
        }
        return talking.result(times);
    }

    Result during(Duration time) throws Exception {
        return during(() -> {
            Wait.seconds(time.toSeconds());
            return time;
        });
    }

    /** Slices, because a load knows its length beforehand. */
    private final class Talking implements Runnable {

        private volatile boolean enough;
        private long sent;
        private long refused;

        @Override
        public void run() {
            while (!enough) {
                var slice = load.open(rate, SLICE, (number, due) -> {
                    sent++;
                    watcher.await(requests.id(number), due);
                });
                refused += slice.others();
            }
        }

        private Result result(Latencies times) {
            var unseen = 0L;
            try {
                Wait.until("all are rows", LIMIT, () -> watcher.open() <= refused);
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
                unseen = watcher.open() - refused;
            }
            watcher.forget();
            return new Result(sent, refused, unseen, times);
        }
    }

    @Override
    public void close() throws InterruptedException {
        load.close();
        watcher.stop();
        watching.join();
    }
}
