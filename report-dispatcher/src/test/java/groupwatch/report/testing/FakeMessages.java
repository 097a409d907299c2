package groupwatch.report.testing;

import groupwatch.report.testing.FakeSuite.Answer;
import groupwatch.report.testing.FakeSuite.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages, to be cited and found: a search is for words that all have to be in the text, and {@code after:}. */
public final class FakeMessages {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LONGEST_QUERY = 1000;

    private record Key(String chat, String id) {}

    private final Map<Key, ObjectNode> messages = new ConcurrentHashMap<>();
    private final Map<Key, String> documents = new ConcurrentHashMap<>();

    /** @param sender a name; digits alone: a number without one */
    public FakeMessages put(String chat, String id, String sender, Instant at, String text) {
        ObjectNode message = MAPPER.createObjectNode();
        message.put("id", id)
                .put("chat", chat)
                .put("group", chat.endsWith("@g.us"))
                .put("revision", 1)
                .put("fromMe", false)
                .put("type", "text")
                .put("text", text)
                .put("sentAt", at.toString());
        message.putArray("instances").add("norte");
        message.putObject("sender")
                .put("jid", "5511999990001@s.whatsapp.net")
                .put(sender.matches("\\d+") ? "phone" : "name", sender);
        messages.put(new Key(chat, id), message);
        return this;
    }

    public FakeMessages revoked(String chat, String id, Instant at) {
        Objects.requireNonNull(messages.get(new Key(chat, id))).put("revokedAt", at.toString());
        return this;
    }

    /** What is written in a document of a message. */
    public FakeMessages document(String chat, String id, String text) {
        documents.put(new Key(chat, id), text);
        return this;
    }

    public void clear() {
        messages.clear();
        documents.clear();
    }

    @Nullable
    ObjectNode find(String chat, String id) {
        return messages.get(new Key(chat, id));
    }

    Answer search(Question question, Map<String, String> names) {
        String query = Objects.requireNonNull(question.parameter("q"));
        String wrong = wrong(query);
        if (wrong != null) {
            return Answer.problem(400, "bad-parameter", wrong);
        }
        List<ObjectNode> hits = new ArrayList<>();
        messages.values().stream()
                .sorted(Comparator.comparing((ObjectNode message) ->
                                Instant.parse(message.path("sentAt").asString()))
                        .reversed())
                .filter(message -> question.maySee(message.path("chat").asString()))
                .forEach(message -> hit(message, query, names, hits));
        ObjectNode page = Paged.page(hits, question);
        page.putObject("searched").put("complete", true);
        return Answer.ok(page);
    }

    private void hit(ObjectNode message, String query, Map<String, String> names, List<ObjectNode> hits) {
        String document = documents.get(
                new Key(message.path("chat").asString(), message.path("id").asString()));
        String text = document == null ? message.path("text").asString() : document;
        ObjectNode hit = MAPPER.createObjectNode();
        ArrayNode highlights = hit.putArray("highlights");
        for (String word : query.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (word.startsWith("after:")) {
                Instant after = Instant.parse(word.substring("after:".length()).toUpperCase(Locale.ROOT));
                if (Instant.parse(message.path("sentAt").asString()).isBefore(after)) {
                    return;
                }
                continue;
            }
            int at = text.toLowerCase(Locale.ROOT).indexOf(word);
            if (at < 0) {
                return;
            }
            highlights
                    .addObject()
                    .put("field", document == null ? "text" : "documentText")
                    .put("start", at)
                    .put("end", at + word.length());
        }
        hit.set("message", message);
        if (document != null) {
            hit.put("documentText", document);
        }
        String chat = message.path("chat").asString();
        if (chat.endsWith("@g.us")) {
            hit.putObject("group").put("jid", chat).put("name", names.getOrDefault(chat, ""));
        }
        hits.add(hit);
    }

    static @Nullable String wrong(String query) {
        if (query.length() > LONGEST_QUERY) {
            return "q must not be empty or longer than 1000 characters";
        }
        int type = query.indexOf("type:telegram");
        return type < 0 ? null : "q, at character " + (type + 1) + ": type: takes one or more of audio,text";
    }
}
