package groupwatch.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as its users meet it: started by its main, on a port of its own, spoken to over HTTP. */
public final class RunningGateway implements AutoCloseable {

    public static final String SECRET = "the-current-secret";
    public static final String OLD_SECRET = "the-former-secret";

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;

    private final Path objects;

    private RunningGateway(ConfigurableApplicationContext context, Path objects) {
        this.context = context;
        this.objects = objects;
        this.port =
                ((ReactiveWebServerApplicationContext) context).getWebServer().getPort();
    }

    public static RunningGateway start(String bootstrapServers, String... properties) {
        Path objects = temporaryFolder().resolve("objects");
        Stream<String> basic = Stream.of(
                "--server.port=0",
                "--groupwatch.kafka.bootstrap-servers=" + bootstrapServers,
                "--groupwatch.kafka.partitions=4",
                "--groupwatch.objects.folder=" + objects,
                "--groupwatch.ingest.secrets=" + SECRET + "," + OLD_SECRET + "," + SampleJwt.RECORDED_KEY);
        return new RunningGateway(
                IngestGatewayApplication.run(
                        Stream.concat(basic, Stream.of(properties)).toArray(String[]::new)),
                objects);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("gateway");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> post(String body) {
        return post("/webhook/evolution", body.getBytes(StandardCharsets.UTF_8), "X-Webhook-Token", SECRET);
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body), headers);
    }

    public HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        try {
            return http.send(request(method, path, body, headers), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public CompletableFuture<HttpResponse<String>> postLater(byte[] body) {
        return postLater(BodyPublishers.ofByteArray(body));
    }

    public CompletableFuture<HttpResponse<String>> postLater(BodyPublisher body) {
        HttpRequest request = request("POST", "/webhook/evolution", body, "X-Webhook-Token", SECRET);
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body)
                .timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    /** Where its object store is. */
    public Path objects() {
        return objects;
    }

    public int port() {
        return port;
    }

    /** How many webhooks had this outcome. */
    public double received(String outcome) {
        return context
                .getBean(MeterRegistry.class)
                .find("groupwatch.webhooks.received")
                .tag("outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    public double received() {
        return context.getBean(MeterRegistry.class).find("groupwatch.webhooks.received").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    public double inFlight() {
        return context.getBean(MeterRegistry.class)
                .get("groupwatch.webhooks.in.flight")
                .gauge()
                .value();
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        context.close();
        http.close();
        try {
            FileSystemUtils.deleteRecursively(objects.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
