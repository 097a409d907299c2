package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an error answer of Evolution: its status says little, its sentence more. */
enum Refusal {
    /** Of all calls. */
    ANY {
        @Override
        @Nullable
        Kind special(int status, String said) {
            return null;
        }
    },
    /** Of the question for a file. */
    OF_FILE {
        @Override
        @Nullable
        Kind special(int status, String said) {
            if (said.contains("message not found")) {
                return Kind.NO_MESSAGE;
            }
            if (said.contains("not of the media type")) {
                return Kind.NO_MEDIA;
            }
            return status == 410 || GONE.matcher(said).find() ? Kind.GONE : null;
        }
    };

    private static final int LONGEST = 160;

    /** What Baileys and its HTTP client say when the file is not on the servers any more, and what newer versions say. */
    private static final Pattern GONE = Pattern.compile(
            "status code (404|410)|no longer|media .*(expired|not found)|not-found|failed to fetch stream");

    private static final Pattern NO_INSTANCE =
            Pattern.compile("instance does not exist|instance \".*\" not found", Pattern.DOTALL);

    /** What never quotes what is in a request or a message: what Evolution says of a request's form, and the status of a server behind it. */
    private static final Pattern HARMLESS = Pattern.compile(
            "^(instance|webhook)[\\w.\\[\\]]* (requires property|is not one of enum values|is not of a type|does not).*|status code \\d{3}");

    /** What only this kind of call is told; null: nothing of the kind. */
    abstract @Nullable Kind special(int status, String said);

    EvolutionException of(int status, String body, @Nullable Duration retryAfter) {
        String sentence = Sentences.ofError(body);
        Kind kind = kind(status, sentence.toLowerCase(Locale.ROOT), body);
        Matcher harmless = HARMLESS.matcher(sentence);
        String shown = harmless.find() ? harmless.group() : "";
        return new EvolutionException(
                kind,
                "Evolution answered " + status + ", "
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (shown.isEmpty() ? "" : ": " + shown.substring(0, Math.min(LONGEST, shown.length()))),
                retryAfter);
    }

    private Kind kind(int status, String said, String body) {
        if (status == 429 || isTooOften(body)) {
            return Kind.TOO_OFTEN;
        }
        if (status == 403 && said.contains("already in use")) {
            return Kind.NAME_TAKEN;
        }
        if (status == 401 || status == 403) {
            return Kind.KEY_REFUSED;
        }
        if (status < 500 && NO_INSTANCE.matcher(said).find()) {
            return Kind.NO_INSTANCE;
        }
        if (status == 503 && body.contains("LICENSE_REQUIRED")) {
            return Kind.UNLICENSED;
        }
        if (isNotConnected(said)) {
            return Kind.NOT_CONNECTED;
        }
        Kind special = special(status, said);
        if (special != null) {
            return special;
        }
        return status >= 500 || status == 408 ? Kind.AWAY : Kind.REFUSED;
    }

    /** WhatsApp's own word. */
    static boolean isTooOften(String said) {
        return said.contains("rate-overlimit");
    }

    static boolean isNotConnected(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return lower.contains("is not connected") || lower.contains("connection closed");
    }
}
