package groupwatch.store.query;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Page;
import groupwatch.store.api.Parameters;
import groupwatch.store.group.GroupLoader;
import groupwatch.store.group.GroupSwitch;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Groups over HTTP. A group the caller may not see is answered like one that does not exist. */
@RestController
class GroupController {

    private final GroupList list;
    private final GroupLoader loader;
    private final GroupSwitch groupSwitch;
    private final GroupOptions options;

    GroupController(GroupList list, GroupLoader loader, GroupSwitch groupSwitch, GroupOptions options) {
        this.list = list;
        this.loader = loader;
        this.groupSwitch = groupSwitch;
        this.options = options;
    }

    /**
     * {@code GET /groups?q=&tz=&limit=&cursor=}, scope {@code groups:read}: the groups in the order of their JIDs, each with
     * name, number of participants, last activity and how much was written. {@code q} is part of the name; days are by the
     * clock of {@code tz}.
     */
    @GetMapping("/groups")
    Mono<Page<GroupSummary>> groups(@RequestParam MultiValueMap<String, String> query) {
        GroupFilter filter = GroupFilter.of(query);
        return CurrentCaller.get().flatMap(caller -> list.page(filter, caller));
    }

    /**
     * {@code GET /groups/{jid}}, scope {@code groups:read}: the group with its participants, also those who left, and with
     * what was chosen for it.
     */
    @GetMapping("/groups/{jid}")
    Mono<ShownGroup> group(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        new Parameters(query, Set.of());
        String group = Jids.group(jid);
        return readable(group).flatMap(caller -> show(group)).switchIfEmpty(unknown());
    }

    /**
     * {@code PATCH /groups/{jid}}, scope {@code groups:write}, with some of {@code monitored} (false: from now on its messages
     * are not kept; what is there stays), {@code language} (ISO 639-1, or null) and {@code retentionDays} (a number,
     * {@code "forever"}, or null for as the suite). What is not named stays as it is. Answers the group as it is then.
     */
    @PatchMapping(path = "/groups/{jid}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ShownGroup> change(
            @PathVariable String jid, @RequestParam MultiValueMap<String, String> query, @RequestBody JsonNode body) {
        new Parameters(query, Set.of());
        String group = Jids.group(jid);
        GroupPatch patch = GroupPatch.of(body);
        return readable(group)
                .filterWhen(caller -> change(group, patch))
                .flatMap(caller -> show(group))
                .switchIfEmpty(unknown());
    }

    /** False when there is no such group. */
    private Mono<Boolean> change(String group, GroupPatch patch) {
        Mono<Boolean> options = patch.changesOptions() ? this.options.change(group, patch) : Mono.just(true);
        Boolean monitored = patch.monitored();
        return monitored == null
                ? options
                : options.filter(known -> known)
                        .flatMap(known -> groupSwitch.monitored(group, monitored))
                        .hasElement();
    }

    private Mono<ShownGroup> show(String group) {
        return loader.load(group)
                .zipWith(
                        options.of(group),
                        (shown, chosen) -> new ShownGroup(shown, chosen.language(), chosen.retentionDays()));
    }

    private static Mono<Caller> readable(String group) {
        return CurrentCaller.get().filter(caller -> caller.mayRead(group));
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("There is no such group."));
    }
}
