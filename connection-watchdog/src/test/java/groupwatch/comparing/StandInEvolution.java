package groupwatch.comparing;

import groupwatch.kit.evolution.EvolutionAddress;
import groupwatch.kit.evolution.EvolutionApi;
import groupwatch.kit.evolution.MessageQuery;
import groupwatch.kit.evolution.MessageRows;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Evolution's message store, with its habits: newest first, both ends of a time, duplicates. */
final class StandInEvolution {

    final List<JsonNode> rows = new CopyOnWriteArrayList<>();
    final List<MessageQuery> asked = new CopyOnWriteArrayList<>();
    final List<String> noSuchChats = new CopyOnWriteArrayList<>();
    volatile @Nullable RuntimeException failure;
    volatile Runnable afterEach = () -> {};

    EvolutionApi api() {
        return (EvolutionApi) Proxy.newProxyInstance(
                EvolutionApi.class.getClassLoader(),
                new Class<?>[] {EvolutionApi.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "chats" -> chats((EvolutionAddress) arguments[0]);
                    case "messages" -> messages((MessageQuery) arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Mono<List<String>> chats(EvolutionAddress address) {
        return Mono.fromCallable(() -> {
            fail();
            LinkedHashSet<String> chats = new LinkedHashSet<>();
            rows.forEach(row -> chats.add(row.at("/key/remoteJid").asString()));
            chats.addAll(noSuchChats);
            return List.copyOf(chats);
        });
    }

    private Mono<MessageRows> messages(MessageQuery query) {
        return Mono.fromCallable(() -> {
            asked.add(query);
            fail();
            List<JsonNode> found = rows.stream()
                    .filter(row -> query.chat() == null
                            || query.chat().equals(row.at("/key/remoteJid").asString()))
                    .filter(row -> within(query, row))
                    .sorted(Comparator.comparing((JsonNode row) -> time(row)).reversed())
                    .toList();
            int from = Math.min(found.size(), (query.page() - 1) * query.size());
            int until = Math.min(found.size(), from + query.size());
            int pages = (found.size() + query.size() - 1) / query.size();
            MessageRows page = new MessageRows(found.size(), pages, query.page(), found.subList(from, until));
            afterEach.run();
            return page;
        });
    }

    private void fail() {
        RuntimeException error = failure;
        if (error != null) {
            throw error;
        }
    }

    private static boolean within(MessageQuery query, JsonNode row) {
        return query.from() == null
                || !time(row).isBefore(query.from()) && !time(row).isAfter(Objects.requireNonNull(query.until()));
    }

    private static Instant time(JsonNode row) {
        return Instant.ofEpochSecond(row.path("messageTimestamp").asLong());
    }
}
