package groupwatch.watchdog.link;

import groupwatch.events.link.Link;
import groupwatch.events.link.LinkState;
import groupwatch.events.link.LinkStatus;
import groupwatch.kit.database.Binding;
import groupwatch.kit.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Links' rows. */
@Repository
public class LinkRows implements LinkReader {

    /**
     * Only whoever knows the last version writes the next: a replica that was taken for dead writes nothing. The first revision is a time, so
     * that an account which is added again goes on above the revisions that it had.
     */
    private static final String WRITE = """
            INSERT INTO links AS l (account, version, revision, link, before, changed, memory, at)
            SELECT $1, 1, extract(epoch FROM $6)::bigint, $2::jsonb, $3, $4::jsonb, $5::jsonb, $6 WHERE EXISTS (SELECT FROM accounts WHERE id = $1)
            ON CONFLICT DO NOTHING
            RETURNING version, revision
            """;

    private static final String WRITE_AGAIN = """
            UPDATE links AS l SET version = version + 1, link = $2::jsonb, memory = $5::jsonb,
                revision = CASE WHEN $7 THEN l.revision ELSE l.revision + 1 END,
                before = CASE WHEN $7 THEN l.before ELSE $3 END, changed = CASE WHEN $7 THEN l.changed ELSE $4::jsonb END,
                at = CASE WHEN $7 THEN l.at ELSE $6 END, told = l.told AND $7
            WHERE account = $1 AND version = $8
            RETURNING version, revision
            """;

    private static final String HISTORY = """
            INSERT INTO link_history (account, revision, at, status, cause, explanation) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """;

    private static final TypeReference<Set<String>> NAMES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final Outages outages;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    LinkRows(DatabaseClient database, Outages outages, TransactionalOperator transaction, JsonMapper json) {
        this.database = database;
        this.outages = outages;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public Mono<Link> find(String account) {
        return record(account).map(LinkRecord::link);
    }

    @Override
    public Flux<Link> all() {
        return database.sql("SELECT link FROM links ORDER BY account")
                .map(row -> json.readValue(Columns.text(row, "link"), Link.class))
                .all();
    }

    /** As it is, or as it is before its first look. */
    public Mono<Link> findOrNew(String account, Instant createdAt) {
        return find(account)
                .switchIfEmpty(Mono.fromSupplier(
                        () -> LinkRecord.fresh(account, createdAt, createdAt).link()));
    }

    /** Empty before its first look. */
    public Mono<LinkRecord> record(String account) {
        return database.sql("SELECT link, memory, version FROM links WHERE account = $1")
                .bind(0, account)
                .map(this::record)
                .one();
    }

    private LinkRecord record(Readable row) {
        return new LinkRecord(
                json.readValue(Columns.text(row, "link"), Link.class),
                json.readValue(Columns.text(row, "memory"), Memory.class),
                Columns.value(row, "version", Long.class));
    }

    /**
     * The next state; with it the outage that began or ended. Emits it as it is written; empty when somebody else wrote one meanwhile, or the
     * account is gone.
     */
    public Mono<LinkRecord> write(LinkRecord before, LinkRecord after, Instant now) {
        boolean first = after.version() == 0;
        Link link = after.link();
        Set<String> changed = Changes.between(first ? null : before.link(), link);
        var write = database.sql(first ? WRITE : WRITE_AGAIN)
                .bind(0, link.account())
                .bind(1, json.writeValueAsString(link))
                .bind(3, json.writeValueAsString(changed))
                .bind(4, json.writeValueAsString(after.memory()))
                .bind(5, now);
        write = Binding.text(write, 2, first ? null : before.status().wire());
        write = first ? write : write.bind(6, changed.isEmpty()).bind(7, after.version());
        return write.map(row -> new Written(
                        Columns.value(row, "version", Long.class), Columns.value(row, "revision", Long.class)))
                .one()
                .flatMap(written -> outage(link)
                        .then(history(link, written.revision(), changed, now))
                        .thenReturn(new LinkRecord(link, after.memory(), written.version())))
                .as(transaction::transactional);
    }

    private record Written(long version, long revision) {}

    private Mono<Void> outage(Link link) {
        var outage = link.outage();
        if (outage == null) {
            return Mono.empty();
        }
        Mono<Void> begun = outages.begin(link.account(), outage);
        return outage.to() == null ? begun : begun.then(outages.end(outage.id(), outage.to()));
    }

    private Mono<Void> history(Link link, long revision, Set<String> changed, Instant now) {
        return changed.contains("status") || changed.contains("cause")
                ? database.sql(HISTORY)
                        .bind(0, link.account())
                        .bind(1, revision)
                        .bind(2, now)
                        .bind(3, link.status().wire())
                        .bind(4, link.cause())
                        .bind(5, link.explanation())
                        .then()
                : Mono.empty();
    }

    /** What happened to a link, the newest first. */
    public Flux<PastState> history(String account, int limit) {
        return database.sql(
                        "SELECT at, status, cause, explanation FROM link_history WHERE account = $1 ORDER BY revision DESC LIMIT $2")
                .bind(0, account)
                .bind(1, limit)
                .map(row -> new PastState(
                        Columns.value(row, "at", Instant.class),
                        LinkStatus.of(Columns.text(row, "status")),
                        Columns.text(row, "cause"),
                        Columns.text(row, "explanation")))
                .all();
    }

    /** States that the topic does not have yet. */
    public Flux<LinkState> untold() {
        return database.sql(
                        "SELECT account, revision, link, before, changed, at FROM links WHERE NOT told ORDER BY at LIMIT 100")
                .map(this::state)
                .all();
    }

    /** Whether it is still to be told: its account may have been removed since it was read. */
    public Mono<Boolean> isUntold(LinkState state) {
        return database.sql("SELECT EXISTS (SELECT FROM links WHERE account = $1 AND revision = $2 AND NOT told)")
                .bind(0, state.link().account())
                .bind(1, state.revision())
                .map(row -> Columns.first(row, Boolean.class))
                .one();
    }

    private LinkState state(Readable row) {
        Link link = json.readValue(Columns.text(row, "link"), Link.class);
        String before = row.get("before", String.class);
        return LinkStates.of(
                link,
                Columns.value(row, "revision", Long.class),
                before == null ? null : LinkStatus.of(before),
                Objects.requireNonNull(json.readValue(Columns.text(row, "changed"), NAMES)),
                Columns.value(row, "at", Instant.class));
    }

    public Mono<Void> told(LinkState state) {
        return database.sql("UPDATE links SET told = true WHERE account = $1 AND revision = $2")
                .bind(0, state.link().account())
                .bind(1, state.revision())
                .then();
    }
}
