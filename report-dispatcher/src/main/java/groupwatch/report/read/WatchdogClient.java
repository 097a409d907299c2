package groupwatch.report.read;

import groupwatch.kit.client.ServiceClient;
import groupwatch.kit.client.ServiceClientSettings;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.Scopes;
import groupwatch.kit.security.SuiteTokens;
import groupwatch.report.content.Coverage;
import groupwatch.report.schedule.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The connection watchdog's API: whether all messages are there. */
@Component
public class WatchdogClient implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WatchdogClient.class);
    private static final int MOST_ITEMS = 10_000;

    private final @Nullable ServiceClient client;

    WatchdogClient(WatchdogSettings settings, SuiteTokens tokens, ReactorResourceFactory resources) {
        ServiceClientSettings known = settings.client();
        this.client = known == null ? null : new ServiceClient("connection-watchdog", known, tokens, resources);
    }

    /**
     * What is known of the messages of a period. Never fails: a report without it is better than none.
     *
     * @param groups JIDs; empty: all
     */
    public Mono<Coverage> coverage(Set<String> groups, Period period) {
        ServiceClient asked = client;
        if (asked == null) {
            return Mono.just(Coverage.WHOLE);
        }
        Caller caller = Callers.of(groups, Scopes.SUITE_READ);
        return Pages.of(cursor -> asked.get(caller, uri -> {
                    uri.path("/coverage")
                            .queryParam("from", period.firstDay())
                            .queryParam("to", period.lastDay().plusDays(1));
                    return Pages.at(uri, cursor).build();
                }))
                .take(MOST_ITEMS)
                .reduceWith(() -> new Gaps(groups, period), Gaps::and)
                .map(Gaps::coverage)
                .onErrorResume(error -> {
                    log.atWarn()
                            .addKeyValue("error", error.getClass().getSimpleName())
                            .log("Whether messages are missing is not to be had; the report says nothing of it");
                    return Mono.just(Coverage.WHOLE);
                });
    }

    @Override
    public void destroy() {
        if (client != null) {
            client.dispose();
        }
    }
}
