package groupwatch.store.stats;

import groupwatch.store.people.PeopleRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Statistics of one chat: its activity, and who the people behind it are. */
@Component
class ChatStats {

    private final ActivityCounts activity;
    private final PeopleRepository people;

    ChatStats(ActivityCounts activity, PeopleRepository people) {
        this.activity = activity;
        this.people = people;
    }

    /** Empty when nothing is known of the chat. */
    Mono<Stats> of(CountedChat chat, StatsRequest request) {
        return activity.knows(chat)
                .filter(known -> known)
                .flatMap(known -> activity.count(chat, request.period()))
                .flatMap(counts -> people.behind(Senders.identities(counts.senders()))
                        .map(who -> Stats.of(request.period(), request.top(), counts, who)));
    }
}
