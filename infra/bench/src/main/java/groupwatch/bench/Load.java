package groupwatch.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts webhooks as fast as they are answered, from a number of senders at once, and remembers every message id that got a 2xx. What is
 * refused or not answered is not sent again: it was not promised.
 */
public final class Load implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int NO_ANSWER = 0;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI target;
    private final String token;
    private final Webhooks webhooks;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong next;
    private final Set<String> accepted;
    private final Answers answers = new Answers();
    private volatile boolean stopped;

    private Load(URI target, String token, Webhooks webhooks, AtomicLong next, Set<String> accepted) {
        this.target = target;
        this.token = token;
        this.webhooks = webhooks;
        this.next = next;
        this.accepted = accepted;
    }

    /**
     * Begins at once.
     *
     * @param gateway base URL
     * @param next the number of the next body; shared by the loads of one campaign
     * @param accepted where the ids go that got a 2xx
     */
    public static Load start(
            String gateway, String token, Webhooks webhooks, AtomicLong next, Set<String> accepted, int senders) {
        var load = new Load(URI.create(gateway + "/webhook/evolution"), token, webhooks, next, accepted);
        for (var i = 0; i < senders; i++) {
            load.senders.execute(load::send);
        }
        return load;
    }

    /** An empty set of accepted ids for a campaign. */
    public static Set<String> nothingYet() {
        return ConcurrentHashMap.newKeySet();
    }

    public Answers answers() {
        return answers;
    }

    /** Returns when every sender has had its last answer. */
    @Override
    public void close() {
        stopped = true;
        senders.close();
        http.close();
    }

    private void send() {
        while (!stopped) {
            var number = next.getAndIncrement();
            var begin = System.nanoTime();
            var status = post(number);
            answers.add(status, System.nanoTime() - begin);
            if (status / 100 == 2) {
                accepted.add(webhooks.id(number));
            } else if (!stopped) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos()); // as impatient as a sender may be
            }
        }
    }

    private int post(long number) {
        var request = HttpRequest.newBuilder(target)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(webhooks.body(number)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }
}
