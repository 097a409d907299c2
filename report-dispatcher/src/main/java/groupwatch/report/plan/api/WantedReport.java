package groupwatch.report.plan.api;

import groupwatch.kit.api.Fields;
import groupwatch.report.plan.Languages;
import groupwatch.report.plan.PlanSettings;
import groupwatch.report.plan.ReportType;
import groupwatch.report.plan.Wanted;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what somebody wants as a report; what is wrong is answered with 400 naming the field. */
final class WantedReport {

    private static final Set<String> KNOWN = Set.of(
            "name",
            "type",
            "schedule",
            "time",
            "day",
            "cron",
            "zone",
            "recipients",
            "groups",
            "searches",
            "language",
            "statistics",
            "active");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 100;

    private WantedReport() {}

    static Wanted read(JsonNode body, PlanSettings settings) {
        Fields fields = new Fields(OlderNames.today(body), "", KNOWN);
        ReportType type = type(fields.required("type", LONGEST_WORD));
        return new Wanted(
                PlainName.check("name", fields.required("name", LONGEST_NAME)),
                type,
                WantedSchedule.read(fields),
                zone(fields.text("zone", LONGEST_WORD), settings),
                WantedLists.recipients(fields),
                WantedLists.groups(fields),
                WantedLists.searches(fields, type),
                language(fields.text("language", LONGEST_WORD), settings),
                Objects.requireNonNullElse(fields.flag("statistics"), true),
                Objects.requireNonNullElse(fields.flag("active"), true));
    }

    private static ReportType type(String word) {
        return Stream.of(ReportType.values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Fields.bad(
                        "type",
                        "must be one of "
                                + Stream.of(ReportType.values())
                                        .map(ReportType::word)
                                        .collect(Collectors.joining(", "))));
    }

    private static ZoneId zone(@Nullable String name, PlanSettings settings) {
        if (name == null) {
            return settings.usualZone();
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Fields.bad("zone", "must be a time zone like America/Sao_Paulo or UTC");
        }
        return ZoneId.of(name);
    }

    private static Locale language(@Nullable String tag, PlanSettings settings) {
        if (tag == null) {
            return settings.language();
        }
        Locale language = Locale.forLanguageTag(tag);
        if (!Languages.SPOKEN.contains(language.getLanguage())
                || !language.toLanguageTag().equalsIgnoreCase(tag)) {
            throw Fields.bad("language", "must be one of " + String.join(", ", Languages.SPOKEN) + ", also as pt-BR");
        }
        return language;
    }
}
