package groupwatch.summary.evaluation;

import groupwatch.events.message.MessageType;
import groupwatch.summary.transcript.Line;
import groupwatch.summary.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The evaluation set, from its files. Its README says what is in them. */
public final class EvaluationSet {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EvaluationSet() {}

    /** All days, in the order of {@code days.txt}. */
    public static List<EvaluationDay> days() {
        try (var names = resource("days.txt")) {
            return new String(names.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(EvaluationSet::day)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvaluationDay day(String file) {
        try (var json = resource(file + ".json")) {
            return day(JSON.readTree(json), file.startsWith("held-out/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EvaluationSet.class.getResourceAsStream("/evaluation/" + name), name);
    }

    private static EvaluationDay day(JsonNode day, boolean heldOut) {
        var date = LocalDate.parse(day.path("date").asString());
        var zone = ZoneId.of(day.path("zone").asString());
        var lines = items(day.path("messages"))
                .filter(message -> !message.path("revoked").asBoolean(false))
                .map(message -> line(message, date, zone))
                .toList();
        return new EvaluationDay(
                day.path("name").asString(),
                heldOut,
                day.path("kind").asString(),
                Locale.forLanguageTag(day.path("language").asString()),
                new Transcript("120363400000000000@g.us", day.path("group").asString(), date, zone, lines),
                items(day.path("facts"))
                        .map(fact -> JSON.treeToValue(fact, Fact.class))
                        .toList(),
                items(day.path("false"))
                        .map(statement -> JSON.treeToValue(statement, Falsehood.class))
                        .toList());
    }

    private static Line line(JsonNode message, LocalDate date, ZoneId zone) {
        var reactions = message.path("reactions");
        var replyTo = message.path("replyTo").asString("");
        return new Line(
                message.path("id").asString(),
                date.atTime(LocalTime.parse(message.path("at").asString()))
                        .atZone(zone)
                        .toInstant(),
                message.path("by").asString(),
                MessageType.of(message.path("type").asString("text")),
                message.path("text").asString(),
                replyTo.isEmpty() ? null : replyTo,
                null,
                false,
                reactions.valueStream().mapToInt(JsonNode::asInt).sum(),
                List.copyOf(reactions.propertyNames()));
    }

    private static java.util.stream.Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
