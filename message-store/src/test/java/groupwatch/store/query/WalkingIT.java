package groupwatch.store.query;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.store.testing.RunningStore;
import groupwatch.store.testing.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Random walks through random chats, forth and back and from the middle, against the same list filtered in Java. */
class WalkingIT {

    private static final int CHATS = 4;
    private static final int WALKS = 60;
    private static final List<String> LIDS =
            List.of("188880000007811@lid", "188880000007812@lid", "188880000007813@lid");
    private static final List<String> PHONES = List.of("5511999997811", "5511999997812", "5511999997813");
    private static final List<String> TYPES = List.of("text", "image", "sticker");
    private static final List<String> ACCOUNTS = List.of("walk-norte", "walk-sul");

    /** A message as it was sent. */
    private record Sent(String id, Instant at, int person, String type, List<String> accounts) {}

    /** What is asked for, and the same in Java. */
    private record Asked(String parameters, boolean oldestFirst, Predicate<Sent> filter) {}

    private static final long SEED = new Random().nextLong();
    private static final Random RANDOM = new Random(SEED);

    private static RunningStore store;
    private static WebTestClient client;
    private static List<List<Sent>> chats;

    @BeforeAll
    static void fill() {
        store = RunningStore.shared();
        client = store.caller(MESSAGES_READ);
        chats = new ArrayList<>();
        for (int chat = 0; chat < CHATS; chat++) {
            chats.add(sent(chat));
        }
    }

