package groupwatch.report.run;

import static groupwatch.kit.security.Scopes.REPORTS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.testing.FakeWatchdog;
import groupwatch.report.testing.FakeWatchdog.Down;
import groupwatch.report.testing.RunningDispatcher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

/** Reports say what outages cost, in their readers' words. */
class GapsIT {

    private static final String GARDEN = "120363000000000101@g.us";
    private static final String CHOIR = "120363000000000102@g.us";

    private final RunningDispatcher service = RunningDispatcher.shared();
    private final ReportsApi reports = new ReportsApi(service);
    private final FakeWatchdog watchdog = service.suite().watchdog();

    @AfterEach
    void nothingIsMissing() {
        watchdog.forget();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Link down 02:10–03:40, 14:05–14:20; 12 messages filled in later; 1 still missing.",
                "pt|Ligação em baixo 02:10–03:40, 14:05–14:20; 12 mensagens recuperadas depois; 1 ainda em falta.",
                "es|Conexión caída 02:10–03:40, 14:05–14:20; 12 mensajes recuperados después; aún falta 1.",
                "it|Collegamento interrotto 02:10–03:40, 14:05–14:20; 12 messaggi recuperati dopo; 1 ancora mancante.",
                "de|Verbindung unterbrochen 02:10–03:40, 14:05–14:20; 12 Nachrichten später nachgetragen; 1 fehlt noch.",
            })
    void aReportTellsOfTwoOutagesAndWhatTheyCost(String language, String told) {
        LocalDate day =
                LocalDate.ofInstant(service.clock().instant(), ZoneOffset.UTC).minusDays(1);
        Down night = down(day, "02:10", "03:40");
        Down noon = down(day, "14:05", "14:20");
        watchdog.covers("norte", GARDEN, day, 9, 0, night, noon);
        watchdog.covers("norte", CHOIR, day, 3, 1, night, noon);
        watchdog.covers("norte", CHOIR, day.minusDays(1), 50, 50, down(day.minusDays(1), "10:00", "11:00"));
        UUID report = reports.add(
                Map.of("name", "Gaps", "type", "daily_summary", "active", false, "zone", "UTC", "language", language),
                ReportsApi.recipient());

        assertThat(preview(report).replaceAll("\\s+", " ")).contains(told);
        reports.remove(report);
    }

    private static Down down(LocalDate day, String from, String to) {
        return new Down(Instant.parse(day + "T" + from + ":00Z"), Instant.parse(day + "T" + to + ":00Z"));
    }

    private String preview(UUID report) {
        return new String(
                service.caller(REPORTS_READ)
                        .get()
                        .uri("/reports/{id}/preview", report)
                        .accept(MediaType.TEXT_PLAIN)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody(),
                StandardCharsets.UTF_8);
    }
}
