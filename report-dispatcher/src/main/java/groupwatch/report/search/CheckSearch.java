package groupwatch.report.search;

import reactor.core.publisher.Mono;

/** Whether the search understands a query, before anybody relies on it. */
public interface CheckSearch {

    /**
     * A sentence for people that says what is wrong with the query; empty when nothing is.
     *
     * <p>Errors: {@link groupwatch.kit.client.ServiceUnavailableException} when nobody can tell now.
     */
    Mono<String> problemWith(String query);
}
