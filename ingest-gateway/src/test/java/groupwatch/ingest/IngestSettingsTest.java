package groupwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class IngestSettingsTest {

    @Test
    void startsWithoutSecretsNever() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(DataSize.ofMegabytes(16)))
                .withMessageStartingWith("groupwatch.ingest.secrets takes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(DataSize.ofMegabytes(16), "long enough", "short"))
                .withMessageStartingWith("groupwatch.ingest.secrets takes");
    }

    @Test
    void showsNoSecret() {
        assertThat(settings(DataSize.ofMegabytes(16), "a-good-secret").toString())
                .doesNotContain("good");
    }

    @Test
    void saysWhichSizesDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(DataSize.ofMegabytes(64), "a-good-secret"))
                .withMessageContainingAll("groupwatch.ingest.max-record", "groupwatch.ingest.max-in-flight");
    }

    private static IngestSettings settings(DataSize maxRecord, String... secrets) {
        return new IngestSettings(
                List.of(secrets),
                Duration.ofMinutes(30),
                List.of(),
                false,
                DataSize.ofMegabytes(100),
                maxRecord,
                DataSize.ofMegabytes(48));
    }
}
