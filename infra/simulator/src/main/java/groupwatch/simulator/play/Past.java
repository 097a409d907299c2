package groupwatch.simulator.play;

import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Happening;
import groupwatch.simulator.world.Persona;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a phone still knows of the past when it is linked: messages in their last wording, without those that were revoked, reactions that
 * still stand, the last votes of each poll.
 *
 * @param happenings {@code Said} and {@code Reacted} only, oldest first
 * @param votes by poll and voter; the account itself is {@link Voter#ME}
 */
record Past(List<Happening> happenings, Map<String, Map<Voter, List<String>>> votes) {

    /** @param persona absent: the account itself */
    record Voter(@Nullable Persona persona) {

        static final Voter ME = new Voter(null);
    }

    static Past of(List<Happening> all) {
        var texts = new LinkedHashMap<String, String>();
        Set<String> revoked = new LinkedHashSet<>();
        Map<String, Happening.Reacted> reactions = new LinkedHashMap<>();
        Map<String, Map<Voter, List<String>>> votes = new LinkedHashMap<>();
        for (var happening : all) {
            switch (happening) {
                case Happening.Edited edited -> texts.put(edited.target(), edited.text());
                case Happening.Revoked gone -> revoked.add(gone.target());
                case Happening.Reacted reacted -> reactions.put(reacted.target() + '/' + reacted.by(), reacted);
                case Happening.Voted voted ->
                    votes.computeIfAbsent(voted.target(), poll -> new LinkedHashMap<>())
                            .put(new Voter(voted.by()), voted.options());
                case Happening.Said said -> {}
                case Happening.Joined joined -> {}
                case Happening.Left left -> {}
            }
        }
        var kept = new ArrayList<Happening>();
        for (var happening : all) {
            if (happening instanceof Happening.Said said && !revoked.contains(said.id())) {
                kept.add(reworded(said, texts.get(said.id())));
            } else if (happening instanceof Happening.Reacted reacted
                    && Objects.equals(reactions.get(reacted.target() + '/' + reacted.by()), reacted)
                    && !reacted.emoji().isEmpty()
                    && !revoked.contains(reacted.target())) {
                kept.add(reacted);
            }
        }
        return new Past(kept, votes);
    }

    private static Happening.Said reworded(Happening.Said said, @Nullable String text) {
        if (text == null) {
            return said;
        }
        Content content = switch (said.content()) {
            case Content.Text old -> new Content.Text(text);
            case Content.Image old -> new Content.Image(text);
            case Content.Video old -> new Content.Video(text, old.seconds());
            case Content.Document old ->
                new Content.Document(old.fileName(), old.mime(), old.pages(), text, old.text());
            default -> said.content();
        };
        return new Happening.Said(
                said.id(), said.at(), said.room(), said.by(), content, said.replyTo(), said.mentions());
    }
}
