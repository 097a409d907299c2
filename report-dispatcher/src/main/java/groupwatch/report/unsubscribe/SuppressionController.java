package groupwatch.report.unsubscribe;

import groupwatch.kit.api.Fields;
import groupwatch.kit.api.Page;
import groupwatch.kit.api.Query;
import groupwatch.kit.api.WholeSuite;
import groupwatch.kit.problem.ProblemException;
import groupwatch.report.mail.MailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The list of those who want no more mail, for whoever runs the suite. */
@RestController
class SuppressionController {

    private static final Set<String> KNOWN = Set.of("address", "report");
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_ID = 36;

    private final SuppressionRows rows;
    private final Clock clock;

    SuppressionController(SuppressionRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** In the order of addresses. */
    @GetMapping("/reports/suppressions")
    Mono<Page<Suppression>> list(@RequestParam MultiValueMap<String, String> parameters) {
        Query query = new Query(parameters, Set.of("limit", "cursor"));
        int limit = query.limit();
        String cursor = query.text("cursor");
        int comma = cursor == null ? -1 : cursor.lastIndexOf(',');
        if (cursor != null && comma < 0) {
            throw Query.bad("cursor", "must be the next of the page before");
        }
        String address = cursor == null ? "" : cursor.substring(0, comma);
        UUID report = cursor == null ? null : report("cursor", cursor.substring(comma + 1));
        return WholeSuite.caller()
                .thenMany(rows.list(address, report, limit + 1))
                .collectList()
                .map(found -> Page.of(found, limit, SuppressionController::cursor));
    }

    private static String cursor(Suppression last) {
        return last.address() + "," + (last.report() == null ? "" : last.report());
    }

    /** What is there already stays as it is, and is answered with. */
    @PostMapping("/reports/suppressions")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Suppression> add(@RequestParam MultiValueMap<String, String> parameters, @RequestBody JsonNode body) {
        new Query(parameters, Set.of());
        Fields fields = new Fields(body, "", KNOWN);
        String address = address("address", fields.required("address", LONGEST_ADDRESS));
        String id = fields.text("report", LONGEST_ID);
        UUID report = id == null ? null : report("report", id);
        Instant now = clock.instant();
        return WholeSuite.caller()
                .then(rows.add(new Suppression(address, report, now, How.BY_HAND)))
                .then(rows.find(address, report))
                .switchIfEmpty(Mono.error(() -> Fields.bad("report", "must be a report that is there")));
    }

    /** All of an address. */
    @DeleteMapping("/reports/suppressions/{address}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable String address, @RequestParam MultiValueMap<String, String> parameters) {
        new Query(parameters, Set.of());
        return WholeSuite.caller()
                .then(rows.remove(address("address", address)))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("This address is not on the list.")))
                .then();
    }

    private static String address(String field, String text) {
        try {
            return MailAddress.of(text).key();
        } catch (MailAddress.BadAddressException error) {
            throw Fields.bad(field, error.why());
        }
    }

    private static @Nullable UUID report(String field, String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException error) {
            throw Fields.bad(field, "must be the id of a report");
        }
    }
}
