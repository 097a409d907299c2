package groupwatch.report.plan;

import reactor.core.publisher.Mono;

/** Whether the search understands what somebody wants to be alerted of. */
public interface SearchCheck {

    /** Why it is no query, said to follow the field's name; empty when it is one. */
    Mono<String> problem(String query);
}
