package groupwatch.store.message;

import groupwatch.store.activity.ActivityMarks;
import groupwatch.store.partition.Partitions;
import groupwatch.store.receive.Batch;
import groupwatch.store.receive.FactWriter;
import groupwatch.store.receive.Received;
import groupwatch.store.search.words.GroupLanguages;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes messages and what happened to them; announces what changed once it is committed. */
@Component
@Order(10)
class MessageWriter implements FactWriter {

    private final MessageRows rows;
    private final FactTables tables;
    private final Partitions partitions;
    private final RowWords words;
    private final GroupLanguages languages;
    private final MessageAnnouncements announcements;
    private final ActivityMarks marks;

    MessageWriter(
            MessageRows rows,
            FactTables tables,
            Partitions partitions,
            RowWords words,
            GroupLanguages languages,
            MessageAnnouncements announcements,
            ActivityMarks marks) {
        this.rows = rows;
        this.partitions = partitions;
        this.tables = tables;
        this.words = words;
        this.languages = languages;
        this.announcements = announcements;
        this.marks = marks;
    }

    /** A message from years ago finds its month's partition. */
    @Override
    public Mono<Void> prepare(Batch batch) {
        return partitions.ensure(MessageFacts.months(batch)).then(languages.refresh());
    }

    @Override
    public Mono<Void> write(Batch batch) {
        MessageFacts facts = MessageFacts.of(batch);
        return facts.isEmpty() ? Mono.empty() : rows.lock(facts).flatMap(locks -> write(batch, facts, locks));
    }

    private Mono<Void> write(Batch batch, MessageFacts facts, Map<MessageKey, MessageRows.Lock> locks) {
        return Mono.zip(rows.write(facts, locks), Mono.defer(() -> tables.write(facts)))
                .flatMap(both -> note(batch, facts, locks, both.getT1(), both.getT2()))
                .then(Mono.defer(() -> words.write(facts, locks)));
    }

    private Mono<Void> note(
            Batch batch,
            MessageFacts facts,
            Map<MessageKey, MessageRows.Lock> locks,
            MessageRows.Written written,
            List<Told<? extends Fact>> told) {
        note(batch, new Changes(told(facts, written.stored()), told), Fresh.of(facts, locks));
        return marks.mark(Touched.quarters(written, told, locks));
    }

    /** Messages whose content came with this batch, or came with the same record before. */
    private static List<StoredMessage> told(MessageFacts facts, List<StoredMessage> stored) {
        Set<Source> sources = new HashSet<>();
        facts.messages.told().forEach(told -> sources.add(told.fact().source()));
        return stored.stream()
                .filter(message -> sources.contains(message.source()))
                .toList();
    }

    private void note(Batch batch, Changes changes, Map<MessageKey, Known> fresh) {
        Set<Source> sources = changes.sources();
        batch.received().stream()
                .map(Received::record)
                .filter(record -> sources.contains(Source.of(record)))
                .forEach(batch::stored);
        batch.announce(announcements.of(changes, fresh));
    }
}
