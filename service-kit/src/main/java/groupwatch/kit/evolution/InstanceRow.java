package groupwatch.kit.evolution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instance as Evolution's database has it.
 *
 * @param id Evolution's own, a UUID
 * @param state the column, which can lag behind {@link EvolutionApi#state}
 * @param owner JID of the linked account; absent before the first link
 * @param profileName what the account calls itself
 * @param number digits, as given when it was created
 * @param closedBecause code of the last disconnection: 401 logged out, 403, 402 and 406 restricted
 * @param messages rows of its message store
 */
public record InstanceRow(
        String id,
        String name,
        String state,
        @Nullable String owner,
        @Nullable String profileName,
        @Nullable String number,
        @Nullable Integer closedBecause,
        @Nullable Instant closedAt,
        InstanceOptions options,
        long messages) {}
