package groupwatch.report.testing;

import groupwatch.report.testing.FakeSuite.Answer;
import groupwatch.report.testing.FakeSuite.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The message store's API, over what tests put in. Its figures are put in by themselves, so that a year needs no million messages. */
public final class FakeStore {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int HOURS = 24;

    private final Map<String, ObjectNode> groups = new ConcurrentSkipListMap<>();
    private final Map<String, Map<LocalDate, long[]>> counts = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Long>> senders = new ConcurrentHashMap<>();
    private final FakeMessages messages = new FakeMessages();

    public FakeStore group(String jid, @Nullable String name) {
        ObjectNode group = MAPPER.createObjectNode();
        group.put("jid", jid).put("participantCount", 3).put("messagesToday", 0).put("monitored", true);
        group.putArray("instances").add("norte");
        if (name != null) {
            group.put("name", name);
        }
        groups.put(jid, group);
        return this;
    }

    public FakeStore switchedOff(String jid) {
        groups.get(jid).put("monitored", false);
        return this;
    }

    public FakeStore lastActivity(String jid, Instant at) {
        groups.get(jid).put("lastActivity", at.toString());
        return this;
    }

    /** Adds to the figures of an hour. */
    public FakeStore said(String jid, LocalDate day, int hour, long messages) {
        counts.computeIfAbsent(jid, group -> new ConcurrentHashMap<>())
                .computeIfAbsent(day, date -> new long[HOURS])[hour] += messages;
        return this;
    }

    /** Who wrote how much, whatever days are asked for. */
    public FakeStore sender(String jid, String name, long messages) {
        senders.computeIfAbsent(jid, group -> new ConcurrentHashMap<>()).put(name, messages);
        return this;
    }

    public FakeMessages messages() {
        return messages;
    }

    Answer groups(Question question) {
        return Paged.answer(
                groups.values().stream()
                        .filter(group -> question.maySee(group.path("jid").asString()))
                        .toList(),
                question);
    }

    Answer stats(Question question) {
        String group = question.jid();
        if (!groups.containsKey(group) || !question.maySee(group)) {
            return Answer.problem(404, "not-found", "There is no such group.");
        }
        LocalDate from = LocalDate.parse(Objects.requireNonNull(question.parameter("from")));
        LocalDate to = LocalDate.parse(Objects.requireNonNull(question.parameter("to")));
        LocalDate before = from.minusDays(from.until(to, java.time.temporal.ChronoUnit.DAYS));
        ObjectNode stats = MAPPER.createObjectNode();
        stats.putObject("period")
                .put("from", from.toString())
                .put("to", to.toString())
                .put("tz", question.parameter("tz"));
        totals(stats.putObject("totals"), total(group, from, to));
        ObjectNode previous = stats.putObject("previous");
        previous.put("from", before.toString()).put("to", from.toString()).putObject("change");
        totals(previous.putObject("totals"), total(group, before, from));
        top(stats.putArray("topSenders"), group, total(group, from, to), question);
        ArrayNode byHour = stats.putArray("byHour");
        IntStream.range(0, HOURS)
                .forEach(hour -> byHour.add(days(group, from, to).values().stream()
                        .mapToLong(hours -> hours[hour])
                        .sum()));
        ArrayNode byDay = stats.putArray("byDay");
        from.datesUntil(to)
                .forEach(day -> byDay.addObject()
                        .put("day", day.toString())
                        .put("messages", total(group, day, day.plusDays(1))));
        return Answer.ok(stats);
    }

    private void top(ArrayNode top, String group, long total, Question question) {
        senders.getOrDefault(group, Map.of()).entrySet().stream()
                .filter(sender -> total > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(Long.parseLong(Objects.requireNonNullElse(question.parameter("top"), "10")))
                .forEach(sender -> top.addObject()
                        .put("messages", sender.getValue())
                        .put("share", 100.0 * sender.getValue() / total)
                        .put("previous", 0)
                        .putObject("person")
                        .put("jid", "5511999990001@s.whatsapp.net")
                        .put("phone", "5511999990001")
                        .put("name", sender.getKey()));
    }

    private static void totals(ObjectNode totals, long messages) {
        totals.put("messages", messages)
                .put("participants", messages == 0 ? 0 : 3)
                .put("media", 0)
                .put("voice", 0)
                .put("reactions", 0)
                .put("edited", 0)
                .put("revoked", 0);
    }

    private Map<LocalDate, long[]> days(String group, LocalDate from, LocalDate to) {
        return new TreeMap<>(counts.getOrDefault(group, Map.of())).subMap(from, to);
    }

    private long total(String group, LocalDate from, LocalDate to) {
        return days(group, from, to).values().stream()
                .flatMapToLong(java.util.Arrays::stream)
                .sum();
    }

    Answer messages(Question question) {
        String group = question.jid();
        if (!groups.containsKey(group) || !question.maySee(group)) {
            return Answer.problem(404, "not-found", "There is no such group.");
        }
        List<String> ids =
                List.of(Objects.requireNonNull(question.parameter("ids")).split(","));
        if (ids.size() > 100) {
            return Answer.problem(400, "bad-parameter", "ids must be 1 to 100 names, comma separated");
        }
        ObjectNode page = MAPPER.createObjectNode();
        ArrayNode items = page.putArray("items");
        ids.stream()
                .map(id -> messages.find(group, id))
                .filter(Objects::nonNull)
                .forEach(items::add);
        return Answer.ok(page);
    }

    Answer search(Question question) {
        return messages.search(question, names());
    }

    Answer explain(JsonNode body) {
        String query = body.path("q").asString();
        String wrong = FakeMessages.wrong(query);
        if (wrong != null) {
            return Answer.problem(400, "bad-parameter", wrong);
        }
        ObjectNode explanation = MAPPER.createObjectNode();
        explanation.put("q", query).put("sentence", "Messages with " + query + ".");
        explanation.putObject("tree");
        explanation.putArray("warnings");
        return Answer.ok(explanation);
    }

    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        groups.forEach((jid, group) -> names.put(jid, group.path("name").asString("")));
        return names;
    }
}
