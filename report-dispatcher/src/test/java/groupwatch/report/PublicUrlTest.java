package groupwatch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://groupwatch.example.com,https://groupwatch.example.com/api/x",
        "https://groupwatch.example.com/,https://groupwatch.example.com/api/x",
        "http://127.0.0.1:8082,http://127.0.0.1:8082/api/x",
        "https://example.com/groupwatch//,https://example.com/groupwatch/api/x"
    })
    void linksBeginWithIt(URI publicUrl, String link) {
        assertThat(new PublicUrl(publicUrl).with("/api/x")).hasToString(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groupwatch.example.com",
                "ftp://example.com",
                "https:///x",
                "https://u:p@example.com",
                "https://example.com?x",
                "javascript:alert(1)"
            })
    void whatIsNoAddressOfAPageStopsTheStartByName(URI publicUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicUrl(publicUrl))
                .withMessageContaining("groupwatch.public-url");
    }
}
