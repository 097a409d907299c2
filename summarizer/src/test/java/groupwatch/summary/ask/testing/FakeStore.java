package groupwatch.summary.ask.testing;

import groupwatch.events.message.Message;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.security.Caller;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredGroup;
import groupwatch.summary.store.StoredMessage;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A message store in memory, whose search understands words, {@code begin*}, OR, from, in, after and before. */
public final class FakeStore implements StoreClient {

    public final List<String> queries = new CopyOnWriteArrayList<>();
    public final List<String> read = new CopyOnWriteArrayList<>();
    public final List<Caller> callers = new CopyOnWriteArrayList<>();
    public volatile boolean away;
    /** How long each of its answers takes. */
    public volatile Duration takes = Duration.ZERO;

    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Map<String, Message> messages = new TreeMap<>();

    public FakeStore group(String jid, String name) {
        groups.put(jid, name);
        return this;
    }

    public FakeStore said(Talk... talks) {
        Arrays.stream(talks).forEach(talk -> messages.put(talk.group() + " " + talk.id(), talk.message()));
        return this;
    }

    public void clear() {
        groups.clear();
        messages.clear();
        queries.clear();
        read.clear();
        callers.clear();
        away = false;
        takes = Duration.ZERO;
    }

    @Override
    public Flux<StoredGroup> groups(Caller caller) {
        return answer(
                caller,
                () -> groups.entrySet().stream()
                        .filter(group -> caller.mayRead(group.getKey()))
                        .map(group -> new StoredGroup(group.getKey(), group.getValue(), null, true, Map.of())));
    }

    @Override
    public Mono<StoredGroup> group(Caller caller, String jid) {
        return answer(
                        caller,
                        () -> groups.entrySet().stream()
                                .filter(group -> group.getKey().equals(jid) && caller.mayRead(jid))
                                .map(group -> new StoredGroup(jid, group.getValue(), null, true, names(jid))))
                .next();
    }

    private Map<String, String> names(String jid) {
        Map<String, String> names = new LinkedHashMap<>();
        all(jid).map(Message::sender)
                .filter(Objects::nonNull)
                .forEach(sender -> names.put(String.valueOf(sender.jid()), String.valueOf(sender.name())));
        return names;
    }

    @Override
    public Flux<StoredMessage> messages(Caller caller, String group, Instant from, Instant until) {
        read.add(group);
        return answer(
                caller,
                () -> between(caller, group, from, until).stream().map(message -> new StoredMessage(message, null)));
    }

    @Override
    public Flux<StoredMessage> newest(Caller caller, String group, Instant from, Instant until, int limit) {
        read.add(group);
        return answer(caller, () -> {
            List<Message> all = between(caller, group, from, until);
            return all.subList(Math.max(0, all.size() - limit), all.size()).stream()
                    .map(message -> new StoredMessage(message, null));
        });
    }

    @Override
    public Mono<Message> message(Caller caller, String group, String id) {
        return answer(caller, () -> Stream.ofNullable(caller.mayRead(group) ? messages.get(group + " " + id) : null))
                .next();
    }

    @Override
    public Flux<Message> search(Caller caller, String query, ZoneId zone, int limit) {
        queries.add(query);
        return answer(
                caller,
                () -> groups.keySet().stream()
                        .filter(caller::mayRead)
                        .flatMap(this::all)
                        .filter(message -> fits(message, query))
                        .sorted(Comparator.comparing(FakeStore::at).reversed())
                        .limit(limit));
    }

    private <T> Flux<T> answer(Caller caller, Supplier<Stream<T>> answer) {
        callers.add(caller);
        Flux<T> told = Flux.defer(() -> away
                ? Flux.error(new ServiceUnavailableException("the store is away", null))
                : Flux.fromStream(answer.get()));
        return takes.isZero() ? told : told.delaySubscription(takes);
    }

    private Stream<Message> all(String group) {
        return messages.values().stream().filter(message -> message.chat().equals(group));
    }

    private List<Message> between(Caller caller, String group, Instant from, Instant until) {
        return all(group)
                .filter(message -> caller.mayRead(group))
                .filter(message -> !at(message).isBefore(from) && at(message).isBefore(until))
                .sorted(Comparator.comparing(FakeStore::at))
                .toList();
    }

    private boolean fits(Message message, String query) {
        List<String> units = units(query);
        for (int i = 0; i < units.size(); ) {
            List<String> any = new ArrayList<>(List.of(units.get(i++)));
            while (i < units.size() && units.get(i).equals("OR")) {
                any.add(units.get(i + 1));
                i += 2;
            }
            if (any.stream().noneMatch(unit -> fitsOne(message, unit))) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsOne(Message message, String unit) {
        int colon = unit.indexOf(':');
        String value = unit.substring(colon + 1);
        return switch (colon < 0 ? "" : unit.substring(0, colon)) {
            case "in" -> message.chat().equals(value);
            case "after" -> !at(message).isBefore(Instant.parse(value));
            case "before" -> at(message).isBefore(Instant.parse(value));
            case "from" ->
                words(message.sender() == null ? null : message.sender().name()).containsAll(words(value));
            default ->
                words(message.text()).stream()
                        .anyMatch(word -> unit.endsWith("*")
                                ? word.startsWith(fold(unit.substring(0, unit.length() - 1)))
                                : word.equals(fold(unit)));
        };
    }

    private static List<String> units(String query) {
        List<String> units = new ArrayList<>();
        boolean quoted = false;
        StringBuilder unit = new StringBuilder();
        for (char c : (query + " ").toCharArray()) {
            quoted ^= c == '"';
            if (c == ' ' && !quoted) {
                if (!unit.isEmpty()) {
                    units.add(unit.toString());
                }
                unit.setLength(0);
            } else if (c != '"') {
                unit.append(c);
            }
        }
        return units;
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(fold(text).split("[^\\p{L}\\p{N}]+"));
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static Instant at(Message message) {
        return Objects.requireNonNull(message.sentAt());
    }
}
