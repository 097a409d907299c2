package groupwatch.watchdog.openapi;

import static groupwatch.kit.security.Scopes.SUITE_READ;
import static groupwatch.kit.security.Scopes.SUITE_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import groupwatch.kit.openapi.OpenApiContract;
import groupwatch.watchdog.link.CodesToLink;
import groupwatch.watchdog.testing.RunningWatchdog;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document says what the service does, and answers are by its schemas. */
class OpenApiIT extends OpenApiContract {

    private static final String RUN = "00000000-0000-4000-8000-000000000001";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningWatchdog service = RunningWatchdog.shared();

    @BeforeEach
    void anAccountOfWhichAllIsKnown() {
        service.caller(SUITE_WRITE)
                .post()
                .uri("/accounts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        "{\"name\":\"described\",\"server\":\"http://127.0.0.1:1\",\"key\":\"a-key\",\"number\":\"+55 11 99999-0000\"}")
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(201, 409));
        // before anybody has looked: whoever does goes on from there
        service.sql("""
                INSERT INTO links (account, version, revision, link, changed, memory, at) VALUES ('described', 1, 1, '{
                    "account": "described", "status": "gateway_down", "since": "2026-01-01T00:00:00Z", "cause": "gateway-away",
                    "explanation": "Evolution does not answer.", "phone": "5511999990000", "evolutionVersion": "2.3.6",
                    "warnings": [{"code": "evolution-too-old", "text": "Update it."}],
                    "outage": {"id": "described-2", "from": "2026-01-01T00:00:00Z"}}', '[]',
                    '{"linkedOnce": true, "nextLook": "2026-01-01T00:00:00Z", "failures": 2, "attempts": 0, "loggingOut": false}', now())
                ON CONFLICT DO NOTHING
                """);
        service.sql("""
                INSERT INTO outages (id, account, from_at, to_at, filled_in, missing)
                VALUES ('described-1', 'described', now() - interval '3 hours', now() - interval '2 hours', 3, 1),
                    ('described-2', 'described', now() - interval '1 hour', NULL, NULL, NULL) ON CONFLICT DO NOTHING
                """);
        service.sql("""
                INSERT INTO coverage (account, chat, day, webhook, history, filled_in, as_of)
                VALUES ('described', '120363000000000101@g.us', current_date, 40, 2, 3, now()) ON CONFLICT DO NOTHING
                """);
        service.sql("""
                INSERT INTO resync_runs (id, account, kind, state, from_at, until_at, asked_at, begun_at, ended_at, next_at, conclusion)
                VALUES ('%s', 'described', 'outage', 'done', now() - interval '1 day', now(), now(), now(), now(), now(), 'WhatsApp gave no more.')
                ON CONFLICT DO NOTHING
                """.formatted(RUN));
        service.sql("""
                INSERT INTO resync_chats (account, chat, kind, last_at, error, filled_in)
                VALUES ('described', '120363000000000101@g.us', 'full', now(), 'Evolution did not answer in time', 3) ON CONFLICT DO NOTHING
                """);
        service.sql("""
                INSERT INTO history_chunks (account, event_id, at, messages, progress)
                VALUES ('described', 'one', now() - interval '1 day', 500, 100) ON CONFLICT DO NOTHING
                """);
        service.sql("""
                INSERT INTO account_groups (account, jid, seen_at, left_at)
                VALUES ('described', '120363000000000102@g.us', now() - interval '2 days', now()) ON CONFLICT DO NOTHING
                """);
        service.get(CodesToLink.class)
                .shown(
                        "described",
                        "a-code",
                        "WZYEH1YY",
                        service.get(Clock.class).instant())
                .block(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/accounts|/accounts",
                "GET|/accounts|/accounts?limit=5",
                "GET|/accounts/{id}|/accounts/described",
                "GET|/accounts/{id}|/accounts/nobody",
                "PUT|/accounts/{id}|/accounts/nobody",
                "GET|/accounts/{id}/states|/accounts/described/states",
                "GET|/accounts/{id}/history|/accounts/described/history",
                "GET|/accounts/{id}/qrcode|/accounts/described/qrcode?format=json",
                "GET|/accounts/{id}/qrcode|/accounts/described/qrcode?format=gif",
                "POST|/accounts/{id}/resync|/accounts/described/resync?since=2026-01-01T00:00:00",
                "POST|/accounts/{id}/resync|/accounts/described/resync?group=120363000000000101@g.us",
                "GET|/accounts/{id}/resync|/accounts/described/resync?limit=5",
                "GET|/accounts/{id}/resync/{run}|/accounts/described/resync/RUN",
                "DELETE|/accounts/{id}/resync/{run}|/accounts/described/resync/RUN",
                "GET|/accounts/{id}/resync/chats|/accounts/described/resync/chats",
                "GET|/coverage|/coverage?account=described",
                "GET|/coverage|/coverage?from=yesterday",
                "GET|/groups/sync|/groups/sync",
                "GET|/connection/status|/connection/status",
                "GET|/connection/status|/connection/status?account=nobody",
                "GET|/connection/qrcode|/connection/qrcode",
                "GET|/status|/status",
                "GET|/openapi.json|/openapi.json"
            })
    void answersAreAsDescribed(String method, String path, String uri) {
        isAsDescribed(method, path, uri.replace("RUN", RUN));
    }

    @Override
    protected WebTestClient caller(String... scopes) {
        return service.caller(scopes);
    }

    @Override
    protected WebTestClient anonymous() {
        return service.anonymous();
    }

    @Override
    protected RequestMappingHandlerMapping mapping() {
        return service.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    @Override
    protected String basePackage() {
        return "groupwatch.watchdog";
    }

    @Override
    protected String[] scopes() {
        return new String[] {SUITE_READ, SUITE_WRITE};
    }

    @Override
    protected String value(String variable) {
        return "nothing";
    }

    @Override
    protected String body() {
        return "{\"phone\":\"+55 11 99999-0000\"}";
    }
}
