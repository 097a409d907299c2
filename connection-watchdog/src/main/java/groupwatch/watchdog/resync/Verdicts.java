package groupwatch.watchdog.resync;

import groupwatch.events.message.Message;
import groupwatch.events.message.Origin;
import groupwatch.watchdog.resync.compare.Expected;
import groupwatch.watchdog.resync.compare.FoundRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of suspects after a look.
 *
 * @param filledIn they are there, through us
 * @param cameAlone they are there, and came by webhook after all
 * @param later they are looked for again
 * @param again they are published once more
 * @param givenUp they were published often enough
 * @param untraceable they were published often enough, and lack only what leaves no trace when it is taken back
 */
record Verdicts(
        List<Suspect> filledIn,
        List<Suspect> cameAlone,
        List<Suspect> later,
        List<Suspect> again,
        List<Suspect> givenUp,
        List<Suspect> untraceable) {

    /**
     * @param stored messages of the suspects' chat, by id
     * @param running runs that have not ended
     */
    static Verdicts of(List<Suspect> suspects, Map<String, Message> stored, String account, Set<UUID> running) {
        Verdicts verdicts = new Verdicts(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (Suspect suspect : suspects) {
            List<Expected> lacking = FoundRow.unknown(suspect.expected(), stored, account);
            verdicts.list(suspect, lacking, stored.get(suspect.id()), running).add(suspect);
        }
        return verdicts;
    }

    private List<Suspect> list(Suspect suspect, List<Expected> lacking, @Nullable Message message, Set<UUID> running) {
        if (lacking.isEmpty()) {
            return suspect.absent() && cameAlone(message) ? cameAlone : filledIn;
        }
        if (!Looks.isLast(suspect.times(), suspect.looks())) {
            return later;
        }
        boolean hasRun = suspect.run() != null && running.contains(suspect.run());
        if (hasRun && suspect.times() < Looks.MOST_PUBLICATIONS) {
            return again;
        }
        return lacking.stream().anyMatch(Expected::matters) ? givenUp : untraceable;
    }

    private static boolean cameAlone(@Nullable Message message) {
        return message != null && (message.origin() == Origin.WEBHOOK || message.origin() == Origin.HISTORY);
    }
}
