package groupwatch.watchdog.resync;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import groupwatch.kit.client.ServiceUnavailableException;
import groupwatch.watchdog.coverage.DueDays;
import groupwatch.watchdog.read.Retention;
import groupwatch.watchdog.read.StoreClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks whether what was published has arrived: filled in, published once more, or suspected missing. Never for ever. */
@Component
class LookAgain {

    private static final Duration STORE_AWAY = Duration.ofSeconds(20);

    private final StoreClient store;
    private final Suspects suspects;
    private final LookedFor lookedFor;
    private final Runs runs;
    private final RunChats chats;
    private final DueDays dueDays;
    private final TransactionalOperator transaction;
    private final ResyncMetrics metrics;

    LookAgain(
            StoreClient store,
            Suspects suspects,
            LookedFor lookedFor,
            Runs runs,
            RunChats chats,
            DueDays dueDays,
            TransactionalOperator transaction,
            ResyncMetrics metrics) {
        this.store = store;
        this.suspects = suspects;
        this.lookedFor = lookedFor;
        this.runs = runs;
        this.chats = chats;
        this.dueDays = dueDays;
        this.transaction = transaction;
        this.metrics = metrics;
    }

    /** For some messages of one chat. Emits whether any were due. */
    Mono<Boolean> look(String account) {
        return suspects.due(account)
                .collectList()
                .flatMap(due -> due.isEmpty()
                        ? Mono.just(false)
                        : look(account, due)
                                .thenReturn(true)
                                .onErrorResume(
                                        ServiceUnavailableException.class,
                                        away -> lookedFor
                                                .allWait(account, STORE_AWAY)
                                                .thenReturn(false)));
    }

    private Mono<Void> look(String account, List<Suspect> due) {
        String chat = due.getFirst().chat();
        Set<String> ids = due.stream().flatMap(one -> one.targets().stream()).collect(toSet());
        Set<UUID> answering =
                due.stream().map(Suspect::run).filter(Objects::nonNull).collect(toSet());
        return Mono.zip(
                        store.messages(account, chat, ids),
                        runs.running(answering).collectMap(Run::id))
                .flatMap(asked -> {
                    Verdicts verdicts = Verdicts.of(
                            due, asked.getT1(), account, asked.getT2().keySet());
                    return retention(verdicts)
                            .flatMap(retention -> write(account, chat, verdicts, retention, asked.getT2()));
                });
    }

    /** Asked only when something is to be given up. One that is not told is for ever. */
    private Mono<Retention> retention(Verdicts verdicts) {
        return verdicts.givenUp().isEmpty()
                ? Mono.just(Retention.FOR_EVER)
                : store.retention()
                        .onErrorResume(ServiceUnavailableException.class, away -> Mono.empty())
                        .defaultIfEmpty(Retention.FOR_EVER);
    }

    private Mono<Void> write(
            String account, String chat, Verdicts verdicts, Retention retention, Map<UUID, Run> running) {
        List<Suspect> past = verdicts.givenUp().stream()
                .filter(one -> retention.isOver(chat, one.at()))
                .toList();
        List<Suspect> missing =
                verdicts.givenUp().stream().filter(one -> !past.contains(one)).toList();
        Mono<Void> all = lookedFor
                .filledIn(account, chat, ids(verdicts.filledIn()))
                .then(lookedFor.removed(account, chat, ids(verdicts.cameAlone())))
                .then(lookedFor.removed(account, chat, ids(verdicts.untraceable())))
                .then(lookedFor.removed(account, chat, ids(past)))
                .then(lookedFor.givenUp(account, chat, ids(missing)))
                .then(lookedFor.later(account, verdicts.later()))
                .then(lookedFor.again(account, verdicts.again()))
                .then(publishAgain(chat, verdicts.again(), running))
                .then(dueDays.changed(
                        account,
                        chat,
                        verdicts.filledIn().stream().map(Suspect::day).collect(toSet())));
        return transaction.transactional(all).doOnSuccess(done -> count(verdicts));
    }

    /** The stretch of the chat they are in is compared once more: their content is not kept here. */
    private Mono<Void> publishAgain(String chat, List<Suspect> again, Map<UUID, Run> running) {
        Map<UUID, List<Suspect>> byRun = again.stream()
                .filter(one -> one.run() != null)
                .collect(groupingBy(one -> Objects.requireNonNull(one.run())));
        return Flux.fromIterable(byRun.entrySet())
                .concatMap(one -> {
                    Run run = Objects.requireNonNull(running.get(one.getKey()));
                    List<Instant> times =
                            one.getValue().stream().map(Suspect::at).sorted().toList();
                    return chats.again(run, chat, times.getFirst(), times.getLast())
                            .then(runs.waitUntil(run, Instant.EPOCH));
                })
                .then();
    }

    private void count(Verdicts verdicts) {
        metrics.filledIn(verdicts.filledIn().size());
        metrics.known(verdicts.cameAlone().size());
        metrics.givenUp(verdicts.givenUp().size() + verdicts.untraceable().size());
    }

    private static List<String> ids(List<Suspect> suspects) {
        return suspects.stream().map(Suspect::id).toList();
    }
}
