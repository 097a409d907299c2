package groupwatch.summary.write.compose;

import java.time.LocalDate;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finished pieces of long days, kept until the day is whole, so that what was paid for is not paid for again when a later piece fails. Kept for
 * three days at most.
 */
public interface Drafts {

    /**
     * The pieces of a day that still stand: those of one of these parts, and those merged of exactly these parts. All others of the day rest on
     * messages that changed, or on another wish, and are deleted.
     *
     * @param whole the hash of all parts together
     * @param parts the hash of each part
     */
    Flux<KeptDraft> find(String group, LocalDate day, String whole, Collection<String> parts);

    /** One that is there already is replaced. */
    Mono<Void> keep(String group, LocalDate day, String whole, KeptDraft draft);

    /** All of a day. */
    Mono<Void> forget(String group, LocalDate day);

    /** Where nothing is kept. */
    static Drafts none() {
        return new Drafts() {
            @Override
            public Flux<KeptDraft> find(String group, LocalDate day, String whole, Collection<String> parts) {
                return Flux.empty();
            }

            @Override
            public Mono<Void> keep(String group, LocalDate day, String whole, KeptDraft draft) {
                return Mono.empty();
            }

            @Override
            public Mono<Void> forget(String group, LocalDate day) {
                return Mono.empty();
            }
        };
    }
}
