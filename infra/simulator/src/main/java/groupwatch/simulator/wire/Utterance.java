package groupwatch.simulator.wire;

import groupwatch.simulator.media.MediaFile;
import groupwatch.simulator.media.MediaFiles;
import groupwatch.simulator.world.Content;
import groupwatch.simulator.world.Persona;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message with content.
 *
 * @param by absent: the account itself
 * @param quote the message it answers
 * @param mentioned JIDs
 * @param look of its file: the same look is the same bytes
 */
public record Utterance(
        String id,
        Chat chat,
        @Nullable Persona by,
        Instant at,
        Content content,
        @Nullable Quote quote,
        List<String> mentioned,
        Wrapping wrapping,
        String look) {

    /** In what a message may be wrapped. */
    public enum Wrapping {
        NONE,
        /** Gone after seven days. */
        DISAPPEARING,
        /** To be looked at once; pictures only. */
        VIEW_ONCE
    }

    /**
     * @param participant its author's JID in that chat
     * @param message what it said; absent when it is not known any more
     */
    public record Quote(
            String id, String participant, @Nullable ObjectNode message) {}

    public static Utterance plain(String id, Chat chat, @Nullable Persona by, Instant at, Content content) {
        return new Utterance(id, chat, by, at, content, null, List.of(), Wrapping.NONE, id);
    }

    /** Its file; absent for what has none. */
    public @Nullable MediaFile file() {
        return MediaFiles.of(look, content);
    }

    @Nullable
    ObjectNode contextInfo() {
        if (quote == null && mentioned.isEmpty()) {
            return null;
        }
        var context = Contexts.empty(mentioned);
        if (quote != null) {
            context.put("stanzaId", quote.id()).put("participant", quote.participant());
            if (quote.message() != null) {
                context.set("quotedMessage", quote.message());
            }
        }
        return context;
    }
}
