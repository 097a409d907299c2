package groupwatch.summary.ask.find;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.summary.store.StoreClient;
import groupwatch.summary.store.StoredGroup;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out which groups a question is about: those that were said, those that it names, else all that the caller may see. */
@Component
class FindScope {

    private static final int MOST_GROUPS = 2000;

    /** Of so few groups the people are asked for, to know their names. */
    private static final int FEW = 12;

    private static final int AT_ONCE = 4;

    private final StoreClient store;

    FindScope(StoreClient store) {
        this.store = store;
    }

    /** Fails with 404 when one of the groups that were said is not there, or not for the caller. */
    Mono<Scope> of(Wanted wanted) {
        return wanted.groups().isEmpty()
                ? visible(wanted.caller()).flatMap(all -> named(wanted, all))
                : Flux.fromIterable(wanted.groups())
                        .flatMapSequential(jid -> existing(wanted.caller(), jid), AT_ONCE)
                        .collectList()
                        .map(groups -> new Scope(groups, false, Set.of()));
    }

    private Mono<StoredGroup> existing(Caller caller, String jid) {
        return Mono.defer(() -> caller.mayRead(jid) ? store.group(caller, jid) : Mono.empty())
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no group " + jid + ".")
                        .with("group", jid)));
    }

    private Mono<List<StoredGroup>> visible(Caller caller) {
        return store.groups(caller)
                .filter(group -> caller.mayRead(group.jid()))
                .take(MOST_GROUPS)
                .collectList();
    }

    private Mono<Scope> named(Wanted wanted, List<StoredGroup> all) {
        GroupNames names = GroupNames.in(wanted.question(), all);
        List<StoredGroup> meant = names.groups().isEmpty() ? all : names.groups();
        return withPeople(wanted.caller(), meant)
                .map(groups -> new Scope(groups, names.groups().isEmpty(), names.words()));
    }

    private Mono<List<StoredGroup>> withPeople(Caller caller, List<StoredGroup> groups) {
        return groups.size() > FEW
                ? Mono.just(groups)
                : Flux.fromIterable(groups)
                        .flatMapSequential(
                                group -> store.group(caller, group.jid()).defaultIfEmpty(group), AT_ONCE)
                        .collectList();
    }
}
