package groupwatch.report.unsubscribe;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who gets no mail although they are a recipient. */
@Component
public class Suppressions {

    private static final UUID NO_REPORT = new UUID(0, 0);

    private final SuppressionRows rows;

    Suppressions(SuppressionRows rows) {
        this.rows = rows;
    }

    /** Those of the addresses, as they are written there, that get no mail at all. */
    public Mono<Set<String>> suppressedFromAll(Collection<String> addresses) {
        return suppressed(NO_REPORT, addresses);
    }

    /** Those of the addresses, as they are written there, that get no mail of this report. */
    public Mono<Set<String>> suppressed(UUID report, Collection<String> addresses) {
        return rows.of(report, addresses.stream().map(Suppressions::key).toList())
                .map(Suppression::address)
                .collect(Collectors.toSet())
                .map(keys -> addresses.stream()
                        .filter(address -> keys.contains(key(address)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
