package groupwatch.bench.gateway;

import groupwatch.bench.Webhooks;
import groupwatch.bench.load.HttpLoad;
import groupwatch.bench.load.Requests;
import groupwatch.bench.process.CpuTime;
import groupwatch.bench.report.Spread;
import groupwatch.bench.report.Table;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;

/** Something that takes webhooks, and how it did: rate, times, and where the processor's time went for each webhook. */
final class Receiver implements AutoCloseable {

    static final String PATH = "/webhook/evolution";

    private static final List<String> PARTS = List.of("load", "services", "broker", "PostgreSQL");

    private final String name;
    private final HttpLoad load;
    private final Map<String, DoubleSupplier> cpu = new LinkedHashMap<>();
    private final Map<String, Spread> cpuOfOne = new LinkedHashMap<>();
    private final Spread rate = new Spread();
    private final Spread median = new Spread();
    private final Spread slow = new Spread();
    private long refused;

    Receiver(String name, URI server, String token, Webhooks webhooks, int connections) {
        this.name = name;
        this.load = new HttpLoad(
                server, new Requests(server.resolve(PATH), token, webhooks), new AtomicLong(), connections);
        part("load", CpuTime::ofThis);
    }

    Receiver part(String part, DoubleSupplier seconds) {
        cpu.put(part, seconds);
        return this;
    }

    /** Until it has answered so many, which is when its code is compiled, or the time is up. */
    void warmUp(int requests, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        for (var answered = 0L; answered < requests && System.nanoTime() < end; ) {
            answered += load.closed(Duration.ofSeconds(1)).accepted();
        }
    }

    HttpLoad.Result run(Duration length) {
        var before =
                cpu.values().stream().map(DoubleSupplier::getAsDouble).toList().iterator();
        var result = load.closed(length);
        cpu.forEach((part, seconds) -> cpuOfOne.computeIfAbsent(part, absent -> new Spread())
                .add((seconds.getAsDouble() - before.next()) * 1e6 / result.accepted()));
        rate.add(result.rate());
        median.add(result.times().percentile(0.5));
        slow.add(result.times().percentile(0.99));
        refused += result.others();
        return result;
    }

    Spread rate() {
        return rate;
    }

    Spread slow() {
        return slow;
    }

    static Table table() {
        var titles =
                new ArrayList<>(List.of("receiver", "accepted/s", "× null handler", "p50 ms", "p99 ms", "not 2xx"));
        PARTS.forEach(part -> titles.add("CPU µs " + part));
        return new Table(titles.toArray(String[]::new));
    }

    void row(Table table, Receiver nullHandler) {
        var cells = new ArrayList<>(List.of(
                name,
                rate.text(),
                Spread.number(rate.median() / nullHandler.rate.median()),
                median.text(),
                slow.text(),
                Long.toString(refused)));
        PARTS.forEach(part -> cells.add(
                cpuOfOne.containsKey(part) ? Spread.number(cpuOfOne.get(part).median()) : "-"));
        table.row(cells.toArray(String[]::new));
    }

    @Override
    public void close() {
        load.close();
    }
}
