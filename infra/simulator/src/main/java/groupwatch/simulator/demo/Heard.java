package groupwatch.simulator.demo;

import groupwatch.simulator.world.Happening;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is heard by whoever comes in the middle: the rest of a dialogue, but for what is about words they missed. */
final class Heard implements Predicate<Happening> {

    private final Instant from;
    private final Set<String> missed = new HashSet<>();

    Heard(Instant from) {
        this.from = from;
    }

    /** To be asked in order. */
    @Override
    public boolean test(Happening happening) {
        String about = about(happening);
        boolean heard = !happening.at().isBefore(from) && (about == null || !missed.contains(about));
        if (!heard && happening instanceof Happening.Said said) {
            missed.add(said.id());
        }
        return heard;
    }

    private static @Nullable String about(Happening happening) {
        return switch (happening) {
            case Happening.Said said -> said.replyTo();
            case Happening.Edited edited -> edited.target();
            case Happening.Revoked revoked -> revoked.target();
            case Happening.Reacted reacted -> reacted.target();
            case Happening.Voted voted -> voted.target();
            case Happening.Joined joined -> null;
            case Happening.Left left -> null;
        };
    }
}
