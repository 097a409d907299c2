package groupwatch.store.retention;

import groupwatch.store.partition.Partitions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The months that lie wholly before every limit; that of no chat must be for ever. */
@Component
class PastMonths {

    private final Partitions partitions;

    PastMonths(Partitions partitions) {
        this.partitions = partitions;
    }

    /** Oldest first. */
    Flux<YearMonth> find(KeptSince keptSince) {
        return partitions.months().filter(month -> !end(month).isAfter(keptSince.earliest()));
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
