package groupwatch.summary.write.testing;

import groupwatch.summary.write.compose.Drafts;
import groupwatch.summary.write.compose.KeptDraft;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pieces of one day, as the database keeps them. */
public final class KeptInMemory implements Drafts {

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    private record Row(String whole, KeptDraft draft) {}

    public List<KeptDraft> all() {
        return rows.values().stream().map(Row::draft).toList();
    }

    @Override
    public Flux<KeptDraft> find(String group, LocalDate day, String whole, Collection<String> parts) {
        return Flux.defer(() -> {
            rows.entrySet()
                    .removeIf(row -> !parts.contains(row.getKey())
                            && !row.getValue().whole().equals(whole));
            return Flux.fromIterable(all());
        });
    }

    @Override
    public Mono<Void> keep(String group, LocalDate day, String whole, KeptDraft draft) {
        return Mono.fromRunnable(() -> rows.put(draft.hash(), new Row(whole, draft)));
    }

    @Override
    public Mono<Void> forget(String group, LocalDate day) {
        return Mono.fromRunnable(rows::clear);
    }
}
