package groupwatch.store.query;

import static groupwatch.kit.security.Scopes.MESSAGES_READ;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import groupwatch.events.EventCodec;
import groupwatch.events.Topics;
import groupwatch.events.evolution.Corpus;
import groupwatch.kit.security.Caller;
import groupwatch.store.testing.RunningStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every kind of message, as a raw record on the broker, is found over HTTP with exactly the facts the corpus states. */
class CorpusApiIT {

    /** Derived payloads have the id of the one they were derived from. */
    private record Sent(Corpus.Row row, String id, byte[] body) {
        static Sent of(Corpus.Row row) {
            String id = row.fact("message_id");
            if (row.fact("origin").equals("captured") || id.isEmpty()) {
                return new Sent(row, id, row.payload());
            }
            String own = id + "-" + row.file().replaceAll("[^a-z0-9]", "");
            return new Sent(
                    row, own, new String(row.payload(), UTF_8).replace(id, own).getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return row.file();
        }
    }

    /** Came like a message, but are none. */
    private static final Set<String> FACTS_ABOUT_OTHERS = Set.of("edit", "revoke");

    private static RunningStore store;

    static Stream<Sent> messages() {
        return Stream.concat(Corpus.recorded().stream(), Corpus.handMade().stream())
                .filter(Corpus.Row::isMessage)
                .filter(row -> !row.fact("message_id").isEmpty())
                .filter(row -> !FACTS_ABOUT_OTHERS.contains(row.fact("type")))
                .map(Sent::of);
    }

    @BeforeAll
    static void post() {
        store = RunningStore.shared();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> store.kafka().topics().contains(Topics.RAW_MESSAGES));
        messages()
                .forEach(sent ->
                        store.kafka().send(Topics.RAW_MESSAGES, sent.row().fact("chat_jid"), sent.body()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isFoundWithItsFacts(Sent sent) {
        JsonNode message = find(sent);
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> found = new LinkedHashMap<>();
        facts(message).forEach((column, value) -> {
            String stated = stated(sent, column);
            if (stated != null) {
                expected.put(column, stated);
                found.put(column, stated.startsWith("len=") ? digest(value) : value);
            }
        });
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void bothIdentitiesOfTheOtherSideFindADirectMessage() {
        Sent sent = messages()
                .filter(one -> one.row().file().equals("upsert-text-dm.json"))
                .findFirst()
                .orElseThrow();
        find(sent);
        for (String chat : List.of("5511999990001@s.whatsapp.net", "188880000000001@lid")) {
            store.caller(MESSAGES_READ)
                    .get()
                    .uri("/messages/{id}?chat={chat}", sent.id(), chat)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    private static boolean isStored(Sent sent) {
        return Boolean.TRUE.equals(store.get(MessageFinder.class)
                .find(sent.id(), sent.row().fact("chat_jid"), new Caller("test", Set.of(), null))
                .hasElement()
                .block(Duration.ofSeconds(10)));
    }

    private static JsonNode find(Sent sent) {
        byte[] body = store.caller(MESSAGES_READ)
                .get()
                .uri("/messages/{id}?chat={chat}", sent.id(), sent.row().fact("chat_jid"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return EventCodec.mapper().readTree(body);
    }

    /** Absent where the index states nothing that this message alone must show. */
    private static String stated(Sent sent, String column) {
        String stated = sent.row().fact(column);
        return switch (column) {
            case "message_id" -> sent.id();
            // known from other messages too; of this one only when the payload says it
            case "sender_name" -> stated.isEmpty() ? null : stated;
            case "sender_lid" -> new String(sent.body(), UTF_8).contains(stated) && !stated.isEmpty() ? stated : null;
            case "sender_jid" -> stated.endsWith("@lid") || stated.isEmpty() ? null : stated;
            // stated only where a file came along
            case "media_sha256", "mentions" -> stated.isEmpty() ? null : stated;
            // of a picture that was sent, the size before WhatsApp's client encoded it anew
            case "media_size" -> stated.isEmpty() || sent.row().fact("event").equals("send.message") ? null : stated;
            // how far a call got
            case "text" -> sent.row().fact("type").equals("call") ? null : stated;
            case "from_me" -> stated.isEmpty() ? "false" : stated;
            default -> stated;
        };
    }

    private static Map<String, String> facts(JsonNode message) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("chat_jid", message.path("chat").asString(""));
        facts.put("sender_jid", message.path("sender").path("jid").asString(""));
        facts.put("sender_lid", message.path("sender").path("lid").asString(""));
        facts.put("sender_name", message.path("sender").path("name").asString(""));
        facts.put("from_me", message.path("fromMe").asString(""));
        facts.put("message_id", message.path("id").asString(""));
        facts.put("type", message.path("type").asString(""));
        facts.put("text", message.path("text").asString(""));
        facts.put("reply_to_id", message.path("replyTo").path("id").asString(""));
        facts.put("target_id", message.path("target").path("id").asString(""));
        facts.put("timestamp_s", seconds(message.path("sentAt").asString("")));
        JsonNode media = message.path("media");
        facts.put("media_mime", media.path("mime").asString(""));
        facts.put("media_size", media.path("size").asString(""));
        facts.put("media_sha256", media.path("sha256").asString(""));
        facts.put("file_name", media.path("fileName").asString(""));
        facts.put(
                "mentions",
                String.join(
                        ",",
                        message.path("mentions")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
        return facts;
    }

    private static String seconds(String time) {
        return time.isEmpty() ? "" : Long.toString(Instant.parse(time).getEpochSecond());
    }

    /** The form in which the index writes a text that is too long for it. */
    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "len=" + text.length() + ";sha256=" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
