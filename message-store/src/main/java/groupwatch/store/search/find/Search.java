package groupwatch.store.search.find;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import groupwatch.events.message.Message;
import groupwatch.events.message.MessageType;
import groupwatch.kit.security.Caller;
import groupwatch.store.message.DocumentTexts;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.search.find.SearchAnswer.Item;
import groupwatch.store.search.find.Surroundings.Around;
import groupwatch.store.search.who.Chat;
import groupwatch.store.search.who.GroupSubjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Searches: understands the question, finds the hits, and shows them. */
@Component
class Search {

    /** A document's text is 64 KB at most. */
    private static final int MOST_EXCERPTS = 50;

    private final Understanding understanding;
    private final HitFinder finder;
    private final MessageLoader loader;
    private final DocumentTexts documents;
    private final Surroundings surroundings;
    private final GroupSubjects names;

    Search(
            Understanding understanding,
            HitFinder finder,
            MessageLoader loader,
            DocumentTexts documents,
            Surroundings surroundings,
            GroupSubjects names) {
        this.understanding = understanding;
        this.finder = finder;
        this.loader = loader;
        this.documents = documents;
        this.surroundings = surroundings;
        this.names = names;
    }

    Mono<SearchAnswer> answer(SearchRequest request, Caller caller) {
        return understanding
                .of(request.text(), request.zone(), caller)
                .flatMap(understood -> find(understood, request).flatMap(found -> shown(found, understood, request)));
    }

    private Mono<Found> find(Understood understood, SearchRequest request) {
        if (understood.scope().isNowhere()) {
            return Mono.just(Found.NOTHING);
        }
        Plan plan = understood.plan();
        return request.byRank()
                ? finder.best(plan, request.cursor(), request.limit())
                : finder.newest(plan, request.cursor(), request.limit());
    }

    private Mono<SearchAnswer> shown(Found found, Understood understood, SearchRequest request) {
        List<MessageKey> keys = found.hits().stream().map(Hit::key).toList();
        if (keys.isEmpty()) {
            return Mono.just(answer(found, List.of()));
        }
        Highlights highlights =
                new Highlights(understood.texts(), understood.scope().language());
        return loader.load(keys)
                .flatMap(messages -> Mono.zip(
                                named(messages),
                                surroundings.of(keys, request.context()),
                                excerpts(messages, highlights))
                        .map(known -> answer(
                                found,
                                found.hits().stream()
                                        .filter(hit -> messages.containsKey(hit.key()))
                                        .map(hit -> item(
                                                hit,
                                                Objects.requireNonNull(messages.get(hit.key())),
                                                known.getT1(),
                                                request.context() > 0
                                                        ? known.getT2().getOrDefault(hit.key(), Around.NOTHING)
                                                        : null,
                                                request.byRank(),
                                                highlights,
                                                known.getT3().get(hit.key())))
                                        .toList())));
    }

    private static SearchAnswer answer(Found found, List<Item> items) {
        SearchCursor next = found.next();
        return new SearchAnswer(items, next == null ? null : next.toString(), found.searched());
    }

    private Mono<Map<String, Chat>> named(Map<MessageKey, Message> messages) {
        Set<String> groups = messages.values().stream()
                .filter(Message::group)
                .map(Message::chat)
                .collect(toSet());
        return names.of(groups).map(all -> all.stream().collect(toMap(Chat::jid, chat -> chat)));
    }

    /** From the texts of the first documents of a page; reading them is work for a processor. */
    private Mono<Map<MessageKey, DocumentExcerpt>> excerpts(Map<MessageKey, Message> messages, Highlights highlights) {
        List<MessageKey> keys = messages.entrySet().stream()
                .filter(message -> message.getValue().type() == MessageType.DOCUMENT)
                .map(Map.Entry::getKey)
                .limit(MOST_EXCERPTS)
                .toList();
        if (keys.isEmpty() || highlights.texts().isEmpty()) {
            return Mono.just(Map.of());
        }
        return documents.of(keys).publishOn(Schedulers.parallel()).map(texts -> {
            Map<MessageKey, DocumentExcerpt> excerpts = new HashMap<>();
            texts.forEach((key, text) -> {
                DocumentExcerpt excerpt = DocumentExcerpt.of(text, highlights);
                if (excerpt != null) {
                    excerpts.put(key, excerpt);
                }
            });
            return excerpts;
        });
    }

    private static Item item(
            Hit hit,
            Message message,
            Map<String, Chat> groups,
            @Nullable Around around,
            boolean byRank,
            Highlights highlights,
            @Nullable DocumentExcerpt excerpt) {
        return new Item(
                message,
                message.group() ? groups.getOrDefault(message.chat(), new Chat(message.chat(), null)) : null,
                Stream.concat(
                                highlights.of(message).stream(),
                                excerpt == null ? Stream.empty() : excerpt.highlights().stream())
                        .toList(),
                excerpt == null ? null : excerpt.text(),
                byRank ? hit.rank() : null,
                around == null ? null : around.before(),
                around == null ? null : around.after());
    }
}
