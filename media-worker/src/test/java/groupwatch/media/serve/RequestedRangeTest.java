package groupwatch.media.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class RequestedRangeTest {

    private static final String ETAG = "\"abc\"";

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 0, 99",
        "bytes=10-19, 10, 19",
        "bytes=990-, 990, 999",
        "bytes=-10, 990, 999",
        "bytes=990-5000, 990, 999",
        "bytes=-5000, 0, 999",
        "'bytes=0-1,5-9', 0, 999",
        "bytes=9-5, 0, 999",
        "lines=1-2, 0, 999",
        "nonsense, 0, 999"
    })
    void givesWhatIsAsked(String range, long first, long last) {
        assertThat(RequestedRange.of(headers(range), ETAG, 1000)).isEqualTo(new RequestedRange(first, last, 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=99999-100000"})
    void refusesWhatBeginsBeyondTheEnd(String range) {
        assertThatThrownBy(() -> RequestedRange.of(headers(range), ETAG, 1000))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status().value()).isEqualTo(416));
    }

    @ParameterizedTest
    @CsvSource({"'\"abc\"', 10", "'\"other\"', 1000", "'Wed, 21 Oct 2015 07:28:00 GMT', 1000"})
    void givesAPartOfTheSameVersionOnly(String version, long length) {
        HttpHeaders headers = headers("bytes=0-9");
        headers.set(HttpHeaders.IF_RANGE, version);
        assertThat(RequestedRange.of(headers, ETAG, 1000).length()).isEqualTo(length);
    }

    private static HttpHeaders headers(String range) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RANGE, range);
        return headers;
    }
}
