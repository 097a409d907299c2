package groupwatch.summary.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What language models were used for, day by day, and what is left of today's budget. */
@RestController
class UsageController {

    private final LedgerRows rows;
    private final Budget budget;
    private final BudgetSettings settings;
    private final Clock clock;

    UsageController(LedgerRows rows, Budget budget, BudgetSettings settings, Clock clock) {
        this.rows = rows;
        this.budget = budget;
        this.settings = settings;
        this.clock = clock;
    }

    /** A page; {@code next} is the cursor of the following one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UsagePage(
            BudgetState budget, List<Usage> items, @Nullable String next) {}

    /** Of the groups that the caller may see; what was for several only for who may see all. */
    @GetMapping("/summaries/usage")
    Mono<UsagePage> usage(@RequestParam MultiValueMap<String, String> parameters) {
        UsageQuery query = UsageQuery.of(parameters, LocalDate.now(clock.withZone(settings.zone())));
        return CurrentCaller.get()
                .flatMap(caller -> rows.between(
                                query.from(), query.to(), groups(query, caller), query.after(), query.limit() + 1)
                        .collectList())
                .zipWith(budget.state(), (items, state) -> page(state, items, query.limit()));
    }

    private static @Nullable Set<String> groups(UsageQuery query, Caller caller) {
        if (query.group() == null) {
            return caller.groups();
        }
        return caller.mayRead(query.group()) ? Set.of(query.group()) : Set.of();
    }

    private static UsagePage page(BudgetState state, List<Usage> items, int limit) {
        return items.size() <= limit
                ? new UsagePage(state, items, null)
                : new UsagePage(
                        state,
                        items.subList(0, limit),
                        UsageKey.of(items.get(limit - 1)).cursor());
    }
}
