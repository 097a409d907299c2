package groupwatch.events.summary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of the summary of a group's day.
 *
 * @param group JID
 * @param groupName as the group was called when it was written
 * @param date the day, by the clock of {@code zone}
 * @param from when the day begins there
 * @param to when it ends there; for one that is not over, until when messages were read
 * @param version 1 for the first of that group and day; keep the highest
 * @param reissued whether messages came, changed or were revoked after the version before was written
 * @param soFar whether the day was not over yet
 * @param language of its own words, as {@code en} or {@code pt-BR}
 * @param messages how many were read
 * @param omitted how many more there were, too many to be read
 * @param provider {@code extractive} (sentences of the group, chosen without a language model), or whose model wrote it
 * @param model as the provider calls it
 * @param dropped sentences that were left out because they cited no message of the day
 * @param cost in US dollars, as far as the prices are known
 * @param contentHash of what was read: SHA-256, lower-case hexadecimal
 */
public record Summary(
        String group,
        @Nullable String groupName,
        LocalDate date,
        String zone,
        Instant from,
        Instant to,
        int version,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean reissued,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean soFar,
        String language,
        int messages,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int omitted,
        String provider,
        String model,
        SummaryContent content,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int dropped,
        TokenCount tokens,
        @Nullable BigDecimal cost,
        String contentHash,
        Instant writtenAt) {

    /** The provider without a language model. */
    public static final String EXTRACTIVE = "extractive";

    public Summary {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(writtenAt, "writtenAt");
        tokens = tokens == null ? TokenCount.NONE : tokens;
    }
}
