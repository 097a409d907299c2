package groupwatch.simulator.instance;

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
    private static final String DROP = "drop";

    private final Background background;
    private final Pairing pairing;
    private final Clock clock;

    Links(Background background, Pairing pairing, Clock clock) {
        this.background = background;
        this.pairing = pairing;
        this.clock = clock;
    }

    /** Begins to show codes, if it does not do so already; returns whether it began. */
    public boolean pair(Instance instance, @Nullable String number) {
        if (instance.link().isOpen() || background.runs(instance, Pairing.NAME)) {
            return false;
        }
        instance.link().connecting();
        background.start(
                instance,
                Pairing.NAME,
                instance.outbox().send(LinkJson.connecting(instance.name())).thenMany(pairing.codes(instance, number)));
        return true;
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
     * back.
     */
    public Mono<Void> drop(Instance instance, Duration duration) {
        return Mono.defer(() -> {
            instance.link().connecting();
            background.start(instance, DROP, Mono.delay(duration).then(Mono.defer(() -> open(instance))));
            return instance.outbox().send(LinkJson.connecting(instance.name()));
        });
    }

    /** Also heals an instance that had become silent. */
    public Mono<Void> restart(Instance instance) {
        instance.link().silence(false);
        return instance.outbox().send(LinkJson.connecting(instance.name())).then(Mono.defer(() -> open(instance)));
    }

    /** Logged out, by the API or from the phone: its stories end, and it must be paired again. */
    public Mono<Void> logOut(Instance instance) {
        return instance.outbox().send(Flux.fromArray(farewell(instance)).map(Parcel::of));
    }

    /** Logs out what is open, forgets the instance when all was told. */
    public Mono<Void> remove(Instance instance, Instances instances) {
        var goodbye = instance.link().isOpen() ? farewell(instance) : new Event[0];
        background.endAll(instance);
        var events = Flux.concat(
                Flux.fromArray(goodbye),
                Flux.just(
                        LinkJson.lifecycle("instance.delete", instance.name(), instance.id()),
                        Event.bare("remove.instance")));
        return instance.outbox().send(events.map(Parcel::of)).then(Mono.fromRunnable(() -> instances.remove(instance)));
    }

    private Event[] farewell(Instance instance) {
        background.endAll(instance);
        var now = clock.instant();
        var ended = LinkJson.ended(instance.name(), now, LOGGED_OUT);
        instance.link()
                .closed(new Link.Ending(
                        LOGGED_OUT, ended.data().path("disconnectionObject").asString(""), now));
        return new Event[] {ended, Event.bare("logout.instance"), LinkJson.closed(instance.name(), LOGGED_OUT)};
    }
}
