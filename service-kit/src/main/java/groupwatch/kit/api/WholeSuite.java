package groupwatch.kit.api;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/** What concerns all groups is not for callers who are limited to some. */
public final class WholeSuite {

    private WholeSuite() {}

    /** The caller; fails with 403 when they are limited to groups. */
    public static Mono<Caller> caller() {
        return CurrentCaller.get()
                .filter(caller -> caller.groups() == null)
                .switchIfEmpty(Mono.error(() -> new ProblemException(
                        HttpStatus.FORBIDDEN, "forbidden", "This is not for callers who are limited to groups.")));
    }
}
