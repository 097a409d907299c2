package groupwatch.simulator.testing;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An instance of a running simulator, and who gets its webhooks. */
public final class Account implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningSimulator simulator;
    private final Receiver receiver = new Receiver();
    private final String name = "account-" + NUMBER.incrementAndGet();

    private Account(RunningSimulator simulator) {
        this.simulator = simulator;
    }

    /** Not linked yet. */
    public static Account create(RunningSimulator simulator) {
        var account = new Account(simulator);
        simulator.post("/instance/create", """
                {"instanceName": "%s", "integration": "WHATSAPP-BAILEYS", "webhook": {"url": "%s/hook", "events": []}}""".formatted(account.name, account.receiver.url()));
        await().until(() -> account.receiver.of("instance.create").size() == 1);
        return account;
    }

    /** Linked, and nothing happens there by itself. */
    public static Account open(RunningSimulator simulator) {
        var account = create(simulator);
        account.tell("scan", "{\"scenario\": \"none\"}");
        await().until(() -> account.states().contains("open"));
        account.receiver.forget();
        return account;
    }

    public String name() {
        return name;
    }

    public Receiver receiver() {
        return receiver;
    }

    /** One of the simulator's own endpoints. */
    public RunningSimulator.Answer tell(String what, String body) {
        return simulator.post("/simulator/" + name + "/" + what, body);
    }

    public JsonNode connect() {
        return simulator.get("/instance/connect/" + name).body();
    }

    public JsonNode restart() {
        return simulator.post("/instance/restart/" + name, "{}").body();
    }

    public String state() {
        return simulator
                .get("/instance/connectionState/" + name)
                .body()
                .path("instance")
                .path("state")
                .asString("");
    }

    public JsonNode status() {
        return simulator.get("/simulator/" + name).body();
    }

    public JsonNode row() {
        return simulator
                .get("/instance/fetchInstances?instanceName=" + name)
                .body()
                .path(0);
    }

    /** {@code findMessages}. */
    public JsonNode find(String body) {
        return simulator.post("/chat/findMessages/" + name, body).body().path("messages");
    }

    /** The states that were told, with their reasons. */
    public List<String> states() {
        return receiver.of("connection.update").stream()
                .map(got -> got.json().path("data").path("state").stringValue())
                .toList();
    }

    public List<JsonNode> truth() {
        return simulator
                .get("/simulator/" + name + "/truth")
                .body()
                .stringValue()
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    /** Until nothing is under way any more. */
    public void settle() {
        await().until(() -> {
            var status = status();
            return !status.path("flood").booleanValue()
                    && !status.path("history").booleanValue()
                    && status.path("webhooks").path("pending").intValue() == 0;
        });
    }

    @Override
    public void close() {
        receiver.close();
    }
}
