package groupwatch.media.serve;

import groupwatch.kit.problem.ProblemException;
import groupwatch.kit.security.SuiteSignatures;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tickets to one file: {@code <media id>.<end, in seconds since 1970>.<signature>}. */
@Component
class SignedLinks {

    private static final String PURPOSE = "media-link";
    private static final Pattern WRITTEN =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final SuiteSignatures signatures;
    private final Clock clock;

    SignedLinks(SuiteSignatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    /** @param end whole seconds count */
    String ticket(UUID media, Instant end) {
        String said = media + "." + end.getEpochSecond();
        return said + "." + signatures.sign(PURPOSE, said);
    }

    /** Which file the ticket is for; a problem when it is none, or no longer. */
    UUID open(String ticket) {
        Matcher written = WRITTEN.matcher(ticket);
        if (!written.matches()
                || !signatures.verify(PURPOSE, written.group(1) + "." + written.group(2), written.group(3))) {
            throw ProblemException.notFound("There is no such link.");
        }
        if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(written.group(2))))) {
            throw new ProblemException(HttpStatus.GONE, "link-expired", "The link is no longer good.");
        }
        return UUID.fromString(written.group(1));
    }
}
