package groupwatch.watchdog.resync.compare;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import groupwatch.events.message.Edit;
import groupwatch.events.message.Message;
import groupwatch.events.message.PollOption;
import groupwatch.events.message.Reaction;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that a row tells, as something the message store is expected to know. Holds nothing that was written. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "aspect")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Expected.Seen.class, name = "message"),
    @JsonSubTypes.Type(value = Expected.Edited.class, name = "edit"),
    @JsonSubTypes.Type(value = Expected.Revoked.class, name = "revoke"),
    @JsonSubTypes.Type(value = Expected.Reacted.class, name = "reaction"),
    @JsonSubTypes.Type(value = Expected.Voted.class, name = "vote")
})
public sealed interface Expected {

    /** Id of the message that shows it. */
    String target();

    /** @param message the target, as the message store shows it; absent: it has none */
    boolean isKnown(@Nullable Message message, String account);

    /** Whether a message without it is not what was said. A vote or a reaction can have been taken back without a trace. */
    default boolean matters() {
        return true;
    }

    /** The message is there, and it is known that this account saw it. */
    record Seen(String target) implements Expected {

        @Override
        public boolean isKnown(@Nullable Message message, String account) {
            return message != null && message.instances().contains(account);
        }
    }

    /**
     * The text was changed: it is the text now or was it once, or was changed later. What was deleted has no text any more.
     *
     * @param text digest of the new one; absent: nobody can read it
     */
    record Edited(String target, @Nullable String text, Instant at) implements Expected {

        @Override
        public boolean isKnown(@Nullable Message message, String account) {
            if (message == null) {
                return false;
            }
            Instant last = message.editedAt();
            return message.revokedAt() != null
                    || last != null && (text == null || last.isAfter(at))
                    || text != null && (text.equals(Digest.of(message.text())) || wasOnce(message));
        }

        private boolean wasOnce(Message message) {
            return message.edits().stream()
                    .map(Edit::text)
                    .anyMatch(old -> text != null && text.equals(Digest.of(old)));
        }
    }

    /** It was deleted for everyone. */
    record Revoked(String target) implements Expected {

        @Override
        public boolean isKnown(@Nullable Message message, String account) {
            return message != null && message.revokedAt() != null;
        }
    }

    /**
     * Somebody reacted: it shows, or a later reaction of theirs does.
     *
     * @param emoji digest; absent: they took it back
     */
    record Reacted(String target, Who by, @Nullable String emoji, Instant at) implements Expected {

        @Override
        public boolean isKnown(@Nullable Message message, String account) {
            if (message == null || message.revokedAt() != null) {
                return message != null;
            }
            Reaction shown = message.reactions().stream()
                    .filter(reaction -> by.is(reaction.sender()))
                    .findFirst()
                    .orElse(null);
            if (shown == null) {
                return emoji == null;
            }
            Instant time = shown.at();
            return emoji != null && emoji.equals(Digest.of(shown.emoji())) || time != null && time.isAfter(at);
        }

        @Override
        public boolean matters() {
            return false;
        }
    }

    /**
     * Somebody voted: it shows, or, where this comes from a summary, another vote of theirs.
     *
     * @param options digests; empty: taken back, or not readable
     */
    record Voted(String target, Who by, Set<String> options, boolean exact) implements Expected {

        public Voted {
            options = Set.copyOf(options);
        }

        @Override
        public boolean isKnown(@Nullable Message message, String account) {
            if (message == null || message.revokedAt() != null || options.isEmpty()) {
                return message != null;
            }
            Set<String> shown = message.poll() == null
                    ? Set.of()
                    : message.poll().options().stream()
                            .filter(option -> option.voters().stream().anyMatch(by::is))
                            .map(PollOption::name)
                            .map(Digest::of)
                            .collect(Collectors.toSet());
            return exact ? shown.equals(options) : !shown.isEmpty();
        }

        @Override
        public boolean matters() {
            return false;
        }
    }
}
