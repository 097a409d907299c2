package groupwatch.store.query;

import groupwatch.events.group.Group;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Page;
import groupwatch.store.api.Parameters;
import groupwatch.store.group.GroupLoader;
import groupwatch.store.group.GroupSwitch;
import org.springframework.http.HttpStatus;
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

    GroupController(GroupList list, GroupLoader loader, GroupSwitch groupSwitch) {
        this.list = list;
        this.loader = loader;
        this.groupSwitch = groupSwitch;
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

    /** {@code GET /groups/{jid}}, scope {@code groups:read}: the group with its participants, also those who left. */
    @GetMapping("/groups/{jid}")
    Mono<Group> group(@PathVariable String jid) {
        String group = Jids.group(jid);
        return readable(group).flatMap(caller -> loader.load(group)).switchIfEmpty(unknown());
    }

    /**
     * {@code PATCH /groups/{jid}} with {@code {"monitored": false}}, scope {@code groups:write}: from now on the messages of
     * the group are not kept; what is there stays. Answers the group as it is then.
     */
    @PatchMapping(path = "/groups/{jid}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Group> change(@PathVariable String jid, @RequestBody JsonNode body) {
        String group = Jids.group(jid);
        boolean monitored = monitored(body);
        return readable(group)
                .flatMap(caller -> groupSwitch.monitored(group, monitored))
                .switchIfEmpty(unknown());
    }

    private static boolean monitored(JsonNode body) {
        if (!body.isObject()) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "bad-body", "The body must be a JSON object.");
        }
        body.propertyNames().stream()
                .filter(name -> !name.equals("monitored"))
                .findFirst()
                .ifPresent(GroupController::refuse);
        JsonNode monitored = body.path("monitored");
        if (!monitored.isBoolean()) {
            throw Parameters.bad("monitored", "must be true or false");
        }
        return monitored.booleanValue();
    }

    private static void refuse(String name) {
        String shown = name.length() > 100 ? name.substring(0, 100) : name;
        throw Parameters.bad(shown, "is not a field of a group that can be changed");
    }

    private static Mono<Caller> readable(String group) {
        return CurrentCaller.get().filter(caller -> caller.mayRead(group));
    }

    private static <T> Mono<T> unknown() {
        return Mono.error(() -> ProblemException.notFound("There is no such group."));
    }
}
