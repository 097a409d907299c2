package groupwatch.events.evolution;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes the file out of a webhook while the body is still coming in: the base64 at {@code data.message.base64} (CONTRACT §1.4) is decoded and
 * given out as it comes, and {@code claim:<key>} stands in its place. The rest is held as long as it is small enough for a record, and
 * given out too from there on. API keys are blanked on the way, because what is given out is written before the end is known.
 *
 * <p>This understands just enough JSON to know where it is. What it does not take for JSON it leaves alone, for {@link WebhookScan} to judge;
 * on the rest of a webhook that finds the same as it would have found on the whole.
 */
public final class WebhookLift {

    /** A string that is no base64 shows it in its first characters; until then nothing has been given out. */
    private static final int DOUBTFUL = 1024;

    private static final int DEEPEST = 500;
    private static final byte[] NAME = "\"base64\"".getBytes(StandardCharsets.US_ASCII);

    /** {@code data} is an array, and this is between its items. */
    private static final int IN_ARRAY = -2;

    /** In place of a claim that is none of ours. */
    private static final byte[] NOTHING = {'"', '"'};

    private enum Place {
        /** between strings */
        STRUCTURE,
        /** in a string that stays */
        TEXT,
        /** in an API key */
        SECRET,
        /** in the file */
        FILE,
        /** in what is no JSON */
        UNKNOWN
    }

    private enum Last {
        NOTHING,
        OPENING,
        NAME,
        COLON,
        COMMA,
        SCALAR,
        VALUE
    }

    private final String claim;
    private final WebhookLiftRest rest;
    private final BitSet arrays = new BitSet();
    private final WebhookLiftName name = new WebhookLiftName();
    private Base64Text file = new Base64Text();
    private final WebhookLiftEscape escape = new WebhookLiftEscape();

    /** The string as it came, while it may yet turn out to be no file. */
    private @Nullable ByteArrayOutputStream doubtful;

    private Place place = Place.STRUCTURE;
    private Last last = Last.NOTHING;
    private int depth;
    private int dataDepth;
    private int messageDepth;
    private boolean inName;
    private boolean lifted;

    /**
     * @param key where the file will be in the object store; plain ASCII
     * @param limit bytes of the rest to hold at most
     */
    public WebhookLift(String key, int limit) {
        this.claim = "\"claim:" + key + "\"";
        this.rest = new WebhookLiftRest(limit);
    }

