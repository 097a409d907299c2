package groupwatch.store.testing;

import groupwatch.events.EventCodec;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects, written down in the order of their fields. */
final class Json {

    private Json() {}

    /** @param fields name, value, name, value…; null values are written */
    static Map<String, Object> object(Object... fields) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            object.put((String) fields[i], fields[i + 1]);
        }
        return object;
    }

    static byte[] bytes(Map<String, Object> object) {
        return EventCodec.mapper().writeValueAsBytes(object);
    }
}
