package groupwatch.store.query;

import groupwatch.kit.problem.ProblemException;
import groupwatch.store.api.Parameters;
import groupwatch.store.retention.RetentionDays;
import groupwatch.store.search.words.Language;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * What is to be changed of a group: each part is absent when it stays as it is, and empty when it is taken away.
 *
 * @param language ISO 639-1; empty: none
 * @param retentionDays empty: as the suite
 */
record GroupPatch(
        @Nullable Boolean monitored,
        @Nullable Optional<String> language,
        @Nullable Optional<RetentionDays> retentionDays) {

    private static final String MONITORED = "monitored";
    private static final String LANGUAGE = "language";
    private static final String RETENTION_DAYS = "retentionDays";
    private static final Set<String> FIELDS = Set.of(MONITORED, LANGUAGE, RETENTION_DAYS);

    /** Reads the body; 400 names the field that is unknown or wrong. */
    static GroupPatch of(JsonNode body) {
        if (!body.isObject() || body.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-body",
                    "The body must be a JSON object with some of "
                            + FIELDS.stream().sorted().toList() + ".");
        }
        body.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(GroupPatch::refuse);
        return new GroupPatch(
                body.has(MONITORED) ? monitored(body.path(MONITORED)) : null,
                body.has(LANGUAGE) ? language(body.path(LANGUAGE)) : null,
                body.has(RETENTION_DAYS) ? Optional.ofNullable(RetentionDays.of(body.path(RETENTION_DAYS))) : null);
    }

    boolean changesOptions() {
        return language != null || retentionDays != null;
    }

    private static boolean monitored(JsonNode json) {
        if (!json.isBoolean()) {
            throw Parameters.bad(MONITORED, "must be true or false");
        }
        return json.booleanValue();
    }

    private static Optional<String> language(JsonNode json) {
        if (json.isNull()) {
            return Optional.empty();
        }
        if (!json.isString() || !Language.codes().contains(json.stringValue())) {
            throw Parameters.bad(
                    LANGUAGE,
                    "must be null or one of "
                            + Language.codes().stream().sorted().toList());
        }
        return Optional.of(json.stringValue());
    }

    private static void refuse(String name) {
        String shown = name.length() > 100 ? name.substring(0, 100) : name;
        throw Parameters.bad(shown, "is not a field of a group that can be changed");
    }
}
