package groupwatch.summary.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import groupwatch.events.summary.TokenCount;
import groupwatch.summary.model.Purpose;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was used on one day.
 *
 * @param day on which it was spent, by the budget's clock
 * @param group JID; absent: for several groups
 * @param model as it was asked for
 * @param cost in US dollars; absent where the price is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Usage(
        LocalDate day,
        @Nullable String group,
        Purpose purpose,
        String provider,
        String model,
        long calls,
        TokenCount tokens,
        @Nullable BigDecimal cost) {}
