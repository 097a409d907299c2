package groupwatch.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Rows: found, changed, forgotten. */
class MessageBookTest {

    private static final int MANY = 300_000;
    private static final int CHATS = 100;

    @Test
    void findsAmongHundredsOfThousandsWithoutLookingAtAllOfThem() {
        var book = new MessageBook(MANY);
        for (int i = 0; i < MANY; i++) {
            book.keep(message("id" + i, "chat" + i % CHATS, 1_000_000 + i, "text"), null);
        }
        var search = new Search("", "chat7", new Search.Between(1_100_000, 1_109_999), row -> true);
        var begun = System.nanoTime();

        for (int i = 0; i < 1_000; i++) {
            var page = book.find(search, 20, 10);
            assertThat(page.total()).isEqualTo(100);
            assertThat(page.rows().getFirst().keyId()).isEqualTo("id107907");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(book.newestByChat()).hasSize(CHATS);
    }

    @Test
    void forgetsTheOldestFirst() {
        var book = new MessageBook(2);
        book.keep(message("a", "chat", 30, "a"), null);
        book.keep(message("b", "chat", 20, "b"), null);
        book.keep(message("c", "other", 10, "c"), null);

        assertThat(book.find("a")).isEmpty();
        assertThat(book.size()).isEqualTo(2);
        assertThat(book.newestByChat().keySet()).containsExactlyInAnyOrder("chat", "other");
        assertThat(book.find(Search.of("", ""), 0, 10).rows())
                .extracting(KeptMessage::keyId)
                .containsExactly("b", "c");
    }

    @Test
    void movesAMessageToTheTimeOfItsEdit() {
        var book = new MessageBook(10);
        var row = book.keep(message("a", "chat", 10, "before"), null);
        book.keep(message("b", "chat", 20, "b"), null);

        book.edit(row, Json.object().put("conversation", "after"), Instant.ofEpochSecond(30));

        var found = book.find(Search.of("", "chat"), 0, 1).rows().getFirst();
        assertThat(found.keyId()).isEqualTo("a");
        assertThat(found.timestamp()).isEqualTo(30);
        assertThat(found.sentAt()).isEqualTo(10);
        assertThat(found.data().path("message").path("conversation").stringValue())
                .isEqualTo("after");
        assertThat(book.find(new Search("", "chat", new Search.Between(5, 15), any -> true), 0, 10)
                        .total())
                .isZero();
    }

    @Test
    void anEditTakesTheWrapperOff() {
        var book = new MessageBook(10);
        var data = message("a", "chat", 10, "");
        var message = Json.object();
        message.putObject("ephemeralMessage").putObject("message").put("conversation", "before");
        data.set("message", message);
        var row = book.keep(data, null);

        book.edit(row, Json.object().put("conversation", "after"), Instant.ofEpochSecond(30));

        assertThat(row.data().path("message").toString()).isEqualTo("{\"conversation\":\"after\"}");
    }

    @Test
    void removesOneOfTwoRows() {
        var book = new MessageBook(10);
        book.keep(message("a", "chat", 10, "a"), null);
        var second = book.keep(message("a", "chat", 10, "a"), null);
        assertThat(book.find(Search.of("a", ""), 0, 10).total()).isEqualTo(2);

        book.remove(second);

        assertThat(book.find(Search.of("a", ""), 0, 10).total()).isEqualTo(1);
        assertThat(book.find("a")).isPresent().get().isNotSameAs(second);
    }

    private static ObjectNode message(String id, String chat, long at, String text) {
        var data = Json.object();
        data.putObject("key").put("remoteJid", chat).put("fromMe", false).put("id", id);
        data.putObject("message").put("conversation", text);
        return data.put("messageType", "conversation").put("messageTimestamp", at);
    }
}
