package groupwatch.watchdog.groups;

import groupwatch.events.EventCodec;
import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.kit.evolution.EvolutionException;
import groupwatch.kit.evolution.EvolutionException.Kind;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.watch.Watch;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An Evolution that has groups, as a watch of one account asks it. */
final class ScriptedGroups implements Watch {

    final Map<String, JsonNode> groups = new TreeMap<>();
    /** Chats it still lists though the account is no longer in them. */
    final Set<String> formerChats = new TreeSet<>();

    final List<String> calls = new ArrayList<>();
    private final Account account;
    private boolean slow;
    private boolean open = true;
    private @Nullable EvolutionException refusal;

    ScriptedGroups(String account) {
        this.account = new Account(account, null, null, null, false, Instant.EPOCH);
    }

    ScriptedGroups in(String jid, int members) {
        ObjectNode group = EventCodec.mapper()
                .createObjectNode()
                .put("id", jid)
                .put("subject", "Equipe")
                .put("size", members);
        var participants = group.putArray("participants");
        for (int i = 0; i < members; i++) {
            participants
                    .addObject()
                    .put("id", "1888800%08d@lid".formatted(i))
                    .put("phoneNumber", "55119%08d@s.whatsapp.net".formatted(i));
        }
        groups.put(jid, group);
        return this;
    }

    void leave(String jid) {
        groups.remove(jid);
        formerChats.add(jid);
    }

    /** All groups at once take longer than a call may. */
    void slow(boolean now) {
        slow = now;
    }

    /** What it is asked about a group it refuses. */
    void close(boolean now) {
        open = !now;
    }

    /** @param refusals null: it answers again */
    void refuse(@Nullable Kind kind, @Nullable Duration retryAfter) {
        refusal = kind == null ? null : new EvolutionException(kind, "told to", retryAfter);
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public EvolutionAddress address() {
        return new EvolutionAddress(URI.create("http://evolution.test"), "key", account.id());
    }

    @Override
    public <T> Mono<T> call(Function<EvolutionApi, Mono<T>> call) {
        return refusal != null ? Mono.error(refusal) : call.apply(api());
    }

    private EvolutionApi api() {
        return (EvolutionApi) Proxy.newProxyInstance(
                EvolutionApi.class.getClassLoader(),
                new Class<?>[] {EvolutionApi.class},
                (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return switch (method.getName()) {
                        case "groups" -> all();
                        case "chats" -> Mono.just(chats());
                        case "state" -> Mono.just(open ? "open" : "close");
                        case "group" -> group((String) arguments[1]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    /** The slow one has said something already. */
    private Flux<JsonNode> all() {
        Flux<JsonNode> all = Flux.fromIterable(List.copyOf(groups.values()));
        return slow
                ? all.take(1)
                        .concatWith(Flux.error(new EvolutionException(Kind.AWAY, "Evolution did not answer in time")))
                : all;
    }

    private List<String> chats() {
        List<String> chats = new ArrayList<>(List.of("5511999990001@s.whatsapp.net"));
        chats.addAll(groups.keySet());
        chats.addAll(formerChats);
        return chats;
    }

    private Mono<JsonNode> group(String jid) {
        JsonNode group = groups.get(jid);
        return group == null || !open
                ? Mono.error(new EvolutionException(Kind.REFUSED, "Evolution answered 404"))
                : Mono.just(group);
    }
}
