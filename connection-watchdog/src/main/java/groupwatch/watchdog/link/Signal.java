package groupwatch.watchdog.link;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import groupwatch.kit.evolution.ConnectAnswer;
import groupwatch.kit.evolution.EvolutionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is learnt of a link. */
public sealed interface Signal {

    /** What the gateway tells by itself, kept as JSON until the account's watcher takes it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Connecting.class, name = "connecting"),
        @JsonSubTypes.Type(value = Opened.class, name = "opened"),
        @JsonSubTypes.Type(value = Ended.class, name = "ended"),
        @JsonSubTypes.Type(value = CodeShown.class, name = "code_shown"),
        @JsonSubTypes.Type(value = CodesOver.class, name = "codes_over"),
        @JsonSubTypes.Type(value = LoggedOut.class, name = "logged_out"),
        @JsonSubTypes.Type(value = Removed.class, name = "removed")
    })
    sealed interface Told extends Signal {}

    record Connecting() implements Told {}

    /**
     * @param phone digits
     * @param profileName what the account calls itself
     */
    record Opened(@Nullable String phone, @Nullable String profileName) implements Told {}

    /** @param code like HTTP's; 401 logged out, 402, 403 and 406 restricted */
    record Ended(@Nullable Integer code) implements Told {}

    /** @param typed whether it is to be typed on the phone, not scanned */
    record CodeShown(boolean typed) implements Told {}

    /** Nobody took any of the codes. */
    record CodesOver() implements Told {}

    record LoggedOut() implements Told {}

    /** The instance was deleted. */
    record Removed() implements Told {}

    /** What another version wrote down: somebody has to look. */
    record Unreadable() implements Told {}

    /** A check. */
    record Looked(SetUp found) implements Signal {}

    /** A call that failed. */
    record Failed(EvolutionException.Kind kind, @Nullable Duration retryAfter) implements Signal {

        public static Failed of(EvolutionException error) {
            return new Failed(error.kind(), error.retryAfter());
        }
    }

    /** Somebody wants to link it: codes that come now were asked for. */
    record LinkAsked() implements Signal {}

    /** Somebody ends the session. */
    record LogOutAsked() implements Signal {}

    record ConnectAnswered(ConnectAnswer answer) implements Signal {}

    record Restarted() implements Signal {}

    /** Whether it lives, although it says that it does. */
    record Judged(Verdict verdict) implements Signal {}
}
