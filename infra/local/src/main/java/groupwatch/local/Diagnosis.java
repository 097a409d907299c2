package groupwatch.local;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Keeps Spring Boot's own words on why a service did not start (a wrong setting, a port in use) for the person at the keyboard. Static
 * because Spring makes its reporters itself.
 */
public final class Diagnosis implements FailureAnalysisReporter {

    private static final Queue<String> DESCRIPTIONS = new ConcurrentLinkedQueue<>();

    @Override
    public void report(FailureAnalysis analysis) {
        DESCRIPTIONS.add(analysis.getDescription().strip().replaceAll("\\s+", " "));
    }

    static Optional<String> first() {
        return Optional.ofNullable(DESCRIPTIONS.peek());
    }
}
