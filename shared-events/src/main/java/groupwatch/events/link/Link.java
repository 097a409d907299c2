package groupwatch.events.link;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an account's link.
 *
 * @param account name of the instance
 * @param since when it came into this status
 * @param cause why, as a word for programs, such as {@code logged-out-on-phone}; ignore those you do not know
 * @param explanation why, as a sentence for people
 * @param advice what a person should do; absent: nothing
 * @param phone digits of the linked account; absent before the first link
 * @param profileName what the account calls itself
 * @param lastHeardAt when its last message or group event came
 * @param evolutionVersion of its gateway
 * @param warnings what is not as it should be although it works, or is the reason that it does not
 * @param outage the one that lasts, else the last one
 */
public record Link(
        String account,
        LinkStatus status,
        Instant since,
        String cause,
        String explanation,
        @Nullable String advice,
        @Nullable String phone,
        @Nullable String profileName,
        @Nullable Instant lastHeardAt,
        @Nullable String evolutionVersion,
        List<Warning> warnings,
        @Nullable Outage outage) {

    public Link {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(explanation, "explanation");
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /**
     * Something a person should know.
     *
     * @param code a word for programs, such as {@code evolution-too-old}
     * @param text a sentence for people, with what to do
     */
    public record Warning(String code, String text) {

        public Warning {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(text, "text");
        }
    }
}
