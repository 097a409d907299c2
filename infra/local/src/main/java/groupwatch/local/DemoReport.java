package groupwatch.local;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo's reports, as a person would make them through the API. */
enum DemoReport {
    DAILY_SUMMARY("Morning summary"),
    WEEKLY_DIGEST("The week"),
    ACTIVITY_ALERT("Silent or loud"),
    KEYWORD_ALERT("Words to watch");

    static final String RECIPIENT = "you@groupwatch.localhost";

    /** By words that the demo says on whatever day it is started first. */
    static final Map<String, String> SEARCHES = Map.of(
            "Prices and invoices", "price OR invoice OR preço OR precio OR factura OR presupuesto OR euros OR R$",
            "Matches", "partido OR pista OR paella");

    /** So much time the API has, at least, to know of a report before it is due. */
    private static final Duration SOONEST = Duration.ofSeconds(5);

    private final String title;

    DemoReport(String title) {
        this.title = title;
    }

    /** As the API calls it. */
    String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The machine's, where it has one that the API knows. */
    static ZoneId zone() {
        var machine = ZoneId.systemDefault();
        return ZoneId.getAvailableZoneIds().contains(machine.getId()) ? machine : ZoneId.of("UTC");
    }

    /** The next whole minute: schedules know no seconds. */
    static ZonedDateTime soon(ZonedDateTime now) {
        return now.plus(SOONEST).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    }

    ObjectNode body(ZonedDateTime due) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("name", title);
        body.put("type", type());
        body.put("time", DateTimeFormatter.ofPattern("HH:mm").format(due));
        body.put("zone", due.getZone().getId());
        body.putArray("recipients").add(RECIPIENT);
        body.put("language", "en");
        if (this == WEEKLY_DIGEST) {
            body.put("schedule", "weekly");
            body.put("day", due.getDayOfWeek().getValue());
        } else {
            body.put("schedule", "daily");
        }
        if (this == KEYWORD_ALERT) {
            var searches = body.putArray("searches");
            SEARCHES.forEach(
                    (name, query) -> searches.addObject().put("name", name).put("query", query));
        }
        return body;
    }
}
