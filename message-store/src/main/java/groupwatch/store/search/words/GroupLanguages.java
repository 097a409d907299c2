package groupwatch.store.search.words;

import static groupwatch.kit.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The languages that groups' messages are indexed in. Known here for a few seconds, so that writing does not ask for each
 * batch; who changes a group's language has its messages indexed again once every replica knows it.
 */
@Component
public class GroupLanguages {

    /** After so long no replica writes in a language it read before. */
    public static final Duration SETTLED = Duration.ofMinutes(1);

    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final String LANGUAGES =
            "SELECT group_jid, language FROM store.group_options WHERE language IS NOT NULL";

    private record Known(Map<String, String> codes, Instant at) {}

    private final DatabaseClient database;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    GroupLanguages(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads them again if that was more than a few seconds ago; not within a transaction that writes. */
    public Mono<Void> refresh() {
        return Mono.defer(() -> known.at().isBefore(clock.instant().minus(FRESH)) ? load() : Mono.empty());
    }

    /** Reads them again. */
    public Mono<Void> load() {
        Instant now = clock.instant();
        return database.sql(LANGUAGES)
                .map(row -> Map.entry(text(row, "group_jid"), text(row, "language")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .doOnNext(codes -> known = new Known(Map.copyOf(codes), now))
                .then();
    }

    /** Absent for a chat without a language, or with one whose words have no stems. */
    public @Nullable Language of(String chat) {
        return Language.of(known.codes().get(chat));
    }
}
