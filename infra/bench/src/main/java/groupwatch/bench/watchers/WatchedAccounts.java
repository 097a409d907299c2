package groupwatch.bench.watchers;

import groupwatch.bench.Wait;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SecuritySettings;
import groupwatch.kit.security.SuiteTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The accounts, all of them open; a fifth of them at an Evolution that takes its time. */
final class WatchedAccounts {

    static final double SLOW_SECONDS = 2;

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final int ONE_IN = 5;

    private final List<String> names;

    WatchedAccounts(int number) {
        names = IntStream.range(0, number).mapToObj("account-%03d"::formatted).toList();
    }

    List<String> names() {
        return names;
    }

    boolean isSlow(String account) {
        return names.indexOf(account) % ONE_IN == 0;
    }

    /** Whether another call of the same look comes at once. */
    boolean isFollowed(Call call) {
        return call.path().contains("/connectionState/")
                || call.path().contains("/fetchInstances")
                || call.path().contains("/webhook/find/");
    }

    /** Added by the API, scanned, and open. */
    void begin(URI watchdog, Http http, Simulator simulator) {
        var tokens = new SuiteTokens(new SecuritySettings(WatcherServers.SUITE_KEY), Clock.systemUTC());
        var caller = Caller.service("bench", Scopes.SUITE_READ, Scopes.SUITE_WRITE);
        for (var name : names) {
            http.body(HttpRequest.newBuilder(watchdog.resolve("/accounts"))
                    .header("Authorization", "Bearer " + tokens.mint(caller))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\": \"" + name + "\"}")));
        }
        for (var name : names) {
            Wait.until(name + " is scanned", LIMIT, () -> simulator.scan(name));
        }
        Wait.until("all are open", LIMIT, () -> names.stream().allMatch(simulator::isOpen));
        names.stream().filter(this::isSlow).forEach(name -> simulator.slow(name, SLOW_SECONDS));
    }
}
