package groupwatch.store.stats;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.identity.Person;
import groupwatch.events.message.Message;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.kit.testing.TestDatabase;
import groupwatch.kit.testing.WithPostgres;
import groupwatch.store.activity.ActivityRecount;
import groupwatch.store.message.MessageKey;
import groupwatch.store.message.MessageLoader;
import groupwatch.store.people.People;
import groupwatch.store.people.PeopleRepository;
import groupwatch.store.testing.Contents;
import groupwatch.store.testing.GeneratedDay;
import groupwatch.store.testing.Records;
import groupwatch.store.testing.TestStore;
import groupwatch.store.testing.Upsert;
import groupwatch.store.testing.Webhook;
import groupwatch.store.testing.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statistics equal a recount of the shown messages, whatever order the webhooks came in, how often, and how much of the
 * activity the job has counted.
 */
@WithPostgres
class StatsIT {

    private static final int PERMUTATIONS = 5;
    private static final int MESSAGES = 500;
    private static final int TOP = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"));

    /** Days around the generated one, Berlin's short and long day, and Lord Howe's, whose clock is changed by half an hour. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.parse("2025-10-09"),
            LocalDate.parse("2025-10-26"),
            LocalDate.parse("2025-03-30"),
            LocalDate.parse("2025-10-05"));

    private final Random random = new Random();
    private TestStore store;

    @ParameterizedTest
    @ValueSource(strings = {"keep", "wipe"})
    void statisticsEqualARecountOfTheMessages(String revokedContent, TestDatabase database) {
        long seed = Long.getLong("groupwatch.seed", System.nanoTime());
        System.out.println("StatsIT: -Dgroupwatch.seed=" + seed);
        List<Webhook> webhooks = GeneratedDay.of(seed, MESSAGES).webhooks();
        try (TestStore running = TestStore.on(
                database,
                "groupwatch.capture.direct-chats=true",
                "groupwatch.store.revoked-content=" + revokedContent)) {
            store = running;
            for (int i = 0; i < PERMUTATIONS; i++) {
                random.setSeed(seed + i);
                Contents.empty(database);
                // in one run nothing is counted before the end, in the others some of it in between
                store(webhooks, new Random(seed + i), i > 0);
                Map<CountedChat, List<Message>> chats = chats();
                assertThat(chats).hasSizeGreaterThan(20);
                String run = "seed %d, run %d".formatted(seed, i);
                compare(chats, run + ", nothing counted");
                store.get(ActivityRecount.class).recount(Duration.ZERO).block(PATIENCE);
                compare(chats, run + ", half counted");
                store.countActivity();
                compare(chats, run + ", all counted");
            }
        }
    }

    private void store(List<Webhook> webhooks, Random random, boolean counting) {
        Records records = new Records();
        List<IncomingRecord> all = webhooks.stream()
                .map(webhook -> records.record(webhook.topic(), webhook.body()))
                .collect(Collectors.toCollection(ArrayList::new));
        clockChanges().forEach(body -> all.add(records.message(body)));
        for (int i = webhooks.size() / 5; i > 0; i--) {
            all.add(records.record(
                    webhooks.get(i).topic(),
                    webhooks.get(random.nextInt(webhooks.size())).body()));
        }
        Collections.shuffle(all, random);
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(300));
            store.store(all.subList(from, to));
            if (counting && random.nextInt(3) == 0) {
                store.get(ActivityRecount.class).recount(Duration.ZERO).block(PATIENCE);
            }
            from = to;
        }
    }

    /** Messages, edits and revokes around the days on which clocks are changed. */
    private List<byte[]> clockChanges() {
        List<byte[]> bodies = new ArrayList<>();
        for (LocalDate day : DAYS) {
            long midnight = day.atStartOfDay(ZoneId.of("UTC")).toEpochSecond();
            for (int i = 0; i < 60; i++) {
                Instant at = Instant.ofEpochSecond(midnight - 43_200 + random.nextInt(2 * 86_400));
                String id = "C" + day.toEpochDay() + "-" + i;
                bodies.add(
                        i % 4 == 0
                                ? Webhooks.image(Upsert.GROUP, id, Upsert.ANA, at)
                                        .getBytes(StandardCharsets.UTF_8)
                                : Upsert.text(Upsert.GROUP, id, "x", at.getEpochSecond()));
                if (i % 7 == 0) {
                    bodies.add(Upsert.edit(Upsert.GROUP, id, "y"));
                }
                if (i % 9 == 0) {
                    bodies.add(Upsert.revoke(Upsert.GROUP, id));
                }
            }
        }
        return bodies;
    }

    private Map<CountedChat, List<Message>> chats() {
        List<MessageKey> keys = Contents.keys(store.database());
        Map<MessageKey, Message> messages =
                Objects.requireNonNull(store.get(MessageLoader.class).load(keys).block(PATIENCE));
        People people = Objects.requireNonNull(store.get(PeopleRepository.class)
                .behind(messages.values().stream().map(Message::chat).collect(Collectors.toSet()))
                .block(PATIENCE));
        Map<CountedChat, List<Message>> chats = new HashMap<>();
        messages.forEach((key, message) -> chats.computeIfAbsent(chat(key, message, people), any -> new ArrayList<>())
                .add(message));
        return chats;
    }

    private CountedChat chat(MessageKey key, Message message, People people) {
        if (message.group()) {
            return CountedChat.group(key.scope());
        }
        String other = people.canonical(message.chat());
        Set<String> identities =
                store.get(PeopleRepository.class).identitiesOf(other).block(PATIENCE);
        return new CountedChat(key.scope(), other, new LinkedHashSet<>(Objects.requireNonNull(identities)));
    }

    private void compare(Map<CountedChat, List<Message>> chats, String run) {
        chats.forEach((chat, messages) -> {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            LocalDate from = DAYS.get(random.nextInt(DAYS.size())).minusDays(random.nextInt(3));
            compare(chat, messages, new StatsPeriod(from, from.plusDays(1 + random.nextInt(40)), zone), run);
        });
        for (ZoneId zone : ZONES) {
            for (LocalDate day : DAYS) {
                CountedChat group = CountedChat.group(Upsert.GROUP);
                compare(group, chats.get(group), new StatsPeriod(day, day.plusDays(1), zone), run);
                compare(group, chats.get(group), new StatsPeriod(day, day.plusDays(30), zone), run);
            }
        }
    }

    private void compare(CountedChat chat, List<Message> messages, StatsPeriod period, String run) {
        Stats counted = store.get(ChatStats.class)
                .of(chat, new StatsRequest(period, TOP))
                .block(PATIENCE);
        assertThat(withoutNames(Objects.requireNonNull(counted)))
                .as("%s %s, %s", chat, period, run)
                .usingRecursiveComparison()
                .isEqualTo(new Recount(messages, period.from(), period.to(), period.zone()).stats(TOP));
    }

    private static Stats withoutNames(Stats stats) {
        return new Stats(
                stats.period(),
                stats.totals(),
                stats.previous(),
                stats.topSenders().stream()
                        .map(top -> new TopSender(
                                new Person(top.person().jid(), null, null, null),
                                top.messages(),
                                top.share(),
                                top.previous()))
                        .toList(),
                stats.byHour(),
                stats.byDay(),
                stats.byWeekday(),
                stats.byWeekdayAndHour(),
                stats.byType());
    }
}
