package groupwatch.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The edge as its users meet it: started by its main, before services that a test makes up, spoken to over HTTP. */
public final class RunningEdge implements AutoCloseable {

    public static final String SUITE_KEY = "a-suite-key-for-tests-of-32-bytes-or-more";
    /** may do everything */
    public static final String ADMIN = "token-of-the-admin";
    /** may read messages of one group */
    public static final String READER = "token-of-a-reader";
    /** may do nothing */
    public static final String GUEST = "token-of-a-guest";

    public static final String READERS_GROUP = "120363000000000101@g.us";

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningEdge(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningEdge before(String storeAddress, String... properties) {
        Stream<String> basic = Stream.of(
                "--server.port=0",
                "--groupwatch.security.suite-key=" + SUITE_KEY,
                "--groupwatch.dashboard.services.message-store=" + storeAddress,
                "--groupwatch.dashboard.services.media-worker=" + storeAddress,
                "--groupwatch.dashboard.services.summarizer=" + storeAddress,
                "--groupwatch.dashboard.services.report-dispatcher=" + storeAddress,
                "--groupwatch.dashboard.services.connection-watchdog=" + storeAddress,
                "--groupwatch.security.tokens[0].name=admin",
                "--groupwatch.security.tokens[0].sha256=" + sha256(ADMIN),
                "--groupwatch.security.tokens[0].scopes=*",
                "--groupwatch.security.tokens[1].name=reader",
                "--groupwatch.security.tokens[1].sha256=" + sha256(READER).toUpperCase(java.util.Locale.ROOT),
                "--groupwatch.security.tokens[1].scopes=messages:read",
                "--groupwatch.security.tokens[1].groups=" + READERS_GROUP,
                "--groupwatch.security.tokens[2].name=guest",
                "--groupwatch.security.tokens[2].sha256=" + sha256(GUEST));
        return new RunningEdge(DashboardApplication.run(
                Stream.concat(basic, Stream.of(properties)).toArray(String[]::new)));
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
    }

    public HttpResponse<String> get(String path, String token) {
        return send("GET", path, "", "Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(method, path, body, BodyHandlers.ofString(), headers);
    }

    public <T> HttpResponse<T> send(
            String method, String path, String body, BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(30));
        try {
            return http.send((headers.length == 0 ? request : request.headers(headers)).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
