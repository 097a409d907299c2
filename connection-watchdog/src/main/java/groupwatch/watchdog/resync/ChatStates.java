package groupwatch.watchdog.resync;

import java.time.Clock;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** When each chat was compared last, and what hindered it. */
@Repository
class ChatStates {

    private final DatabaseClient database;
    private final Clock clock;

    ChatStates(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> compared(Run run, Collection<String> chats) {
        return chats.isEmpty()
                ? Mono.empty()
                : database.sql("""
                        INSERT INTO resync_chats (account, chat, kind, last_at)
                        SELECT $1, chat, $2, $3 FROM unnest($4::text[]) AS compared(chat)
                        ON CONFLICT (account, chat) DO UPDATE SET kind = $2, last_at = $3, error = NULL
                        """)
                        .bind(0, run.account())
                        .bind(1, run.kind().word())
                        .bind(2, clock.instant())
                        .bind(3, chats.toArray(String[]::new))
                        .then();
    }

    /** What is newer was looked for in all chats: those without anything newer are up to date too. */
    Mono<Void> allCompared(Run run) {
        return database.sql(
                        "UPDATE resync_chats SET kind = $2, last_at = $3, error = NULL WHERE account = $1 AND NOT chat = ANY($4)")
                .bind(0, run.account())
                .bind(1, run.kind().word())
                .bind(2, clock.instant())
                .bind(3, run.excluded().toArray(String[]::new))
                .then();
    }

    Mono<Void> failed(Run run, RunChat chat, String error) {
        return (chat.asked() == null ? ofAll(run, error) : ofOne(run, chat, error)).then();
    }

    private DatabaseClient.GenericExecuteSpec ofAll(Run run, String error) {
        return database.sql("UPDATE resync_chats SET error = $2 WHERE account = $1")
                .bind(0, run.account())
                .bind(1, error);
    }

    private DatabaseClient.GenericExecuteSpec ofOne(Run run, RunChat chat, String error) {
        return database.sql("""
                INSERT INTO resync_chats (account, chat, kind, error) VALUES ($1, $2, $3, $4)
                ON CONFLICT (account, chat) DO UPDATE SET error = excluded.error
                """)
                .bind(0, run.account())
                .bind(1, chat.jid())
                .bind(2, run.kind().word())
                .bind(3, error);
    }
}