    /** Whether a body might have a file in it: if not, there is nothing to lift. */
    public static boolean mayHaveFile(byte[] body) {
        for (int at = 0; at <= body.length - NAME.length; at++) {
            if (body[at] == '"' && startsName(body, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsName(byte[] body, int from) {
        for (int at = 1; at < NAME.length; at++) {
            if (body[from + at] != NAME[at]) {
                return false;
            }
        }
        return true;
    }

    /** The next bytes of the body, which from now on belong to this. */
    public Given take(byte[] bytes) {
        for (int at = 0; at < bytes.length; ) {
            at = switch (place) {
                case STRUCTURE -> structure(bytes, at);
                case TEXT -> text(bytes, at);
                case SECRET -> secret(bytes, at);
                case FILE -> file(bytes, at);
                case UNKNOWN -> rest.write(bytes, at, bytes.length);
            };
        }
        return new Given(doubtful == null ? file.drain() : new byte[0], rest.drain());
    }

    /** When the body has ended. */
    public Given end() {
        if (place == Place.FILE && doubtful != null) {
            rest.write(doubtful.toByteArray());
        }
        return new Given(new byte[0], rest.drain());
    }

    /** Whether a file was taken out. */
    public boolean hasLifted() {
        return lifted;
    }

    /** Bytes of the file so far. */
    public long fileSize() {
        return lifted ? file.size() : 0;
    }

    /** Bytes of the rest that are held now. */
    public int heldSize() {
        return rest.heldSize();
    }

    /** Whether the rest became too large to be held, and was given out. */
    public boolean isRestGiven() {
        return rest.isGiven();
    }

    /** Whether this is no JSON, so that keys may have been missed. */
    public boolean isUnknown() {
        return place == Place.UNKNOWN;
    }

    /** The rest, when it was not given out. */
    public byte[] held() {
        return rest.held();
    }

    private int structure(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            byte found = bytes[at];
            if (found == '"') {
                return beginString(bytes, from, at);
            }
            if (!isOrderly(found)) {
                place = Place.UNKNOWN;
                return rest.write(bytes, from, at + 1);
            }
        }
        return rest.write(bytes, from, bytes.length);
    }

    private boolean isOrderly(byte found) {
        return switch (found) {
            case ' ', '\t', '\r', '\n' -> {
                last = last == Last.SCALAR ? Last.VALUE : last;
                yield true;
            }
            case '{', '[' -> mayBeValue() && open(found == '[');
            case '}', ']' -> close(found == ']');
            case ':' -> follows(Last.NAME, Last.COLON);
            case ',' -> depth > 0 && (follows(Last.VALUE, Last.COMMA) || follows(Last.SCALAR, Last.COMMA));
            default -> isScalar(found) && (last == Last.SCALAR || mayBeValue()) && become(Last.SCALAR);
        };
    }

    private boolean follows(Last before, Last now) {
        return last == before && become(now);
    }

    private boolean become(Last now) {
        last = now;
        return true;
    }

    /** Numbers, {@code true}, {@code false}, {@code null}; no API key has a name of these letters. */
    private static boolean isScalar(byte found) {
        return found >= '0' && found <= '9' || "+-.Eaeflnrstu".indexOf(found) >= 0;
    }

    private boolean mayBeValue() {
        return switch (last) {
            case NOTHING, COLON -> true;
            case OPENING, COMMA -> arrays.get(depth);
            case NAME, SCALAR, VALUE -> false;
        };
    }

    private boolean open(boolean array) {
        depth++;
        arrays.set(depth, array);
        if (!array) {
            if (depth == 3 && dataDepth == IN_ARRAY || isData()) {
                dataDepth = depth;
            } else if (depth - 1 == dataDepth && name.is("message")) {
                messageDepth = depth;
            }
        } else if (isData()) {
            dataDepth = IN_ARRAY;
        }
        last = Last.OPENING;
        return depth <= DEEPEST;
    }

    private boolean isData() {
        return depth == 2 && !arrays.get(1) && name.is("data");
    }

    private boolean close(boolean array) {
        if (depth == 0 || arrays.get(depth) != array || last == Last.COMMA || last == Last.COLON || last == Last.NAME) {
            return false;
        }
        messageDepth = messageDepth == depth ? 0 : messageDepth;
        if (depth == dataDepth) {
            dataDepth = depth == 3 ? IN_ARRAY : 0;
        } else if (depth == 2) {
            dataDepth = 0;
        }
        depth--;
        last = Last.VALUE;
        return true;
    }

    private int beginString(byte[] bytes, int from, int at) {
        boolean isName = !arrays.get(depth) && depth > 0 && (last == Last.OPENING || last == Last.COMMA);
        if (!isName && !mayBeValue()) {
            place = Place.UNKNOWN;
            return rest.write(bytes, from, at + 1);
        }
        boolean isMember = !isName && last == Last.COLON;
        inName = isName;
        if (isMember && name.isOfKey()) {
            place = Place.SECRET;
            return rest.write(bytes, from, at) + 1;
        }
        if (isMember && !lifted && messageDepth > 0 && depth == messageDepth && name.is("base64")) {
            place = Place.FILE;
            file = new Base64Text();
            doubtful = new ByteArrayOutputStream();
            doubtful.write('"');
            return rest.write(bytes, from, at) + 1;
        }
        if (isName) {
            name.begin();
        }
        place = Place.TEXT;
        return rest.write(bytes, from, at + 1);
    }

    private int text(byte[] bytes, int from) {
        int end = endOfString(bytes, from);
        if (inName) {
            name.add(bytes, from, place == Place.TEXT ? end : end - 1);
        }
        if (place == Place.STRUCTURE) {
            last = inName ? Last.NAME : Last.VALUE;
        }
        return rest.write(bytes, from, end);
    }

    private int secret(byte[] bytes, int from) {
        int end = endOfString(bytes, from);
        if (place == Place.STRUCTURE) {
            last = Last.VALUE;
            rest.write(NOTHING);
        }
        return end;
    }

    /** @return behind the closing quote, or the end of what has come */
    private int endOfString(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (escape.isOpen()) {
                escape.take(bytes[at]);
            } else if (bytes[at] == '\\') {
                escape.open();
            } else if (bytes[at] == '"') {
                place = Place.STRUCTURE;
                return at + 1;
            }
        }
        return bytes.length;
    }

    private int file(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length) {
            if (escape.isOpen()) {
                int character = escape.take(bytes[at++]);
                if (character >= 0) {
                    file.take(character);
                }
            } else if (bytes[at] == '\\') {
                escape.open();
                at++;
            } else if (bytes[at] == '"') {
                endFile(bytes, from, at + 1);
                return at + 1;
            } else {
                at = file.takeAll(bytes, at);
            }
        }
        if (doubtful != null) {
            doubtful.write(bytes, from, at - from);
            decide(doubtful);
        }
        return at;
    }

    private void decide(ByteArrayOutputStream string) {
        if (string.size() <= DOUBTFUL) {
            return;
        }
        if (isNoFile()) {
            keep(string.toByteArray());
            place = Place.TEXT;
        } else {
            lifted = true;
            doubtful = null;
        }
    }

    private boolean isNoFile() {
        return file.isBroken() || file.size() == 0;
    }

    private void keep(byte[] string) {
        rest.write(string);
        file = new Base64Text();
        doubtful = null;
        inName = false;
    }

    private void endFile(byte[] bytes, int from, int to) {
        file.end();
        if (doubtful != null && isNoFile()) {
            doubtful.write(bytes, from, to - from);
            byte[] string = doubtful.toByteArray();
            keep(WebhookLiftName.saysClaim(string) ? NOTHING : string);
        } else {
            doubtful = null;
            lifted = true;
            rest.write(claim.getBytes(StandardCharsets.US_ASCII));
        }
        place = Place.STRUCTURE;
        last = Last.VALUE;
    }

    /**
     * What can be written by now.
     *
     * @param file the next bytes of the file, decoded; often none
     * @param rest the next bytes of the rest; none as long as it is held
     */
    public record Given(byte[] file, byte[] rest) {}
}
