package groupwatch.store.search.who;

import static groupwatch.kit.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What people are called: by themselves, and in the accounts' address books. All names are read, for the database cannot
 * compare them without accents, and kept for a few seconds; a new name is found a little later.
 */
@Repository
class PeopleNames {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** A bound for the memory: about 50 MB. */
    private static final int MOST = 300_000;

    private static final String NAMES = """
            SELECT identity, name FROM store.names
            UNION ALL
            SELECT jid, name FROM store.contacts WHERE name IS NOT NULL
            LIMIT
            """ + MOST;

    private record Named(String identity, List<String> words) {}

    private record Known(List<Named> names, Instant at) {}

    private final DatabaseClient database;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    PeopleNames(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The identities whose name has these words. */
    Mono<Set<String>> identities(String words) {
        NamedWords wanted = NamedWords.of(words);
        return known().map(names -> names.names().stream()
                .filter(named -> wanted.areIn(named.words()))
                .map(Named::identity)
                .collect(Collectors.toSet()));
    }

    private Mono<Known> known() {
        return Mono.defer(() -> known.at().isBefore(clock.instant().minus(FRESH)) ? load() : Mono.just(known));
    }

    private Mono<Known> load() {
        Instant now = clock.instant();
        return database.sql(NAMES)
                .map(row -> new Named(
                        text(row, "identity"), NamedWords.of(text(row, "name")).words()))
                .all()
                .collectList()
                .map(names -> new Known(names, now))
                .doOnNext(loaded -> known = loaded);
    }
}
