package groupwatch.store.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.message.Message;
import groupwatch.store.chat.Chat;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.people.PeopleRepository;
import groupwatch.store.query.MessageFilter;
import groupwatch.store.testing.ManyMessages;
import groupwatch.store.testing.RunningStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A walk over 30,000 messages: complete, in order, never far ahead of who takes them, and gone with them. */
class ChatWalkIT {

    private static final String GROUP = "120363000000007251@g.us";
    private static final MessageFilter ALL = new MessageFilter(Set.of(), null, null, null, null);
    private static final int COUNT = 30_000;
    private static final int PORTION = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static RunningStore store;

    private final Counting steps = new Counting(store.get(DatabaseClient.class));
    private final ChatWalk walk = new ChatWalk(
            steps,
            store.get(MessageLoader.class),
            store.get(PeopleRepository.class),
            new ExportProperties(2, Duration.ofSeconds(1), PORTION, Duration.ofSeconds(30), Duration.ofMinutes(1)),
            store.get(Clock.class));

    /** Counts the steps. */
    private static final class Counting extends RowSteps {

        private final AtomicInteger asked = new AtomicInteger();

        Counting(DatabaseClient database) {
            super(database);
        }

        @Override
        Mono<List<Row>> next(Chat chat, MessageFilter filter, Set<String> senders, Place place, int size) {
            return super.next(chat, filter, senders, place, size).doOnSubscribe(any -> asked.incrementAndGet());
        }
    }

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        ManyMessages.fill(store.database(), GROUP, COUNT, 40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsEveryMessageOnceInOrder(boolean oldestFirst) {
        List<String> ids = new ArrayList<>();
        walk.portions(chat(), ALL, oldestFirst)
                .doOnNext(portion -> assertThat(portion).hasSizeLessThanOrEqualTo(PORTION))
                .doOnNext(portion -> portion.stream().map(Message::id).forEach(ids::add))
                .blockLast(PATIENCE);

        assertThat(ids).hasSize(COUNT).doesNotHaveDuplicates();
        assertThat(oldestFirst ? ids : ids.reversed()).isSorted();
    }

    @Test
    void isNeverMoreThanOnePortionAheadOfWhoTakesThem() {
        List<Message> taken = new ArrayList<>();
        BaseSubscriber<List<Message>> slow = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(List<Message> portion) {
                taken.addAll(portion);
            }
        };
        walk.portions(chat(), ALL, true).subscribe(slow);
        for (int i = 1; i <= 10; i++) {
            int loaded = i * PORTION;
            // the first spans are empty portions
            while (taken.size() < loaded) {
                int before = steps.asked.get();
                slow.request(1);
                await().atMost(PATIENCE).until(() -> steps.asked.get() > before || taken.size() >= loaded);
            }
            assertThat(steps.asked.get() * PORTION - taken.size()).isLessThanOrEqualTo(8 * PORTION);
        }
        int asked = steps.asked.get();
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> steps.asked.get() == asked);
        slow.cancel();
    }

    @Test
    void endsWithWhoTookThem() {
        AtomicInteger portions = new AtomicInteger();
        Disposable reader = walk.portions(chat(), ALL, true).subscribe(portion -> portions.incrementAndGet());
        await().atMost(PATIENCE).until(() -> portions.get() > 10);
        reader.dispose();
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(settled(steps.asked));
        assertThat(steps.asked.get()).isLessThan(COUNT / PORTION);
    }

    @Test
    void giveUpAStepThatTakesTooLong() {
        ChatWalk hurried = new ChatWalk(
                new RowSteps(store.get(DatabaseClient.class)) {
                    @Override
                    Mono<List<Row>> next(Chat chat, MessageFilter filter, Set<String> senders, Place place, int size) {
                        return Mono.never();
                    }
                },
                store.get(MessageLoader.class),
                store.get(PeopleRepository.class),
                new ExportProperties(2, Duration.ofSeconds(1), PORTION, Duration.ofMillis(50), Duration.ofMinutes(1)),
                store.get(Clock.class));
        StepVerifier.create(hurried.portions(chat(), ALL, true))
                .expectError(java.util.concurrent.TimeoutException.class)
                .verify(PATIENCE);
    }

    @Test
    void aMessageThatGetsAnEarlierTimeMeanwhileIsToldOnce() {
        String group = "120363000000007202@g.us";
        ManyMessages.fill(store.database(), group, 1_000, 10);
        Chat chat = new Chat(group, List.of(group));
        List<String> ids = new ArrayList<>();
        AtomicInteger portions = new AtomicInteger();
        walk.portions(chat, ALL, false)
                .concatMap(
                        portion -> {
                            portion.stream().map(Message::id).forEach(ids::add);
                            return portion.isEmpty() || portions.incrementAndGet() != 2
                                    ? Mono.just(portion)
                                    : Mono.fromRunnable(() -> earlier(group))
                                            .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic());
                        },
                        1)
                .blockLast(PATIENCE);

        // M0000950 had been told when it moved to the far end; M0000100 was still to come
        assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
    }

    private static void earlier(String group) {
        for (String id : List.of("M0000950", "M0000100")) {
            store.database().execute("""
                    UPDATE store.message_keys SET sent_at = '2026-01-01 00:00:30+00' WHERE scope = '%1$s' AND id = '%2$s';
                    UPDATE store.messages SET sent_at = '2026-01-01 00:00:30+00' WHERE scope = '%1$s' AND id = '%2$s';
                    """.formatted(group, id));
        }
    }

    private static java.util.concurrent.Callable<Boolean> settled(AtomicInteger count) {
        AtomicInteger last = new AtomicInteger(-1);
        return () -> last.getAndSet(count.get()) == count.get();
    }

    private static Chat chat() {
        return new Chat(GROUP, List.of(GROUP));
    }
}
