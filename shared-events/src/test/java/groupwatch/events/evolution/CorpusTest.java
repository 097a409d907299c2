package groupwatch.events.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.observed.IdentitiesLinked;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.UnknownObservation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each payload gives exactly the facts its index states. {@code -Dgroupwatch.corpus=DIR} adds the payloads of any
 * folder with an {@code index.tsv}.
 */
class CorpusTest {

    /** What the index leaves empty on a message must not be found in it either. */
    private static final Set<String> ABSENT_WHEN_EMPTY =
            Set.of("text", "reply_to_id", "target_id", "media_mime", "media_size", "file_name");

    private static final Set<String> COMPARED = Set.of(
            "event",
            "sender_jid",
            "from_me",
            "message_id",
            "reply_to_id",
            "target_id",
            "timestamp_s",
            "media_mime",
            "media_size",
            "media_sha256",
            "file_name",
            "mentions");

    private final EvolutionReader reader = new EvolutionReader();

    @TestFactory
    Stream<DynamicTest> findsTheFactsOfEveryRecordedPayload() {
        return tests(Corpus.recorded());
    }

    @TestFactory
    Stream<DynamicTest> findsTheFactsOfEveryHandMadePayload() {
        return tests(Corpus.handMade());
    }

    @TestFactory
    Stream<DynamicTest> findsTheFactsOfEveryPayloadInTheGivenFolder() {
        String folder = System.getProperty("groupwatch.corpus", "");
        return folder.isBlank() ? Stream.empty() : tests(Corpus.in(Path.of(folder)));
    }

    @Test
    void theRecordedCorpusIsWhole() {
        assertThat(Corpus.recorded()).hasSize(111);
    }

    private Stream<DynamicTest> tests(List<Corpus.Row> rows) {
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.file(), () -> check(row)));
    }

    private void check(Corpus.Row row) {
        Observed observed = reader.read(row.payload());
        Map<String, String> found = Facts.of(observed);
        String body = new String(row.payload(), StandardCharsets.UTF_8);
        SoftAssertions facts = new SoftAssertions();
        if (!row.fact("type").equals("unknown_event")) {
            facts.assertThat(observed.observations()).noneMatch(UnknownObservation.class::isInstance);
        }
        COMPARED.forEach(column -> {
            if (!row.fact(column).isEmpty() && appliesTo(row, column, body)) {
                facts.assertThat(found.get(column)).as(column).isEqualTo(row.fact(column));
            }
        });
        type(row, found, facts);
        chat(row, found, aliases(observed, row), body, facts);
        text(row, found, facts);
        sender(row, found, body, facts);
        extra(row, found, facts);
        if (row.isMessage()) {
            ABSENT_WHEN_EMPTY.stream()
                    .filter(column -> row.fact(column).isEmpty())
                    .forEach(column -> facts.assertThat(found.getOrDefault(column, ""))
                            .as("no " + column)
                            .isEmpty());
        }
        facts.assertAll();
    }

    /**
     * The key of an edit or revoke is in its sender's perspective: whose it is cannot be told from it. The size of a
     * picture that was sent may be stated as it was handed over, before WhatsApp's client encoded it anew.
     */
    private static boolean appliesTo(Corpus.Row row, String column, String body) {
        if (column.equals("media_size") && row.fact("event").equals("send.message")) {
            return body.contains(row.fact(column));
        }
        boolean change = row.fact("type").equals("edit") || row.fact("type").equals("revoke");
        return !(change || row.fact("type").equals("ephemeral_setting"))
                || !column.equals("from_me") && !column.equals("sender_jid");
    }

    private static void type(Corpus.Row row, Map<String, String> found, SoftAssertions facts) {
        if (!row.fact("type").isEmpty()) {
            facts.assertThat(found.get("type")).as("type").isEqualTo(row.fact("type"));
        }
    }

    /** A direct chat has two names where the payload links them: an index may use either, the reader the number. */
    private static String aliases(Observed observed, Corpus.Row row) {
        return observed.observations().stream()
                .filter(IdentitiesLinked.class::isInstance)
                .map(IdentitiesLinked.class::cast)
                .filter(link -> link.lid().value().equals(row.fact("chat_jid")))
                .map(link -> link.phone().value())
                .findFirst()
                .orElse(row.fact("chat_jid"));
    }

    /** In a direct chat an edit may name another chat than the message's, which only its target tells. */
    private static void chat(
            Corpus.Row row, Map<String, String> found, String chat, String body, SoftAssertions facts) {
        if (chat.isEmpty()) {
            return;
        }
        boolean told = body.contains(chat.split("[,@]")[0]);
        boolean change = row.fact("type").equals("edit") || row.fact("type").equals("revoke");
        if (told || !change) {
            facts.assertThat(found.getOrDefault("chat_jid", "").split(","))
                    .as("chat_jid")
                    .contains(chat.split(","));
        }
    }

    private static void text(Corpus.Row row, Map<String, String> found, SoftAssertions facts) {
        String text = row.fact("text");
        if (text.isEmpty()) {
            return;
        }
        String actual = found.getOrDefault("text", "");
        String compared = text.matches("len=\\d+;sha256=[0-9a-f]{64}") ? Facts.digest(actual) : actual;
        facts.assertThat(compared).as("text").isEqualTo(word(row, text));
    }

    /** The Cloud API's words for how far a message got are read as WhatsApp's own. */
    private static String word(Corpus.Row row, String text) {
        Map<String, String> words = Map.of("SENT", "SERVER_ACK", "DELIVERED", "DELIVERY_ACK", "FAILED", "ERROR");
        return row.fact("event").equals("messages.update") ? words.getOrDefault(text, text) : text;
    }

    /** A LID may be known from the recorded scenario only; own sends are named "you" by the gateway. */
    private static void sender(Corpus.Row row, Map<String, String> found, String body, SoftAssertions facts) {
        String lid = row.fact("sender_lid");
        if (!lid.isEmpty() && body.contains(lid) && appliesTo(row, "sender_jid", body)) {
            facts.assertThat(found.get("sender_lid")).as("sender_lid").isEqualTo(lid);
        }
        String name = row.fact("sender_name");
        if (!name.isEmpty() || row.fact("from_me").equals("true") && row.isMessage()) {
            facts.assertThat(found.getOrDefault("sender_name", ""))
                    .as("sender_name")
                    .isEqualTo(name);
        }
    }

    private static void extra(Corpus.Row row, Map<String, String> found, SoftAssertions facts) {
        Arrays.stream(row.fact("extra")
                        .replace("messages in data: ", "messages=")
                        .split(";"))
                .filter(fact -> fact.matches("[a-zA-Z]+=.*"))
                .map(fact -> fact.split("=", 2))
                .filter(fact -> found.containsKey("extra." + fact[0]))
                .forEach(fact -> facts.assertThat(found.get("extra." + fact[0]))
                        .as(fact[0])
                        .isEqualTo(fact[1].replaceFirst("^(\\d+) \\(.*", "$1")));
    }
}
