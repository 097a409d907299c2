package groupwatch.store.raw;

import groupwatch.store.MessageStoreProperties;
import groupwatch.store.partition.Partitions;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.FactWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps a batch's raw events. Where revoked content is wiped, theirs is wiped at the end of the same transaction. */
@Component
@Order(RawWriter.ORDER)
class RawWriter implements FactWriter {

    /** Right after the messages: names and groups, which many batches share, are then locked for a shorter time. */
    static final int ORDER = 15;

    /** Between bodies: valid JSON has no such byte. */
    private static final char SEPARATOR = '\u001f';

    private static final String INSERT = """
            INSERT INTO store.raw_events (received_on, source_topic, source_partition, source_offset, item, received_at, chat,
                scope, message_id, target_id, body)
            SELECT * FROM unnest($1::text[]::date[], $2::text[], $3::int[], $4::bigint[], $5::int[], $6::text[]::timestamptz[], $7::text[],
                $8::text[], $9::text[], $10::text[], string_to_array($11, E'\\x1f'))
            ON CONFLICT DO NOTHING
            """;

    private final DatabaseClient database;
    private final Partitions partitions;
    private final RawDays days;
    private final boolean enabled;

    RawWriter(DatabaseClient database, Partitions partitions, RawDays days, MessageStoreProperties properties) {
        this.database = database;
        this.partitions = partitions;
        this.days = days;
        this.enabled = properties.raw().enabled();
    }

    @Override
    public Mono<Void> prepare(Batch batch) {
        if (!enabled) {
            return Mono.empty();
        }
        return partitions.ensureRawDays(batch.received().stream()
                .map(received -> received.record().timestamp())
                .filter(days::isKept)
                .map(days::day)
                .collect(Collectors.toSet()));
    }

    @Override
    public Mono<Void> write(Batch batch) {
        if (!enabled) {
            return Mono.empty();
        }
        List<RawItem> items = RawItems.of(batch).stream()
                .filter(item -> days.isKept(item.record().timestamp()))
                .toList();
        if (items.isEmpty()) {
            return Mono.empty();
        }
        return insert(items);
    }

    private Mono<Void> insert(List<RawItem> items) {
        return database.sql(INSERT)
                .bind(
                        0,
                        column(
                                items,
                                item -> days.day(item.record().timestamp()).toString(),
                                String[]::new))
                .bind(1, column(items, item -> item.record().topic(), String[]::new))
                .bind(2, column(items, item -> item.record().partition(), Integer[]::new))
                .bind(3, column(items, item -> item.record().offset(), Long[]::new))
                .bind(4, column(items, RawItem::number, Integer[]::new))
                .bind(5, column(items, item -> item.record().timestamp().toString(), String[]::new))
                .bind(6, column(items, item -> item.subject().chat(), String[]::new))
                .bind(7, column(items, item -> item.subject().scope(), String[]::new))
                .bind(8, column(items, item -> item.subject().messageId(), String[]::new))
                .bind(9, column(items, item -> item.subject().targetId(), String[]::new))
                .bind(10, bodies(items))
                .then();
    }

    /** All in one text: an array would have every quotation mark in them escaped here and found again there. */
    private static String bodies(List<RawItem> items) {
        return items.stream().map(RawItem::body).collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    private static <V> V[] column(List<RawItem> items, Function<RawItem, @Nullable V> value, IntFunction<V[]> array) {
        return items.stream().map(value).toArray(array);
    }
}
