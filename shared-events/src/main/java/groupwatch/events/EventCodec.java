package groupwatch.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published events to JSON and back: UTF-8, times as RFC 3339 in UTC, nothing written for what is unknown or empty.
 * Reading ignores unknown fields and reads unknown words of a vocabulary as its word for "unknown".
 */
public final class EventCodec {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    List.class,
                    override -> override.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .build();

    private EventCodec() {}

    public static byte[] write(PublishedEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** @throws UnreadableEventException when the bytes are not one of the known events */
    public static PublishedEvent read(byte[] json) {
        try {
            return MAPPER.readValue(json, PublishedEvent.class);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnreadableEventException("no event of this version: " + e.getMessage(), e);
        }
    }

    /** The mapper itself, for parts of events (a stored content, one message in an API answer). */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