    @Test
    void forthAndBackIsTheSameSequence() {
        for (int walk = 0; walk < WALKS; walk++) {
            int chat = RANDOM.nextInt(CHATS);
            Asked asked = asked();
            String path = path(chat) + "?" + asked.parameters() + "&limit=" + (1 + RANDOM.nextInt(40));
            List<String> expected = expected(chat, asked);

            List<JsonNode> forth = pages(path, "", "next");

            assertThat(ids(forth)).as("seed %s, %s", SEED, path).isEqualTo(expected);
            assertThat(forth.getFirst().has("previous")).isFalse();
            if (forth.size() > 1) {
                List<JsonNode> back = pages(path, cursor(forth.getLast(), "previous"), "previous");
                Collections.reverse(back);
                back.add(forth.getLast());
                assertThat(ids(back)).as("back, seed %s, %s", SEED, path).isEqualTo(expected);
                List<JsonNode> again = pages(path, cursor(back.getFirst(), "next"), "next");
                again.addFirst(back.getFirst());
                assertThat(ids(again))
                        .as("forth again, seed %s, %s", SEED, path)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aroundAMessageLieHalfOfThePageOnEachSide() {
        for (int walk = 0; walk < WALKS; walk++) {
            int chat = RANDOM.nextInt(CHATS);
            Asked asked = asked();
            List<String> expected = expected(chat, asked);
            if (expected.isEmpty()) {
                continue;
            }
            String id = expected.get(RANDOM.nextInt(expected.size()));
            int limit = 1 + RANDOM.nextInt(40);
            String path = path(chat) + "?" + asked.parameters() + "&limit=" + limit;

            JsonNode page = store.json(client, path + "&around=" + id);

            int at = expected.indexOf(id);
            int begin = Math.max(0, at - limit / 2);
            int end = Math.min(expected.size(), at + limit - limit / 2);
            assertThat(ids(List.of(page)))
                    .as("seed %s, %s around %s", SEED, path, id)
                    .isEqualTo(expected.subList(begin, end));
            assertThat(page.path("around").asString()).isEqualTo(id);
            assertWalksOn(path, page, expected);
        }
    }

    @Test
    void aroundAMomentLieTheMessagesBeforeAndAfterIt() {
        for (int walk = 0; walk < WALKS; walk++) {
            int chat = RANDOM.nextInt(CHATS);
            Asked asked = asked();
            List<String> expected = expected(chat, asked);
            Sent any = chats.get(chat).get(RANDOM.nextInt(chats.get(chat).size()));
            Instant moment = any.at().plusSeconds(RANDOM.nextInt(3) - 1);
            int limit = 1 + RANDOM.nextInt(40);
            String path = path(chat) + "?" + asked.parameters() + "&limit=" + limit;

            JsonNode page = store.json(client, path + "&around=" + moment);

            long older = chats.get(chat).stream()
                    .filter(asked.filter())
                    .filter(sent -> sent.at().isBefore(moment))
                    .count();
            int at = (int) (asked.oldestFirst() ? older : expected.size() - older);
            int begin = Math.max(0, at - limit / 2);
            int end = Math.min(expected.size(), at + limit - limit / 2);
            assertThat(ids(List.of(page)))
                    .as("seed %s, %s around %s", SEED, path, moment)
                    .isEqualTo(expected.subList(begin, end));
            assertWalksOn(path, page, expected);
        }
    }

    /** From the middle to both ends, everything is met once. */
    private static void assertWalksOn(String path, JsonNode page, List<String> expected) {
        List<JsonNode> all = new ArrayList<>();
        if (page.has("previous")) {
            all.addAll(pages(path, cursor(page, "previous"), "previous"));
            Collections.reverse(all);
        }
        all.add(page);
        if (page.has("next")) {
            all.addAll(pages(path, cursor(page, "next"), "next"));
        }
        assertThat(ids(all)).as("seed %s, %s", SEED, path).isEqualTo(expected);
    }

    private static List<Sent> sent(int chat) {
        List<Sent> all = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 40 + RANDOM.nextInt(80); i++) {
            Sent sent = new Sent(
                    "W%d%04d".formatted(chat, RANDOM.nextInt(10) * 1000 + i),
                    time(),
                    RANDOM.nextInt(PHONES.size()),
                    TYPES.get(RANDOM.nextInt(TYPES.size())),
                    accounts());
            all.add(sent);
            sent.accounts().forEach(account -> bodies.add(body(chat, account, sent)));
        }
        Collections.shuffle(bodies, RANDOM);
        // both accounts are in every group
        bodies.add(Webhooks.event(
                "chats.upsert", "walk-norte", "[{\"remoteJid\":\"" + group(chat) + "\"}]", "2026-11-01T00:00:00Z"));
        bodies.add(Webhooks.event(
                "chats.upsert", "walk-sul", "[{\"remoteJid\":\"" + group(chat) + "\"}]", "2026-11-01T00:00:00Z"));
        store.store(bodies.toArray(String[]::new));
        return all;
    }

    /** Some share a second; some lie years back. */
    private static Instant time() {
        Instant day = Instant.parse(RANDOM.nextInt(8) == 0 ? "2019-05-31T23:59:50Z" : "2026-10-31T23:59:50Z");
        return day.plusSeconds(RANDOM.nextInt(20));
    }

    private static List<String> accounts() {
        int which = RANDOM.nextInt(3);
        return which == 2 ? ACCOUNTS : List.of(ACCOUNTS.get(which));
    }

    private static String body(int chat, String account, Sent sent) {
        String lid = LIDS.get(sent.person());
        String phone = PHONES.get(sent.person()) + "@s.whatsapp.net";
        String sender = List.of(lid, phone, lid + "=" + phone).get(RANDOM.nextInt(3));
        String content = switch (sent.type()) {
            case "image" -> "\"imageMessage\":{\"mimetype\":\"image/jpeg\"}";
            case "sticker" -> "\"stickerMessage\":{\"mimetype\":\"image/webp\"}";
            default -> "\"conversation\":\"x\"";
        };
        String kind = sent.type().equals("text") ? "conversation" : sent.type() + "Message";
        return Webhooks.message(account, group(chat), sent.id(), sender, sent.at(), content, kind);
    }

    private static Asked asked() {
        boolean oldestFirst = RANDOM.nextBoolean();
        StringBuilder parameters = new StringBuilder("order=" + (oldestFirst ? "asc" : "desc"));
        Predicate<Sent> filter = sent -> true;
        if (RANDOM.nextInt(3) == 0) {
            int person = RANDOM.nextInt(PHONES.size());
            parameters.append("&sender=").append((RANDOM.nextBoolean() ? PHONES : LIDS).get(person));
            filter = filter.and(sent -> sent.person() == person);
        }
        if (RANDOM.nextInt(3) == 0) {
            String type = TYPES.get(RANDOM.nextInt(TYPES.size()));
            parameters.append("&type=").append(type);
            filter = filter.and(sent -> sent.type().equals(type));
        } else if (RANDOM.nextInt(3) == 0) {
            parameters.append("&has=media");
            filter = filter.and(sent -> !sent.type().equals("text"));
        }
        if (RANDOM.nextInt(3) == 0) {
            String account = ACCOUNTS.get(RANDOM.nextInt(ACCOUNTS.size()));
            parameters.append("&account=").append(account);
            filter = filter.and(sent -> sent.accounts().contains(account));
        }
        if (RANDOM.nextInt(3) == 0) {
            Instant from = time();
            Instant to = from.plusSeconds(1 + RANDOM.nextInt(15));
            parameters.append("&from=").append(from).append("&to=").append(to);
            filter = filter.and(sent -> !sent.at().isBefore(from) && sent.at().isBefore(to));
        }
        return new Asked(parameters.toString(), oldestFirst, filter);
    }

    private static List<String> expected(int chat, Asked asked) {
        List<String> oldestFirst = chats.get(chat).stream()
                .filter(asked.filter())
                .sorted(Comparator.comparing(Sent::at).thenComparing(Sent::id))
                .map(Sent::id)
                .toList();
        return asked.oldestFirst() ? oldestFirst : oldestFirst.reversed();
    }

    /** All pages of one direction, as they were got. */
    private static List<JsonNode> pages(String path, String first, String direction) {
        List<JsonNode> pages = new ArrayList<>();
        String cursor = first;
        while (cursor != null) {
            JsonNode page = store.json(client, path + cursor);
            pages.add(page);
            cursor = page.has(direction) ? cursor(page, direction) : null;
        }
        return pages;
    }

    private static String cursor(JsonNode page, String direction) {
        return "&cursor=" + page.path(direction).asString();
    }

    private static List<String> ids(List<JsonNode> pages) {
        return pages.stream()
                .flatMap(page -> page.path("items").valueStream())
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String path(int chat) {
        return (chat % 2 == 0 ? "/groups/" : "/chats/") + group(chat) + "/messages";
    }

    private static String group(int chat) {
        return "12036300000000780" + chat + "@g.us";
    }
}
