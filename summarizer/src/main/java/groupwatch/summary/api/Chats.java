package groupwatch.summary.api;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.Caller;
import groupwatch.kit.security.CurrentCaller;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Groups named by callers: their form, and whether the caller may see them. */
@Component
public class Chats {

    private static final Pattern GROUP = Pattern.compile("[0-9]{1,32}(-[0-9]{1,32})?@g\\.us");

    /**
     * The caller, when they may see the group; whether it exists is not asked.
     *
     * @throws ProblemException 400 when it is no group's JID; the Mono fails with 404 when the caller may not see it
     */
    public Mono<Caller> visible(String jid) {
        check("jid", jid);
        return CurrentCaller.get()
                .filter(caller -> caller.mayRead(jid))
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("There is no such group.")));
    }

    /** @throws ProblemException 400 naming the parameter when it is no group's JID */
    public static String check(String parameter, String jid) {
        if (!GROUP.matcher(jid).matches()) {
            throw ProblemException.badParameter(
                    parameter, parameter + " must be a group's JID like 120363000000000101@g.us");
        }
        return jid;
    }
}
