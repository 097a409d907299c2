package groupwatch.watchdog.code;

import groupwatch.kit.security.Caller;
import groupwatch.watchdog.order.Audit;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Draws a code, once it is written down who sees it. */
@Component
class ShowCode {

    private final Audit audit;

    ShowCode(Audit audit) {
        this.audit = audit;
    }

    Mono<ResponseEntity<Object>> as(QrFormat format, Caller caller, String account, ShownCode code) {
        return drawn(caller, account, code, picture -> switch (format) {
                    case PNG -> picture.png();
                    case SVG -> picture.svg().getBytes(StandardCharsets.UTF_8);
                    case JSON -> new QrAnswer(picture.dataUrl(), code.pairingCode(), code.expiresAt());
                })
                .map(body -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(format.type())
                        .body(body));
    }

    <T> Mono<T> drawn(Caller caller, String account, ShownCode code, Drawing<T> drawing) {
        return audit.note(caller, account, "qr-shown")
                // some milliseconds: not on the database's event loop
                .then(Mono.fromCallable(() -> drawing.of(QrPicture.of(code.code())))
                        .subscribeOn(Schedulers.parallel()));
    }

    @FunctionalInterface
    interface Drawing<T> {
        T of(QrPicture picture);
    }

    /** The code to be typed. */
    Mono<ResponseEntity<PairingAnswer>> typed(Caller caller, String account, ShownCode code) {
        return audit.note(caller, account, "pairing-code-shown")
                .then(Mono.fromSupplier(() ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(PairingAnswer.of(code))));
    }
}
