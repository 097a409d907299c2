package groupwatch.report.testing;

import groupwatch.report.testing.FakeSuite.Answer;
import groupwatch.report.testing.FakeSuite.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The connection watchdog's ledger, by account, group and day; also what it tells that reports do not need. */
public final class FakeWatchdog {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final List<ObjectNode> items = new CopyOnWriteArrayList<>();

    /** A time in which a link was down. */
    public record Down(Instant from, Instant to) {}

    public void covers(String account, String group, LocalDate day, long filledIn, long missing, Down... down) {
        ObjectNode item = MAPPER.createObjectNode();
        item.put("account", account)
                .put("group", group)
                .put("day", day.toString())
                .put("upSeconds", 80_000)
                .put("webhook", 412)
                .put("history", 7)
                .put("filledIn", filledIn)
                .put("missing", missing)
                .put("asOf", day.plusDays(1) + "T06:00:00Z");
        var stretches = item.putArray("down");
        for (Down each : down) {
            stretches
                    .addObject()
                    .put("from", each.from().toString())
                    .put("to", each.to().toString());
        }
        items.add(item);
    }

    public void forget() {
        items.clear();
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Days from {@code from} on and before {@code to}. */
    Answer coverage(Question question) {
        String from = String.valueOf(question.parameter("from"));
        String to = String.valueOf(question.parameter("to"));
        ObjectNode answer = MAPPER.createObjectNode();
        var page = answer.putArray("items");
        for (JsonNode item : items) {
            String day = item.path("day").asString();
            if (day.compareTo(from) >= 0 && day.compareTo(to) < 0) {
                page.add(item);
            }
        }
        return Answer.ok(answer);
    }
}
