package groupwatch.summary.changed;

import groupwatch.kit.database.Migration;
import groupwatch.kit.kafka.BatchHandler;
import groupwatch.kit.kafka.BatchResult;
import groupwatch.kit.kafka.IncomingRecord;
import groupwatch.summary.row.DayRows;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A batch of the messages topic: the decided days of messages that came, were edited or revoked are marked, and so are those in which they are
 * answered. A message that was read already marks its day too; on the next run the day turns out to be the same, and nothing is written.
 */
@Component
class ChangedDays implements BatchHandler {

    private final DayRows days;
    private final Migration migration;

    ChangedDays(DayRows days, Migration migration) {
        this.days = days;
        this.migration = migration;
    }

    @Override
    public Mono<BatchResult> handle(List<IncomingRecord> records) {
        return migration
                .done()
                .then(Mono.fromCallable(() -> Heard.of(records)).subscribeOn(Schedulers.parallel()))
                .flatMap(heard -> sent(heard).then(answered(heard)).thenReturn(heard.result()))
                .checkpoint("mark days whose messages changed");
    }

    private Mono<Long> sent(Heard heard) {
        List<Moment> moments = List.copyOf(heard.moments());
        return moments.isEmpty()
                ? Mono.empty()
                : days.markChanged(
                        moments.stream().map(Moment::group).toList(),
                        moments.stream().map(Moment::sentAt).toList());
    }

    private Mono<Long> answered(Heard heard) {
        return heard.changed().isEmpty() ? Mono.empty() : days.markAnswered(heard.changedGroups(), heard.changedIds());
    }
}
