package groupwatch.watchdog.account;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp account: an instance of Evolution API.
 *
 * @param id name of the instance, unique among all servers
 * @param server its Evolution server, without a slash at the end; absent: the suite's ({@code groupwatch.evolution.url})
 * @param sealedKey the server's key, sealed; absent: the suite's
 * @param number digits of its phone, where somebody gave them
 * @param fullHistory whether all the past is wanted when it is linked, instead of the last months
 */
public record Account(
        String id,
        @Nullable URI server,
        @Nullable String sealedKey,
        @Nullable String number,
        boolean fullHistory,
        Instant createdAt) {

    /** Without the key. */
    @Override
    public String toString() {
        return id;
    }
}
