package groupwatch.events.evolution;

import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Looks through an Evolution webhook body once, without building a tree, for what is needed to put it on a topic: event,
 * instance, chat. API keys, wherever they are, are blanked on the way. What the body means is {@link EvolutionReader}'s
 * work; a body of any size costs no more than itself and a copy.
 *
 * <p>The JSON is held to RFC 8259. Bytes that are not UTF-8 are first made so (byte order marks, UTF-16, stray Latin-1
 * bytes as U+FFFD), because such a body is still a message that somebody wrote. Nesting deeper than 500 is refused.
 */
public final class WebhookScan {

    /** Real events reach 30 characters, real instance names and JIDs less than 100. Longer ones are no names but an attack. */
    private static final int LONGEST_NAME = 255;

    // a body's own size is limited where it is received; interned or counted names would let a sender fill our memory
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .build();

    /** For a body that is read as a stream: of such a size no name or address may be. */
    private static final JsonFactory LARGE_JSON = JSON.rebuild()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(64 * 1024).build())
            .build();

    /** The bytes, when they are at hand. */
    private final byte[] body;

    private final WebhookScanSplices splices = new WebhookScanSplices();
    private final WebhookScanChats chats = new WebhookScanChats();
    private @Nullable String event;
    private boolean eventIsNoString;
    private boolean isEmpty = true;
    private @Nullable String instance;

    private WebhookScan(byte[] body) {
        this.body = body;
    }

    /**
     * @param body the bytes as received; not changed
     * @param eventInPath the event that the path names ({@code messages-upsert}), for a body that names none
     */
    public static WebhookScanResult of(byte[] body, @Nullable String eventInPath) {
        byte[] text = WebhookScanText.utf8(body);
        WebhookScanResult result = new WebhookScan(text).read(eventInPath);
        if (result instanceof WebhookScanResult.NotWebhook nothing
                && nothing.reason() == WebhookScanResult.Reason.NOT_JSON) {
            byte[] repaired = WebhookScanText.repaired(text);
            return repaired == text ? result : new WebhookScan(repaired).read(eventInPath);
        }
        return result;
    }

    /**
     * The same for a body too large to be held, out of which {@link WebhookLift} has taken the keys; it must name its event itself. Reads to the end, and blocks
     * while the stream does.
     *
     * @return without bytes
     */
    public static WebhookScanResult of(InputStream body) {
        return new WebhookScan(new byte[0]).read(LARGE_JSON.createParser(ObjectReadContext.empty(), body), null);
    }

    private WebhookScanResult read(@Nullable String eventInPath) {
        return read(JSON.createParser(ObjectReadContext.empty(), body), eventInPath);
    }

    private WebhookScanResult read(JsonParser open, @Nullable String eventInPath) {
        try (JsonParser parser = open) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return notWebhook(WebhookScanResult.Reason.NOT_JSON, "The body is empty.");
            }
            // to its end, whatever it is: what breaks later is no JSON at all, and may hold keys
            int closingBrace = readToEnd(parser, first.isScalarValue());
            if (first != JsonToken.START_OBJECT) {
                return notWebhook(WebhookScanResult.Reason.NOT_OBJECT, "The JSON is no object.");
            }
            return verdict(eventInPath, closingBrace);
        } catch (UnexpectedEndOfInputException e) {
            return notWebhook(
                    WebhookScanResult.Reason.NOT_JSON,
                    "The JSON ends at byte " + body.length + ", before it is complete.");
        } catch (StreamConstraintsException e) {
            return notWebhook(
                    WebhookScanResult.Reason.NOT_JSON,
                    "The JSON is nested too deeply or a name or number is too long.");
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            return notWebhook(WebhookScanResult.Reason.NOT_JSON, "The body is not JSON: see byte " + byteOf(e) + ".");
        }
    }

    /** @return where the closing brace is; anything behind it is an error */
    private int readToEnd(JsonParser parser, boolean complete) {
        int closingBrace = complete ? 1 : 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME) {
                readMember(parser, parser.currentName());
            } else if (closingBrace > 0) {
                throw new StreamReadException(parser, "text behind the JSON", parser.currentTokenLocation());
            } else if (parser.streamReadContext().inRoot()) {
                closingBrace = (int) parser.currentTokenLocation().getByteOffset();
            }
        }
        return closingBrace;
    }

    private void readMember(JsonParser parser, String name) {
        isEmpty = false;
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_STRING) {
            if (holdsKey(name)) {
                blank(parser);
            } else if (parser.streamReadContext().getNestingDepth() == 1) {
                readEnvelope(parser, name);
            } else {
                chats.see(parser, name);
            }
        } else if (name.equals("event") && isEnvelope(parser, value)) {
            eventIsNoString = true;
        }
    }

    /** Whether the member just read, whose value may have opened an object or array, is one of the outermost object. */
    private static boolean isEnvelope(JsonParser parser, JsonToken value) {
        int depth = parser.streamReadContext().getNestingDepth();
        return depth == (value.isStructStart() ? 2 : 1);
    }

    private void readEnvelope(JsonParser parser, String name) {
        switch (name) {
            case "event" -> event = parser.getString().strip();
            case "instance" -> instance = parser.getString().strip();
            default -> {
                // everything else is of no matter for the way it takes
            }
        }
    }

    private void blank(JsonParser parser) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.finishToken();
        if (body.length > 0) {
            splices.replace(start, (int) parser.currentLocation().getByteOffset(), "\"\"");
        }
    }

    static boolean holdsKey(String name) {
        return switch (name.length()) {
            case 6 -> name.equalsIgnoreCase("apikey");
            case 7 -> name.equalsIgnoreCase("api_key") || name.equalsIgnoreCase("api-key");
            default -> false;
        };
    }

    private WebhookScanResult verdict(@Nullable String eventInPath, int closingBrace) {
        if (eventIsNoString) {
            return notWebhook(WebhookScanResult.Reason.NO_EVENT, "\"event\" is no string.");
        }
        if (event == null || event.isEmpty()) {
            event = eventInPath == null ? "" : WebhookScanEvents.fromPath(eventInPath);
            if (event.isEmpty() || isEmpty) {
                return notWebhook(WebhookScanResult.Reason.NO_EVENT, "There is no \"event\".");
            }
            // downstream reads the body alone: what only the path said must be in it; the last of two members counts
            splices.replace(closingBrace, closingBrace, ",\"event\":\"" + event + "\"");
        }
        if (event.length() > LONGEST_NAME || tooLong(instance)) {
            return notWebhook(
                    WebhookScanResult.Reason.NO_EVENT,
                    "\"event\" or \"instance\" is longer than " + LONGEST_NAME + " characters.");
        }
        String name = event.toLowerCase(Locale.ROOT).replace('_', '.');
        // Evolution's own error reports come from the server, not from an instance
        if ((instance == null || instance.isEmpty()) && !name.equals("error")) {
            return notWebhook(WebhookScanResult.Reason.NO_INSTANCE, "There is no \"instance\".");
        }
        String source = instance == null || instance.isEmpty() ? null : instance;
        String chat = tooLong(chats.first()) ? null : chats.first();
        return new WebhookScanResult.Webhook(name, source, chat, chats.many(), splices.apply(body));
    }

    private static boolean tooLong(@Nullable String name) {
        return name != null && name.length() > LONGEST_NAME;
    }

    private WebhookScanResult notWebhook(WebhookScanResult.Reason reason, String detail) {
        byte[] kept = WebhookScanText.withoutKeys(splices.apply(body));
        return new WebhookScanResult.NotWebhook(reason, detail, kept);
    }

    private static long byteOf(JacksonException error) {
        return error.getLocation() == null ? 0 : Math.max(0, error.getLocation().getByteOffset());
    }
}
