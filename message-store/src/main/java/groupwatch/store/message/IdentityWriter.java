package groupwatch.store.message;

import groupwatch.events.identity.Jid;
import groupwatch.events.observed.IdentitiesLinked;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.Chats;
import groupwatch.store.receive.FactWriter;
import groupwatch.store.receive.Received;
import groupwatch.store.receive.StorableText;
import groupwatch.store.receive.StorableTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes who is who: which LID belongs to which number, what people call themselves, whose number an instance is. */
@Component
@Order(20)
class IdentityWriter implements FactWriter {

    private record Link(String lid, String phone) {}

    private record Name(String identity, String name, Instant at) {}

    private record Account(String instance, String jid) {}

    private static final Columns<Link> LINKS =
            new Columns<Link>().text("lid", Link::lid).text("phone", Link::phone);
    private static final Columns<Account> ACCOUNTS =
            new Columns<Account>().text("instance", Account::instance).text("jid", Account::jid);
    private static final Columns<Name> NAMES = new Columns<Name>()
            .text("identity", Name::identity)
            .text("name", Name::name)
            .time("at", Name::at);

    private static final String INSERT_LINKS = insert("identity_links", LINKS, "DO NOTHING");
    private static final String INSERT_ACCOUNTS = insert("accounts", ACCOUNTS, "DO NOTHING");
    private static final String INSERT_NAMES = insert("names", NAMES, """
            (identity) DO UPDATE SET name = excluded.name, at = excluded.at
            WHERE (excluded.at, excluded.name) > (t.at, t.name)""");

    private static final Comparator<Link> BY_LID =
            Comparator.comparing(Link::lid).thenComparing(Link::phone);
    private static final Comparator<Account> BY_INSTANCE =
            Comparator.comparing(Account::instance).thenComparing(Account::jid);
    private static final Comparator<Name> NEWEST =
            Comparator.comparing(Name::at).thenComparing(Name::name);

    private final DatabaseClient database;

    IdentityWriter(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> write(Batch batch) {
        Set<Link> links = new TreeSet<>(BY_LID);
        Set<Account> accounts = new TreeSet<>(BY_INSTANCE);
        Map<String, Name> names = new TreeMap<>();
        for (Received received : batch.received()) {
            if (isKept(batch, received)) {
                links(received).forEach(links::add);
                accounts(received).forEach(accounts::add);
            }
            names(batch, received).forEach(name -> names.merge(name.identity(), name, BinaryOperator.maxBy(NEWEST)));
        }
        return execute(LINKS, INSERT_LINKS, links)
                .then(execute(ACCOUNTS, INSERT_ACCOUNTS, accounts))
                .then(execute(NAMES, INSERT_NAMES, names.values()));
    }

    /** Of a chat that is not captured, not even who takes part is kept. */
    private static boolean isKept(Batch batch, Received received) {
        List<Observation> content = received.observed().observations().stream()
                .filter(Chats::isContent)
                .toList();
        return content.isEmpty() || content.stream().anyMatch(observation -> batch.captures(Chats.of(observation)));
    }

    private static Stream<Link> links(Received received) {
        return observations(received, IdentitiesLinked.class)
                .map(linked -> new Link(linked.lid().value(), linked.phone().value()));
    }

    private static Stream<Account> accounts(Received received) {
        String instance = received.observed().instance();
        Jid account = received.observed().account();
        return instance == null || account == null ? Stream.empty() : Stream.of(new Account(instance, account.value()));
    }

    private static Stream<Name> names(Batch batch, Received received) {
        return observations(received, MessageSeen.class)
                .filter(seen -> batch.captures(seen.chat().value()))
                .flatMap(IdentityWriter::names);
    }

    private static Stream<Name> names(MessageSeen seen) {
        String name = seen.senderName();
        if (name == null || name.isBlank()) {
            return Stream.empty();
        }
        Instant at = StorableTime.orEpoch(seen.sentAt());
        return Stream.of(seen.sender().phone(), seen.sender().lid())
                .flatMap(Stream::ofNullable)
                .map(jid -> new Name(jid.value(), StorableText.of(name), at));
    }

    private static <O> Stream<O> observations(Received received, Class<O> type) {
        return received.observed().observations().stream()
                .filter(type::isInstance)
                .map(type::cast);
    }

    private <R> Mono<Void> execute(Columns<R> columns, String sql, Collection<R> rows) {
        return rows.isEmpty()
                ? Mono.empty()
                : columns.bind(database.sql(sql), List.copyOf(rows))
                        .fetch()
                        .rowsUpdated()
                        .then();
    }

    private static String insert(String table, Columns<?> columns, String onConflict) {
        return "INSERT INTO %1$s AS t (%3$s) SELECT %3$s FROM %2$s AS n(%3$s) ON CONFLICT %4$s"
                .formatted(table, columns.unnest(), columns.names(), onConflict);
    }
}
