package groupwatch.report.read;

import groupwatch.kit.client.ServiceClientSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the summarizer is.
 *
 * @param url base address
 * @param connectTimeout longest wait for a connection
 * @param answerTimeout longest wait for an answer: it keeps who asks for a summary waiting for 25 seconds itself
 * @param connections at once
 */
@ConfigurationProperties("groupwatch.report.summarizer")
public record SummarizerSettings(
        @DefaultValue("http://127.0.0.1:8089") URI url,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("40s") Duration answerTimeout,
        @DefaultValue("16") int connections) {

    public SummarizerSettings {
        client(url, connectTimeout, answerTimeout, connections).check("groupwatch.report.summarizer");
    }

    ServiceClientSettings client() {
        return client(url, connectTimeout, answerTimeout, connections);
    }

    private static ServiceClientSettings client(URI url, Duration connect, Duration answer, int connections) {
        return new ServiceClientSettings("the summarizer", url, connect, answer, connections);
    }
}
