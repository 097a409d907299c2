package groupwatch.events.evolution;

import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.UnknownObservation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Reads an Evolution API 2.3 webhook body. Never throws: what cannot be understood is an {@link UnknownObservation},
 * beside whatever else of the body can be. Stateless: the same body always reads the same.
 *
 * <p>The event's name decides which reader of this package reads {@code data}; the content of a message is read by
 * {@link groupwatch.events.evolution.content.MessageContents}.
 */
public final class EvolutionReader {

    /** Bodies are limited by who receives them; a single text of one (a base64 file) may fill it. */
    private static final int LONGEST_TEXT = 64 * 1024 * 1024;
    /** As deep as Jackson also writes again. */
    private static final int DEEPEST = 1_000;
    /** Of bytes that are no JSON: enough to recognise them. */
    private static final int KEPT = 4_096;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    public Observed read(byte[] body) {
        JsonNode root;
        try {
            root = mapper.readTree(body);
        } catch (JacksonException e) {
            return unreadable("no JSON: " + e.getOriginalMessage(), body);
        }
        return root.isObject() ? read(root) : unreadable("no webhook", body);
    }

    /** @param webhook an object */
    static Observed read(JsonNode webhook) {
        return read(Envelope.of(webhook));
    }

    private static Observed read(Envelope envelope) {
        List<Observation> observations;
        try {
            observations = Events.reader(envelope.event()).read(envelope);
        } catch (RuntimeException e) {
            observations =
                    Envelope.unknown(envelope.event() + ": " + e.getClass().getSimpleName(), envelope.data());
        }
        List<Observation> all = new ArrayList<>(observations);
        all.addAll(IdentityLinks.in(observations));
        return new Observed(
                envelope.event(),
                envelope.instance(),
                envelope.account(),
                envelope.emittedAt(),
                List.copyOf(new LinkedHashSet<>(all)));
    }

    private static Observed unreadable(String what, byte[] body) {
        String beginning = new String(body, 0, Math.min(body.length, KEPT), StandardCharsets.UTF_8);
        return new Observed("", null, null, null, Envelope.unknown(what, StringNode.valueOf(beginning)));
    }
}
