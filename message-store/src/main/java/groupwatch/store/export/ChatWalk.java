package groupwatch.store.export;

import groupwatch.events.message.Message;
import groupwatch.store.chat.Chat;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.people.PeopleRepository;
import groupwatch.store.query.MessageFilter;
import groupwatch.store.query.Spans;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All messages of a chat that pass a filter, portion by portion. The next portion is fetched while the last one is taken,
 * never more; between two portions nothing is held, no connection and no transaction. A message that comes meanwhile is told
 * when the walk has not passed its place; none is told twice, see {@link Recent}.
 */
@Component
class ChatWalk {

    /** Rows looked at in one step when most of them may not be wanted. */
    private static final int LOOKED_AT_ONCE = 1_000;

    private static final long PORTION_BYTES = 1024 * 1024;

    private static final Comparator<Message> BY_TIME =
            Comparator.comparing(ChatWalk::at).thenComparing(Message::id);

    private final RowSteps steps;
    private final MessageLoader loader;
    private final PeopleRepository people;
    private final ExportProperties settings;
    private final Clock clock;

    ChatWalk(RowSteps steps, MessageLoader loader, PeopleRepository people, ExportProperties settings, Clock clock) {
        this.steps = steps;
        this.loader = loader;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Portions in order, some of them empty. */
    Flux<List<Message>> portions(Chat chat, MessageFilter filter, boolean oldestFirst) {
        return senders(filter).flatMapMany(senders -> {
            Place place = new Place(Spans.of(filter, oldestFirst, null, clock), oldestFirst);
            Recent recent = new Recent();
            return Mono.defer(() -> portion(chat, filter, senders, place, recent))
                    .timeout(settings.stepTimeout())
                    .repeat(() -> !place.isAtEnd());
        });
    }

    private Mono<Set<String>> senders(MessageFilter filter) {
        String sender = filter.sender();
        return sender == null ? Mono.just(Set.of()) : people.identitiesOf(sender);
    }

    private Mono<List<Message>> portion(
            Chat chat, MessageFilter filter, Set<String> senders, Place place, Recent recent) {
        if (place.isAtEnd()) {
            return Mono.just(List.of());
        }
        int size = filter.isSelective() ? LOOKED_AT_ONCE : settings.portion();
        return steps.next(chat, filter, senders, place, size).flatMap(found -> {
            List<Row> rows = Row.portion(found, settings.portion(), PORTION_BYTES);
            boolean last = found.size() < size && rows.size() == found.size();
            Instant end = place.passed(rows, last);
            return load(rows).map(loaded -> place.isOldestFirst() ? forwards(loaded) : backwards(loaded, end, recent));
        });
    }

    private Mono<Map<MessageKey, Message>> load(List<Row> rows) {
        List<MessageKey> wanted =
                rows.stream().filter(Row::wanted).map(Row::key).toList();
        return wanted.isEmpty() ? Mono.just(Map.of()) : loader.load(wanted);
    }

    // sorted again: a message may have got an earlier time since its row was seen

    private static List<Message> forwards(Map<MessageKey, Message> loaded) {
        return loaded.values().stream().sorted(BY_TIME).toList();
    }

    private static List<Message> backwards(Map<MessageKey, Message> loaded, Instant end, Recent recent) {
        return loaded.entrySet().stream()
                // what is now beyond the end of this step is met again
                .filter(entry -> !at(entry.getValue()).isBefore(end))
                .filter(entry -> recent.add(entry.getKey()))
                .map(Map.Entry::getValue)
                .sorted(BY_TIME.reversed())
                .toList();
    }

    /** The rows have the epoch for a time that nobody told. */
    private static Instant at(Message message) {
        return Objects.requireNonNullElse(message.sentAt(), Instant.EPOCH);
    }
}
