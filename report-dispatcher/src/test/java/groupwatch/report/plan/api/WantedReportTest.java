package groupwatch.report.plan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import groupwatch.events.EventCodec;
import groupwatch.kit.problem.ProblemException;
import groupwatch.report.plan.PlanSettings;
import groupwatch.report.plan.Wanted;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WantedReportTest {

    private static final PlanSettings SETTINGS = new PlanSettings(ZoneId.of("Asia/Tokyo"), Locale.GERMAN, 10);
    private static final Map<String, String> SEARCH = Map.of("name", "Boiler", "query", "boiler");

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void whatIsWrongIsRefusedByName(String field, Map<String, Object> body) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> read(body));
        assertThat(problem).isNotNull();
        assertThat(problem.body()).containsEntry("status", 400).containsEntry("parameter", field);
        assertThat(problem.detail()).startsWith(field);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("name", daily("name", null)),
                arguments("name", daily("name", "x".repeat(201))),
                arguments("name", daily("name", "Morning\r\nBcc: eve@example.com")),
                arguments("name", daily("name", "Morn\u2028ing")),
                arguments("name", daily("name", "gninroM \u202Eevil")),
                arguments("name", daily("name", 7)),
                arguments("type", daily("type", null)),
                arguments("type", daily("type", "hourly_summary")),
                arguments("schedule", daily("schedule", null)),
                arguments("schedule", daily("schedule", "yearly")),
                arguments("time", daily("time", null)),
                arguments("time", daily("time", "8:00")),
                arguments("time", daily("time", "24:00")),
                arguments("time", daily("time", "08:00:30")),
                arguments("day", daily("day", 1)),
                arguments("cron", daily("cron", "0 8 * * *")),
                arguments("day", daily("schedule", "weekly")),
                arguments("day", daily("schedule", "weekly", "day", 0)),
                arguments("day", daily("schedule", "weekly", "day", 8)),
                arguments("day", daily("schedule", "weekly", "day", "1")),
                arguments("day", daily("schedule", "monthly", "day", 32)),
                arguments("cron", daily("schedule", "cron", "time", null)),
                arguments("cron", daily("schedule", "cron", "time", null, "cron", "0 8 30 2 *")),
                arguments("cron", daily("schedule", "cron", "time", null, "cron", "* * * * *")),
                arguments("cron", daily("schedule", "cron", "time", null, "cron", "@daily")),
                arguments("time", daily("schedule", "cron", "cron", "0 8 * * *")),
                arguments("zone", daily("zone", "Mars/Olympus")),
                arguments("zone", daily("zone", "+02:00")),
                arguments("recipients", daily("recipients", null)),
                arguments("recipients", daily("recipients", List.of())),
                arguments("recipients", daily("recipients", " , ")),
                arguments("recipients", daily("recipients", Collections.nCopies(101, "ana@example.com"))),
                arguments("recipients[1]", daily("recipients", List.of("ana@example.com", "Bob <bob@example.com>"))),
                arguments("recipients[0]", daily("recipients", List.of("ana@example.com\r\nBcc: eve@example.com"))),
                arguments("recipients[0]", daily("recipients", List.of(7))),
                arguments("email", daily("email", "ana@example.com")),
                arguments("groups", daily("groups", 7)),
                arguments("groups", daily("groups", Collections.nCopies(501, "120363000000000101@g.us"))),
                arguments("groups[0]", daily("groups", List.of("15550001@s.whatsapp.net"))),
                arguments("searches", daily("searches", List.of(SEARCH))),
                arguments("searches", daily("type", "keyword_alert")),
                arguments("searches", daily("type", "keyword_alert", "searches", Collections.nCopies(21, SEARCH))),
                arguments(
                        "searches[0].query", daily("type", "keyword_alert", "searches", List.of(Map.of("name", "x")))),
                arguments(
                        "searches[1].name",
                        daily("type", "keyword_alert", "searches", List.of(SEARCH, Map.of("query", "x")))),
                arguments(
                        "searches[0].scope",
                        daily(
                                "type",
                                "keyword_alert",
                                "searches",
                                List.of(Map.of("name", "x", "query", "x", "scope", "x")))),
                arguments("searches[0]", daily("type", "keyword_alert", "searches", List.of("boiler"))),
                arguments("language", daily("language", "fr")),
                arguments("language", daily("language", "pt_BR")),
                arguments("statistics", daily("statistics", "yes")),
                arguments("active", daily("active", 1)),
                arguments("is_active", daily("active", true, "is_active", false)),
                arguments("nextRunAt", daily("nextRunAt", "2026-01-01T00:00:00Z")));
    }

    @Test
    void whatIsNotSaidIsAsTheSettingsSay() {
        Wanted wanted = read(daily());
        assertThat(wanted.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(wanted.language()).isEqualTo(Locale.GERMAN);
        assertThat(wanted.statistics() && wanted.active()).isTrue();
    }

    @Test
    void namesMayHaveAnythingThatCanBeReadInOneLine() {
        String name = "Família 👩‍👧 — آخر الأخبار <b> \"x\" {0}";
        assertThat(read(daily("name", name)).name()).isEqualTo(name);
    }

    @Test
    void regionalFormsOfLanguagesAreKept() {
        assertThat(read(daily("language", "pt-BR")).language()).isEqualTo(Locale.forLanguageTag("pt-BR"));
    }

    private static Wanted read(Object body) {
        return WantedReport.read(EventCodec.mapper().valueToTree(body), SETTINGS);
    }

    private static Map<String, Object> daily(@Nullable Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "name", "Morning",
                "type", "daily_summary",
                "schedule", "daily",
                "time", "08:00",
                "recipients", List.of("ana@example.com")));
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) Objects.requireNonNull(fields[i]), fields[i + 1]);
        }
        return body;
    }
}
