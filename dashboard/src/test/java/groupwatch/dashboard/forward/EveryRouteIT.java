package groupwatch.dashboard.forward;

import static groupwatch.dashboard.RunningEdge.ADMIN;
import static groupwatch.dashboard.RunningEdge.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.dashboard.RunningEdge;
import groupwatch.dashboard.Upstream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** Every line of the allow-list: passed on to its path for who may, and for nobody else. */
class EveryRouteIT {

    private static Upstream store;
    private static RunningEdge edge;

    private static final Set<String> LINKS = Set.of("/media/link/{ticket}", "/unsubscribe/{ticket}");

    /** A link is open for everybody who has it. */
    static List<Route> routes() {
        return AllowList.ROUTES.stream()
                .filter(route -> !LINKS.contains(route.path().getPatternString()))
                .toList();
    }

    @BeforeAll
    static void start() {
        store = Upstream.start();
        edge = RunningEdge.before(store.address());
    }

    @AfterAll
    static void stop() {
        edge.close();
        store.close();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void isOpenForItsScopeAlone(Route route) {
        String path = path(route);
        HttpResponse<String> answer = send(route, path, "Authorization", "Bearer " + ADMIN);

        assertThat(answer.statusCode()).isEqualTo(200);
        Upstream.Asked asked = store.asked();
        assertThat(asked.method()).isEqualTo(route.method().name());
        assertThat(asked.uri()).isEqualTo(path);

        assertThat(send(route, path).statusCode()).isEqualTo(401);
        HttpResponse<String> guest = send(route, path, "Authorization", "Bearer " + GUEST);
        if (route.scope() == null) {
            assertThat(guest.statusCode()).as("any token will do").isEqualTo(200);
            assertThat(store.asked().uri()).isEqualTo(path);
        } else {
            assertThat(guest.statusCode()).isEqualTo(403);
            assertThat(RunningEdge.json(guest).path("scope").asString()).isEqualTo(route.scope());
        }
        assertThat(store.wasAskedNothing()).isTrue();
    }

    @Test
    void aLinkIsOpenWithoutATokenAndTellsTheServiceOfNobody() {
        String ticket = "0b7f6b62-9a52-4d5e-8f43-4a35b0c1f6aa.1764000000.abc-DEF_0";
        assertThat(edge.send("GET", "/api/media/link/" + ticket, "").statusCode())
                .isEqualTo(200);
        assertThat(store.asked().uri()).isEqualTo("/media/link/" + ticket);
        assertThat(edge.send("POST", "/api/media/link/" + ticket, "").statusCode())
                .isEqualTo(405);
        assertThat(edge.send("GET", "/api/media/link/a%62c", "").statusCode()).isEqualTo(401);
        assertThat(edge.send("GET", "/api/media/link/abc/more", "").statusCode())
                .isEqualTo(401);
        assertThat(edge.send("GET", "/api/media/links", "").statusCode()).isEqualTo(401);
        assertThat(store.wasAskedNothing()).isTrue();
    }

    /** A mail provider posts from its own page, the person from a page that has no origin; neither has a token. */
    @ParameterizedTest
    @CsvSource({"https://mail.example.com", "null"})
    void whoeverHasTheLinkUnsubscribesFromAnyPage(String origin) {
        String ticket = "eyJhIjoxfQ.abc-DEF_0";
        try (RunningEdge named = RunningEdge.before(
                store.address(), "--groupwatch.dashboard.cors.allowed-origins=https://pages.example.com")) {
            for (RunningEdge asked : List.of(edge, named)) {
                HttpResponse<String> answer = asked.send(
                        "POST",
                        "/api/unsubscribe/" + ticket,
                        "List-Unsubscribe=One-Click",
                        "Origin",
                        origin,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("access-control-allow-origin"))
                        .isEmpty();
                Upstream.Asked passed = store.asked();
                assertThat(passed.uri()).isEqualTo("/unsubscribe/" + ticket);
                assertThat(passed.body()).isEqualTo("List-Unsubscribe=One-Click");
                assertThat(passed.headers().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            }
        }
        assertThat(edge.send("GET", "/api/unsubscribe/" + ticket, "").statusCode())
                .isEqualTo(200);
        assertThat(store.asked().uri()).isEqualTo("/unsubscribe/" + ticket);
        assertThat(edge.send("DELETE", "/api/unsubscribe/" + ticket, "").statusCode())
                .isEqualTo(405);
        assertThat(edge.send("POST", "/api/unsubscribe/" + ticket + "/all", "").statusCode())
                .isEqualTo(401);
        assertThat(edge.send("GET", "/api/unsubscribe", "").statusCode()).isEqualTo(401);
        assertThat(store.wasAskedNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /summaries/settings/1@g.us, /summaries/settings/{jid}",
        "PUT, /summaries/settings/1@g.us, /summaries/settings/{jid}",
        "DELETE, /summaries/settings/1@g.us, /summaries/settings/{jid}",
        "GET, /summaries/1@g.us/2026-01-31, /summaries/{jid}/{date}",
        "GET, /summaries/1@g.us/2026-01-31/history, /summaries/{jid}/{date}/history",
        "GET, /media/jobs, /media/jobs",
        "GET, /reports/suppressions, /reports/suppressions",
        "DELETE, /reports/suppressions/ana@example.com, /reports/suppressions/{address}",
        "GET, /reports/7/runs, /reports/{id}/runs",
    })
    void aWordWinsOverAVariable(String method, String path, String line) {
        Route found = new AllowList().find(HttpMethod.valueOf(method), PathContainer.parsePath(path));
        assertThat(found.path().getPatternString()).isEqualTo(line);
    }

    /** Whatever line comes first: none hides a more specific one of the same method. */
    @Test
    void noLineHidesAnother() {
        List<String> hidden = new ArrayList<>();
        for (Route route : AllowList.ROUTES) {
            Route found = new AllowList().find(route.method(), PathContainer.parsePath(path(route)));
            if (!found.equals(route)) {
                hidden.add(found.path() + " hides " + route.path());
            }
        }
        assertThat(hidden).isEmpty();
    }

    @Test
    void aWrongMethodIsToldEachMethodOnce() {
        HttpResponse<String> answer =
                edge.send("POST", "/api/summaries/settings/1@g.us", "{}", "Authorization", "Bearer " + ADMIN);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, PUT, DELETE");
    }

    @Test
    void noLineIsThereTwice() {
        assertThat(AllowList.ROUTES.stream().map(route -> route.method() + " " + route.path()))
                .doesNotHaveDuplicates();
    }

    private static HttpResponse<String> send(Route route, String path, String... headers) {
        String body = route.method().name().equals("GET") ? "" : "{}";
        return edge.send(route.method().name(), "/api" + path, body, headers);
    }

    /** Variables are filled with something that is no path of its own. */
    private static String path(Route route) {
        return route.path().getPatternString().replaceAll("\\{[^}]+}", "120363000000000101@g.us");
    }
}
