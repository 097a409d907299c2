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
    private volatile boolean session;
    private volatile boolean stuck;
    private volatile boolean base64;
    private volatile boolean silent;
    private volatile boolean lost;
    private volatile @Nullable String refusal;
    private volatile boolean restricted;
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

    /** How it was closed the last time; Evolution keeps that in its row when it is open again. */
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

    /** Whether it need not be paired to be open again. */
    public boolean session() {
        return session;
    }

    /** Whether it connects and will not get there by itself. */
    boolean stuck() {
        return stuck;
    }

    /** Whether media come along with messages, as the webhook said when the link opened. */
    public boolean base64() {
        return base64;
    }

    /** Whether it looks open and tells nothing. */
    public boolean silent() {
        return silent;
    }

    /** Whether what happens is remembered and never told. */
    public boolean deaf() {
        return silent || lost;
    }

    /** What who wants to connect is told instead; absent when they may. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** Whether nobody can pair it either, until it is pardoned. */
    public boolean restricted() {
        return restricted;
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

    /** Completes as soon as what happens gets into the store: when it is open, or it never will be told. */
    public Mono<Void> hears() {
        return isOpen() || lost
                ? Mono.empty()
                : states.asFlux()
                        .filter(now -> now == LinkState.OPEN || lost)
                        .next()
                        .then();
    }

    public void silence(boolean on) {
        silent = on;
    }

    void open(boolean withBase64) {
        wasOpen = true;
        session = true;
        stuck = false;
        lost = false;
        base64 = withBase64;
        pardon();
        code = null;
        set(LinkState.OPEN);
    }

    void connecting() {
        stuck = false;
        set(LinkState.CONNECTING);
    }

    /** @param forGood until somebody does something about it */
    void dropped(boolean forGood, boolean losing) {
        stuck = forGood;
        lost = losing;
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

    /** Closed, but WhatsApp would have it back. */
    void paused(Ending how, boolean losing) {
        silent = false;
        lost = losing;
        ending = how;
        set(LinkState.CLOSE);
    }

    /** Must be paired again. */
    void closed(Ending how) {
        code = null;
        session = false;
        silent = false;
        lost = false;
        ending = how;
        set(LinkState.CLOSE);
    }

    /**
     * A person has to do something first.
     *
     * @param forAll not only for who wants to connect it, also for who scans
     */
    void refuse(String reason, boolean forAll) {
        code = null;
        refusal = reason;
        restricted = forAll;
        set(LinkState.CLOSE);
    }

    void pardon() {
        refusal = null;
        restricted = false;
    }

    private void set(LinkState next) {
        state = next;
        states.emitNext(next, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }
}
