package groupwatch.watchdog.coverage;

import groupwatch.kit.api.Query;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in the ledger, which is in the order of days, accounts and groups. */
record CoverageCursor(LocalDate day, String account, String chat) {

    private static final CoverageCursor BEGIN = new CoverageCursor(LocalDate.of(2000, 1, 1), "", "");

    static CoverageCursor of(@Nullable String text) {
        if (text == null) {
            return BEGIN;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length == 3 && List.of(parts).stream().noneMatch(part -> part.indexOf('\0') >= 0)) {
                return new CoverageCursor(Query.day("cursor", parts[0]), parts[1], parts[2]);
            }
        } catch (DateTimeException | IllegalArgumentException error) {
            // answered below
        }
        throw Query.bad("cursor", "must be the next of the page before");
    }

    static String after(CoverageItem item) {
        String place = item.day() + "\n" + item.account() + "\n" + (item.group() == null ? "" : item.group());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
