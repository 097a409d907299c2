package groupwatch.watchdog.resync;

import static java.util.stream.Collectors.toSet;

import groupwatch.watchdog.read.StoreClient;
import groupwatch.watchdog.read.StoreGroup;
import groupwatch.watchdog.watch.Watch;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Which chats a run compares: all that are kept, in the order in which they changed last. */
@Component
class ListChats {

    private final StoreClient store;
    private final Runs runs;
    private final RunChats chats;
    private final Suspects suspects;
    private final CaptureSettings capture;
    private final TransactionalOperator transaction;

    ListChats(
            StoreClient store,
            Runs runs,
            RunChats chats,
            Suspects suspects,
            CaptureSettings capture,
            TransactionalOperator transaction) {
        this.store = store;
        this.runs = runs;
        this.chats = chats;
        this.suspects = suspects;
        this.capture = capture;
        this.transaction = transaction;
    }

    Mono<Void> list(Watch watch, Run run) {
        return store.groups()
                .filter(group -> !group.monitored())
                .map(StoreGroup::jid)
                .collect(toSet())
                .flatMap(excluded -> chats(watch, run)
                        .map(listed -> listed.stream()
                                .distinct()
                                .filter(chat -> !excluded.contains(chat))
                                .toList())
                        .flatMap(listed -> write(run, listed, excluded)));
    }

    /** What is newer comes for all chats at once: one page, most of the time. */
    private Mono<List<String>> chats(Watch watch, Run run) {
        String chat = run.chat();
        if (chat != null) {
            return Mono.just(List.of(chat));
        }
        return run.kind() == RunKind.INCREMENTAL
                ? Mono.just(List.of(RunChat.ALL))
                : watch.call(api -> api.chats(watch.address()))
                        .map(all -> all.stream().filter(capture::captures).toList());
    }

    private Mono<Void> write(Run run, List<String> listed, Set<String> excluded) {
        return chats.add(run, listed)
                .then(runs.listed(run, excluded))
                .then(suspects.dropped(run.account(), excluded))
                .as(transaction::transactional);
    }
}
