package groupwatch.report.plan;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.report.search.CheckSearch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What callers may do with reports. Who is limited to groups has the reports that tell of nothing but those; others are not there for them. */
@Component
public class Reports {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final ReportRows rows;
    private final PlanSettings settings;
    private final CheckSearch checkSearch;
    private final Clock clock;

    Reports(ReportRows rows, PlanSettings settings, CheckSearch checkSearch, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.checkSearch = checkSearch;
        this.clock = clock;
    }

    /** The report, when the caller has it; fails with 404 when not, also for what is no id. */
    public Mono<PlannedReport> visible(String id) {
        return caller().flatMap(caller -> found(id(id), caller.groups()));
    }

    private Mono<PlannedReport> found(UUID id, @Nullable Set<String> mine) {
        return rows.find(id, mine).switchIfEmpty(Mono.error(Reports::none));
    }

    /** Those that the caller has, the oldest first. */
    public Flux<PlannedReport> list(@Nullable String cursor, int limit) {
        ListedAfter after = ListedAfter.read(cursor);
        return caller().flatMapMany(caller -> rows.list(caller.groups(), after, limit));
    }

    /** Where the next page of a list begins. */
    public static String cursor(Report last) {
        return ListedAfter.of(last).cursor();
    }

    /**
     * Once a key.
     *
     * @param key absent: each time
     * @param contentHash of what was asked for: the same key with another is refused with 422
     */
    public Mono<PlannedReport> add(Wanted wanted, @Nullable String key, String contentHash) {
        return caller().flatMap(caller -> checked(caller, wanted)
                .then(Mono.defer(
                        () -> added(wanted, new MadeWith(caller.subject(), key, contentHash), caller.groups()))));
    }

    private Mono<PlannedReport> added(Wanted wanted, MadeWith with, @Nullable Set<String> mine) {
        Instant now = now();
        Report report = wanted.report(UUID.randomUUID(), now, now);
        return rows.add(report, with, wanted.nextAfter(now), settings.mostReports())
                .flatMap(added -> added ? rows.find(report.id()) : madeBefore(with, mine));
    }

    /** As it is now: others may have changed it to what the caller does not see. */
    private Mono<PlannedReport> madeBefore(MadeWith with, @Nullable Set<String> mine) {
        return Mono.justOrEmpty(with.key())
                .flatMap(key -> rows.madeWith(with.subject(), key))
                .switchIfEmpty(Mono.error(this::tooMany))
                .map(made -> sameAsBefore(made, with))
                .flatMap(id -> found(id, mine));
    }

    private static UUID sameAsBefore(ReportRows.Made made, MadeWith with) {
        if (!made.contentHash().equals(with.contentHash())) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key came with another report before.");
        }
        return made.id();
    }

    private ProblemException tooMany() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "too-many-reports",
                "There are " + settings.mostReports()
                        + " reports already, as many as groupwatch.report.most-reports allows.");
    }

    /** As a whole. It stays due when it was, unless something is changed that says when. */
    public Mono<PlannedReport> change(String id, Wanted wanted) {
        return caller().flatMap(caller -> found(id(id), caller.groups())
                .flatMap(planned -> checked(caller, wanted).thenReturn(planned.report()))
                .flatMap(report -> changed(report, wanted, caller.groups())));
    }

    private Mono<PlannedReport> changed(Report report, Wanted wanted, @Nullable Set<String> mine) {
        Instant now = now();
        return rows.change(wanted.report(report.id(), report.createdAt(), now), wanted.nextAfter(now), mine)
                .then(found(report.id(), mine));
    }

    public Mono<Void> remove(String id) {
        return caller().flatMap(caller -> rows.remove(id(id), caller.groups()))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(Reports::none))
                .then();
    }

    private Mono<Void> checked(Caller caller, Wanted wanted) {
        Set<String> mine = caller.groups();
        if (mine != null && (wanted.groups().isEmpty() || !mine.containsAll(wanted.groups()))) {
            return Mono.error(new ProblemException(
                            HttpStatus.FORBIDDEN,
                            "forbidden",
                            "groups must name groups that you may see, and only those")
                    .with("parameter", "groups"));
        }
        return understood(wanted.searches());
    }

    private Mono<Void> understood(List<Search> searches) {
        return Flux.range(0, searches.size())
                .concatMap(at -> checkSearch
                        .problemWith(searches.get(at).query())
                        .flatMap(sentence -> Mono.error(wrongQuery(at, sentence))))
                .onErrorMap(ServiceUnavailableException.class, error -> nobodyKnows())
                .then();
    }

    private static ProblemException wrongQuery(int at, String sentence) {
        String field = "searches[" + at + "].query";
        return ProblemException.badParameter(field, field + ": " + sentence);
    }

    private static ProblemException nobodyKnows() {
        return ProblemException.unavailable(
                "The message store does not answer: whether it understands the searches cannot be told now.",
                RETRY_AFTER_SECONDS);
    }

    private static Mono<Caller> caller() {
        return CurrentCaller.get().switchIfEmpty(Mono.error(Reports::none));
    }

    /** No finer than the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException error) {
            throw none();
        }
    }

    private static ProblemException none() {
        return ProblemException.notFound("There is no such report.");
    }
}
