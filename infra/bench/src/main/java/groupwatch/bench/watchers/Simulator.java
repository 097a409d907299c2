package groupwatch.bench.watchers;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's own endpoints. */
final class Simulator {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final URI address;
    private final Http http;

    Simulator(URI address, Http http) {
        this.address = address;
        this.http = http;
    }

    /** Somebody scans the account's code. Returns false while there is no such instance. */
    boolean scan(String account) {
        return http.send(post("/simulator/" + account + "/scan", "{\"scenario\": \"none\"}"))
                                .statusCode()
                        / 100
                == 2;
    }

    boolean isOpen(String account) {
        var answer = http.send(request("/simulator/" + account));
        return answer.statusCode() == 200
                && MAPPER.readTree(answer.body()).path("state").asString("").equals("open");
    }

    /** All calls for it take so long from now on. */
    void slow(String account, double seconds) {
        http.body(post("/simulator/" + account + "/faults", "{\"slow\": " + seconds + "}"));
    }

    /** Those that ended after that one. */
    List<Call> calls(long since) {
        return http.body(request("/simulator/calls?since=" + since))
                .lines()
                .filter(line -> !line.isBlank())
                .map(Simulator::call)
                .toList();
    }

    private static Call call(String line) {
        var call = MAPPER.readTree(line);
        return new Call(
                call.path("n").asLong(),
                call.path("instance").asString(""),
                call.path("watcher").asString(""),
                call.path("path").asString(""),
                call.path("begun").asLong(),
                call.path("ended").asLong(),
                call.path("status").asInt());
    }

    private HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("apikey", WatcherServers.SIMULATOR_KEY);
    }
}
