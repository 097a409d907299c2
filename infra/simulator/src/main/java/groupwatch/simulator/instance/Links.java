package groupwatch.simulator.instance;

import groupwatch.simulator.time.Delays;
import groupwatch.simulator.webhook.Parcel;
import groupwatch.simulator.wire.Event;
import groupwatch.simulator.wire.LinkJson;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happens to a link: pairing, opening, drops, the end. Each step is told as Evolution tells it. */
@Component
public class Links {

    private static final int LOGGED_OUT = 401;
    private static final int CONNECTION_CLOSED = 428;
    private static final String RETURN = "return";
    private static final Duration HANDSHAKE = Duration.ofSeconds(1);

    private final Background background;
    private final Pairing pairing;
    private final Delays delays;
    private final Clock clock;

    Links(Background background, Pairing pairing, Delays delays, Clock clock) {
        this.background = background;
        this.pairing = pairing;
        this.delays = delays;
        this.clock = clock;
    }

    /** Takes up the session there is, or begins to show codes; nothing when either is under way or it is open. */
    public void connect(Instance instance, @Nullable String number) {
        var link = instance.link();
        if (!link.session()) {
            pair(instance, number);
        } else if (link.state() == LinkState.CLOSE || link.stuck()) {
            link.connecting();
            var opening = delays.of(HANDSHAKE).then(Mono.defer(() -> open(instance)));
            background.start(
                    instance,
                    RETURN,
                    instance.outbox().send(LinkJson.connecting(instance.name())).then(opening));
        }
    }

    private void pair(Instance instance, @Nullable String number) {
        if (instance.link().isOpen() || background.runs(instance, Pairing.NAME)) {
            return;
        }
        instance.link().connecting();
        background.start(
                instance,
                Pairing.NAME,
                instance.outbox().send(LinkJson.connecting(instance.name())).thenMany(pairing.codes(instance, number)));
    }

    /** The code that is shown, once there is one. */
    public Mono<Link.Code> nextCode(Instance instance) {
        return instance.link().nextCode();
    }

    /** A code was scanned, or the session of before is taken up again. */
    public Mono<Void> open(Instance instance) {
        background.end(instance, Pairing.NAME);
        var webhook = instance.webhook();
        instance.link().open(webhook != null && webhook.base64());
        return instance.outbox().send(LinkJson.open(instance.name(), instance.account()));
    }

    /**
     * Loses the connection for a while. That it is lost is not told, only that it connects again; what happens meanwhile comes when it is
     * back, or is only remembered.
     */
    public Mono<Void> drop(Instance instance, Duration duration, boolean losing) {
        return Mono.defer(() -> {
            instance.link().dropped(false, losing);
            background.start(instance, RETURN, delays.of(duration).then(Mono.defer(() -> open(instance))));
            return instance.outbox().send(LinkJson.connecting(instance.name()));
        });
    }

    /** Connects and gets nowhere, until somebody connects or restarts it. */
    public Mono<Void> stick(Instance instance, boolean losing) {
        return Mono.defer(() -> {
            instance.link().dropped(true, losing);
            return instance.outbox().send(LinkJson.connecting(instance.name()));
        });
    }

    /** Closes without ending the session. */
    public Mono<Void> close(Instance instance, int reason, boolean losing) {
        return Mono.defer(() -> {
            instance.link().paused(ending(instance, reason), losing);
            return instance.outbox().send(LinkJson.closed(instance.name(), reason));
        });
    }

    /** Also heals an instance that had become silent, or connects for ever. */
    public Mono<Void> restart(Instance instance) {
        background.end(instance, RETURN);
        instance.link().silence(false);
        return instance.outbox().send(LinkJson.connecting(instance.name())).then(Mono.defer(() -> open(instance)));
    }

    /** Logged out, by the API or from the phone: its stories end, and it must be paired again. */
    public Mono<Void> logOut(Instance instance) {
        return instance.outbox()
                .send(Flux.fromArray(farewell(instance, LOGGED_OUT)).map(Parcel::of));
    }

    /** WhatsApp does not want the account any more, for now: a log-out with another reason, and no pairing until it is pardoned. */
    public Mono<Void> restrict(Instance instance, int reason) {
        return Mono.defer(() -> {
            var events = farewell(instance, reason);
            instance.link().refuse("The account is restricted by WhatsApp (" + reason + ")", true);
            return instance.outbox().send(events);
        });
    }

    /** Somebody scanned whose account asks for a passkey, which no linked device of this kind can give. */
    public Mono<Void> refusePasskey(Instance instance) {
        return Mono.defer(() -> {
            background.end(instance, Pairing.NAME);
            instance.link().refuse("The account requires a passkey to link a device", false);
            return instance.outbox().send(LinkJson.closed(instance.name(), CONNECTION_CLOSED));
        });
    }

    public void pardon(Instance instance) {
        instance.link().pardon();
    }

    /** Logs out what is open, forgets the instance when all was told. */
    public Mono<Void> remove(Instance instance, Instances instances) {
        var goodbye = instance.link().isOpen() ? farewell(instance, LOGGED_OUT) : new Event[0];
        background.endAll(instance);
        var events = Flux.concat(
                Flux.fromArray(goodbye),
                Flux.just(
                        LinkJson.lifecycle("instance.delete", instance.name(), instance.id()),
                        Event.bare("remove.instance")));
        return instance.outbox().send(events.map(Parcel::of)).then(Mono.fromRunnable(() -> instances.remove(instance)));
    }

    /** Gone without a word. */
    public void vanish(Instance instance, Instances instances) {
        background.endAll(instance);
        instances.remove(instance);
    }

    private Event[] farewell(Instance instance, int reason) {
        background.endAll(instance);
        var ended = LinkJson.ended(instance.name(), clock.instant(), reason);
        instance.link().closed(ending(instance, reason));
        return new Event[] {ended, Event.bare("logout.instance"), LinkJson.closed(instance.name(), reason)};
    }

    private Link.Ending ending(Instance instance, int reason) {
        var now = clock.instant();
        var details = LinkJson.ended(instance.name(), now, reason).data().path("disconnectionObject");
        return new Link.Ending(reason, details.asString(""), now);
    }
}
