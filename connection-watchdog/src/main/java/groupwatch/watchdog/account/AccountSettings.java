package groupwatch.watchdog.account;

import groupwatch.kit.api.Fields;
import groupwatch.kit.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which accounts there may be.
 *
 * @param limit how many
 * @param names instances at {@code groupwatch.evolution.url} that are accounts from the start: what is there is adopted, its link untouched
 * @param servers where accounts may be besides the suite's own; none: anywhere. The webhook secret is told to each
 */
@Validated
@ConfigurationProperties("groupwatch.watchdog.accounts")
record AccountSettings(
        @DefaultValue("5") @Min(1) @Max(1000) int limit,
        @DefaultValue List<String> names,
        @DefaultValue List<URI> servers) {

    /** @throws ProblemException 400 when no account may be there */
    void demandAllowed(@Nullable URI server) {
        boolean allowed = server == null
                || servers.isEmpty()
                || servers.stream().map(AccountSettings::plain).anyMatch(server::equals);
        if (!allowed) {
            throw Fields.bad("server", "must be one of groupwatch.watchdog.accounts.servers");
        }
    }

    /** As accounts have it: without a slash at the end. */
    private static URI plain(URI server) {
        return URI.create(server.toString().replaceAll("/+$", ""));
    }
}
