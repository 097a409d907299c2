package groupwatch.watchdog.read;

import groupwatch.kit.client.ServiceClientSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the message store is.
 *
 * @param url base address
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest wait for an answer
 * @param connections at once
 */
@ConfigurationProperties("groupwatch.watchdog.store")
public record StoreSettings(
        @DefaultValue("http://127.0.0.1:8087") URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("20s") Duration answerTimeout,
        @DefaultValue("8") int connections) {

    public StoreSettings {
        client(url, connectTimeout, answerTimeout, connections).check("groupwatch.watchdog.store");
    }

    ServiceClientSettings client() {
        return client(url, connectTimeout, answerTimeout, connections);
    }

    private static ServiceClientSettings client(URI url, Duration connect, Duration answer, int connections) {
        return new ServiceClientSettings("the message store", url, connect, answer, connections);
    }
}
