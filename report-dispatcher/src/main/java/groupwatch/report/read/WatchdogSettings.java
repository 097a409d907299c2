package groupwatch.report.read;

import groupwatch.kit.client.ServiceClientSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the connection watchdog is, which knows of gaps.
 *
 * @param url base address; absent: nobody is asked, and reports say nothing of gaps
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest wait for an answer
 * @param connections at once
 */
@ConfigurationProperties("groupwatch.report.watchdog")
public record WatchdogSettings(
        @Nullable URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration answerTimeout,
        @DefaultValue("4") int connections) {

    public WatchdogSettings {
        if (url != null) {
            client(url, connectTimeout, answerTimeout, connections).check("groupwatch.report.watchdog");
        }
    }

    @Nullable
    ServiceClientSettings client() {
        return url == null ? null : client(url, connectTimeout, answerTimeout, connections);
    }

    private static ServiceClientSettings client(URI url, Duration connect, Duration answer, int connections) {
        return new ServiceClientSettings("the connection watchdog", url, connect, answer, connections);
    }
}
