package groupwatch.summary.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which row of the ledger; also as the cursor of a page, which callers take as it is. */
record UsageKey(LocalDate day, String group, String purpose, String provider, String model) {

    private static final String BETWEEN = "\n";
    private static final int PARTS = 5;
    private static final Pattern DAY = Pattern.compile("2\\d{3}-\\d\\d-\\d\\d");

    static UsageKey of(Usage usage) {
        return new UsageKey(
                usage.day(),
                usage.group() == null ? "" : usage.group(),
                usage.purpose().word(),
                usage.provider(),
                usage.model());
    }

    String cursor() {
        String text = String.join(BETWEEN, day.toString(), group, purpose, provider, model);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is none. */
    static Optional<UsageKey> read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(BETWEEN, -1);
            // a database takes no NUL, and not every year that Java knows
            return parts.length == PARTS
                            && text.indexOf('\0') < 0
                            && DAY.matcher(parts[0]).matches()
                    ? Optional.of(new UsageKey(LocalDate.parse(parts[0]), parts[1], parts[2], parts[3], parts[4]))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
