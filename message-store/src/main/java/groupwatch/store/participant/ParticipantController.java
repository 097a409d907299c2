package groupwatch.store.participant;

import groupwatch.events.group.Group;
import groupwatch.events.group.Participant;
import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.CurrentCaller;
import groupwatch.store.api.JidCursor;
import groupwatch.store.api.Jids;
import groupwatch.store.api.Page;
import groupwatch.store.api.Parameters;
import groupwatch.store.group.GroupLoader;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Participants over HTTP. */
@RestController
class ParticipantController {

    private static final Comparator<Participant> BY_JID = Comparator.comparing(ParticipantController::jid);

    private final GroupLoader groups;

    ParticipantController(GroupLoader groups) {
        this.groups = groups;
    }

    /**
     * {@code GET /groups/{jid}/participants?left=true&limit=&cursor=}, scope {@code groups:read}: who is in the group, with
     * {@code left} also who left, in the order of their JIDs.
     */
    @GetMapping("/groups/{jid}/participants")
    Mono<Page<Participant>> participants(@PathVariable String jid, @RequestParam MultiValueMap<String, String> query) {
        String group = Jids.group(jid);
        Parameters parameters = new Parameters(query, Set.of("left", "limit", "cursor"));
        boolean left = parameters.flag("left");
        int limit = parameters.limit();
        String after = JidCursor.parse(parameters);
        return CurrentCaller.get()
                .filter(caller -> caller.mayRead(group))
                .flatMap(caller -> groups.load(group))
                .map(loaded -> page(loaded, left, after, limit))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such group.")));
    }

    private static Page<Participant> page(Group group, boolean left, @Nullable String after, int limit) {
        List<Participant> participants = group.participants().stream()
                .filter(participant -> left || participant.leftAt() == null)
                .filter(participant -> after == null || jid(participant).compareTo(after) > 0)
                .sorted(BY_JID)
                .toList();
        return Page.of(participants, limit, ParticipantController::jid);
    }

    /** Everybody in a group was seen under some identity. */
    private static String jid(Participant participant) {
        return Objects.requireNonNull(participant.person().jid());
    }
}
