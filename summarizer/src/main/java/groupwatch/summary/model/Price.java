package groupwatch.summary.model;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * What a model costs, in US dollars for a million tokens.
 *
 * @param input read
 * @param output written
 */
public record Price(
        @NotNull @DecimalMin("0") BigDecimal input,
        @NotNull @DecimalMin("0") BigDecimal output) {

    public static Price of(String input, String output) {
        return new Price(new BigDecimal(input), new BigDecimal(output));
    }
}
