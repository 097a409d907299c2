package groupwatch.watchdog.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where codes go that an account can be linked with: each is full access to it, for as long as it is valid. */
public interface CodesToLink {

    /**
     * @param pairingCode to be typed on the phone
     * @param at when it was shown
     */
    Mono<Void> shown(String account, String code, @Nullable String pairingCode, Instant at);

    /** None that was shown until then is valid any more. */
    Mono<Void> over(String account, Instant at);
}
