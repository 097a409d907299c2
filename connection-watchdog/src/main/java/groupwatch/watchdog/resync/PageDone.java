package groupwatch.watchdog.resync;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import groupwatch.kit.evolution.MessageRows;
import groupwatch.watchdog.coverage.DueDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Writes down that a page was compared, and what came of it, all or nothing. */
@Component
class PageDone {

    private final Runs runs;
    private final RunChats chats;
    private final Suspects suspects;
    private final ChatStates states;
    private final DueDays dueDays;
    private final TransactionalOperator transaction;
    private final ResyncMetrics metrics;

    PageDone(
            Runs runs,
            RunChats chats,
            Suspects suspects,
            ChatStates states,
            DueDays dueDays,
            TransactionalOperator transaction,
            ResyncMetrics metrics) {
        this.runs = runs;
        this.chats = chats;
        this.suspects = suspects;
        this.states = states;
        this.dueDays = dueDays;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /**
     * @param fresh what was published now
     */
    Mono<Void> write(Run run, RunChat chat, MessageRows page, Compared compared, List<Compared.Of> fresh) {
        int next = next(chat, page);
        boolean done = page.isLast() && next > chat.page();
        List<Suspects.Key> known =
                compared.known().stream().map(Compared.Of::key).toList();
        Mono<Void> rest = runs.progressed(run, page.rows().size())
                .then(suspects.found(run.account(), known))
                .then(suspects.takeOver(run, all(compared)))
                .then(suspects.published(
                        run, fresh.stream().map(Compared.Of::suspect).toList()))
                .then(states.compared(run, chatsOf(chat, compared, done)))
                .then(dueDays.compared(run.account(), days(compared)))
                .then(done && chat.again() ? suspects.looksAgain(run.id(), chat.jid()) : Mono.empty());
        return chats.turned(chat, next, page.pages(), page.total(), done)
                .filter(turned -> turned)
                .flatMap(turned -> rest.thenReturn(true))
                .as(transaction::transactional)
                .doOnNext(written -> count(compared, fresh))
                .then();
    }

    private static List<Suspects.Key> all(Compared compared) {
        return Stream.concat(compared.known().stream(), compared.unknown().stream())
                .map(Compared.Of::key)
                .toList();
    }

    private void count(Compared compared, List<Compared.Of> fresh) {
        metrics.page();
        metrics.known(compared.known().size());
        metrics.missing(fresh.size());
    }

    /** Rows that left the window, as an edited one does, moved those behind them to pages that were read already. */
    private static int next(RunChat chat, MessageRows page) {
        Long before = chat.total();
        long gone = before == null ? 0 : before - page.total();
        if (gone <= 0 || chat.page() == 1) {
            return chat.page() + 1;
        }
        long back = (gone + chat.size() - 1) / chat.size();
        return (int) Math.max(1, chat.page() - back);
    }

    private static Set<String> chatsOf(RunChat chat, Compared compared, boolean done) {
        return chat.asked() == null
                ? Stream.concat(compared.known().stream(), compared.unknown().stream())
                        .map(one -> one.row().chat())
                        .collect(toSet())
                : done ? Set.of(chat.jid()) : Set.of();
    }

    private static Map<String, Set<LocalDate>> days(Compared compared) {
        return Stream.concat(compared.known().stream(), compared.unknown().stream())
                .collect(groupingBy(one -> one.row().chat(), mapping(Compared.Of::day, toSet())));
    }
}
