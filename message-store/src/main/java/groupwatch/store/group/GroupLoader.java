package groupwatch.store.group;

import groupwatch.events.group.Group;
import groupwatch.store.CaptureProperties;
import groupwatch.store.people.PeopleRepository;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Groups as they are shown, out of their rows: for announcements and the API alike, in a fixed number of queries. */
@Component
public class GroupLoader {

    private final GroupReads reads;
    private final PeopleRepository people;
    private final boolean monitoredByDefault;

    GroupLoader(GroupReads reads, PeopleRepository people, CaptureProperties capture) {
        this.reads = reads;
        this.people = people;
        this.monitoredByDefault = capture.groupsMonitoredByDefault();
    }

    /** Those of the groups that are known, in the order of their JIDs. */
    public Flux<Group> load(Collection<String> jids) {
        return reads.read(jids, monitoredByDefault).collectList().flatMapMany(this::fold);
    }

    /** Empty when the group is not known. */
    public Mono<Group> load(String jid) {
        return load(List.of(jid)).next();
    }

    private Flux<Group> fold(List<GroupRows> groups) {
        return people.behind(identities(groups))
                .flatMapIterable(known -> groups.stream()
                        .map(rows -> GroupFold.fold(rows, known::person))
                        .toList());
    }

    private static Set<String> identities(List<GroupRows> groups) {
        return groups.stream()
                .flatMap(rows -> Stream.concat(
                        rows.members().stream().map(Membership::identity),
                        rows.attributes().stream()
                                .filter(attribute -> attribute.name().equals(Attribute.OWNER))
                                .map(Attribute::value)))
                .collect(Collectors.toSet());
    }
}
