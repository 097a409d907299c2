package groupwatch.watchdog.resync;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import groupwatch.kit.evolution.MessageQuery;
import groupwatch.kit.evolution.MessageRows;
import groupwatch.watchdog.read.StoreClient;
import groupwatch.watchdog.resync.compare.FoundRow;
import groupwatch.watchdog.resync.compare.ReadRows;
import groupwatch.watchdog.watch.Watch;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/**
 * Compares one page: reads Evolution's rows, asks our store for the same messages, publishes what it lacks, and then writes down that the
 * page is done. Killed in between, the page is compared once more; what was published twice is kept once.
 */
@Component
class ComparePage {

    private final StoreClient store;
    private final Suspects suspects;
    private final Publication publication;
    private final Owners owners;
    private final PageDone pageDone;
    private final ResyncSettings settings;
    private final CaptureSettings capture;
    private final Clock clock;

    ComparePage(
            StoreClient store,
            Suspects suspects,
            Publication publication,
            Owners owners,
            PageDone pageDone,
            ResyncSettings settings,
            CaptureSettings capture,
            Clock clock) {
        this.store = store;
        this.suspects = suspects;
        this.publication = publication;
        this.owners = owners;
        this.pageDone = pageDone;
        this.settings = settings;
        this.capture = capture;
        this.clock = clock;
    }

    Mono<Void> compare(Watch watch, Run run, RunChat chat) {
        MessageQuery query = new MessageQuery(
                chat.asked(), chat.from(), chat.until().plus(settings.ahead()), chat.page(), chat.size());
        return watch.call(api -> api.messages(watch.address(), query))
                .zipWith(owners.of(watch.account()))
                .flatMap(read -> compare(run, chat, read));
    }

    private Mono<Void> compare(Run run, RunChat chat, Tuple2<MessageRows, Optional<String>> read) {
        MessageRows page = read.getT1();
        String owner = read.getT2().orElse(null);
        List<FoundRow> rows = ReadRows.of(run.account(), owner, clock.instant(), page.rows()).stream()
                .filter(row -> capture.captures(row.chat()) && !run.excluded().contains(row.chat()))
                .toList();
        return compared(run, rows)
                .flatMap(compared -> held(run, compared).flatMap(held -> {
                    List<Compared.Of> fresh = compared.unknown().stream()
                            .filter(one -> !held.contains(one.key()))
                            .toList();
                    return publication
                            .publish(
                                    run.account(),
                                    owner,
                                    fresh.stream()
                                            .flatMap(one -> one.row().rows().stream())
                                            .toList())
                            .then(pageDone.write(run, chat, page, compared, fresh));
                }));
    }

    private Mono<Compared> compared(Run run, List<FoundRow> rows) {
        Map<String, List<FoundRow>> byChat =
                rows.stream().collect(groupingBy(FoundRow::chat, LinkedHashMap::new, Collectors.toList()));
        return Flux.fromIterable(byChat.entrySet())
                .concatMap(one -> ofChat(run.account(), one.getKey(), one.getValue()))
                .reduce(Compared.NOTHING, Compared::and);
    }

    private Mono<Compared> ofChat(String account, String chat, List<FoundRow> rows) {
        Set<String> ids = rows.stream().flatMap(row -> row.targets().stream()).collect(toSet());
        return store.messages(account, chat, ids).map(stored -> Compared.of(rows, stored, account));
    }

    private Mono<Set<Suspects.Key>> held(Run run, Compared compared) {
        List<Suspects.Key> keys =
                compared.unknown().stream().map(Compared.Of::key).toList();
        return keys.isEmpty() ? Mono.just(Set.of()) : suspects.held(run, keys).collect(toSet());
    }
}
