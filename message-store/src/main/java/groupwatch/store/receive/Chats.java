package groupwatch.store.receive;

import groupwatch.events.identity.Jid;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.ChatDeleted;
import groupwatch.events.observed.ChatSeen;
import groupwatch.events.observed.ContactSeen;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.ParticipantsChanged;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.ReceiptSeen;
import groupwatch.events.observed.RevokeSeen;
import org.jspecify.annotations.Nullable;

/** In which chat an observation happened. */
public final class Chats {

    private Chats() {}

    /** Absent for what belongs to no chat, and for what does not tell (which counts as a direct chat). */
    public static @Nullable String of(Observation observation) {
        Jid chat = jid(observation);
        return chat == null ? null : chat.value();
    }

    /** Whether it is what somebody said or did in a chat, so that the chat decides whether it is kept. */
    public static boolean isContent(Observation observation) {
        return observation instanceof MessageSeen
                || observation instanceof EditSeen
                || observation instanceof RevokeSeen
                || observation instanceof ReactionSeen
                || observation instanceof PollVoteSeen
                || observation instanceof ReceiptSeen
                || observation instanceof CallSeen;
    }

    /** Whether it tells of groups, contacts or chats themselves. */
    static boolean isAboutChats(Observation observation) {
        return observation instanceof GroupSeen
                || observation instanceof ParticipantsChanged
                || observation instanceof ContactSeen
                || observation instanceof ChatSeen
                || observation instanceof ChatDeleted;
    }

    private static @Nullable Jid jid(Observation observation) {
        return switch (observation) {
            case MessageSeen seen -> seen.chat();
            case EditSeen seen -> seen.chat();
            case RevokeSeen seen -> seen.chat();
            case ReactionSeen seen -> seen.chat();
            case PollVoteSeen seen -> seen.chat();
            case ReceiptSeen seen -> seen.chat();
            case CallSeen seen -> seen.chat();
            default -> null;
        };
    }
}
