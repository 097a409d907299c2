package groupwatch.alive;

import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.MessageRows;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.watch.Watch;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account that is watched here, at an Evolution that answers as a test says, and notes what it was asked. */
final class StandInWatch implements Watch {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<String> calls = new ArrayList<>();
    Mono<Boolean> whatsApp = Mono.just(true);
    private final Account account;
    private List<JsonNode> rows = List.of();

    StandInWatch(String account) {
        this.account = new Account(account, null, null, "5511999990000", false, Instant.EPOCH);
    }

    /** Evolution's newest row. */
    void stored(Instant at) {
        rows = List.of(JSON.readTree("{\"key\":{\"remoteJid\":\"1@g.us\",\"fromMe\":false},\"messageTimestamp\":%d}"
                .formatted(at.getEpochSecond())));
    }

    void whatsAppFails(EvolutionException.Kind kind) {
        whatsApp = Mono.error(() -> new EvolutionException(kind, "Connection Closed"));
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public EvolutionAddress address() {
        return new EvolutionAddress(URI.create("http://evolution.example.org"), "key", account.id());
    }

    @Override
    public <T> Mono<T> call(Function<EvolutionApi, Mono<T>> call) {
        return call.apply((EvolutionApi) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EvolutionApi.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return switch (method.getName()) {
                        case "messages" -> Mono.just(new MessageRows(rows.size(), 1, 1, rows));
                        case "isOnWhatsApp" -> whatsApp;
                        default -> throw new AssertionError(method.getName() + " is not asked for a proof of life");
                    };
                }));
    }
}
