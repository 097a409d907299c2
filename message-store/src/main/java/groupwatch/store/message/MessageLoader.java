package groupwatch.store.message;

import groupwatch.events.EventCodec;
import groupwatch.events.message.Message;
import groupwatch.store.MessageStoreProperties;
import groupwatch.store.message.Fact.Acknowledged;
import groupwatch.store.message.Fact.CallStep;
import groupwatch.store.message.Fact.Edited;
import groupwatch.store.message.Fact.Reacted;
import groupwatch.store.message.Fact.Revoked;
import groupwatch.store.message.Fact.Voted;
import groupwatch.store.people.PeopleRepository;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JavaType;

/** Reads messages as they are shown: three queries, however many messages. */
@Component
public class MessageLoader {

    /** Row and facts of each message in one go, so that they are of one moment. */
    private static final String KNOWN = """
            SELECT %s, k.revision, a.account,
                (SELECT jsonb_agg(jsonb_build_object('instance', instance, 'fromMe', from_me,
                        'origin', (ARRAY['webhook', 'history', 'resync', 'import'])[origin + 1]))
                    FROM message_sightings f WHERE f.scope = k.scope AND f.id = k.id)::text AS sightings,
                (SELECT jsonb_agg(jsonb_build_object('at', at, 'exact', exact, 'text', text))
                    FROM message_edits f WHERE f.scope = k.scope AND f.id = k.id)::text AS edits,
                (SELECT jsonb_agg(jsonb_build_object('at', at, 'by',
                        jsonb_build_object('phone', nullif(by_phone, ''), 'lid', nullif(by_lid, ''))))
                    FROM message_revokes f WHERE f.scope = k.scope AND f.id = k.id)::text AS revokes,
                (SELECT jsonb_agg(jsonb_build_object('at', at, 'emoji', emoji, 'by',
                        jsonb_build_object('phone', nullif(by_phone, ''), 'lid', nullif(by_lid, ''))))
                    FROM reactions f WHERE f.scope = k.scope AND f.id = k.id)::text AS reactions,
                (SELECT jsonb_agg(jsonb_build_object('at', at, 'exact', exact, 'options', options, 'by',
                        jsonb_build_object('phone', nullif(by_phone, ''), 'lid', nullif(by_lid, ''))))
                    FROM poll_votes f WHERE f.scope = k.scope AND f.id = k.id)::text AS votes,
                (SELECT jsonb_agg(jsonb_build_object('at', at, 'status', status, 'by',
                        jsonb_build_object('phone', nullif(by_phone, ''), 'lid', nullif(by_lid, ''))))
                    FROM receipts f WHERE f.scope = k.scope AND f.id = k.id)::text AS receipts,
                (SELECT jsonb_agg(jsonb_build_object('at', at, 'status', status, 'video', video, 'group', is_group))
                    FROM calls f WHERE f.scope = k.scope AND f.id = k.id)::text AS calls,
                (SELECT %s
                    FROM message_media f WHERE f.scope = k.scope AND f.id = k.id)::text AS media
            FROM unnest($1::text[], $2::text[]) AS wanted(scope, id)
                JOIN message_keys k USING (scope, id)
                JOIN messages m ON m.scope = k.scope AND m.id = k.id AND m.sent_at = k.sent_at
                LEFT JOIN LATERAL (
                    -- who sent from a linked account that the gateway did not name
                    SELECT min(accounts.jid) AS account
                    FROM message_sightings f JOIN accounts USING (instance)
                    WHERE m.from_me AND m.sender_phone = '' AND m.sender_lid = ''
                        AND f.scope = k.scope AND f.id = k.id AND f.from_me
                    HAVING count(DISTINCT accounts.jid) = 1) a ON true
            """.formatted(MessageRows.COLUMNS, MediaResult.JSON);

    private final DatabaseClient database;
    private final PeopleRepository people;
    private final MessageFold fold;

    MessageLoader(DatabaseClient database, PeopleRepository people, MessageStoreProperties properties) {
        this.database = database;
        this.people = people;
        this.fold = new MessageFold(properties.revokedContent());
    }

    /** The messages of these keys for everybody, in their order; those not (yet) there are left out. */
    public Mono<Map<MessageKey, Message>> load(Collection<MessageKey> keys) {
        return loadKnown(keys).map(loaded -> {
            Map<MessageKey, Message> inOrder = new LinkedHashMap<>();
            keys.stream()
                    .filter(loaded::has)
                    .forEach(key -> inOrder.put(key, loaded.message(key).withoutClaim()));
            return inOrder;
        });
    }

    Mono<Loaded> loadKnown(Collection<MessageKey> keys) {
        return loadKnown(keys, Map.of());
    }

    /** @param known what the rows of some of them say, which need not be read */
    Mono<Loaded> loadKnown(Collection<MessageKey> keys, Map<MessageKey, Known> known) {
        List<MessageKey> unknown =
                keys.stream().filter(key -> !known.containsKey(key)).toList();
        return read(unknown)
                .map(rows -> Stream.concat(
                                rows.stream(), keys.stream().map(known::get).filter(Objects::nonNull))
                        .toList())
                .flatMap(this::folded);
    }

    private Mono<List<Known>> read(List<MessageKey> keys) {
        if (keys.isEmpty()) {
            return Mono.just(List.of());
        }
        return database.sql(KNOWN)
                .bind(0, keys.stream().map(MessageKey::scope).toArray(String[]::new))
                .bind(1, keys.stream().map(MessageKey::id).toArray(String[]::new))
                .map(MessageLoader::known)
                .all()
                .collectList();
    }

    private Mono<Loaded> folded(List<Known> all) {
        Set<String> jids = Persons.jids(all.stream().flatMap(Known::people).toList());
        return people.behind(jids).map(Persons::new).map(who -> {
            Map<MessageKey, Known> known = all.stream()
                    .collect(Collectors.toMap(one -> one.message().key(), one -> one, (first, same) -> first));
            Map<MessageKey, Message> messages = new LinkedHashMap<>();
            known.forEach((key, one) -> messages.put(key, fold.fold(one, who)));
            return new Loaded(known, messages, who);
        });
    }

    private static Known known(Readable row) {
        StoredMessage message = MessageRows.message(row);
        String account = row.get("account", String.class);
        return new Known(
                account == null ? message : message.sentBy(Persons.seen(account)),
                Objects.requireNonNull(row.get("revision", Long.class)),
                facts(row, "sightings", Sighting.class),
                facts(row, "edits", Edited.class),
                facts(row, "revokes", Revoked.class),
                facts(row, "reactions", Reacted.class),
                facts(row, "votes", Voted.class),
                facts(row, "receipts", Acknowledged.class),
                facts(row, "calls", CallStep.class),
                media(row));
    }

    static @Nullable MediaResult media(Readable row) {
        String json = row.get("media", String.class);
        return json == null ? null : EventCodec.mapper().readValue(json, MediaResult.class);
    }

    static <F> List<F> facts(Readable row, String column, Class<F> type) {
        String json = row.get(column, String.class);
        if (json == null) {
            return List.of();
        }
        JavaType list = EventCodec.mapper().getTypeFactory().constructCollectionType(List.class, type);
        return EventCodec.mapper().readValue(json, list);
    }
}
