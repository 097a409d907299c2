package groupwatch.events.evolution;

import groupwatch.events.EventCodec;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Takes a webhook apart that is too large to be held: webhooks with the same envelope and some of the items each, made while it is
 * read. What comes after {@code data} belongs to the envelope too, so the body is read twice. Blocks as its streams do.
 */
public final class WebhookPortions implements Iterator<WebhookPortions.Portion> {

    private static final String DATA = "data";
    private static final JsonMapper MAPPER = EventCodec.mapper()
            .rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonParser parser;
    private final ObjectNode envelope;
    private final int enough;
    private final int most;
    private final boolean array;
    private int number;

    /**
     * A webhook with some of the items.
     *
     * @param first number of the first of them in the whole, from 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Portion(byte[] body, int first) {}

    private WebhookPortions(InputStream body, ObjectNode envelope, int enough, int most) {
        this.parser = MAPPER.createParser(body);
        this.envelope = envelope;
        this.enough = enough;
        this.most = most;
        JsonToken value = toData();
        this.array = value == JsonToken.START_ARRAY;
        if (array) {
            parser.nextToken();
        }
    }

    /**
     * The webhook without its {@code data}.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON
     */
    public static ObjectNode envelope(InputStream body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            ObjectNode envelope = MAPPER.createObjectNode();
            begin(parser);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(DATA)) {
                    parser.skipChildren();
                } else {
                    envelope.set(name, MAPPER.readTree(parser));
                }
            }
            return envelope;
        }
    }

    /**
     * The same body from its beginning.
     *
     * @param enough bytes of items after which a portion ends
     * @param most bytes of one item
     * @throws tools.jackson.core.JacksonException also when iterating: it is no JSON, or an item is too large
     */
    public static WebhookPortions of(InputStream body, ObjectNode envelope, int enough, int most) {
        return new WebhookPortions(body, envelope, enough, most);
    }

    @Override
    public boolean hasNext() {
        JsonToken at = parser.currentToken();
        return at != null && at != JsonToken.END_ARRAY;
    }

    @Override
    public Portion next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int first = number;
        return new Portion(array ? items() : single(), first);
    }

    private byte[] single() {
        byte[] whole = MAPPER.writeValueAsBytes(envelope.deepCopy().putRawValue(DATA, raw(copied())));
        while (parser.nextToken() != null) {
            // to the end, where nothing follows
        }
        return whole;
    }

    private byte[] items() {
        List<String> items = new ArrayList<>();
        int size = 0;
        while (size < enough && hasNext()) {
            String item = copied();
            items.add(item);
            size += item.length();
            number++;
            parser.nextToken();
        }
        return MAPPER.writeValueAsBytes(
                envelope.deepCopy().putRawValue(DATA, raw("[" + String.join(",", items) + "]")));
    }

    private static RawValue raw(String json) {
        return new RawValue(json);
    }

    /** The value here; the parser stands at its end. */
    private String copied() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = MAPPER.createGenerator(new Limited(out, most))) {
            generator.copyCurrentStructure(parser);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private @Nullable JsonToken toData() {
        begin(parser);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(DATA);
            JsonToken value = parser.nextToken();
            if (found) {
                return value;
            }
            parser.skipChildren();
        }
        parser.nextToken();
        return null;
    }

    private static void begin(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new StreamReadException(parser, "no webhook");
        }
    }

    /** Takes no more than it may. */
    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream out;
        private final int most;

        Limited(ByteArrayOutputStream out, int most) {
            this.out = out;
            this.most = most;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (out.size() + length > most) {
                throw new StreamReadException("an item of more than " + most + " bytes");
            }
            out.write(bytes, from, length);
        }
    }
}
