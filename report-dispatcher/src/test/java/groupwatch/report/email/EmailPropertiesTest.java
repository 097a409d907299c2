package groupwatch.report.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groupwatch.kit.testing.TestKey;
import groupwatch.report.mail.MailAccount;
import groupwatch.report.mail.Tls;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EmailPropertiesTest {

    @Test
    void nobodyIsConfiguredUnlessThereIsAHost() {
        assertThat(bound().account()).isEmpty();
        assertThat(bound("host", " ", "pass", "", "from", "").account()).isEmpty();
    }

    @Test
    void hasTheSameUsualValuesAsChosenOnes() {
        MailAccount account = bound("host", "mail.example.org", "from", "reports@example.org")
                .account()
                .orElseThrow();
        assertThat(account.port()).isEqualTo(587);
        assertThat(account.tls()).isEqualTo(Tls.STARTTLS);
        assertThat(account.fromName()).isEqualTo("Groupwatch");
        assertThat(account.checkCertificate()).isTrue();
        assertThat(bound("host", "mail.example.org", "from", "reports@example.org", "port", "465")
                        .account()
                        .orElseThrow()
                        .tls())
                .isEqualTo(Tls.IMPLICIT);
    }

    @Test
    void readsThePasswordFromAFile() {
        EmailProperties properties = bound(
                "host",
                "mail.example.org",
                "from",
                "reports@example.org",
                "pass-file",
                TestKey.file("hunter2hunter2\n").toString());
        assertThat(properties.account().orElseThrow().password()).isEqualTo("hunter2hunter2");
        assertThat(properties.toString() + properties.account()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "host, mail example, from, a@example.org, groupwatch.report.email.host takes",
        "host, mail.example.org, from, '', groupwatch.report.email.from must be set",
        "from, a@@example.org, host, mail.example.org, has more than one @",
        "tls, ssl, port, 25, groupwatch.report.email.tls takes none",
        "pass, a, pass-file, /nowhere, set one of them",
        "pass-file, /nowhere/at/all, port, 25, groupwatch.report.email.pass-file names /nowhere/at/all",
        "reply-to, a b@example.org, port, 25, groupwatch.report.email.reply-to takes",
    })
    void whatIsWrongStopsTheStartByName(String name, String value, String other, String otherValue, String why) {
        assertThatThrownBy(() -> bound(name, value, other, otherValue))
                .rootCause()
                .hasMessageContaining(why);
    }

    private static EmailProperties bound(String... namesAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put("groupwatch.report.email." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("groupwatch.report.email", Bindable.of(EmailProperties.class));
    }
}
