package groupwatch.store.retention;

import groupwatch.kit.security.Caller;
import groupwatch.store.retention.PastMessages.Count;
import groupwatch.store.retention.RetentionReport.DirectDue;
import groupwatch.store.retention.RetentionReport.Due;
import groupwatch.store.retention.RetentionReport.GroupDue;
import groupwatch.store.retention.RetentionReport.GroupLimit;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the limits and what is past them, by the queries that a run finds it with. */
@Component
class DryRun {

    private static final String GROUP = "@g.us";

    private final RetentionRules rules;
    private final PastMessages messages;
    private final PastFacts facts;
    private final PastMonths months;
    private final RetentionLease lease;

    DryRun(RetentionRules rules, PastMessages messages, PastFacts facts, PastMonths months, RetentionLease lease) {
        this.rules = rules;
        this.messages = messages;
        this.facts = facts;
        this.months = months;
        this.lease = lease;
    }

    /** A caller limited to groups is told of these alone. */
    Mono<RetentionReport> report(Caller caller) {
        return rules.ofGroups().flatMap(ofGroups -> {
            KeptSince keptSince = rules.keptSince(ofGroups);
            return due(keptSince, caller)
                    .zipWith(
                            lastRun(caller),
                            (due, last) -> new RetentionReport(
                                    rules.suite(),
                                    time(keptSince.suite()),
                                    limits(ofGroups, keptSince, caller),
                                    due,
                                    last.orElse(null)));
        });
    }

    private Mono<Optional<RetentionRun>> lastRun(Caller caller) {
        return caller.groups() == null ? lease.last().singleOptional() : Mono.just(Optional.empty());
    }

    private Mono<Due> due(KeptSince keptSince, Caller caller) {
        boolean all = caller.groups() == null;
        if (keptSince.keepsAll()) {
            return Mono.just(new Due(0, all ? 0L : null, List.of(), List.of(), null));
        }
        return Mono.zip(
                        messages.count(keptSince)
                                .filter(count -> mayRead(caller, count.chat()))
                                .collectList(),
                        all ? facts.count(keptSince) : Mono.just(0L),
                        months.find(keptSince).map(YearMonth::toString).collectList())
                .map(counted -> due(counted.getT1(), all ? counted.getT2() : null, counted.getT3()));
    }

    private static boolean mayRead(Caller caller, String chat) {
        return caller.groups() == null || chat.endsWith(GROUP) && caller.mayRead(chat);
    }

    private static Due due(List<Count> counts, @Nullable Long facts, List<String> months) {
        List<GroupDue> groups = counts.stream()
                .filter(count -> count.chat().endsWith(GROUP))
                .map(count -> new GroupDue(count.chat(), count.messages(), count.oldest()))
                .toList();
        DirectDue direct = counts.stream()
                .filter(count -> !count.chat().endsWith(GROUP))
                .map(count -> new DirectDue(count.messages(), count.oldest()))
                .reduce(DryRun::sum)
                .orElse(null);
        return new Due(counts.stream().mapToLong(Count::messages).sum(), facts, months, groups, direct);
    }

    private static DirectDue sum(DirectDue one, DirectDue other) {
        Instant oldest = one.oldest().isBefore(other.oldest()) ? one.oldest() : other.oldest();
        return new DirectDue(one.messages() + other.messages(), oldest);
    }

    private static List<GroupLimit> limits(Map<String, RetentionDays> ofGroups, KeptSince keptSince, Caller caller) {
        return ofGroups.entrySet().stream()
                .filter(entry -> caller.mayRead(entry.getKey()))
                .map(entry -> new GroupLimit(entry.getKey(), entry.getValue(), time(keptSince.of(entry.getKey()))))
                .toList();
    }

    private static @Nullable Instant time(Instant keptSince) {
        return keptSince.equals(KeptSince.ALWAYS) ? null : keptSince;
    }
}
