package groupwatch.report.read;

import groupwatch.report.content.Citation;
import groupwatch.report.content.GroupRef;
import groupwatch.report.content.KeywordAlert.Mark;
import groupwatch.report.content.TopSender;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The message store's answers. */
final class StoreJson {

    private static final String NOBODY = "?";

    private StoreJson() {}

    static KnownGroup group(JsonNode node) {
        return new KnownGroup(ref(node), node.path("monitored").asBoolean(true), time(node, "lastActivity"));
    }

    static GroupStats stats(JsonNode node) {
        List<TopSender> top = new ArrayList<>();
        for (JsonNode one : node.path("topSenders")) {
            top.add(new TopSender(
                    Objects.requireNonNullElse(name(one.path("person")), NOBODY),
                    one.path("messages").asLong(0),
                    one.path("share").asDouble(0)));
        }
        List<Long> byHour = new ArrayList<>();
        node.path("byHour").forEach(hour -> byHour.add(hour.asLong(0)));
        Map<LocalDate, Long> byDay = new HashMap<>();
        node.path("byDay")
                .forEach(day -> byDay.put(
                        LocalDate.parse(day.path("day").asString()),
                        day.path("messages").asLong(0)));
        return new GroupStats(
                node.path("totals").path("messages").asLong(0),
                node.path("previous").path("totals").path("messages").asLong(0),
                top,
                byHour,
                byDay);
    }

    static Citation citation(JsonNode message) {
        return new Citation(message.path("id").asString(), name(message.path("sender")), time(message, "sentAt"));
    }

    /** Empty for a hit in a direct chat: reports tell of groups. */
    static Optional<SearchHit> hit(JsonNode hit) {
        JsonNode message = hit.path("message");
        JsonNode group = hit.path("group");
        if (!group.path("jid").isString()) {
            return Optional.empty();
        }
        String field = hit.path("highlights").path(0).path("field").asString("");
        String text = text(hit, field);
        return Optional.of(new SearchHit(
                ref(group),
                message.path("id").asString(),
                name(message.path("sender")),
                time(message, "sentAt"),
                message.path("revokedAt").isString(),
                text == null ? Objects.requireNonNullElse(words(message, "text"), "") : text,
                text == null ? List.of() : marks(hit, field, text.length())));
    }

    /** The field is a path in the message, or the part of a document's text beside it. */
    private static @Nullable String text(JsonNode hit, String field) {
        if (field.isEmpty()) {
            return null;
        }
        if (field.equals("documentText")) {
            return words(hit, field);
        }
        JsonNode node = hit.path("message");
        for (String step : field.split("\\.", -1)) {
            node = step.matches("\\d{1,4}") ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node.isString() ? node.asString() : null;
    }

    private static List<Mark> marks(JsonNode hit, String field, int length) {
        List<Mark> marks = new ArrayList<>();
        for (JsonNode one : hit.path("highlights")) {
            int start = one.path("start").asInt(-1);
            int end = one.path("end").asInt(-1);
            if (one.path("field").asString("").equals(field) && start >= 0 && start < end && end <= length) {
                marks.add(new Mark(start, end));
            }
        }
        return marks;
    }

    private static GroupRef ref(JsonNode group) {
        return new GroupRef(group.path("jid").asString(), words(group, "name"));
    }

    /** A person's name, else their number. */
    private static @Nullable String name(JsonNode person) {
        String name = words(person, "name");
        return name == null ? words(person, "phone") : name;
    }

    private static @Nullable String words(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    private static @Nullable Instant time(JsonNode node, String field) {
        String text = words(node, field);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
