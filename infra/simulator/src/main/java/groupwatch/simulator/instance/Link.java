package groupwatch.simulator.instance;

import groupwatch.simulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.node.ObjectNode;

/** The state of one instance's link. */
public final class Link {

    private final Sinks.Many<LinkState> states = Sinks.many().replay().latestOrDefault(LinkState.CLOSE);
    private final Sinks.Many<Code> codes = Sinks.many().replay().latest();
    private volatile LinkState state = LinkState.CLOSE;
    private volatile boolean wasOpen;
    private volatile boolean base64;
    private volatile boolean silent;
    private volatile @Nullable Code code;
    private volatile @Nullable Ending ending;

    /**
     * A code to scan.
     *
     * @param pairing to be typed instead, when a number was given
     * @param image a {@code data:} URL
     * @param count which one since pairing began
     */
    public record Code(@Nullable String pairing, String code, String image, int count) {

        public ObjectNode json() {
            return Json.object()
                    .put("pairingCode", pairing)
                    .put("code", code)
                    .put("base64", image)
                    .put("count", count);
        }
    }

    /** How it was logged out. */
    public record Ending(int reason, String details, Instant at) {}

    public LinkState state() {
        return state;
    }

    public boolean isOpen() {
        return state == LinkState.OPEN;
    }

    /** Whether the account is known: from the first time it was open. */
    boolean wasOpen() {
        return wasOpen;
    }

    /** Whether media come along with messages, as the webhook said when the link opened. */
    public boolean base64() {
        return base64;
    }

    /** Whether it looks open and tells nothing. */
    public boolean silent() {
        return silent;
    }

    public @Nullable Code code() {
        return code;
    }

    /** The next code that is shown, or the one that is. */
    Mono<Code> nextCode() {
        return codes.asFlux().next();
    }

    public @Nullable Ending ending() {
        return ending;
    }

    /** Completes as soon as it is open. */
    public Mono<Void> opened() {
        return states.asFlux().filter(LinkState.OPEN::equals).next().then();
    }

    public void silence(boolean on) {
        silent = on;
    }

    void open(boolean withBase64) {
        wasOpen = true;
        base64 = withBase64;
        code = null;
        ending = null;
        set(LinkState.OPEN);
    }

    void connecting() {
        set(LinkState.CONNECTING);
    }

    void showing(Code shown) {
        code = shown;
        codes.tryEmitNext(shown);
    }

    void refused() {
        code = null;
        set(LinkState.REFUSED);
    }

    void closed(@Nullable Ending how) {
        code = null;
        silent = false;
        ending = how;
        set(LinkState.CLOSE);
    }

    private void set(LinkState next) {
        state = next;
        states.emitNext(next, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }
}
