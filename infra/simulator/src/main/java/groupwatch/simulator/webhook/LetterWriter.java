package groupwatch.simulator.webhook;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.Json;
import groupwatch.simulator.wire.Times;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts events into envelopes. */
@Component
public class LetterWriter {

    /** Those for which there is no switch. */
    private static final Set<String> NEVER_GLOBAL =
            Set.of("REMOVE_INSTANCE", "LOGOUT_INSTANCE", "STATUS_INSTANCE", "GROUPS_UPDATE");

    private final SimulatorSettings.Webhooks settings;
    private final OwnAddress address;
    private final Clock clock;

    LetterWriter(SimulatorSettings settings, OwnAddress address, Clock clock) {
        this.settings = settings.webhooks();
        this.address = address;
        this.clock = clock;
    }

    /**
     * Who tells it.
     *
     * @param sender absent before the first time it was open
     */
    public record Teller(
            String instance, String token, @Nullable String sender) {}

    public List<Letter> letters(Event event, Teller teller, @Nullable WebhookTarget target) {
        var now = clock.instant();
        var global = settings.globalUrl();
        var destination = target != null ? target.url() : global == null ? "" : global + "/" + event.path();
        var letters = new ArrayList<Letter>();
        var own = target != null && target.wants(event);
        var everywhere = global != null && !NEVER_GLOBAL.contains(event.subscription());
        if (!own && !everywhere) {
            return List.of();
        }
        var body = Json.write(envelope(event, teller, destination, Times.iso(now)));
        if (target != null && own) {
            letters.add(new Letter(url(target.url(), target.byEvents(), event), target.headers(now), body));
        }
        if (global != null && everywhere) {
            letters.add(new Letter(url(global, settings.globalByEvents(), event), Map.of(), body));
        }
        return letters;
    }

    /** Appended to the text of the URL, also behind a query. */
    private static String url(String url, boolean byEvents, Event event) {
        return byEvents ? url + "/" + event.path() : url;
    }

    private JsonNode envelope(Event event, Teller teller, String destination, String now) {
        var json = Json.object();
        if (event.latest() != null) {
            json.put("isLatest", event.latest()).put("progress", event.progress());
        }
        json.put("event", event.name()).put("instance", teller.instance()).set("data", event.data());
        json.put("destination", destination).put("date_time", now);
        if (teller.sender() != null) {
            json.put("sender", teller.sender());
        }
        return json.put("server_url", address.serverUrl()).put("apikey", teller.token());
    }
}
