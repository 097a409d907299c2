package groupwatch.media.row;

import groupwatch.events.media.MessageRef;
import groupwatch.events.message.Media;
import groupwatch.events.message.MediaState;
import groupwatch.kit.database.Columns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code media}. */
@Repository
public class MediaRows {

    private static final String NOTHING_STORED = """
            sha256 = NULL, size = NULL, mime = NULL, file_name = NULL, seconds = NULL, width = NULL, height = NULL, pages = NULL,
            animated = NULL, thumbnail = NULL, transcript = NULL, text = NULL, stored_at = NULL
            """;

    private final DatabaseClient database;
    private final Clock clock;

    MediaRows(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty when no message with that media id was told of. */
    public Mono<MediaRow> find(UUID id) {
        return database.sql("SELECT * FROM media WHERE id = $1")
                .bind(0, id)
                .map(MediaRowMapping::read)
                .one();
    }

    /**
     * A message with a file is there. What is known already stays, but for what was missing.
     *
     * @param instance the linked account that saw the message
     */
    public Mono<Told> told(MessageRef message, @Nullable String instance, @Nullable Instant sentAt, Media media) {
        Instant now = clock.instant();
        return database.sql("""
                WITH before AS (SELECT claim, state FROM media WHERE id = :id), written AS (
                    INSERT INTO media AS m (id, scope, chat, is_group, instance, message_id, sent_at, kind, claimed_mime, claimed_size,
                        claimed_sha256, claimed_file_name, claimed_seconds, claimed_width, claimed_height, claimed_pages, claimed_animated,
                        claim, changed_at)
                    VALUES (:id, :scope, :chat, :group, :instance, :messageId, :sentAt, :kind, :mime, :size, :sha256, :fileName, :seconds,
                        :width, :height, :pages, :animated, :claim, :now)
                    ON CONFLICT (id) DO UPDATE SET
                        instance = coalesce(m.instance, excluded.instance),
                        sent_at = least(m.sent_at, excluded.sent_at),
                        claimed_sha256 = coalesce(m.claimed_sha256, excluded.claimed_sha256),
                        claimed_size = coalesce(m.claimed_size, excluded.claimed_size),
                        claim = coalesce(excluded.claim, m.claim)
                    WHERE m.state <> 'stored' AND excluded.claim IS DISTINCT FROM m.claim AND excluded.claim IS NOT NULL
                        OR m.instance IS NULL AND excluded.instance IS NOT NULL OR m.sent_at > excluded.sent_at
                        OR m.claimed_sha256 IS NULL AND excluded.claimed_sha256 IS NOT NULL
                    RETURNING claim, state)
                SELECT CASE
                    WHEN NOT EXISTS (SELECT FROM before) AND EXISTS (SELECT FROM written) THEN 'NEW'
                    WHEN EXISTS (SELECT FROM written w, before b WHERE w.claim IS DISTINCT FROM b.claim AND w.state <> 'stored') THEN 'CLAIMED'
                    ELSE 'KNOWN' END
                """)
                .bind("id", UUID.fromString(message.mediaId()))
                .bind("scope", message.scope())
                .bind("chat", message.chat())
                .bind("group", message.group())
                .bind("instance", Parameter.fromOrEmpty(instance, String.class))
                .bind("messageId", message.id())
                .bind("sentAt", Objects.requireNonNullElse(sentAt, now))
                .bind("kind", media.kind().wire())
                .bind("mime", Parameter.fromOrEmpty(media.mime(), String.class))
                .bind("size", Parameter.fromOrEmpty(media.size(), Long.class))
                .bind("sha256", Parameter.fromOrEmpty(media.sha256(), String.class))
                .bind("fileName", Parameter.fromOrEmpty(media.fileName(), String.class))
                .bind("seconds", Parameter.fromOrEmpty(media.seconds(), Integer.class))
                .bind("width", Parameter.fromOrEmpty(media.width(), Integer.class))
                .bind("height", Parameter.fromOrEmpty(media.height(), Integer.class))
                .bind("pages", Parameter.fromOrEmpty(media.pages(), Integer.class))
                .bind("animated", Parameter.fromOrEmpty(media.animated(), Boolean.class))
                .bind("claim", Parameter.fromOrEmpty(media.claim(), String.class))
                .bind("now", now)
                .map(row -> Told.valueOf(Columns.first(row, String.class)))
                .one();
    }

    /** The file is in the object store. Empty when the row is gone. */
    public Mono<MediaRow> stored(UUID id, StoredFile file, @Nullable String trouble) {
        return database.sql("""
                UPDATE media SET state = 'stored', reason = NULL, detail = NULL, trouble = :trouble, revision = revision + 1,
                    changed_at = :now, deleted_at = NULL, claim = NULL, sha256 = :sha256, size = :size, mime = :mime, file_name = :fileName,
                    seconds = :seconds, width = :width, height = :height, pages = :pages, animated = :animated, thumbnail = :thumbnail,
                    transcript = :transcript, text = :text, stored_at = :storedAt
                WHERE id = :id RETURNING *
                """)
                .bind("id", id)
                .bind("now", clock.instant())
                .bind("trouble", Parameter.fromOrEmpty(trouble, String.class))
                .bind("sha256", file.sha256())
                .bind("size", file.size())
                .bind("mime", file.mime())
                .bind("fileName", Parameter.fromOrEmpty(file.fileName(), String.class))
                .bind("seconds", Parameter.fromOrEmpty(file.seconds(), Integer.class))
                .bind("width", Parameter.fromOrEmpty(file.width(), Integer.class))
                .bind("height", Parameter.fromOrEmpty(file.height(), Integer.class))
                .bind("pages", Parameter.fromOrEmpty(file.pages(), Integer.class))
                .bind("animated", Parameter.fromOrEmpty(file.animated(), Boolean.class))
                .bind("thumbnail", Parameter.fromOrEmpty(file.thumbnail(), String.class))
                .bind("transcript", Parameter.fromOrEmpty(file.transcript(), String.class))
                .bind("text", Parameter.fromOrEmpty(file.text(), String.class))
                .bind("storedAt", file.storedAt())
                .map(MediaRowMapping::read)
                .one();
    }

    /** What is said in the file became known. Empty when it is not stored any more. */
    public Mono<MediaRow> transcribed(UUID id, String transcript) {
        return database.sql("""
                UPDATE media SET transcript = $2, revision = revision + CASE WHEN transcript IS DISTINCT FROM $2 THEN 1 ELSE 0 END,
                    changed_at = $3
                WHERE id = $1 AND state = 'stored' RETURNING *
                """)
                .bind(0, id)
                .bind(1, transcript)
                .bind(2, clock.instant())
                .map(MediaRowMapping::read)
                .one();
    }

    /** The file is not to be had. Said again for the same reason it keeps its revision. Empty when the row is gone. */
    public Mono<MediaRow> ended(UUID id, MediaState state, String reason, @Nullable String detail) {
        return database.sql("""
                UPDATE media SET state = :state, reason = :reason, detail = :detail, changed_at = :now,
                    deleted_at = CASE WHEN sha256 IS NULL THEN deleted_at ELSE :now END,
                    revision = revision + CASE WHEN state = :state AND reason = :reason THEN 0 ELSE 1 END,
                """ + NOTHING_STORED + " WHERE id = :id RETURNING *")
                .bind("id", id)
                .bind("state", state.wire())
                .bind("reason", reason)
                .bind("detail", Parameter.fromOrEmpty(detail, String.class))
                .bind("now", clock.instant())
                .map(MediaRowMapping::read)
                .one();
    }

    /** Somebody asks for the file again. Emits the row unless it is stored. */
    public Mono<MediaRow> reopened(UUID id) {
        return database.sql("""
                UPDATE media SET state = 'pending', reason = NULL, detail = NULL, changed_at = $2 WHERE id = $1 AND state <> 'stored' RETURNING *
                """)
                .bind(0, id)
                .bind(1, clock.instant())
                .map(MediaRowMapping::read)
                .one();
    }

    /** The topic was told of this revision. */
    public Mono<Void> announced(UUID id, long revision) {
        return database.sql("UPDATE media SET announced = greatest(announced, $2) WHERE id = $1")
                .bind(0, id)
                .bind(1, revision)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** What the topic was not told, for longer than it takes. */
    public Flux<MediaRow> untold(Instant before, int limit) {
        return database.sql(
                        "SELECT * FROM media WHERE announced < revision AND changed_at < $1 ORDER BY changed_at LIMIT $2")
                .bind(0, before)
                .bind(1, limit)
                .map(MediaRowMapping::read)
                .all();
    }

    public Mono<Void> delete(UUID id) {
        return database.sql("DELETE FROM media WHERE id = $1")
                .bind(0, id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** What was measured of the same bytes for another message. Empty when no message has them. */
    public Mono<StoredFile> measured(String sha256) {
        return database.sql("SELECT * FROM media WHERE sha256 = $1 LIMIT 1")
                .bind(0, sha256)
                .map(MediaRowMapping::read)
                .one()
                .mapNotNull(MediaRow::stored);
    }

    /** What is said in these bytes, if they were heard already. */
    public Mono<String> transcriptOf(String sha256) {
        return database.sql("SELECT transcript FROM media WHERE sha256 = $1 AND transcript IS NOT NULL LIMIT 1")
                .bind(0, sha256)
                .map(row -> Columns.first(row, String.class))
                .one();
    }

    /** Files that were stored before that time, the longest kept first. */
    public Flux<MediaRow> keptBefore(String kind, Instant time, int limit) {
        return database.sql(
                        "SELECT * FROM media WHERE state = 'stored' AND kind = $1 AND stored_at < $2 ORDER BY stored_at LIMIT $3")
                .bind(0, kind)
                .bind(1, time)
                .bind(2, limit)
                .map(MediaRowMapping::read)
                .all();
    }

    /**
     * Files that are not stored, by id: of one chat, or all; failed and expired ones, or those that wait too.
     *
     * @param after the last id of the portion before
     */
    public Flux<MediaRow> missing(@Nullable String chat, boolean pendingToo, UUID after, int limit) {
        return database.sql("""
                SELECT * FROM media WHERE id > :after AND (CAST(:chat AS text) IS NULL OR chat = :chat)
                    AND state = ANY (:states) AND coalesce(reason, '') NOT IN ('retention', 'erased')
                ORDER BY id LIMIT :limit
                """)
                .bind("after", after)
                .bind("chat", Parameter.fromOrEmpty(chat, String.class))
                .bind(
                        "states",
                        pendingToo ? new String[] {"failed", "expired", "pending"} : new String[] {"failed", "expired"})
                .bind("limit", limit)
                .map(MediaRowMapping::read)
                .all();
    }

    /** All files of a message id: one, but for direct chats of several accounts. */
    public Flux<MediaRow> ofMessage(String messageId, @Nullable String chat) {
        return database.sql(
                        "SELECT * FROM media WHERE message_id = :id AND (CAST(:chat AS text) IS NULL OR chat = :chat) LIMIT 100")
                .bind("id", messageId)
                .bind("chat", Parameter.fromOrEmpty(chat, String.class))
                .map(MediaRowMapping::read)
                .all();
    }

    /** Which of these hashes a message's file has. */
    public Mono<List<String>> needed(List<String> hashes) {
        return database.sql("SELECT DISTINCT sha256 FROM media WHERE sha256 = ANY ($1)")
                .bind(0, hashes.toArray(String[]::new))
                .map(row -> Columns.first(row, String.class))
                .all()
                .collectList();
    }

    /** Which of these claims a file that waits still names. */
    public Mono<List<String>> claimed(List<String> claims) {
        return database.sql("SELECT DISTINCT claim FROM media WHERE claim = ANY ($1) AND state = 'pending'")
                .bind(0, claims.toArray(String[]::new))
                .map(row -> Columns.first(row, String.class))
                .all()
                .collectList();
    }
}
