package groupwatch.simulator.instance;

import groupwatch.simulator.SimulatorSettings;
import groupwatch.simulator.media.Noise;
import groupwatch.simulator.media.QrImage;
import groupwatch.simulator.time.Delays;
import groupwatch.simulator.wire.LinkJson;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Shows codes until one is scanned, or the limit is reached. */
@Component
class Pairing {

    static final String NAME = "pairing";

    private final SimulatorSettings.Pairing settings;
    private final Delays delays;
    private final Clock clock;

    Pairing(SimulatorSettings settings, Delays delays, Clock clock) {
        this.delays = delays;
        this.settings = settings.pairing();
        this.clock = clock;
    }

    Flux<Void> codes(Instance instance, @Nullable String number) {
        return Flux.range(1, settings.limit())
                .concatMap(count -> show(instance, number, count).then(delays.of(settings.lifetime())), 1)
                .thenMany(Flux.defer(() -> giveUp(instance)));
    }

    private Mono<Void> show(Instance instance, @Nullable String number, int count) {
        return Mono.fromCallable(() -> code(instance, number, count))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(code -> {
                    instance.link().showing(code);
                    return instance.outbox()
                            .send(LinkJson.qrCode(instance.name(), code.pairing(), code.code(), code.image()));
                });
    }

    private Mono<Void> giveUp(Instance instance) {
        instance.link().refused();
        return instance.outbox().send(LinkJson.qrLimit(), LinkJson.refused(instance.name()));
    }

    private Link.Code code(Instance instance, @Nullable String number, int count) {
        var seed = instance.name() + clock.millis() + '/' + count;
        var code = "2@SIMULATED" + part(seed + "ref", 48) + ',' + part(seed + "noise", 32) + ','
                + part(seed + "identity", 32) + ',' + part(seed + "secret", 32);
        var typed = Base64.getEncoder()
                .encodeToString(Noise.bytes(seed, 9))
                .replaceAll("[^A-Za-z0-9]", "X")
                .toUpperCase(Locale.ROOT)
                .substring(0, 8);
        var image = "data:image/png;base64," + Base64.getEncoder().encodeToString(QrImage.png(code));
        return new Link.Code(number == null || number.isBlank() ? null : typed, code, image, count);
    }

    private static String part(String seed, int length) {
        return Base64.getEncoder().encodeToString(Noise.bytes(seed, length));
    }
}
