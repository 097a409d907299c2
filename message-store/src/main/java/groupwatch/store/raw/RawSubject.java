package groupwatch.store.raw;

import groupwatch.events.identity.Jid;
import groupwatch.events.message.Target;
import groupwatch.events.observed.CallSeen;
import groupwatch.events.observed.EditSeen;
import groupwatch.events.observed.GroupSeen;
import groupwatch.events.observed.MessageSeen;
import groupwatch.events.observed.Observation;
import groupwatch.events.observed.Observed;
import groupwatch.events.observed.ParticipantsChanged;
import groupwatch.events.observed.PollVoteSeen;
import groupwatch.events.observed.ReactionSeen;
import groupwatch.events.observed.ReceiptSeen;
import groupwatch.events.observed.RevokeSeen;
import groupwatch.store.receive.Limits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a raw event is about.
 *
 * @param chat absent where the event does not tell it
 * @param scope the group's JID; for everything that is no group, the instance
 * @param messageId absent when it is about a group
 * @param targetId the message that this message acts on: what it reacts to, votes in, pins
 */
record RawSubject(
        @Nullable String chat,
        String scope,
        @Nullable String messageId,
        @Nullable String targetId) {

    /** Absent when the event is about nothing that is stored beside its raw form. */
    static @Nullable RawSubject of(Observed observed) {
        return observed.observations().stream()
                .map(observation -> of(observation, Objects.requireNonNullElse(observed.instance(), "")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether an index takes it; items whose ids are too long are dead-lettered, and not kept here beside. */
    boolean isStorable() {
        return Limits.fits(chat) && Limits.fits(scope) && Limits.fits(messageId) && Limits.fits(targetId);
    }

    private static @Nullable RawSubject of(Observation observation, String instance) {
        return switch (observation) {
            case MessageSeen seen -> message(seen, instance);
            case EditSeen edit -> fact(edit.chat(), edit.targetId(), instance);
            case RevokeSeen revoke -> fact(revoke.chat(), revoke.targetId(), instance);
            case ReactionSeen reaction -> fact(reaction.chat(), reaction.targetId(), instance);
            case PollVoteSeen vote -> fact(vote.chat(), vote.targetId(), instance);
            case ReceiptSeen receipt -> fact(receipt.chat(), receipt.messageId(), instance);
            case CallSeen call -> fact(call.chat(), call.callId(), instance);
            case GroupSeen group -> group(group.group());
            case ParticipantsChanged change -> group(change.group());
            default -> null;
        };
    }

    private static RawSubject message(MessageSeen seen, String instance) {
        Target target = seen.content().target();
        return new RawSubject(
                seen.chat().value(), scope(seen.chat(), instance), seen.id(), target == null ? null : target.id());
    }

    private static RawSubject fact(@Nullable Jid chat, String id, String instance) {
        return new RawSubject(chat == null ? null : chat.value(), scope(chat, instance), id, null);
    }

    private static RawSubject group(Jid group) {
        return new RawSubject(group.value(), group.value(), null, null);
    }

    private static String scope(@Nullable Jid chat, String instance) {
        return chat != null && chat.isGroup() ? chat.value() : instance;
    }
}
