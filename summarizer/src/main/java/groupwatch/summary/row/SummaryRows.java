package groupwatch.summary.row;

import groupwatch.events.EventCodec;
import groupwatch.events.summary.Summary;
import groupwatch.events.summary.SummaryContent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code summaries}. */
@Repository
public class SummaryRows {

    private final DatabaseClient database;

    SummaryRows(DatabaseClient database) {
        this.database = database;
    }

    /** The newest version; empty when there is none. */
    public Mono<SummaryVersion> latest(String group, LocalDate day) {
        return history(group, day, 1).next();
    }

    /** The versions of a day, the newest first. */
    public Flux<SummaryVersion> history(String group, LocalDate day, int limit) {
        return database.sql("SELECT * FROM summaries WHERE group_jid = $1 AND day = $2 ORDER BY version DESC LIMIT $3")
                .bind(0, group)
                .bind(1, day)
                .bind(2, limit)
                .map(SummaryRowMapping::read)
                .all();
    }

    /** The newest versions of days that are summarised, the newest days first, groups in the order of their JIDs. */
    public Flux<ListedSummary> list(SummaryFilter filter, int limit) {
        return database.sql("""
                SELECT DISTINCT ON (s.day, s.group_jid) s.*, d.changed_at FROM summaries s JOIN days d USING (group_jid, day)
                WHERE d.state NOT IN ('empty', 'quiet')
                    AND (CAST(:groups AS text[]) IS NULL OR s.group_jid = ANY (:groups))
                    AND (CAST(:from AS date) IS NULL OR s.day >= :from) AND (CAST(:to AS date) IS NULL OR s.day < :to)
                    AND (CAST(:afterDay AS date) IS NULL OR (s.day, s.group_jid) < (:afterDay, :afterGroup))
                ORDER BY s.day DESC, s.group_jid DESC, s.version DESC LIMIT :limit
                """)
                .bind("groups", texts(filter.groups()))
                .bind("from", Parameter.fromOrEmpty(filter.from(), LocalDate.class))
                .bind("to", Parameter.fromOrEmpty(filter.to(), LocalDate.class))
                .bind("afterDay", Parameter.fromOrEmpty(filter.afterDay(), LocalDate.class))
                .bind("afterGroup", filter.afterGroup())
                .bind("limit", limit)
                .map(row -> new ListedSummary(SummaryRowMapping.read(row), row.get("changed_at") != null))
                .all();
    }

    private static Parameter texts(@Nullable Collection<String> texts) {
        return Parameter.fromOrEmpty(texts == null ? null : texts.toArray(String[]::new), String[].class);
    }

    /** Within the transaction that decides the day. */
    public Mono<Void> add(SummaryVersion version) {
        Summary summary = version.summary();
        return database.sql("""
                INSERT INTO summaries (group_jid, day, version, group_name, zone, from_at, until_at, reissued, so_far, language, length,
                    messages, omitted, provider, model, content, sources, dropped, calls, parts, input_tokens, output_tokens, cost,
                    content_hash, written_at)
                VALUES (:group, :day, :version, :name, :zone, :from, :until, :reissued, :soFar, :language, :length,
                    :messages, :omitted, :provider, :model, CAST(:content AS jsonb), CAST(:sources AS jsonb), :dropped, :calls, :parts,
                    :input, :output, :cost, :hash, :writtenAt)
                """)
                .bind("group", summary.group())
                .bind("day", summary.date())
                .bind("version", summary.version())
                .bind("name", Parameter.fromOrEmpty(summary.groupName(), String.class))
                .bind("zone", summary.zone())
                .bind("from", summary.from())
                .bind("until", summary.to())
                .bind("reissued", summary.reissued())
                .bind("soFar", summary.soFar())
                .bind("language", summary.language())
                .bind("length", version.length().word())
                .bind("messages", summary.messages())
                .bind("omitted", summary.omitted())
                .bind("provider", summary.provider())
                .bind("model", summary.model())
                .bind("content", EventCodec.mapper().writeValueAsString(summary.content()))
                .bind("sources", EventCodec.mapper().writeValueAsString(version.sources()))
                .bind("dropped", summary.dropped())
                .bind("calls", version.calls())
                .bind("parts", version.parts())
                .bind("input", summary.tokens().input())
                .bind("output", summary.tokens().output())
                .bind("cost", Parameter.fromOrEmpty(summary.cost(), BigDecimal.class))
                .bind("hash", summary.contentHash())
                .bind("writtenAt", summary.writtenAt())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** The topic has it. */
    public Mono<Void> announced(Summary summary) {
        return database.sql("UPDATE summaries SET announced = true WHERE group_jid = $1 AND day = $2 AND version = $3")
                .bind(0, summary.group())
                .bind(1, summary.date())
                .bind(2, summary.version())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** What is left of a version after sentences were taken out. */
    public Mono<Void> withdraw(Summary summary, SummaryContent left, int withdrawn) {
        return database.sql("""
                UPDATE summaries SET content = $4::jsonb, withdrawn = withdrawn + $5 WHERE group_jid = $1 AND day = $2 AND version = $3
                """)
                .bind(0, summary.group())
                .bind(1, summary.date())
                .bind(2, summary.version())
                .bind(3, EventCodec.mapper().writeValueAsString(left))
                .bind(4, withdrawn)
                .fetch()
                .rowsUpdated()
                .then();
    }
}
