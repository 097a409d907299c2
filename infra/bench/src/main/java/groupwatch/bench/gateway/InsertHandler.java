package groupwatch.bench.gateway;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What many receivers of webhooks do: parse the body, insert one row into a table with two indices, answer when it is committed. */
@WebStack
@RestController
public class InsertHandler {

    static final String TABLE = """
            CREATE TABLE webhooks (chat text, id text, sender text, text text, sent_at timestamptz, body text, PRIMARY KEY (chat, id));
            CREATE INDEX ON webhooks (chat, sent_at)
            """;

    private static final String INSERT = """
            INSERT INTO webhooks (chat, id, sender, text, sent_at, body) VALUES ($1, $2, $3, $4, to_timestamp($5), $6)
            ON CONFLICT DO NOTHING
            """;

    private static final byte[] OK = "{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int CONNECTIONS = 16;

    private final DatabaseClient database;

    InsertHandler(DatabaseClient database) {
        this.database = database;
    }

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(InsertHandler.class, Connections.class)
                .web(WebApplicationType.REACTIVE)
                .run(arguments);
    }

    @PostMapping(path = "/webhook/evolution", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> receive(@RequestBody byte[] body) {
        var data = JsonMapper.shared().readTree(body).path("data");
        return database.sql(INSERT)
                .bind(0, data.at("/key/remoteJid").asString())
                .bind(1, data.at("/key/id").asString())
                .bind(2, data.at("/key/participant").asString())
                .bind(3, data.at("/message/conversation").asString())
                .bind(4, (double) data.path("messageTimestamp").asLong())
                .bind(5, new String(body, StandardCharsets.UTF_8))
                .then()
                .thenReturn(OK);
    }

    /** Its own configuration, so that the handler can take what it makes. */
    static final class Connections {

        @Bean
        static DatabaseClient databaseClient(
                @Value("${postgres.port}") int port, @Value("${postgres.password}") String password) {
            var connections = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                    .host("127.0.0.1")
                    .port(port)
                    .database("postgres")
                    .username("postgres")
                    .password(password)
                    .build());
            return DatabaseClient.create(new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                    .initialSize(CONNECTIONS)
                    .maxSize(CONNECTIONS)
                    .build()));
        }
    }
}
