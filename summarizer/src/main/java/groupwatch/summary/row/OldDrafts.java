package groupwatch.summary.row;

import groupwatch.kit.database.Routine;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every hour: what was kept of long days that nobody came back to is deleted. */
@Component
class OldDrafts {

    private final Routine routine;
    private final DraftRows drafts;

    OldDrafts(Routine routine, DraftRows drafts) {
        this.routine = routine;
        this.drafts = drafts;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    Mono<Void> onSchedule() {
        return routine.run("delete old drafts", drafts.forgetOld());
    }
}
