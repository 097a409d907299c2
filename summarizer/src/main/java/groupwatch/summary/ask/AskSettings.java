package groupwatch.summary.ask;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Questions.
 *
 * @param contextTokens of messages a model is shown at most
 * @param historyTokens of the conversation so far
 * @param maxTokens longest answer
 * @param atOnce questions answered at once in this process
 * @param answerWithin longest time for an answer as JSON, of which nothing is heard before it is whole; less than proxies and the edge wait for one
 * @param heartbeat a sign of life in a stream while nothing else is said
 * @param zone of who does not say theirs; absent: the machine's
 */
@ConfigurationProperties("groupwatch.summary.ask")
public record AskSettings(
        @DefaultValue("24000") int contextTokens,
        @DefaultValue("4000") int historyTokens,
        @DefaultValue("3000") int maxTokens,
        @DefaultValue("8") int atOnce,
        @DefaultValue("25s") Duration answerWithin,
        @DefaultValue("15s") Duration heartbeat,
        @Nullable ZoneId zone) {

    public AskSettings {
        require(contextTokens >= 1000, "context-tokens takes 1000 or more, not " + contextTokens);
        require(historyTokens >= 0, "history-tokens takes 0 or more, not " + historyTokens);
        require(maxTokens >= 100, "max-tokens takes 100 or more, not " + maxTokens);
        require(atOnce >= 1, "at-once takes 1 or more, not " + atOnce);
        require(answerWithin.isPositive(), "answer-within takes a time as 25s, not " + answerWithin);
        require(heartbeat.compareTo(Duration.ofMillis(100)) >= 0, "heartbeat takes a time as 15s, not " + heartbeat);
    }

    /** The zone of who does not say theirs. */
    ZoneId defaultZone() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("groupwatch.summary.ask." + what);
        }
    }
}
