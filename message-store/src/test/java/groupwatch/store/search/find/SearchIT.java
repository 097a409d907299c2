package groupwatch.store.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.message.Message;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.security.Caller;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.search.find.SearchAnswer.Item;
import groupwatch.store.search.words.Field;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The search answers what a plain look at every message answers: random messages, random questions. */
@WithPostgres
class SearchIT {

    private static final int MESSAGES = 350;
    private static final int QUESTIONS = 120;

    private static final Comparator<Map.Entry<MessageKey, Message>> NEWEST_FIRST = Comparator.comparing(
                    (Map.Entry<MessageKey, Message> entry) ->
                            Objects.requireNonNull(entry.getValue().sentAt()))
            .thenComparing(entry -> entry.getKey().id())
            .thenComparing(entry -> entry.getKey().scope())
            .reversed();

    @Test
    void theSearchAnswersWhatAPlainScanAnswers(TestDatabase database) {
        long seed = Long.getLong("groupwatch.seed", System.nanoTime());
        System.out.println("SearchIT: -Dgroupwatch.seed=" + seed);
        Random random = new Random(seed);
        try (TestStore store = TestStore.on(database, "groupwatch.capture.direct-chats=true")) {
            store(store, World.of(seed, MESSAGES), random);
            Map<MessageKey, Message> shown = Objects.requireNonNull(
                    store.get(MessageLoader.class).load(Contents.keys(database)).block());
            Search search = store.get(Search.class);
            int found = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                Ask ask = Ask.random(random);
                Caller caller = caller(random);
                List<MessageKey> expected = shown.entrySet().stream()
                        .filter(entry -> ask.answers().test(entry.getValue()))
                        .filter(entry -> maySee(caller).test(entry.getValue()))
                        .sorted(NEWEST_FIRST)
                        .map(Map.Entry::getKey)
                        .toList();
                String about = "seed %d, question %d: %s for %s".formatted(seed, i, ask, caller.groups());
                int limit = expected.size() > 30 ? 50 : 3 + random.nextInt(9);
                List<Item> newest = pages(search, ask, caller, false, limit);
                assertThat(keys(newest, shown))
                        .as(() -> about + difference(expected, keys(newest, shown), shown))
                        .isEqualTo(expected);
                newest.forEach(item -> checkHighlights(item, ask, about));
                List<Item> ranked = pages(search, ask, caller, true, limit);
                assertThat(keys(ranked, shown)).as(about).hasSameSizeAs(expected);
                assertThat(new HashSet<>(keys(ranked, shown))).as(about).isEqualTo(new HashSet<>(expected));
                assertThat(ranked.stream().map(Item::rank).toList())
                        .as(about)
                        .isSortedAccordingTo(Comparator.nullsLast(Comparator.reverseOrder()));
                found += expected.isEmpty() ? 0 : 1;
            }
            assertThat(found).as("questions with an answer").isGreaterThan(QUESTIONS / 4);
        }
    }

    private static void store(TestStore store, List<String> webhooks, Random random) {
        Records records = new Records();
        List<IncomingRecord> all = webhooks.stream().map(records::message).toList();
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(200));
            assertThat(store.store(all.subList(from, to)).rejected()).isEmpty();
            from = to;
        }
    }

    private static Caller caller(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Caller("limited", Set.of("messages:read"), Set.of(World.GROUPS.getFirst()));
            case 1 -> new Caller("limited", Set.of("messages:read"), Set.copyOf(World.GROUPS.subList(1, 3)));
            default -> new Caller("any", Set.of("messages:read"), null);
        };
    }

    private static Predicate<Message> maySee(Caller caller) {
        return message -> caller.groups() == null || message.group() && caller.mayRead(message.chat());
    }

    private static List<Item> pages(Search search, Ask ask, Caller caller, boolean byRank, int limit) {
        List<Item> items = new ArrayList<>();
        String cursor = null;
        do {
            SearchAnswer page = page(search, ask, caller, byRank, limit, cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            items.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return items;
    }

    private static SearchAnswer page(
            Search search, Ask ask, Caller caller, boolean byRank, int limit, @Nullable String cursor) {
        SearchRequest request =
                new SearchRequest(ask.typed(), Ask.ZONE, byRank, limit, 0, SearchCursor.parse(cursor, byRank));
        try {
            return Objects.requireNonNull(search.answer(request, caller).block());
        } catch (RuntimeException e) {
            throw new AssertionError(request.toString(), e);
        }
    }

    private static List<MessageKey> keys(List<Item> items, Map<MessageKey, Message> shown) {
        return items.stream().map(item -> key(item.message(), shown)).toList();
    }

    private static MessageKey key(Message message, Map<MessageKey, Message> shown) {
        return shown.entrySet().stream()
                .filter(entry -> entry.getValue().equals(message))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String difference(
            List<MessageKey> expected, List<MessageKey> found, Map<MessageKey, Message> shown) {
        Stream<String> missing =
                expected.stream().filter(key -> !found.contains(key)).map(key -> "\nmissing: " + shown.get(key));
        Stream<String> wrong =
                found.stream().filter(key -> !expected.contains(key)).map(key -> "\nwrong: " + shown.get(key));
        return Stream.concat(missing, wrong).limit(5).collect(Collectors.joining());
    }

    /** Each range lies in its field and shows nothing but words that were asked for. */
    private static void checkHighlights(Item item, Ask ask, String about) {
        for (Highlight highlight : item.highlights()) {
            String text = Field.of(item.message()).stream()
                    .filter(field -> field.name().equals(highlight.field()))
                    .map(Field::text)
                    .findFirst()
                    .orElseThrow();
            List<String> words = PlainWords.of(text.substring(highlight.start(), highlight.end()));
            assertThat(words).as(about).isNotEmpty();
            assertThat(ask.words().stream().flatMap(List::stream).toList())
                    .as(about)
                    .anyMatch(asked -> words.stream().anyMatch(word -> word.startsWith(asked)));
        }
    }
}
