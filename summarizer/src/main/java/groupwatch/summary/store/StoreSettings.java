package groupwatch.summary.store;

import java.net.URI;
import java.time.Duration;
import java.util.List;
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
        if (url.getHost() == null || !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "groupwatch.summary.store.url takes an address as http://127.0.0.1:8087, not " + url);
        }
        if (connections < 1) {
            throw new IllegalArgumentException("groupwatch.summary.store.connections takes 1 or more");
        }
        if (readers < 1) {
            throw new IllegalArgumentException("groupwatch.summary.store.readers takes 1 or more");
        }
        if (excerpt < 1 || excerpt > 2000) {
            throw new IllegalArgumentException("groupwatch.summary.store.excerpt takes 1 to 2000 characters");
        }
    }
}
