package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.report.PublicUrl;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteDomainTest {

    @ParameterizedTest
    @CsvSource({
        "https://Groups.Example.com:8443/watch, groups.example.com",
        "https://xn--bcher-kva.example, xn--bcher-kva.example",
        "http://127.0.0.1:8082, groupwatch.invalid",
        "http://[::1]:8082, groupwatch.invalid",
        "http://localhost:8082, groupwatch.invalid",
        "http://nas, groupwatch.invalid",
    })
    void isTheHostThatTheSuiteIsReachedAtWhereThatIsADomain(URI publicUrl, String domain) {
        assertThat(new SuiteDomain(new PublicUrl(publicUrl)).name()).isEqualTo(domain);
    }
}
