package groupwatch.watchdog.setup;

import groupwatch.kit.evolution.InstanceWebhook;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The webhook that an instance should have. */
@Component
class WantedWebhook {

    private static final String SECRET_HEADER = "Authorization";

    /** With it Evolution puts a token of its own in the place of our secret. */
    private static final String EVOLUTIONS_TOKEN = "jwt_key";

    private final InstanceWebhook fresh;

    WantedWebhook(SetupSettings settings, GatewayUrl gateway) {
        this.fresh = new InstanceWebhook(
                true,
                gateway.webhook(),
                false,
                settings.base64(),
                Map.of(SECRET_HEADER, "Bearer " + settings.token()),
                settings.events());
    }

    /** Of an instance that has none. */
    InstanceWebhook fresh() {
        return fresh;
    }

    /** In the place of another, of which headers that do not touch ours are kept. */
    InstanceWebhook inPlaceOf(@Nullable InstanceWebhook found) {
        if (found == null) {
            return fresh;
        }
        Map<String, String> headers = new TreeMap<>(found.headers());
        headers.keySet().removeIf(WantedWebhook::isInTheWay);
        headers.putAll(fresh.headers());
        return new InstanceWebhook(true, fresh.url(), false, fresh.base64(), headers, fresh.events());
    }

    /** Names of what is not as it should be; none: it is right. */
    List<String> differences(@Nullable InstanceWebhook found) {
        if (found == null) {
            return List.of("missing");
        }
        Map<String, Boolean> wrong = new LinkedHashMap<>();
        wrong.put("enabled", !found.enabled());
        wrong.put("url", !found.url().equals(fresh.url()));
        wrong.put("byEvents", found.byEvents());
        wrong.put("base64", found.base64() != fresh.base64());
        wrong.put("headers", !found.headers().equals(inPlaceOf(found).headers()));
        wrong.put("events", !set(found.events()).equals(set(fresh.events())));
        return wrong.keySet().stream().filter(wrong::get).toList();
    }

    /** Where it goes; nothing else of its address. */
    static String host(InstanceWebhook webhook) {
        try {
            return Objects.requireNonNullElse(new URI(webhook.url()).getHost(), "unknown");
        } catch (URISyntaxException e) {
            return "unknown";
        }
    }

    /** Header names have no case; two of them would be sent. */
    private static boolean isInTheWay(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals(EVOLUTIONS_TOKEN) || name.equals(SECRET_HEADER.toLowerCase(Locale.ROOT));
    }

    private static Set<String> set(List<String> events) {
        return new HashSet<>(events);
    }
}
