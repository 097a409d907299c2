package groupwatch.watchdog.resync;

import groupwatch.events.identity.Jid;
import groupwatch.kit.api.Query;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A comparison that somebody asks for.
 *
 * @param chat absent: all
 * @param since absent: as far back as usual
 * @param key absent: made anew with each request
 */
record WantedResync(
        @Nullable String chat,
        @Nullable Instant since,
        @Nullable String key) {

    static final String KEY = "Idempotency-Key";

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Pattern CHAT = Pattern.compile("[A-Za-z0-9._:+-]{1,64}@[A-Za-z0-9.-]{1,64}");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,200}");

    /** 400 names what is wrong. */
    static WantedResync read(
            MultiValueMap<String, String> parameters,
            @Nullable List<String> keys,
            CaptureSettings capture,
            Instant now) {
        Query query = new Query(parameters, Set.of("group", "since"));
        return new WantedResync(chat(query.text("group"), capture), since(query.text("since"), now), key(keys));
    }

    private static @Nullable String chat(@Nullable String text, CaptureSettings capture) {
        if (text == null) {
            return null;
        }
        Jid jid = CHAT.matcher(text).matches() ? Jid.parse(text) : null;
        if (jid == null) {
            throw Query.bad("group", "must be a chat's JID like 120363000000000101@g.us");
        }
        if (!capture.captures(jid.value())) {
            throw Query.bad("group", "must be a group: direct chats are not kept here");
        }
        return jid.value();
    }

    private static @Nullable Instant since(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        Instant since = time(text);
        if (since == null) {
            throw Query.bad("since", "must be a time like 2026-01-31T08:00:00Z or a day like 2026-01-31");
        }
        if (!since.isBefore(now) || since.isBefore(now.minus(LONGEST))) {
            throw Query.bad("since", "must be in the past, at most 400 days ago");
        }
        return since;
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    // a + that was not percent-encoded arrives as a space
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable String key(@Nullable List<String> values) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1 || !VISIBLE.matcher(values.getFirst()).matches()) {
            throw Query.bad(KEY, "must be given once, with 1 to 200 visible ASCII characters");
        }
        return values.getFirst();
    }
}
