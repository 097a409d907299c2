package groupwatch.bench.search;

import groupwatch.bench.load.Latencies;
import groupwatch.bench.store.RunningStore;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks the store over HTTP, as one client or as several at once, each of which waits for its answer before it asks again. */
final class Asking {

    private final RunningStore store;
    private final HttpClient http = HttpClient.newHttpClient();

    Asking(RunningStore store) {
        this.store = store;
    }

    Latencies ask(Kind kind, boolean byRank, int clients, int requests) throws InterruptedException {
        var times = new Latencies();
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var work = new ArrayList<Callable<Void>>();
            for (var client = 0; client < clients; client++) {
                work.add(() -> {
                    for (var n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                        var begin = System.nanoTime();
                        answer(kind.query(n), byRank);
                        synchronized (times) {
                            times.add(System.nanoTime() - begin);
                        }
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the search does not answer", e.getCause());
        }
        return times;
    }

    private void answer(String query, boolean byRank) throws IOException, InterruptedException {
        var path = "/search?sort=%s&q=%s"
                .formatted(byRank ? "rank" : "newest", URLEncoder.encode(query, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(store.api() + path))
                .header("Authorization", "Bearer " + store.token())
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }
}
