package groupwatch.dashboard.forward;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Scopes;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

/** What is passed on. One line a path: method, path without {@code /api}, service, scope; whatever has no line does not exist. */
@Component
class AllowList {

    private static final String STORE = "message-store";
    private static final String MEDIA = "media-worker";
    private static final String SUMMARIES = "summarizer";
    private static final String REPORTS = "report-dispatcher";
    private static final String LINKS = "connection-watchdog";

    // where two lines fit one path the first is meant: words before variables
    static final List<Route> ROUTES = List.of(
            Route.of(GET, "/groups", STORE, Scopes.GROUPS_READ),
            Route.of(GET, "/groups/sync", LINKS, Scopes.SUITE_READ),
            Route.of(POST, "/groups/sync", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/groups/{jid}", STORE, Scopes.GROUPS_READ),
            Route.of(PATCH, "/groups/{jid}", STORE, Scopes.GROUPS_WRITE),
            Route.of(GET, "/groups/{jid}/participants", STORE, Scopes.GROUPS_READ),
            Route.of(GET, "/groups/{jid}/stats", STORE, Scopes.GROUPS_READ),
            Route.of(GET, "/groups/{jid}/messages", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/groups/{jid}/messages/live", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/groups/{jid}/export", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/chats/{jid}/stats", STORE, Scopes.GROUPS_READ),
            Route.of(GET, "/chats/{jid}/messages", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/chats/{jid}/messages/live", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/chats/{jid}/export", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/accounts/{id}/chats", STORE, Scopes.GROUPS_READ),
            Route.of(GET, "/contacts", STORE, Scopes.GROUPS_READ),
            Route.of(GET, "/calls", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/people/{jid}", STORE, Scopes.GROUPS_READ),
            Route.of(GET, "/people/{jid}/messages", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/messages/{id}", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/messages/{id}/preview", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/search", STORE, Scopes.MESSAGES_READ),
            Route.of(POST, "/search/explain", STORE, Scopes.MESSAGES_READ),
            Route.of(GET, "/media/jobs", MEDIA, Scopes.SUITE_READ),
            Route.of(POST, "/media/jobs/{id}/cancel", MEDIA, Scopes.SUITE_WRITE),
            Route.of(POST, "/media/refetch", MEDIA, Scopes.SUITE_WRITE),
            Route.of(GET, "/media/link/{ticket}", MEDIA, null),
            Route.of(DELETE, "/media/{id}", MEDIA, Scopes.SUITE_WRITE),
            Route.of(GET, "/media/{id}", MEDIA, Scopes.MESSAGES_READ),
            Route.of(GET, "/media/{id}/thumbnail", MEDIA, Scopes.MESSAGES_READ),
            Route.of(POST, "/media/{id}/link", MEDIA, Scopes.MESSAGES_READ),
            Route.of(POST, "/summarize/{jid}", SUMMARIES, Scopes.SUMMARIES_WRITE),
            Route.of(GET, "/summaries", SUMMARIES, Scopes.SUMMARIES_READ),
            Route.of(GET, "/summaries/settings", SUMMARIES, Scopes.SUMMARIES_READ),
            Route.of(GET, "/summaries/settings/{jid}", SUMMARIES, Scopes.SUMMARIES_READ),
            Route.of(PUT, "/summaries/settings/{jid}", SUMMARIES, Scopes.SUMMARIES_WRITE),
            Route.of(DELETE, "/summaries/settings/{jid}", SUMMARIES, Scopes.SUMMARIES_WRITE),
            Route.of(GET, "/summaries/jobs", SUMMARIES, Scopes.SUITE_READ),
            Route.of(POST, "/summaries/jobs/{key}/cancel", SUMMARIES, Scopes.SUITE_WRITE),
            Route.of(GET, "/summaries/usage", SUMMARIES, Scopes.SUITE_READ),
            Route.of(GET, "/summaries/{jid}/{date}", SUMMARIES, Scopes.SUMMARIES_READ),
            Route.of(GET, "/summaries/{jid}/{date}/history", SUMMARIES, Scopes.SUMMARIES_READ),
            Route.of(POST, "/ask", SUMMARIES, Scopes.ASK),
            Route.of(GET, "/reports", REPORTS, Scopes.REPORTS_READ),
            Route.of(POST, "/reports", REPORTS, Scopes.REPORTS_WRITE),
            Route.of(GET, "/reports/suppressions", REPORTS, Scopes.REPORTS_READ),
            Route.of(POST, "/reports/suppressions", REPORTS, Scopes.REPORTS_WRITE),
            Route.of(DELETE, "/reports/suppressions/{address}", REPORTS, Scopes.REPORTS_WRITE),
            Route.of(GET, "/reports/{id}", REPORTS, Scopes.REPORTS_READ),
            Route.of(PUT, "/reports/{id}", REPORTS, Scopes.REPORTS_WRITE),
            Route.of(DELETE, "/reports/{id}", REPORTS, Scopes.REPORTS_WRITE),
            Route.of(POST, "/reports/{id}/send", REPORTS, Scopes.REPORTS_WRITE),
            Route.of(GET, "/reports/{id}/preview", REPORTS, Scopes.REPORTS_READ),
            Route.of(GET, "/reports/{id}/runs", REPORTS, Scopes.REPORTS_READ),
            Route.of(GET, "/unsubscribe/{ticket}", REPORTS, null),
            Route.of(POST, "/unsubscribe/{ticket}", REPORTS, null),
            Route.of(GET, "/settings/email", REPORTS, Scopes.SUITE_READ),
            Route.of(POST, "/settings/email", REPORTS, Scopes.SUITE_WRITE),
            Route.of(DELETE, "/settings/email", REPORTS, Scopes.SUITE_WRITE),
            Route.of(POST, "/settings/email/test", REPORTS, Scopes.SUITE_WRITE),
            Route.of(GET, "/status", LINKS, Scopes.SUITE_READ),
            Route.of(GET, "/connection/status", LINKS, Scopes.SUITE_READ),
            Route.of(GET, "/connection/qrcode", LINKS, Scopes.SUITE_WRITE),
            Route.of(POST, "/connection/create", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/accounts", LINKS, Scopes.SUITE_READ),
            Route.of(POST, "/accounts", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/accounts/{id}", LINKS, Scopes.SUITE_READ),
            Route.of(PUT, "/accounts/{id}", LINKS, Scopes.SUITE_WRITE),
            Route.of(DELETE, "/accounts/{id}", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/accounts/{id}/states", LINKS, Scopes.SUITE_READ),
            Route.of(POST, "/accounts/{id}/restart", LINKS, Scopes.SUITE_WRITE),
            Route.of(POST, "/accounts/{id}/logout", LINKS, Scopes.SUITE_WRITE),
            Route.of(POST, "/accounts/{id}/reconnect", LINKS, Scopes.SUITE_WRITE),
            Route.of(POST, "/accounts/{id}/check", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/accounts/{id}/qrcode", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/accounts/{id}/qrcode/stream", LINKS, Scopes.SUITE_WRITE),
            Route.of(POST, "/accounts/{id}/pairing-code", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/accounts/{id}/history", LINKS, Scopes.SUITE_READ),
            Route.of(GET, "/accounts/{id}/resync", LINKS, Scopes.SUITE_READ),
            Route.of(POST, "/accounts/{id}/resync", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/accounts/{id}/resync/chats", LINKS, Scopes.SUITE_READ),
            Route.of(GET, "/accounts/{id}/resync/{run}", LINKS, Scopes.SUITE_READ),
            Route.of(DELETE, "/accounts/{id}/resync/{run}", LINKS, Scopes.SUITE_WRITE),
            Route.of(GET, "/coverage", LINKS, Scopes.SUITE_READ),
            Route.of(GET, "/settings/alerts", REPORTS, Scopes.SUITE_READ),
            Route.of(POST, "/settings/alerts", REPORTS, Scopes.SUITE_WRITE),
            Route.of(DELETE, "/settings/alerts", REPORTS, Scopes.SUITE_WRITE),
            Route.of(POST, "/settings/alerts/test", REPORTS, Scopes.SUITE_WRITE),
            Route.of(GET, "/retention", STORE, Scopes.SUITE_READ),
            Route.of(POST, "/cron/apply-retention", STORE, Scopes.SUITE_WRITE),
            Route.of(POST, "/cron/create-partitions", STORE, Scopes.SUITE_WRITE),
            Route.of(POST, "/cron/media-retention", MEDIA, Scopes.SUITE_WRITE),
            Route.of(POST, "/cron/media-sweep", MEDIA, Scopes.SUITE_WRITE),
            Route.of(POST, "/cron/daily-summaries", SUMMARIES, Scopes.SUITE_WRITE),
            Route.of(POST, "/cron/send-reports", REPORTS, Scopes.SUITE_WRITE),
            Route.of(GET, "/openapi/message-store.yaml", STORE, null),
            Route.of(GET, "/openapi/message-store.json", STORE, null),
            Route.of(GET, "/openapi/media-worker.yaml", MEDIA, null),
            Route.of(GET, "/openapi/media-worker.json", MEDIA, null),
            Route.of(GET, "/openapi/summarizer.yaml", SUMMARIES, null),
            Route.of(GET, "/openapi/summarizer.json", SUMMARIES, null),
            Route.of(GET, "/openapi/report-dispatcher.yaml", REPORTS, null),
            Route.of(GET, "/openapi/report-dispatcher.json", REPORTS, null),
            Route.of(GET, "/openapi/connection-watchdog.yaml", LINKS, null),
            Route.of(GET, "/openapi/connection-watchdog.json", LINKS, null));

    /** @throws ProblemException 404, or 405 when only the method is wrong */
    Route find(HttpMethod method, PathContainer path) {
        List<Route> here = ROUTES.stream().filter(route -> route.matches(path)).toList();
        // HEAD is GET without its body, and the services know that
        HttpMethod meant = method == HttpMethod.HEAD ? GET : method;
        return here.stream()
                .filter(route -> route.method().equals(meant))
                .findFirst()
                .orElseThrow(() -> refusal(here));
    }

    private static ProblemException refusal(List<Route> here) {
        if (here.isEmpty()) {
            return ProblemException.notFound("There is nothing at this path.");
        }
        String allowed =
                here.stream().map(route -> route.method().name()).distinct().collect(Collectors.joining(", "));
        return new ProblemException(
                        HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This path takes " + allowed + ".")
                .withHeader(HttpHeaders.ALLOW, allowed);
    }
}
