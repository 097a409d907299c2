package groupwatch.kit.evolution;

import groupwatch.kit.evolution.EvolutionException.Kind;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an error answer of Evolution 2.3: its status says little, its sentence more. */
final class Refusal {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 200;

    /** What Baileys and its HTTP client say when the file is not on the servers any more, and what newer versions say. */
    private static final Pattern GONE = Pattern.compile(
            "status code (404|410)|no longer|media .*(expired|not found)|not-found|failed to fetch stream");

    private Refusal() {}

    static EvolutionException of(int status, String body) {
        String said = sentence(body);
        String shown = "Evolution answered " + status + (said.isEmpty() ? "" : ": " + said);
        return new EvolutionException(kind(status, said.toLowerCase(Locale.ROOT)), shown);
    }

    private static Kind kind(int status, String said) {
        if (status == 401 || status == 403) {
            return Kind.KEY_REFUSED;
        }
        if (said.contains("instance does not exist")) {
            return Kind.NO_INSTANCE;
        }
        if (said.contains("message not found")) {
            return Kind.NO_MESSAGE;
        }
        if (said.contains("not of the media type")) {
            return Kind.NO_MEDIA;
        }
        if (status == 410 || GONE.matcher(said).find()) {
            return Kind.GONE;
        }
        return status >= 500 || status == 408 || status == 429 ? Kind.AWAY : Kind.REFUSED;
    }

    /** {@code response.message} is a sentence, a list of them, or a list of lists. */
    private static String sentence(String body) {
        try {
            JsonNode message = JSON.readTree(body).path("response").path("message");
            while (message.isArray() && !message.isEmpty()) {
                message = message.get(0);
            }
            String text = message.isString() ? message.stringValue() : "";
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        } catch (JacksonException e) {
            return "";
        }
    }
}
