package groupwatch.watchdog.link;

import groupwatch.events.link.Link;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which fields of a link changed, as they are called in JSON. When the last event came is told along, and is no change by itself. */
final class Changes {

    private Changes() {}

    static Set<String> between(@Nullable Link before, Link after) {
        Map<String, @Nullable Object> now = fields(after);
        if (before == null) {
            Set<String> told = new TreeSet<>();
            now.forEach((name, value) -> {
                if (value != null) {
                    told.add(name);
                }
            });
            return told;
        }
        Map<String, @Nullable Object> then = fields(before);
        Set<String> changed = new TreeSet<>();
        now.forEach((name, value) -> {
            if (!Objects.equals(value, then.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static Map<String, @Nullable Object> fields(Link link) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("status", link.status());
        fields.put("since", link.since());
        fields.put("cause", link.cause());
        fields.put("explanation", link.explanation());
        fields.put("advice", link.advice());
        fields.put("phone", link.phone());
        fields.put("profileName", link.profileName());
        fields.put("evolutionVersion", link.evolutionVersion());
        fields.put("warnings", link.warnings().isEmpty() ? null : link.warnings());
        fields.put("outage", link.outage());
        return fields;
    }
}
