package groupwatch.simulator.rest;

import groupwatch.simulator.wire.Json;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** An error in one of Evolution's shapes: the message is a text, a list of texts, or a list of lists. */
final class EvolutionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode message;

    private EvolutionException(int status, JsonNode message) {
        super(message.toString());
        this.status = status;
        this.message = message;
    }

    static EvolutionException unauthorized() {
        return new EvolutionException(401, StringNode.valueOf("Unauthorized"));
    }

    static EvolutionException forbidden(String message) {
        return new EvolutionException(403, Json.array().add(message));
    }

    static EvolutionException notFound(String... messages) {
        return new EvolutionException(404, Json.strings(List.of(messages)));
    }

    static EvolutionException badRequest(String message) {
        return new EvolutionException(400, Json.array().add(message));
    }

    static EvolutionException badRequest(JsonNode item) {
        return new EvolutionException(400, Json.array().add(item));
    }

    static EvolutionException invalid(List<String> problems) {
        return new EvolutionException(400, Json.array().add(Json.strings(problems)));
    }

    static EvolutionException failed(List<String> messages) {
        return new EvolutionException(500, Json.strings(messages));
    }

    static EvolutionException unexpected(String message) {
        return new EvolutionException(500, StringNode.valueOf(message));
    }

    /** What was asked for by a fault, in the shape in which Evolution says it. */
    static EvolutionException fault(int status, Asked asked) {
        return switch (status) {
            case 401 -> unauthorized();
            case 404 ->
                notFound(
                        asked.instance() == null
                                ? "Cannot find " + asked.path()
                                : "The \"" + asked.instance() + "\" instance does not exist");
            case 429 ->
                new EvolutionException(
                        status,
                        asked.path().startsWith("/group/")
                                ? Json.strings(List.of("Error fetching group", "Error: rate-overlimit"))
                                : Json.array().add("rate-overlimit"));
            case 503 -> new EvolutionException(status, Json.array().add("Service Unavailable"));
            default -> unexpected("Internal server error");
        };
    }

    /** How 2.4 refuses is not recorded: only its status and the word are known. */
    static EvolutionException unlicensed() {
        return new EvolutionException(503, Json.array().add("LICENSE_REQUIRED"));
    }

    int status() {
        return status;
    }

    ObjectNode json() {
        var known = HttpStatus.resolve(status);
        var json = Json.object().put("status", status).put("error", known == null ? "Error" : known.getReasonPhrase());
        json.putObject("response").set("message", message);
        return json;
    }
}
