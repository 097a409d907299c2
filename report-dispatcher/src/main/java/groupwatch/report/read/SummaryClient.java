package groupwatch.report.read;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.Summary;
import groupwatch.kit.client.ServiceClient;
import groupwatch.kit.client.ServiceProblem;
import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The summarizer's API, as far as reports need it.
 *
 * <p>Errors: {@link ServiceUnavailableException} when it does not answer in time; another try later makes sense.
 */
@Component
public class SummaryClient implements DisposableBean {

    /** Long ones are 50 KB: a page stays some megabytes. */
    private static final int A_PAGE = 100;

    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    private static final Wish EVERYTHING = new Wish(true, 1);

    private final ServiceClient client;

    SummaryClient(SummarizerSettings settings, SuiteTokens tokens, ReactorResourceFactory resources) {
        this.client = new ServiceClient("summarizer", settings.client(), tokens, resources);
    }

    /**
     * The newest versions of the summaries of days that are over, the newest days first. One without content is there: all it said was withdrawn.
     *
     * @param groups JIDs; empty: all
     * @param until the day after the last
     */
    public Flux<Summary> summaries(Set<String> groups, LocalDate from, LocalDate until) {
        Caller caller = Callers.of(groups, Scopes.SUMMARIES_READ);
        return Pages.of(cursor -> client.get(caller, uri -> {
                            uri.path("/summaries")
                                    .queryParam("from", from)
                                    .queryParam("to", until)
                                    .queryParam("limit", A_PAGE);
                            return Pages.at(uri, cursor).build();
                        })
                        .retryWhen(ServiceClient.whenBusy()))
                .map(SummaryClient::summary)
                .filter(summary -> !summary.soFar() && (groups.isEmpty() || groups.contains(summary.group())));
    }

    /**
     * Asks for a day, which is written now unless it is there. Waits as long as the summarizer does: half a minute. Has no errors: one group's
     * summary is to keep no report back.
     */
    public Mono<Asked> summarize(String group, LocalDate day) {
        return client.post(
                        Callers.of(Set.of(group), Scopes.SUMMARIES_WRITE),
                        uri -> uri.path("/summarize/{jid}")
                                .queryParam("target_date", day)
                                .build(group),
                        null)
                .map(answer -> asked(answer.path("details")))
                // of a group that is not there any more
                .defaultIfEmpty(new Asked.Nothing())
                .onErrorResume(ServiceUnavailableException.class, error -> Mono.just(notNow(error)));
    }

    private static Asked asked(JsonNode details) {
        return details.isObject() ? new Asked.Written(summary(details)) : new Asked.Nothing();
    }

    private static Asked notNow(ServiceUnavailableException error) {
        ServiceProblem problem = error.problem();
        if (problem == null) {
            return new Asked.NotReady(USUAL_WAIT, error.getMessage());
        }
        if (problem.status() == 503) {
            return "budget-spent".equals(problem.slug())
                    ? new Asked.BudgetSpent()
                    : new Asked.NotReady(wait(problem), null);
        }
        return new Asked.NotReady(isForever(problem.status()) ? null : wait(problem), error.getMessage());
    }

    private static Duration wait(ServiceProblem problem) {
        return Objects.requireNonNullElse(problem.retryAfter(), USUAL_WAIT);
    }

    /** The same question gets the same answer, unless there were too many. */
    private static boolean isForever(int status) {
        return status < 500 && status != 429;
    }

    /** Which days of a group are summarised by themselves. */
    public Mono<Wish> wish(String group) {
        return client.get(
                        Callers.of(Set.of(group), Scopes.SUMMARIES_READ),
                        uri -> uri.path("/summaries/settings/{jid}").build(group))
                .retryWhen(ServiceClient.whenBusy())
                .map(settings -> new Wish(
                        settings.path("enabled").asBoolean(true),
                        settings.path("minMessages").asInt(1)))
                .defaultIfEmpty(EVERYTHING);
    }

    /** What Jackson says of it could have parts of it. */
    private static Summary summary(JsonNode node) {
        try {
            return EventCodec.mapper().treeToValue(node, Summary.class);
        } catch (JacksonException error) {
            throw new ServiceUnavailableException("the summarizer answers with what is no summary", (Throwable) null);
        }
    }

    @Override
    public void destroy() {
        client.dispose();
    }
}
