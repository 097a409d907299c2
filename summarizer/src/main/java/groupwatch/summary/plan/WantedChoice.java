package groupwatch.summary.plan;

import groupwatch.kit.api.Fields;
import groupwatch.summary.write.Length;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what somebody chooses for a group. */
final class WantedChoice {

    private static final Set<String> KNOWN =
            Set.of("enabled", "language", "length", "time", "zone", "minMessages", "also");
    private static final int LONGEST_WORD = 100;
    private static final int MOST_TIMES = 12;
    private static final int MOST_MESSAGES = 100_000;

    private WantedChoice() {}

    static Choice read(JsonNode body) {
        Fields fields = new Fields(body, "", KNOWN);
        return new Choice(
                fields.flag("enabled"),
                language(fields.text("language", LONGEST_WORD)),
                length(fields.text("length", LONGEST_WORD)),
                time("time", fields.text("time", LONGEST_WORD)),
                zone(fields.text("zone", LONGEST_WORD)),
                fields.number("minMessages", 1, MOST_MESSAGES),
                fields.has("also") ? times(fields.list("also", MOST_TIMES)) : null);
    }

    private static @Nullable Locale language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        Locale language = Locale.forLanguageTag(tag);
        if (language.getLanguage().isEmpty() || !language.toLanguageTag().equalsIgnoreCase(tag)) {
            throw Fields.bad("language", "must be a language like en or pt-BR");
        }
        return language;
    }

    private static @Nullable Length length(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return List.of(Length.values()).stream()
                .filter(length -> length.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Fields.bad("length", "must be short, normal or long"));
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        if (name == null) {
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Fields.bad("zone", "must be a time zone like America/Sao_Paulo or UTC");
        }
        return ZoneId.of(name);
    }

    private static List<LocalTime> times(List<JsonNode> values) {
        return values.stream()
                .map(value -> Fields.text(value, "also", LONGEST_WORD))
                .map(text -> parsed("also", text))
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable LocalTime time(String field, @Nullable String text) {
        return text == null ? null : parsed(field, text);
    }

    private static LocalTime parsed(String field, String text) {
        try {
            if (text.length() == "00:00".length()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeParseException error) {
            // answered below, like any other text
        }
        throw Fields.bad(field, "must be a time of day like 02:00");
    }
}
