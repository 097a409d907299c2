package groupwatch.store.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;

/** A group's name is anybody's input; the file's name is safe on every disk, and still says whose it is. */
class FileNameTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Obras Norte | Obras-Norte",
                "Família Silva | Família-Silva",
                "../../etc/passwd | etc-passwd",
                "a\"b\\c:d*e?f | a-b-c-d-e-f",
                "נועם 🌻 | נועם-🌻",
                "=cmd;x | cmd-x",
                "\u202Egpj.exe | gpj-exe",
                "... | 120363000000000101",
            })
    void keepsLettersDigitsAndEmojiOfTheName(String name, String shown) {
        assertThat(FileName.of(name, "120363000000000101", null, null, ZoneOffset.UTC, "csv", NOON)
                        .value())
                .isEqualTo(shown + "_until-2026-11-24.csv");
    }

    @Test
    void namesTheFirstAndTheLastDayInTheReadersZone() {
        FileName name = FileName.of(
                "Obras",
                "1",
                Instant.parse("2026-01-01T03:00:00Z"),
                Instant.parse("2026-02-01T03:00:00Z"),
                SAO_PAULO,
                "ndjson",
                NOON);
        assertThat(name.value()).isEqualTo("Obras_2026-01-01_2026-01-31.ndjson");
        assertThat(name.disposition()).isEqualTo("attachment; filename=\"Obras_2026-01-01_2026-01-31.ndjson\"");
    }

    @Test
    void tellsOldProgramsAnAsciiNameAndNewOnesTheTrueOne() {
        FileName name = FileName.of("Família 🌻", "1", null, null, ZoneOffset.UTC, "csv", NOON);
        assertThat(name.disposition())
                .isEqualTo("attachment; filename=\"Familia_until-2026-11-24.csv\";"
                        + " filename*=UTF-8''Fam%C3%ADlia-%F0%9F%8C%BB_until-2026-11-24.csv");
        assertThat(ContentDisposition.parse(name.disposition()).getFilename()).isEqualTo(name.value());
        assertThat(name.disposition().getBytes(StandardCharsets.US_ASCII))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo(name.disposition());
    }

    @Test
    void isNeverTooLongForADisk() {
        FileName name = FileName.of("🌻".repeat(500), "1", null, null, ZoneOffset.UTC, "csv", NOON);
        assertThat(name.value().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256);
        assertThat(FileName.of("قناة", "1", null, null, ZoneOffset.UTC, "csv", NOON)
                        .disposition())
                .startsWith("attachment; filename=\"chat_until-2026-11-24.csv\"; filename*=UTF-8''");
    }
}
