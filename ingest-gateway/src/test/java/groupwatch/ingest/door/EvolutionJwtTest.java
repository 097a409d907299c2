package groupwatch.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.ingest.SampleJwt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvolutionJwtTest {

    private static final Instant RECORDED_AT = Instant.ofEpochSecond(1795207083);
    private static final String SHORT_KEY = "short-key";
    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String CLAIMS =
            "{\"iat\":1795207083,\"exp\":1795207683,\"app\":\"evolution\",\"action\":\"webhook\"}";

    @ParameterizedTest(name = "{0} after it was made: {1}")
    @CsvSource({
        "PT0S, true",
        "PT9M, true",
        "PT25M, true",
        "PT39M59S, true",
        "PT41M, false",
        "PT2H, false",
        "-PT4M, true",
        "-PT6M, false"
    })
    void isTakenUntilHalfAnHourAfterItsEnd(Duration later, boolean taken) {
        assertThat(at(RECORDED_AT.plus(later)).accepts(SampleJwt.RECORDED)).isEqualTo(taken);
    }

    @Test
    void takesKeysOfAnyLengthAndEachOfSeveral() {
        assertThat(at(RECORDED_AT).accepts(SampleJwt.issuedAt(RECORDED_AT, SHORT_KEY)))
                .isTrue();
        assertThat(at(RECORDED_AT).accepts(SampleJwt.issuedAt(RECORDED_AT, "another key")))
                .isFalse();
    }

    @Test
    void takesNothingThatIsForSomebodyElseOrNotSignedAsEvolutionDoes() {
        assertThat(accepts(HEADER, CLAIMS)).isTrue();
        assertThat(accepts("{\"alg\":\"none\"}", CLAIMS)).isFalse();
        assertThat(accepts("{\"alg\":\"HS512\"}", CLAIMS)).isFalse();
        assertThat(accepts(HEADER, CLAIMS.replace("webhook", "login"))).isFalse();
        assertThat(accepts(HEADER, CLAIMS.replace("evolution", "other"))).isFalse();
        assertThat(accepts(HEADER, "{\"iat\":1795207083,\"app\":\"evolution\",\"action\":\"webhook\"}"))
                .isFalse();
        assertThat(accepts(HEADER, "{}")).isFalse();
        assertThat(accepts(HEADER, "[]")).isFalse();
        assertThat(accepts("x", CLAIMS)).isFalse();
    }

    @Test
    void refusesWhatIsNoToken() {
        EvolutionJwt jwt = at(RECORDED_AT);
        String unsigned = SampleJwt.RECORDED.substring(0, SampleJwt.RECORDED.lastIndexOf('.') + 1);

        assertThat(List.of(
                        "",
                        ".",
                        "..",
                        "...",
                        "a.b.c",
                        "ä.ö.ü",
                        unsigned,
                        SampleJwt.RECORDED + ".",
                        "x".repeat(100_000)))
                .noneMatch(jwt::accepts);
    }

    private static boolean accepts(String header, String claims) {
        return at(RECORDED_AT).accepts(SampleJwt.signed(header, claims, SHORT_KEY));
    }

    private static EvolutionJwt at(Instant now) {
        return new EvolutionJwt(
                List.of(SampleJwt.RECORDED_KEY, SHORT_KEY), Duration.ofMinutes(30), Clock.fixed(now, ZoneOffset.UTC));
    }
}
