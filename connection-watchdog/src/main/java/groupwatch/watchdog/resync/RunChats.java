package groupwatch.watchdog.resync;

import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The chats of runs, and how far each is. */
@Repository
class RunChats {

    private static final String ADD = """
            INSERT INTO resync_run_chats (run, chat, position, from_at, until_at, size)
            SELECT $1, chat, position, $3, $4, $5 FROM unnest($2::text[]) WITH ORDINALITY AS listed(chat, position)
            ON CONFLICT DO NOTHING
            """;

    /** A stretch of it, once more; before what has not been looked at yet. */
    private static final String AGAIN = """
            INSERT INTO resync_run_chats AS known (run, chat, position, from_at, until_at, again, size)
            VALUES ($1, $2, 0, $3, $4, true, $5)
            ON CONFLICT (run, chat, again) DO UPDATE SET
                from_at = CASE WHEN known.done THEN excluded.from_at ELSE least(known.from_at, excluded.from_at) END,
                until_at = CASE WHEN known.done THEN excluded.until_at ELSE greatest(known.until_at, excluded.until_at) END,
                page = 1, pages = 1, total = NULL, done = false, refusals = 0
            """;

    private final DatabaseClient database;
    private final ResyncSettings settings;

    RunChats(DatabaseClient database, ResyncSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    Mono<Void> add(Run run, List<String> chats) {
        return database.sql(ADD)
                .bind(0, run.id())
                .bind(1, chats.toArray(String[]::new))
                .bind(2, run.from())
                .bind(3, run.until())
                .bind(4, settings.batch())
                .then();
    }

    /** Empty when all are through. */
    Mono<RunChat> next(Run run) {
        return database.sql(
                        "SELECT * FROM resync_run_chats WHERE run = $1 AND NOT done ORDER BY position, chat LIMIT 1")
                .bind(0, run.id())
                .map(RunRow::chat)
                .one();
    }

    /**
     * A page is done. Emits whether that was not known yet, and the run lasts.
     *
     * @param page the next one
     * @param done whether there is none
     */
    Mono<Boolean> turned(RunChat chat, int page, int pages, long total, boolean done) {
        return database.sql("""
                UPDATE resync_run_chats SET page = $4, pages = $5, total = $6, done = $7, refusals = 0
                WHERE run = $1 AND chat = $2 AND again = $8 AND page = $3 AND NOT done
                    AND EXISTS (SELECT FROM resync_runs WHERE id = $1 AND ended_at IS NULL)
                """)
                .bind(0, chat.run())
                .bind(1, chat.jid())
                .bind(2, chat.page())
                .bind(3, page)
                .bind(4, pages)
                .bind(5, total)
                .bind(6, done)
                .bind(7, chat.again())
                .fetch()
                .rowsUpdated()
                .map(turned -> turned > 0);
    }

    /**
     * The same question would be refused again: what is next is asked for with fewer rows.
     *
     * @param givenUp whether the run goes on without it
     */
    Mono<Void> refused(RunChat chat, boolean givenUp) {
        RunChat smaller = chat.smaller();
        return database.sql("""
                UPDATE resync_run_chats SET refusals = refusals + 1, done = $3, failed = $3, page = $6, size = $7
                WHERE run = $1 AND chat = $2 AND again = $4 AND page = $5 AND NOT done
                """)
                .bind(0, chat.run())
                .bind(1, chat.jid())
                .bind(2, givenUp)
                .bind(3, chat.again())
                .bind(4, chat.page())
                .bind(5, smaller.page())
                .bind(6, smaller.size())
                .then();
    }

    Mono<Long> failures(Run run) {
        return database.sql("SELECT count(*) FROM resync_run_chats WHERE run = $1 AND failed")
                .bind(0, run.id())
                .mapValue(Long.class)
                .one();
    }

    Mono<Void> again(Run run, String chat, Instant from, Instant until) {
        return database.sql(AGAIN)
                .bind(0, run.id())
                .bind(1, chat)
                .bind(2, from)
                .bind(3, until)
                .bind(4, settings.batch())
                .then();
    }
}
