package groupwatch.kit.client;

import org.jspecify.annotations.Nullable;

/** Another service does not answer, not in time, not to the end, or not as it should. Another try later makes sense, unless it says what is wrong. */
public final class ServiceUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable ServiceProblem problem;

    /** @param sentence names the service; no content of messages */
    public ServiceUnavailableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.problem = null;
    }

    ServiceUnavailableException(String service, ServiceProblem problem) {
        super(service + " answers " + problem.status(), null);
        this.problem = problem;
    }

    /** What the service answered instead; absent when it did not answer. */
    public @Nullable ServiceProblem problem() {
        return problem;
    }

    /** Whether it answered with this status. */
    public boolean is(int status) {
        return problem != null && problem.status() == status;
    }
}
