package groupwatch.kit.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL is and as whom a service uses it. Bound as the member {@code database} of the service's own settings.
 *
 * @param username run-time role; owns nothing, reads and writes rows of the service's schema; absent: {@code groupwatch_<service>}
 * @param migrationUsername role that owns the schema; absent: the run-time role owns it
 * @param poolSize connections at most
 * @param acquireTimeout longest wait for a free connection
 * @param statementTimeout longest statement, enforced by the server
 * @param idleInTransactionTimeout longest pause within a transaction, enforced by the server: a process that stands still keeps its rows so long
 */
public record DatabaseSettings(
        @DefaultValue("localhost") @NotBlank String host,
        @DefaultValue("5432") @Min(1) @Max(65535) int port,
        @DefaultValue("groupwatch") @NotBlank String name,
        @Nullable String username,
        @NotBlank String password,
        @Nullable String migrationUsername,
        @Nullable String migrationPassword,
        @DefaultValue("4") @Min(2) int poolSize,
        @DefaultValue("10s") Duration acquireTimeout,
        @DefaultValue("60s") Duration statementTimeout,
        @DefaultValue("60s") Duration idleInTransactionTimeout) {}
