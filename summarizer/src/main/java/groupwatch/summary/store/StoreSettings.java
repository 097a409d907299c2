package groupwatch.summary.store;

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
 * @param answerTimeout longest silence while an answer comes
 * @param connections at once
 * @param readers whole stretches of messages that are read at once: as many as the message store gives at once
 * @param excerpt how much of a document's text is read, in characters
 */
@ConfigurationProperties("groupwatch.summary.store")
public record StoreSettings(
        @DefaultValue("http://127.0.0.1:8087") URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("30s") Duration answerTimeout,
        @DefaultValue("16") int connections,
        @DefaultValue("2") int readers,
        @DefaultValue("400") int excerpt) {

    public StoreSettings {
        client(url, connectTimeout, answerTimeout, connections).check("groupwatch.summary.store");
        if (readers < 1) {
            throw new IllegalArgumentException("groupwatch.summary.store.readers takes 1 or more");
        }
        if (excerpt < 1 || excerpt > 2000) {
            throw new IllegalArgumentException("groupwatch.summary.store.excerpt takes 1 to 2000 characters");
        }
    }

    ServiceClientSettings client() {
        return client(url, connectTimeout, answerTimeout, connections);
    }

    ServiceClientSettings reader() {
        return client(url, connectTimeout, answerTimeout, readers);
    }

    private static ServiceClientSettings client(
            URI url, Duration connectTimeout, Duration answerTimeout, int connections) {
        return new ServiceClientSettings("the message store", url, connectTimeout, answerTimeout, connections);
    }
}
