package groupwatch.kit.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start without a usable suite key ends with one sentence instead of a stack trace. */
final class SuiteKeyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidSuiteKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSuiteKeyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set it in the environment (GROUPWATCH_SECURITY_SUITE_KEY) or as a file (spring.config.import=configtree:…).",
                cause);
    }
}
