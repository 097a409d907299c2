package groupwatch.store.receive;

import groupwatch.store.CaptureProperties;
import groupwatch.store.retention.RetentionRules;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides what is kept, once a batch, so that a switch or a limit holds from the next one on. */
@Component
public class Captures {

    private final SwitchedOffGroups switchedOff;
    private final RetentionRules retention;
    private final CaptureProperties capture;

    Captures(SwitchedOffGroups switchedOff, RetentionRules retention, CaptureProperties capture) {
        this.switchedOff = switchedOff;
        this.retention = retention;
        this.capture = capture;
    }

    /** @param groups JIDs of all groups that the batch names */
    public Mono<Capture> of(Set<String> groups) {
        return switchedOff
                .among(groups)
                .zipWhen(
                        off -> retention.keptSince(groups),
                        (off, keptSince) -> new Capture(capture.directChats(), off, keptSince));
    }
}
