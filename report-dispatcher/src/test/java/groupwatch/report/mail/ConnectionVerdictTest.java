package groupwatch.report.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What cannot be had from a server on this machine. */
class ConnectionVerdictTest {

    private final SmtpProgress progress = new SmtpProgress();

    @Test
    void aHostThatDoesNotExistIsAWrongSetting() {
        progress.connecting();
        assertThat(of(new UnknownHostException("mail.example.org: Name or service not known")))
                .isInstanceOf(Delivery.Unusable.class)
                .extracting(Delivery::said)
                .isEqualTo("There is no host of the name of mail.example.org:587.");
    }

    @Test
    void aResolverThatIsAwayPasses() {
        progress.connecting();
        assertThat(of(new UnknownHostException("mail.example.org: Temporary failure in name resolution")))
                .isInstanceOf(Delivery.Deferred.class);
    }

    @Test
    void aCertificateOfAnotherHostIsNamed() {
        progress.connecting();
        SSLHandshakeException error = new SSLHandshakeException("handshake");
        error.initCause(new CertificateException("No name matching mail.example.org found"));
        assertThat(of(error))
                .isInstanceOf(Delivery.Unusable.class)
                .extracting(Delivery::said)
                .asString()
                .contains("No name matching mail.example.org found");
    }

    @Test
    void aMailWhoseTurnDidNotComeWasNotTried() {
        assertThat(of(new RejectedExecutionException("full")))
                .isInstanceOfSatisfying(
                        Delivery.Deferred.class,
                        deferred -> assertThat(deferred.tried()).isFalse())
                .extracting(Delivery::said)
                .asString()
                .contains("not tried");
        assertThat(of(new TimeoutException("late")).said()).contains("not tried");
    }

    private Delivery of(Throwable error) {
        return ConnectionVerdict.of(progress, new IllegalStateException(error), "mail.example.org:587")
                .delivery();
    }
}
