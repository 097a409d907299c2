package groupwatch.store.receive;

import java.util.Set;
import reactor.core.publisher.Mono;

/** Tells which groups are not monitored. */
public interface SwitchedOffGroups {

    /** Of these groups (JIDs), those whose content is not stored. */
    Mono<Set<String>> among(Set<String> groups);
}
