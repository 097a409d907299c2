package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.kit.evolution.EvolutionAutoConfiguration;
import groupwatch.kit.testing.SettableClock;
import groupwatch.simulator.SimulatorApplication;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.link.SetUp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The simulator, the client as a service has it, and a gateway that takes down what it is told. */
final class SetupRig implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final String SECRET = "a-secret-of-the-gateway";

    private static final String KEY = "global-test-key";

    final SettableClock clock = new SettableClock();
    final List<String> told = new CopyOnWriteArrayList<>();

    private final DisposableServer gateway = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                told.add(request.uri() + " " + request.requestHeaders().get("Authorization"));
                return request.receive().then(response.status(200).send().then());
            })
            .bindNow();
    private final ConfigurableApplicationContext simulator = SimulatorApplication.run(
            "--server.port=0",
            "--groupwatch.simulator.api-key=" + KEY,
            "--groupwatch.simulator.webhooks.attempts=1",
            "--groupwatch.logging.format=plain");
    private final AnnotationConfigApplicationContext client = client();
    private final HttpClient http = HttpClient.newHttpClient();

    private AnnotationConfigApplicationContext client() {
        var context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("groupwatch.evolution.calls-per-second=1000").applyTo(context);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ReactorResourceFactory.class);
        context.register(EvolutionAutoConfiguration.class);
        context.refresh();
        return context;
    }

    URI evolution() {
        return URI.create("http://127.0.0.1:" + simulator.getEnvironment().getProperty("local.server.port"));
    }

    EvolutionApi api() {
        return client.getBean(EvolutionApi.class);
    }

    GatewayUrl gateway() {
        return new GatewayUrl(URI.create("http://127.0.0.1:" + gateway.port()));
    }

    EvolutionAddress address(String instance) {
        return new EvolutionAddress(evolution(), KEY, instance);
    }

    Watched watched(String instance, boolean fullHistory, SpokenTo evolution) {
        Account account = new Account(instance, null, null, null, fullHistory, Instant.EPOCH);
        return new Watched(account, address(instance), evolution.api());
    }

    EnsureInstance setup(String... properties) {
        SetupSettings settings = settings(properties);
        WantedWebhook webhook = new WantedWebhook(settings, gateway());
        SeenAccounts memory = new SeenAccounts(clock);
        return new EnsureInstance(
                new Creation(settings, webhook),
                new WebhookRepair(webhook, memory, clock),
                new OptionsRepair(),
                new SavedMessages(memory, clock),
                new Versions(clock),
                memory,
                clock);
    }

    static SetupSettings settings(String... properties) {
        try (var context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of("groupwatch.watchdog.setup.webhook-token=" + SECRET)
                    .and(properties)
                    .applyTo(context);
            context.register(Bound.class);
            context.refresh();
            return context.getBean(SetupSettings.class);
        }
    }

    static SetUp done(EnsureInstance setup, Watched watched) {
        return Objects.requireNonNull(setup.ensure(watched).block(PATIENCE));
    }

    /** What no Evolution has, such as {@code scan}. */
    void simulate(String instance, String what, Map<String, Object> body) {
        var request = HttpRequest.newBuilder(evolution().resolve("/simulator/" + instance + "/" + what))
                .header("apikey", KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(what + ": " + answer.statusCode());
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(what, e);
        }
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
        gateway.disposeNow();
    }
}
