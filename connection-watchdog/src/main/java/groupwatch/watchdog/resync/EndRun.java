package groupwatch.watchdog.resync;

import groupwatch.watchdog.link.Outages;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a run whose chats are through and of which nothing is looked for any more. */
@Component
class EndRun {

    private static final String NO_MORE = "WhatsApp gave no more";
    private static final String SAVES_NOTHING =
            "Evolution keeps no messages, so that nothing can be compared or filled in."
                    + " Set DATABASE_SAVE_DATA_NEW_MESSAGE=true there.";
    private static final String SWITCHED_OFF = "The group is switched off: its messages are not kept.";

    private final Runs runs;
    private final RunChats chats;
    private final ChatStates states;
    private final SavesNothing savesNothing;
    private final Outages outages;
    private final ResyncMetrics metrics;

    EndRun(
            Runs runs,
            RunChats chats,
            ChatStates states,
            SavesNothing savesNothing,
            Outages outages,
            ResyncMetrics metrics) {
        this.runs = runs;
        this.chats = chats;
        this.states = states;
        this.savesNothing = savesNothing;
        this.outages = outages;
        this.metrics = metrics;
    }

    Mono<Void> end(Run run) {
        return savesNothing
                .of(run)
                .flatMap(nothing -> nothing
                        ? ended(run, RunState.IMPOSSIBLE, SAVES_NOTHING)
                        : chats.failures(run)
                                .flatMap(failed -> settle(run)
                                        .then(
                                                run.kind() == RunKind.INCREMENTAL && failed == 0
                                                        ? states.allCompared(run)
                                                        : Mono.empty())
                                        .then(ended(run, RunState.DONE, sentence(run, failed)))));
    }

    /** Before it is written that the run has ended, so that it is told in any case. */
    private Mono<Void> settle(Run run) {
        String outage = run.outage();
        return outage == null ? Mono.empty() : outages.settle(outage, run.filledIn(), run.missing());
    }

    private Mono<Void> ended(Run run, RunState state, String sentence) {
        return runs.end(run.id(), state, sentence)
                .filter(ended -> ended)
                .doOnNext(ended -> metrics.ended(run, state))
                .then();
    }

    private static String sentence(Run run, long failed) {
        if (run.chat() != null && run.excluded().contains(run.chat())) {
            return SWITCHED_OFF;
        }
        String refused = failed == 0 ? "" : "; Evolution refused to tell of " + count(failed, "chat");
        String missing = run.missing() == 0 ? "" : "; " + count(run.missing(), "message") + " still suspected missing";
        String filled = run.filledIn() == 0 ? "" : "; " + count(run.filledIn(), "message") + " filled in";
        String nothing = run.filledIn() + run.missing() + failed == 0 ? "; nothing was missing" : "";
        return NO_MORE + filled + missing + refused + nothing + ".";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
