package groupwatch.watchdog.coverage;

import groupwatch.events.link.Outage;
import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.watchdog.account.Account;
import groupwatch.watchdog.account.Accounts;
import groupwatch.watchdog.link.Outages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger over HTTP. */
@RestController
class CoverageController {

    private static final int MOST_DAYS = 400;
    private static final int USUAL_DAYS = 7;

    private final CoverageDays days;
    private final Accounts accounts;
    private final Outages outages;
    private final Clock clock;

    CoverageController(CoverageDays days, Accounts accounts, Outages outages, Clock clock) {
        this.days = days;
        this.accounts = accounts;
        this.outages = outages;
        this.clock = clock;
    }

    /** Which days are asked for. */
    private record Span(LocalDate from, LocalDate until) {

        Instant begin() {
            return from.atStartOfDay().toInstant(ZoneOffset.UTC);
        }

        Instant end() {
            return until.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }

    /**
     * {@code GET /coverage?from=&to=&account=&group=&limit=&cursor=}: by day (UTC; {@code to} is the day after the last), account and
     * group how complete it is; without {@code from} the last 7 days. A caller limited to groups is told of these alone.
     */
    @GetMapping("/coverage")
    Mono<Page<CoverageItem>> coverage(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("from", "to", "account", "group", "limit", "cursor"));
        Span span = span(query);
        int limit = query.limit();
        String account = query.text("account");
        String group = query.text("group");
        CoverageCursor cursor = CoverageCursor.of(query.text("cursor"));
        return CurrentCaller.get()
                .flatMapMany(caller ->
                        days.list(span.from(), span.until(), account, groups(caller, group), cursor, limit + 1))
                .collectList()
                .flatMap(found -> items(found, span))
                .map(items -> Page.of(items, limit, CoverageCursor::after));
    }

    private Span span(Query query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate until = Objects.requireNonNullElse(query.day("to"), today.plusDays(1));
        LocalDate from = Objects.requireNonNullElse(query.day("from"), until.minusDays(USUAL_DAYS));
        if (!from.isBefore(until)) {
            throw Query.bad("to", "must be after from: it is the day after the last");
        }
        if (ChronoUnit.DAYS.between(from, until) > MOST_DAYS) {
            throw Query.bad("from", "must be at most " + MOST_DAYS + " days before to");
        }
        return new Span(from, until);
    }

    /** Absent: all. */
    private static @Nullable Set<String> groups(Caller caller, @Nullable String group) {
        if (group == null) {
            return caller.groups();
        }
        return caller.mayRead(group) ? Set.of(group) : Set.of();
    }

    private Mono<List<CoverageItem>> items(List<CoverageDay> found, Span span) {
        Instant now = clock.instant();
        return Mono.zip(accounts.all().collectMap(Account::id, Account::createdAt), down(found, span))
                .map(known -> found.stream()
                        .map(day -> day.with(
                                known.getT2().getOrDefault(day.account(), List.of()),
                                known.getT1().getOrDefault(day.account(), Instant.EPOCH),
                                now))
                        .toList());
    }

    private Mono<Map<String, List<Outage>>> down(List<CoverageDay> found, Span span) {
        return Flux.fromStream(() -> found.stream().map(CoverageDay::account).distinct())
                .concatMap(account -> outages.between(account, span.begin(), span.end())
                        .collectList()
                        .map(all -> Map.entry(account, all)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
