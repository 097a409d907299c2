package groupwatch.report.build;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.report.content.KeywordAlert;
import groupwatch.report.content.KeywordAlert.Found;
import groupwatch.report.content.KeywordAlert.Hit;
import groupwatch.report.plan.Report;
import groupwatch.report.plan.Search;
import groupwatch.report.read.SearchHit;
import groupwatch.report.read.SearchPage;
import groupwatch.report.read.StoreClient;
import groupwatch.report.schedule.Period;
import groupwatch.report.search.CheckSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What saved searches found that no run has told. Looks back further than the period, for messages that were filled in late; what was sent before
 * the first run's period is not told.
 */
@Component
class KeywordReport {

    private static final Duration LOOK_BACK = Duration.ofDays(7);
    private static final int MOST_PAGES = 50;

    /** The search takes no longer queries. */
    private static final int LONGEST_QUERY = 1000;

    private final StoreClient store;
    private final CheckSearch check;
    private final ToldHits told;

    KeywordReport(StoreClient store, CheckSearch check, ToldHits told) {
        this.store = store;
        this.check = check;
        this.told = told;
    }

    /**
     * A search of a run.
     *
     * @param since what was sent before is not told
     */
    private record Looking(Report report, Period period, Search search, Instant since) {

        boolean wants(SearchHit hit) {
            return !hit.revoked() && hit.sentAt() != null && isWithin(hit.sentAt());
        }

        private boolean isWithin(Instant sentAt) {
            return !sentAt.isBefore(since) && sentAt.isBefore(period.until());
        }

        /** Whether the search is there: its newest come first. */
        boolean isPast(SearchPage page) {
            return !page.hits().isEmpty()
                    && page.hits().getLast().sentAt() != null
                    && page.hits().getLast().sentAt().isBefore(since);
        }

        /** So that the store looks through no older months. What begins with OR is none, and must not become one. */
        String narrowed() {
            String query = "after:" + since + " " + search.query();
            boolean joins = search.query().strip().toLowerCase(Locale.ROOT).matches("(or|\\|)(\\s.*)?");
            return joins || query.length() > LONGEST_QUERY ? search.query() : query;
        }
    }

    Mono<KeywordAlert> build(Report report, Period period) {
        return Flux.fromIterable(report.searches())
                .concatMap(search -> looking(report, period, search).flatMap(this::found))
                .collectList()
                .map(searches -> new KeywordAlert(period, searches));
    }

    private Mono<Looking> looking(Report report, Period period, Search search) {
        Instant weekBefore = period.until().minus(LOOK_BACK);
        Instant lookBack = period.from().isBefore(weekBefore) ? period.from() : weekBefore;
        return told.since(report.id(), search)
                .defaultIfEmpty(period.from())
                .map(known -> new Looking(report, period, search, known.isAfter(lookBack) ? known : lookBack));
    }

    private Mono<Found> found(Looking looking) {
        return found(looking, looking.narrowed())
                .onErrorResume(
                        KeywordReport::isRefused,
                        error -> check.problemWith(looking.search().query())
                                .map(problem -> new Found(looking.search(), List.of(), 0, problem))
                                // it can be that it is too long only with what was added
                                .switchIfEmpty(Mono.defer(
                                        () -> found(looking, looking.search().query()))));
    }

    private static boolean isRefused(Throwable error) {
        return error instanceof ServiceUnavailableException away && away.is(400);
    }

    private Mono<Found> found(Looking looking, String query) {
        FoundHits hits = new FoundHits();
        return Flux.fromIterable(SearchScopes.of(looking.report().groups()))
                .concatMap(groups -> store.search(
                                groups, query, looking.period().zone(), null)
                        .expand(page -> page.next() == null || hits.isFull() || looking.isPast(page)
                                ? Mono.empty()
                                : store.search(groups, query, looking.period().zone(), page.next()))
                        .take(MOST_PAGES)
                        .concatMap(page -> untold(looking, page), 1))
                .doOnNext(hits::add)
                .then(Mono.fromSupplier(() -> hits.found(looking.search())));
    }

    private Flux<Hit> untold(Looking looking, SearchPage page) {
        List<SearchHit> wanted = page.hits().stream().filter(looking::wants).toList();
        List<HitKey> keys = wanted.stream().map(KeywordReport::key).toList();
        return told.told(looking.report().id(), looking.search(), keys)
                .flatMapIterable(before -> wanted.stream()
                        .filter(hit -> !before.contains(key(hit)))
                        .map(KeywordReport::hit)
                        .toList());
    }

    private static HitKey key(SearchHit hit) {
        return new HitKey(hit.group().jid(), hit.message());
    }

    private static Hit hit(SearchHit hit) {
        Excerpt excerpt = Excerpt.of(hit.text(), hit.marks());
        return new Hit(hit.group(), hit.message(), hit.sender(), hit.sentAt(), excerpt.text(), excerpt.marks());
    }
}
