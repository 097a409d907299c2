package groupwatch.kit.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How another service is asked.
 *
 * @param service what errors call it, such as {@code the message store}
 * @param url its base address
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest wait for an answer, of one that streams the longest silence
 * @param connections at once; whoever gets none waits in line, as long as for an answer
 */
public record ServiceClientSettings(
        String service, URI url, Duration connectTimeout, Duration answerTimeout, int connections) {

    /** @param prefix of the property that is wrong, as {@code groupwatch.summary.store} */
    public void check(String prefix) {
        if (url.getHost() == null || !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException(prefix + ".url takes an address as http://127.0.0.1:8087, not " + url);
        }
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException(prefix + ".connect-timeout takes a time above 0");
        }
        if (!answerTimeout.isPositive()) {
            throw new IllegalArgumentException(prefix + ".answer-timeout takes a time above 0");
        }
        if (connections < 1) {
            throw new IllegalArgumentException(prefix + ".connections takes 1 or more");
        }
    }
}
