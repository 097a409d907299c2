package groupwatch.watchdog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.events.link.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

    @ParameterizedTest
    @CsvSource({
        "2.3.6, evolution-too-old",
        "2.2.10, evolution-too-old",
        "v1.8.2, evolution-too-old",
        "2.3, evolution-too-old",
        "2.3.7, ''",
        "2.3.7-fork, ''",
        "2.3.10, ''",
        "2.4.0, evolution-needs-licence",
        "2.4.0-rc2, evolution-needs-licence",
        "2.10.1, evolution-needs-licence",
        "3.0, evolution-needs-licence",
        "develop, ''",
    })
    void warnsOfVersionsThatLoseOrRefuse(String version, String code) {
        assertThat(Version.judged(version).warnings())
                .extracting(Link.Warning::code)
                .isEqualTo(code.isEmpty() ? java.util.List.of() : java.util.List.of(code));
    }
}
